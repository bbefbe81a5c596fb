"""The register's kinds of entries, by subject, and the tables that keep them."""
