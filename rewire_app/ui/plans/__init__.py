"""Plans: if-then sentences, worries with their time, and urges that were watched."""
