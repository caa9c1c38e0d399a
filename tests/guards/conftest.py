"""The real window for the guards that walk through all of it."""

from __future__ import annotations

from tests.ui.conftest import house, new_house

__all__ = ["house", "new_house"]
