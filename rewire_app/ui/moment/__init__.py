"""A moment: the page on which it is noted, and its parts."""
