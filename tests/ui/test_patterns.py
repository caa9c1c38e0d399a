"""Patterns from nothing: written by hand, noted with moments, drawn, linked, rested and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.domain.journal.notes import Note
from rewire_app.domain.lists.entries import LadderStep, Pattern, PatternState, Value
from rewire_app.exchange.sample.fill import fill
from rewire_app.reports.patterns import every_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.patterns.page import PatternsPage
from rewire_app.ui.widgets.rows import OpenRow
from tests.guards.tab_round import unsound_at
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)
WORK, YES = "a" * 32, "b" * 32


def pattern(uid: str = WORK, **told: object) -> Pattern:
    made = Pattern(
        uid=uid,
        reaction="Go quiet, replay it for hours",
        situation="my work is criticised",
        response="Breathe out, ask one question",
    )
    return replace(made, **told)


def moment(number: int, day: date = TODAY, **told: object) -> Moment:
    made = make.moment(uid=f"{number:032x}", day=day, response=Response.NEW, pattern=WORK)
    return replace(made, **told)


def page(house: House, route: Route) -> PatternsPage:
    house.go(route)
    settle()
    found = house.shell.page("patterns")
    assert isinstance(found, PatternsPage)
    return found


def test_a_pattern_is_written_noted_moved_and_taken_back_by_keyboard(house: House) -> None:
    house.open().resize(1200, 800)
    shown = page(house, routes.PATTERNS)
    tab_to("Write one by hand")
    enter()
    type_in("my work is criticised")
    press(Qt.Key.Key_Tab)
    type_in("Go quiet")
    press(Qt.Key.Key_Tab)
    type_in("Ask one question")
    enter()
    settle()
    (kept,) = house.store.patterns.all()
    assert (kept.situation, kept.reaction, kept.response) == (
        "my work is criticised", "Go quiet", "Ask one question",
    )  # fmt: skip
    assert house.shell.pages.place == routes.pattern_page(kept.uid)
    assert "When my work is criticised" in words_of(shown)
    assert focused().accessibleName() == "Note a moment"
    enter()
    type_in("A message from my manager")
    enter()
    settle()
    (noted,) = house.store.moments.for_day(TODAY)
    assert noted.pattern == kept.uid
    assert house.shell.pages.place == routes.pattern_page(kept.uid)
    assert "A message from my manager" in words_of(shown)
    shown.one.place.line.set_value("2")
    assert house.store.patterns.get(kept.uid).station == 2
    ctrl(Qt.Key.Key_Z)
    assert house.store.patterns.get(kept.uid).station is None


def test_counts_follow_when_a_moment_is_edited_removed_and_taken_back(house: House) -> None:
    house.open()
    store = house.store
    store.patterns.add(pattern())

    def counts() -> tuple[int, int, int]:
        found = every_pattern(store, TODAY).active[0].counts
        return found.new, found.old, found.moments

    store.moments.add(moment(1))
    store.moments.add(moment(2, TODAY - timedelta(days=40)))
    assert counts() == (1, 0, 1)
    edit = store.moments.edit(moment(1, response=Response.MIXED))
    assert counts() == (1, 1, 1)
    edit.revert()
    assert counts() == (1, 0, 1)
    gone = store.moments.remove(moment(1).uid)
    assert counts() == (0, 0, 0)
    gone.revert()
    assert counts() == (1, 0, 1)


def test_the_page_shows_paths_months_moments_and_what_belongs_to_it(house: House) -> None:
    house.open().resize(1200, 800)
    house.store.values.add(Value(uid="c" * 32, name="Honest"))
    told = pattern(
        learned="Staying quiet kept things calm",
        signs=("Warm ears",),
        then_now=(("Voices got loud", "People wait"),),
        exercises=("b-paced",),
        articles=("L24",),
        serves=("c" * 32,),
        fear="Speaking up",
        station=4,
    )
    house.store.patterns.add(told)
    house.store.ladder.add(LadderStep(uid="e" * 32, step="ask my manager", fear="Speaking up", distress=7))
    house.store.many([moment(n, TODAY - timedelta(days=n), calm_min=20) for n in range(6)])
    house.store.many([moment(n, TODAY - timedelta(days=n), response=Response.MIXED) for n in (7, 8)])
    shown = page(house, routes.pattern_page(WORK))
    words = words_of(shown)
    for said in (
        "8 times in the last 30 days", "2 moments had a bit of both and stand on both.",
        "So far in November the new response came", "All 8", "Staying quiet kept things calm",
        "Voices got loud", "Warm ears", "Paced breathing", "Honest", "Ladder: next, ask my manager, fear 7",
    ):  # fmt: skip
        assert said in words, said
    plot = shown.one.months.plot
    assert plot.accessibleDescription().startswith("November so far: new 8, old 2, calm after 20 min")
    plot.setFocus()
    press(Qt.Key.Key_Right)
    assert "November so far" in words_of(shown.one.months)


def test_each_way_leads_both_ways(house: House) -> None:
    house.open().resize(1200, 800)
    house.store.patterns.add(pattern(exercises=("b-paced",), articles=("L24",)))
    for route in (routes.exercise("b-paced"), routes.library("L24")):
        house.go(route)
        settle()
        tab_to("When my work is criticised")
        enter()
        settle()
        assert house.shell.pages.place == routes.pattern_page(WORK)
    text = f"See [it](list:patterns/{WORK}) again"
    told = Note(uid="d" * 32, day=TODAY, at=moment(1).at, text=text)
    assert house.context.hub.note(house.store.notes.add, told)
    assert "24 November: See it again" in words_of(page(house, routes.pattern_page(WORK)))
    found = house.go(routes.FIND)
    type_in("ask one question")
    found.search.settle()
    tab_to("Open. List, Your patterns. Breathe out, ask one question")
    enter()
    assert house.shell.pages.place == routes.pattern_page(WORK)
    house.go(routes.TODAY)
    tab_to("Open: When my work is criticised")
    enter()
    assert house.shell.pages.place == routes.pattern_page(WORK)


def test_one_rests_and_is_taken_up_and_a_closed_one_waits_under_more(house: House) -> None:
    house.open().resize(1200, 800)
    house.store.patterns.add(pattern())
    shown = page(house, routes.pattern_page(WORK))
    tab_to("More")
    enter()
    enter()
    assert house.store.patterns.get(WORK).state is PatternState.RESTING
    assert "Resting since 24 November. Nothing is lost." in words_of(shown)
    page(house, routes.PATTERNS)
    tab_to("Take up again: When my work is criticised")
    enter()
    assert house.store.patterns.get(WORK).state is PatternState.ACTIVE
    closed = pattern(state=PatternState.CLOSED)
    assert house.context.hub.note(house.store.patterns.edit, closed)
    page(house, routes.PATTERNS)
    assert not shown.every.cards.cards or not shown.every.cards.isVisible()
    tab_to("More")
    enter()
    enter()
    assert "New response: Breathe out, ask one question" in QApplication.clipboard().text()
    tab_to("More")
    enter()
    tab_to("Closed: When my work is criticised")
    enter()
    settle()
    assert house.shell.pages.place == routes.pattern_page(WORK)


def test_two_moments_are_linked_and_the_link_is_said(house: House) -> None:
    house.open().resize(1200, 800)
    house.store.patterns.add(pattern())
    house.store.patterns.add(pattern(YES, reaction="Say yes", situation="someone needs something"))
    for n in range(3):
        house.store.moments.add(moment(2 * n, TODAY - timedelta(days=n)))
        later = moment(2 * n + 1, TODAY - timedelta(days=n), pattern=YES)
        at = replace(later.at, utc_ms=later.at.utc_ms + 3_600_000)
        house.store.moments.add(replace(later, at=at, set_off_by=moment(2 * n).uid if n else None))
    shown = page(house, routes.PATTERN_LINKS)
    assert "From 3 links on" in words_of(shown)
    tab_to("Link two moments")
    enter()
    shown.links.form.first.set_value(moment(0).uid)
    shown.links.form.then.set_value(moment(1).uid)
    tab_to("Link them")
    enter()
    settle()
    assert house.store.moments.get(moment(1).uid).set_off_by == moment(0).uid
    said = "After a moment of “my work is criticised”, one of “someone needs something” came next 3 times."
    assert said in words_of(shown)
    assert shown.links.plot.sentence(0).startswith(said)


def test_a_half_written_pattern_waits_in_the_next_window(house: House) -> None:
    house.open()
    shown = page(house, routes.NEW_PATTERN)
    shown.writing.form.form.field("situation").line.setFocus()
    type_in("the room goes quiet")
    house.go(routes.TODAY)
    house.close()
    house.open()
    shown = page(house, routes.NEW_PATTERN)
    assert shown.writing.form.form.answer("situation") == "the room goes quiet"


def test_scrolled_down_the_same_button_stays_in_sight_and_covers_no_focus(house: House) -> None:
    house.open().resize(1200, 600)
    house.store.patterns.add(pattern(exercises=("b-paced",), learned="Long ago"))
    house.store.many([moment(n, TODAY - timedelta(days=n)) for n in range(6)])
    shown = page(house, routes.pattern_page(WORK))
    scroll, button = shown._scroll, shown.one.note
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    settle()
    top = button.mapTo(scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= 60 - 44
    assert not shown.one.edit.isVisible()
    last = shown.one.learned.findChildren(OpenRow)[-1]
    last.setFocus()
    for _stop in range(6):
        press(Qt.Key.Key_Backtab)
        settle()
        held = focused()
        if not shown.one.head.held.isAncestorOf(held):
            assert held.mapTo(scroll.viewport(), QPoint(0, 0)).y() >= scroll.covered


@pytest.mark.parametrize(("size", "least"), [((1200, 800), 8), ((640, 420), 4)])
def test_each_stop_of_a_pattern_is_named_seen_and_large_enough(
    size: tuple[int, int], least: int, house: House
) -> None:
    house.open().resize(*size)
    fill(house.store, 60, 7, TODAY)
    page(house, routes.pattern_page(house.store.patterns.all()[0].uid))
    assert unsound_at(house, least) == []


@pytest.mark.parametrize("size", [(640, 420), (900, 600)])
def test_every_view_fits_a_small_window(size: tuple[int, int], house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 60, 7, TODAY)
    first = house.store.patterns.all()[0]
    for route in (routes.PATTERNS, routes.pattern_page(first.uid), routes.PATTERN_LINKS, routes.NEW_PATTERN):
        shown = page(house, route)
        assert shown._scroll.horizontalScrollBar().maximum() == 0, route
