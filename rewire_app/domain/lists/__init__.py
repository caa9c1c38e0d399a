"""The person's lists: what matters, what is planned, what was learned, and what is to be read again."""
