"""A person's own exercises and breathing patterns, and the catalogue in which they stand with the others."""
