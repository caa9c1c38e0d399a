"""What goes in and out of the program: sample data, trends as text, checks."""
