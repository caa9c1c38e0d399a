"""The window and what runs in it; nobody imports it but the start."""
