"""Your practice: every pass a person went through, and each of them opened."""
