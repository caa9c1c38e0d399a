"""Copies of the notes on the screen: rows of them, going back to one, and the bar that stands until answered."""
