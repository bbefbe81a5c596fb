"""The indicators: one file each, named by its id, holding `INDICATOR`."""
