"""The diary card: a week on one page."""
