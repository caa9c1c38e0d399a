"""Invented entries to look around with."""
