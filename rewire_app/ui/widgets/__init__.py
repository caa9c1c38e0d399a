"""The components of the design, each built once."""
