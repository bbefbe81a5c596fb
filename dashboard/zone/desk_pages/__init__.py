"""The zone's pages, one file each."""
