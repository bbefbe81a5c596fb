"""One distribution a file, each with a `DISTRIBUTION`."""
