"""Work on a thread of its own ends on the window's thread, also when whoever asked for it is gone."""

from __future__ import annotations

import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.errors import RewireError
from rewire_app.ui.base import errand as module
from rewire_app.ui.base.errand import Errand


def held(errand: Errand[str]) -> tuple[weakref.ref[Errand[str]], list[int]]:
    """Whether it lives, and on which thread it ended."""
    ended: list[int] = []
    weakref.finalize(errand, lambda: ended.append(threading.get_ident()))
    return weakref.ref(errand), ended


@pytest.mark.parametrize("dropped", [False, True])
def test_one_that_nobody_holds_is_told_and_ends_on_the_windows_thread(dropped: bool, qtbot: QtBot) -> None:
    go, told = threading.Event(), list[str]()
    errand = Errand(lambda: "made" if go.wait(10) else "")
    errand.done.connect(told.append)
    lives, ended = held(errand)
    errand.start()
    over = errand.wait
    if dropped:
        errand.drop()
    del errand
    go.set()
    assert over(10)
    del over
    qtbot.waitUntil(lambda: lives() is None)
    assert told == ([] if dropped else ["made"])
    assert ended == [threading.main_thread().ident]


def test_work_that_fails_is_let_go_of_as_well(qtbot: QtBot) -> None:
    def work() -> str:
        raise RewireError("The disk is full.")

    errand, said = Errand(work), list[str]()
    errand.failed.connect(lambda error: said.append(str(error)))  # kept, it would hold what it went through
    lives, ended = held(errand)
    errand.start()
    assert errand.wait(10)
    del errand
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(lambda: lives() is None)
    assert said == ["The disk is full."]
    assert ended == [threading.main_thread().ident]
    assert not module._out
