"""What is taken to a meeting or sent from it: files that stand alone."""
