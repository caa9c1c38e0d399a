"""The fair test: two ways, weeks drawn by lot, a sealed order."""
