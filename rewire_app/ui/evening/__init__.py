"""The evening check: the day looked back at in one minute."""
