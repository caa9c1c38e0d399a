"""The nouns of the store: each keeps one kind of entry in its table."""
