"""The Practice page: the catalogue of exercises, and choosing by state."""
