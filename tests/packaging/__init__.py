"""What makes the program installable, tried as far as one system can."""
