"""Plans: what waits for its time."""
