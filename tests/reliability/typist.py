"""Types into one form of the real window until the process is ended; run by `typing_kills.py`.

    python -m tests.reliability.typist PROFILE FORM {honest,never} -> after each letter its number and second

"never" is known to be bad: nothing is saved while a person types.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from rewire_app.domain.lists.entries import CrisisSection, ListKind
from rewire_app.ui.base import routes
from rewire_app.ui.lists.page import ListsPage
from rewire_app.ui.widgets.autosave import Autosave
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, settle, tab_to
from tests.ui.journal_room import GOOD, add_moment, unfold_night
from tests.ui.test_reader import opened
from tests.ui.test_reader_highlights import select
from tests.ui.test_replies import ASKING, QUESTION

EVERY_MS = 50
LETTER = "q"
"""Stands alone in no word of Rewire's own, and in no name of a column."""


def moment(house: House) -> None:
    house.go("journal")
    add_moment()


def in_list(house: House, kind: ListKind, section: CrisisSection | str) -> None:
    page = house.go(f"lists/{kind}")
    assert isinstance(page, ListsPage)
    assert page.view is not None
    page.view.add(section)


def plan(house: House) -> None:
    house.store.plans.put(make.plan(from_day=house.clock.now().wall.date()))
    house.go(routes.settings("plan"))
    tab_to("Change")
    enter()


def answer(house: House) -> None:
    house.play("e-name")
    tab_to("Begin without a rating")
    enter()


def evening(house: House) -> None:
    house.go("evening")
    tab_to(GOOD)


def note(house: House) -> None:
    house.go("journal")
    tab_to("Note")


def note_template(house: House) -> None:
    note(house)
    tab_to("Begin with …")
    enter()
    tab_to("Make a template")
    enter()


def night(house: House) -> None:
    house.go("journal")
    tab_to("Note the night")
    enter()
    unfold_night()
    tab_to("Anything about the night")


def reply(house: House) -> None:
    house.go(f"library/{ASKING}")
    settle()
    tab_to(QUESTION)


def highlight_note(house: House) -> None:
    select(opened(house), 0, 9)
    press(Qt.Key.Key_N)


FORMS: dict[str, Callable[[House], object]] = {
    "moment": moment,
    "list": lambda house: in_list(house, ListKind.KIT, ""),
    "crisis plan": lambda house: in_list(house, ListKind.CRISIS_PLAN, CrisisSection.PEOPLE),
    "plan": plan,
    "own exercise": lambda house: house.go(routes.NEW_EXERCISE),
    "answer in words": answer,
    "evening": evening,
    "note": note,
    "note template": note_template,
    "night": night,
    "reply": reply,
    "highlight note": highlight_note,
}


def main(profile: Path, form: str, way: str) -> None:
    """Open the window, go to the form, and type."""
    if way == "never":
        Autosave.soon = lambda self: self._changed(typed=True)  # type: ignore[method-assign]
    qt_api.set_qt_api("pyside6")
    app = QApplication.instance() or QApplication(["typist"])
    config = SimpleNamespace(getini=lambda _name: True)
    house = House(QtBot(SimpleNamespace(node=SimpleNamespace(), config=config)), profile)
    house.prepare()
    house.open()
    FORMS[form](house)
    settle()
    field = focused()
    if not isinstance(field, QLineEdit | QTextEdit) or field.isReadOnly():
        raise AssertionError(f"{form}: keys go to {field!r}")
    typed = 0

    def type_one() -> None:
        nonlocal typed
        at = time.monotonic()
        QTest.keyClicks(focused(), LETTER)
        typed += 1
        print(typed, at, flush=True)

    timer = QTimer()
    timer.timeout.connect(type_one)
    timer.start(EVERY_MS)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
