"""The parts that pages are made of: each returns HTML or draws one thing, and knows no page."""
