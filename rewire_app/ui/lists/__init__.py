"""The person's own lists: one page for all of them, built from what each list is made of."""
