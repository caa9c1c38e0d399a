"""The encrypted file: keys, opening, high-water mark, faults."""
