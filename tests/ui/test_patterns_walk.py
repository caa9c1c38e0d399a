"""Sixty days with one pattern, at a set clock: made by mouse, noted by keys, and both paths grow as noted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from rewire_app.ui.base import routes
from rewire_app.ui.patterns.page import PatternsPage
from tests.ui.house import EVENING, House, enter, focused, press, settle, space, tab_to, type_in, words_of

NOTED = (
    (0, "Old pattern"),
    (3, "Old pattern"),
    (20, "A bit of both"),
    (45, "New response"),
    (59, "New response"),
)
"""On which day a moment is noted, and the path it took."""


def click(house: House, name: str) -> None:
    """Press with the mouse what is called `name`."""
    shown = [one for one in house.window.findChildren(QAbstractButton) if one.isVisible()]
    QTest.mouseClick(next(one for one in shown if one.accessibleName() == name), Qt.MouseButton.LeftButton)
    settle()


def live_until(house: House, day: int) -> None:
    house.clock.stopped_at = EVENING - timedelta(days=59 - day)
    house.shell.pages.look_at_the_day()
    settle()


def patterns(house: House) -> PatternsPage:
    page = house.shell.page("patterns")
    assert isinstance(page, PatternsPage)
    return page


def note_by_mouse(house: House, path: str) -> None:
    click(house, "Note a moment")
    type_in("A message from my manager")
    click(house, path)
    click(house, "Keep this moment")


def note_by_keys(house: House, path: str) -> None:
    tab_to("Note a moment")
    enter()
    type_in("A message from my manager")
    tab_to("New response")
    while focused().accessibleName() != path:
        press(Qt.Key.Key_Right)
    space()
    tab_to("Keep this moment")
    enter()
    settle()


@pytest.mark.parametrize("note", [note_by_mouse, note_by_keys], ids=["mouse", "keys"])
def test_both_paths_and_the_months_follow_sixty_days(note: object, house: House) -> None:
    assert callable(note)
    house.open().resize(1200, 800)
    live_until(house, 0)
    house.go(routes.PATTERNS)
    click(house, "Write one by hand")
    type_in("my work is criticised")
    press(Qt.Key.Key_Tab)
    type_in("Go quiet")
    press(Qt.Key.Key_Tab)
    type_in("Ask one question")
    click(house, "Keep")
    (made,) = house.store.patterns.all()
    seen = []
    for day, path in NOTED:
        live_until(house, day)
        house.go(routes.pattern_page(made.uid))
        note(house, path)
        assert house.shell.pages.place == routes.pattern_page(made.uid)
        words = words_of(patterns(house).one.paths)
        seen.append([line for line in words.splitlines() if "in the last 30 days" in line][:2])
    times = [[line.removesuffix(" in the last 30 days") for line in lines] for lines in seen]
    assert times == [
        ["0 times", "once"],
        ["0 times", "2 times"],
        ["once", "3 times"],
        ["2 times", "once"],
        ["2 times", "0 times"],
    ]
    columns = patterns(house).one.months.plot._picture.columns
    assert [(one.new, one.old) for one in columns] == [(0, 2), (1, 1), (2, 0)]
    house.go(routes.PATTERNS)
    assert "New response, 2 times" in words_of(patterns(house).every)
