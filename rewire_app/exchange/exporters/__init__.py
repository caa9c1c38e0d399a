"""What goes out of the program: one JSON with everything, tables, texts, and what each field means."""
