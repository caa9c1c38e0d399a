"""Bringing in what another program exported: look, say what becomes what, and what came of it."""
