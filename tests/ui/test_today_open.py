"""Today asks quietly about what has come due: three at most, not again today, and not on a hard day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import (
    ASKED_AFTER,
    ASKED_FOR,
    DAY_MS,
    Expectation,
    ExpectationKind,
    ExpectationState,
    asked_about,
)
from rewire_app.ui.base import routes
from rewire_app.ui.player.view import FINISH_PLAIN
from rewire_app.ui.today.open_lines import OpenLines
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, tab_to, words_of

TODAY = date(2026, 11, 24)
"""The day of the house."""
NOW_MS = 1_795_000_000_000


def plan(what: str, due_in: int | None = None, *, made_ago: int = 0, **given: object) -> Expectation:
    due = None if due_in is None else TODAY + timedelta(days=due_in)
    uid = new_uid(Instant(utc_ms=NOW_MS - made_ago * DAY_MS, offset_min=0))
    return Expectation(uid=uid, what=what, due=due, **given)  # type: ignore[arg-type]


def lines(house: House) -> OpenLines:
    found = house.go("today").findChild(OpenLines)
    assert isinstance(found, OpenLines)
    return found


@pytest.mark.parametrize(
    ("due_in", "made_ago", "asked"),
    [
        (1, 9, False),
        (0, 0, True),
        (-1, 9, True),
        (1 - ASKED_FOR, 99, True),
        (-ASKED_FOR, 99, False),
        (None, ASKED_AFTER - 1, False),
        (None, ASKED_AFTER, True),
        (None, ASKED_AFTER + ASKED_FOR, False),
    ],
)
def test_a_plan_is_asked_about_from_its_day_on_for_a_while(
    due_in: int | None, made_ago: int, asked: bool
) -> None:
    one = plan("Ring the office", due_in, made_ago=made_ago)
    assert asked_about([one], TODAY, NOW_MS) == ([one] if asked else [])


def test_the_oldest_comes_first() -> None:
    late, later, today = plan("Late", -2), plan("Loose", made_ago=ASKED_AFTER + 1), plan("Today", 0)
    assert asked_about([today, later, late], TODAY, NOW_MS) == [late, later, today]


def test_what_is_due_stands_on_today_in_the_persons_own_words(house: House) -> None:
    house.open()
    assert not lines(house).isVisible()
    house.store.open.add(plan("Ring the office", -1, kind=ExpectationKind.TEST))
    house.store.open.add(plan("Over", -1, state=ExpectationState.DONE))
    house.store.open.add(plan("Not yet", 2))
    house.context.hub.changed.emit(frozenset({"open"}))
    words = words_of(lines(house))
    assert "Ring the office" in words
    assert "Test, for 23 November" in words
    assert "Over" not in words
    assert "Not yet" not in words
    assert "more" not in words
    went: list[routes.Route] = []
    lines(house).go.disconnect()
    lines(house).go.connect(went.append)
    tab_to("How was it? Ring the office")
    enter()
    [route] = went
    assert isinstance(route, routes.RunRoute)
    assert (route.part, route.handed) == ("u-howwasit", (("one", ("Ring the office",)),))


def test_three_are_asked_about_and_the_rest_waits_in_its_list(house: House) -> None:
    house.open()
    for number in range(5):
        house.store.open.add(plan(f"Plan {number}", -number))
    house.context.hub.changed.emit(frozenset({"open"}))
    words = words_of(lines(house))
    assert [f"Plan {number}" in words for number in range(5)] == [False, False, True, True, True]
    tab_to("And 2 more")
    enter()
    assert house.shell.page("lists").isVisible()
    assert "Plan 0" in words_of(house.shell.page("lists"))


def test_not_now_holds_for_today_and_can_be_undone(house: House) -> None:
    house.open()
    house.store.open.add(plan("Ring the office", 0))
    house.context.hub.changed.emit(frozenset({"open"}))
    tab_to("Not now")
    enter()
    assert not lines(house).isVisible()
    assert house.store.profile.get("open_put_away") == TODAY.isoformat()
    ctrl(Qt.Key.Key_Z)
    assert lines(house).isVisible()
    house.store.profile.put("open_put_away", (TODAY - timedelta(days=1)).isoformat())
    house.context.hub.changed.emit(frozenset({"profile"}))
    assert lines(house).isVisible()


def test_on_a_hard_day_nobody_is_asked(house: House) -> None:
    house.open()
    house.store.open.add(plan("Ring the office", 0))
    house.store.moments.add(make.moment(day=TODAY, peak=8))
    house.context.hub.changed.emit(frozenset({"open"}))
    assert not lines(house).isVisible()
    house.store.moments.remove(house.store.moments.for_day(TODAY)[0].uid)
    house.context.hub.changed.emit(frozenset({"moments"}))
    assert lines(house).isVisible()


def test_a_look_back_begins_with_the_plan_and_takes_it_off_today(house: House) -> None:
    house.open()
    house.store.open.add(plan("Ring the office", -1, kind=ExpectationKind.TEST, predict="They will hang up"))
    house.context.hub.changed.emit(frozenset({"open"}))
    tab_to("How was it? Ring the office")
    enter()
    player = house.player
    assert player.run.told == ("Ring the office",)
    assert player.run.screen.text == "Have you been able to do it?"
    player.run = player.run.answer(["Yes"])
    player.show_current()
    player.next()
    assert "They will hang up" in player.run.screen.hint
    player.run = player.run.answer("They were kind.")
    player.show_current()
    player.next()
    while player.run.screen.kind is not ScreenKind.FINISH:
        player.skip()
    player.press(FINISH_PLAIN)
    [done] = house.store.open.all()
    assert (done.what, done.came, done.state) == (
        "Ring the office",
        "They were kind.",
        ExpectationState.DONE,
    )
    assert not lines(house).isVisible()
