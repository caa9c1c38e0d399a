"""Pictures of guesses: one opened, a new one, how they are counted, and one that was answered on Today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.today.look_backs import LookBacks


def look_at_guesses(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the pages of guesses; the answer is taken back afterwards."""
    waiting = window.context.store.open.waiting()
    for name, part in (("one", waiting[-1].uid), ("new", routes.NEW), ("counted", "counted")):
        window.go(routes.guess(part))
        keep(window, f"prediction-book-{name}")
    window.go(routes.TODAY)
    part_of_today = window.shell.page("today").findChild(LookBacks)
    assert isinstance(part_of_today, LookBacks)
    first = next(iter(part_of_today.rows), "")
    if first:  # none on a hard day
        part_of_today.answer(first, "not")
        keep(window, "today-looked-back")
        part_of_today.take_back(first)
