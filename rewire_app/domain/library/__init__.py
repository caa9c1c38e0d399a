"""Articles, what a person reads and marks in them, and how they are searched."""
