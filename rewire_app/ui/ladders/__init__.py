"""Ladders: a fear, step by step."""
