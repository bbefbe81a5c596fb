"""A made-up committee of 96,000 inhabitants: ten years of exports from a region and a municipality, with known stories.

No row describes anyone. What is planted, and where it must show, stands in STORIES.md.
"""
