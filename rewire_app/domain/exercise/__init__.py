"""Exercises: their steps, a pass through one, its screens and answers."""
