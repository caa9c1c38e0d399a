"""What Rewire is about, as plain values; standard library only."""
