"""Content packs: opened as a proposal, kept, and taken out again."""
