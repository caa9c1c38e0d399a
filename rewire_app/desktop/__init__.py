"""What Rewire has to do with the desktop around it, beside its own window."""
