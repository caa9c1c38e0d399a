"""Questionnaires: asked, and what came of them."""
