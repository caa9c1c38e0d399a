"""Copies of the notes on the screen: rows of them, going back to one, the bar that asks about it."""
