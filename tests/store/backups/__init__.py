"""Copies of a vault: made, rotated, put back, read out."""
