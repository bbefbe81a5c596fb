"""One file a page: its question, what it asks of `dashboard.data`, and the components that answer."""
