"""Which files of the product a person's act sets to work; `tests.structure` runs and counts these paths.

Each is driven as in the tests, in a process and on a profile of its own, without entries (`trends --json`:
with 120 invented days). A file counts when one of its functions is called, on any thread, from the act (the
last key or word) until all work that this left waiting is done: saving, layout and painting too. What a
module does while it is imported does not count, so it makes no difference what was imported before.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rewire_app.app import run
from tests.store import entries as make
from tests.ui.house import House, enter, press, settle, tab_to, type_in
from tests.ui.journal_room import add_moment, evening, journal
from tests.ui.player_room import Seconds
from tests.ui.test_reader import opened
from tests.ui.test_reader_highlights import select

PRODUCT = str(Path(__file__).resolve().parents[2] / "rewire_app") + os.sep


@contextmanager
def told() -> Iterator[None]:
    """Print the files that are entered meanwhile, as a list in JSON."""
    seen: set[str] = set()

    def note(frame: FrameType, event: str, _what: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(PRODUCT) and file not in seen and not _importing(frame):
            seen.add(file)

    settle()  # what was done before the act is none of its work
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        yield
        for _turn in range(3):
            settle()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    print()
    print(json.dumps(sorted(Path(file).relative_to(PRODUCT).as_posix() for file in seen)))


def _importing(frame: FrameType | None) -> bool:
    """Whether a module of the product is being imported further up."""
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_code.co_filename.startswith(PRODUCT):
            return True
        frame = frame.f_back
    return False


def path_finish(house: House) -> None:
    """The last key of paced breathing, until Trends, which was open before, shows it."""
    house.open()
    house.go("trends").settle()
    seconds = house.context.seconds = Seconds()
    player = house.play("b-paced")
    type_in("7")
    enter()
    seconds.pass_by(121)
    house.qtbot.waitUntil(lambda: player.run.screen.text.startswith("Let your breathing"))
    enter()
    press(Qt.Key.Key_1)
    enter()
    type_in("4")
    enter()
    tab_to("Keep this plan and finish")
    with told():
        enter()
        page = house.go("trends")
        page.settle()
    assert len(house.store.practices.recent(9)) == 1


def path_practice_kept(house: House) -> None:
    """A practice saved while Trends is open, until Trends shows it."""
    house.open()
    page = house.go("trends")
    page.settle()
    with told():
        house.context.hub.do("Practice", house.store.practices.add, make.practice())
        page.settle()


def path_moment(house: House) -> None:
    """A moment kept on the Journal page."""
    journal(house)
    add_moment()
    type_in("A late bus")
    tab_to("How strong was it at its strongest?")
    type_in("8")
    tab_to("Keep this moment")
    with told():
        enter()
    assert len(house.store.moments.for_day(house.context.today)) == 1


def path_evening(house: House) -> None:
    """The rating of an evening."""
    evening(house)
    with told():
        type_in("6")
    entry = house.store.days.get(house.context.today)
    assert entry is not None
    assert entry.reactivity == 6


def path_highlight(house: House) -> None:
    """Selected words of an article, highlighted."""
    house.open()
    select(opened(house), 0, 9)
    with told():
        press(Qt.Key.Key_H)
    assert len(house.store.highlights.for_article("L07")) == 1


def path_start(house: House) -> None:
    """The window, until everything is ready."""
    with told():
        house.open()


def path_trends_json(tmp_path: Path, qtbot: QtBot) -> None:
    """`rewire trends --json`."""
    words = ("--profile", str(tmp_path / "profile"))
    assert run([*words, "sample"]) == 0
    with told():
        assert run([*words, "trends", "--json"]) == 0
