"""The Practice page by hand: filters are unfolded first, cards are reached by arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.ui.practice.card import ExerciseCard
from tests.ui.house import arrow_to, enter, focused, press, tab_to


def to_card(title: str) -> ExerciseCard:
    """Go by Tab into the cards, and from their first by arrows to the one called `title`."""
    if not isinstance(focused(), ExerciseCard):
        tab_to("Make your own")
        press(Qt.Key.Key_Tab)
    assert isinstance(focused(), ExerciseCard)
    press(Qt.Key.Key_Home)
    card = arrow_to(title)
    assert isinstance(card, ExerciseCard)
    return card


def unfold_filters() -> None:
    """Let every filter be seen."""
    tab_to("Filters")
    enter()
