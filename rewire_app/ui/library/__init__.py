"""The library's list and reader."""
