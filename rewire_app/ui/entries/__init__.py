"""One list of the person: its entries, the form of one, its draft, and its print; pages show it."""
