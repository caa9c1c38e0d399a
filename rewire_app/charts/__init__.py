"""What to draw, not how to paint it: values with a spoken summary."""
