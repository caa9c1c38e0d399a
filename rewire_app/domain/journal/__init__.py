"""What a person notes: days, nights, moments, plans, marks."""
