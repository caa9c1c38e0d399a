"""What comes in: files of other programs and of Rewire itself, read by what is in them."""
