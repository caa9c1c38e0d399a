"""The prediction book: what was expected, and what came."""
