"""Patterns: old lessons, and what one would rather do."""
