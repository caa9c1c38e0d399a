"""Taking the notes along: what goes in, what it would show, and where it is written."""
