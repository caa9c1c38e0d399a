"""Numbers about the person’s own data; pure functions on numpy arrays."""
