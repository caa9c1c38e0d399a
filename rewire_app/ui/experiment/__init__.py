"""A fair test of one's own: choose two options, seal an order, eight weeks, the result."""
