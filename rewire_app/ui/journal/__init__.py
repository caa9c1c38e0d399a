"""The cards of a journal day."""
