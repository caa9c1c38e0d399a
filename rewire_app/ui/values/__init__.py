"""Values: what matters to the person."""
