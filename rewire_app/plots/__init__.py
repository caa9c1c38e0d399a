"""What to plot, not how to paint it: values with a spoken summary."""
