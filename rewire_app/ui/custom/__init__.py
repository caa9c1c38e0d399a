"""The person's own exercises and breathing patterns."""
