"""Ways through the journal: the month, the list of all entries, and the one search."""
