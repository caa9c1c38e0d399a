"""Bundled files turned into domain values; an error names file and field."""
