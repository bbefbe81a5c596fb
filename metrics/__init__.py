"""What is measured: typed definitions and pure functions; no files, clocks or screens."""
