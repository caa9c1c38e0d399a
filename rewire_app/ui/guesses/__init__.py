"""The prediction book."""
