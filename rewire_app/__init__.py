"""Rewire: a private notebook for practising new responses."""

__version__ = "0.1.0"
