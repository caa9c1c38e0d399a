"""Taking back where pages take turns: whatever is done in which order, no row is left as it never was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from rewire_app.domain.change import Change
from rewire_app.domain.days import ZoneClock
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.hub import Hub
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.undo_strip import StripOffer
from tests.store import entries as make

PLACES = (routes.TODAY, routes.PRACTICE, routes.JOURNAL, routes.LISTS)
DAYS = tuple(date(2026, 11, 20) + timedelta(days=n) for n in range(3))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


class Desk:
    """A hub with a page in sight, and what it told last."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.hub = Hub(ZoneClock(UTC, stopped_at=datetime(2026, 11, 24, 18, 40)))
        self.place: Route = PLACES[0]
        self.hub.in_sight = lambda: self.place
        self.offer: StripOffer | None = None
        self.said: list[str] = []
        self.hub.offered.connect(self._take)
        self.hub.said.connect(self.said.append)
        self.hub.failed.connect(self.said.append)

    def _take(self, offer: StripOffer) -> None:
        self.offer = offer

    def state(self) -> tuple[int | None, ...]:
        """The stress of each day."""
        found = [self.store.days.get(day) for day in DAYS]
        return tuple(None if one is None else one.stress for one in found)

    def note(self, days: frozenset[int], stress: int) -> None:
        """Note a stress on some days in one write."""
        entries = [make.day_entry(day=DAYS[n], stress=stress) for n in sorted(days)]
        self.hub.do(f"stress {stress}", self.store.many, entries)


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Desk:
    return Desk(store)


def at(desk: Desk, place: Route) -> Desk:
    desk.place = place
    return desk


def test_the_newest_of_the_page_in_sight_is_taken_back_and_told(desk: Desk) -> None:
    at(desk, routes.JOURNAL).note(frozenset({0}), 5)
    at(desk, routes.LISTS).note(frozenset({1}), 7)
    at(desk, routes.JOURNAL).hub.undo()
    assert desk.state() == (None, 7, None)
    assert desk.offer is not None
    assert (desk.offer.lead, desk.offer.action) == ("Taken back: stress 5", "Do again")
    desk.offer.act()
    assert desk.state() == (5, 7, None)
    assert desk.offer.lead == "Done again: stress 5"


def test_where_the_page_has_none_the_newest_elsewhere_is_only_named(desk: Desk) -> None:
    at(desk, routes.JOURNAL).note(frozenset({0}), 2)
    at(desk, routes.LIBRARY).hub.undo()
    assert desk.state() == (2, None, None)
    assert desk.offer is not None
    assert (desk.offer.lead, desk.offer.action) == ("In the Journal: stress 2", "Take it back")
    seen: list[Route] = []
    desk.hub.wanted.connect(seen.append)
    desk.offer.act()
    assert desk.state() == (None, None, None)
    assert seen == [routes.JOURNAL]


def test_with_nothing_to_take_back_that_is_said(desk: Desk) -> None:
    desk.hub.undo()
    desk.hub.redo()
    assert desk.said == ["There is nothing to take back.", "There is nothing to do again."]


def test_under_a_newer_change_of_the_same_row_the_newer_is_named_first(desk: Desk) -> None:
    at(desk, routes.JOURNAL).note(frozenset({0}), 5)
    at(desk, routes.LISTS).note(frozenset({0, 1}), 7)
    at(desk, routes.JOURNAL).hub.undo()
    assert desk.state() == (7, 7, None)
    assert desk.offer is not None
    assert desk.offer.lead == "In Your lists: stress 7"
    desk.offer.act()
    assert desk.state() == (5, None, None)
    desk.hub.undo()
    assert desk.state() == (None, None, None)


def test_what_was_taken_back_last_is_done_again_first_where_both_touch_a_row(desk: Desk) -> None:
    at(desk, routes.JOURNAL).note(frozenset({0}), 5)
    at(desk, routes.LISTS).note(frozenset({0}), 7)
    desk.hub.undo()
    at(desk, routes.JOURNAL).hub.undo()
    at(desk, routes.LISTS).hub.redo()
    assert desk.state() == (None, None, None)
    assert desk.offer is not None
    assert desk.offer.lead == "In the Journal, taken back: stress 5"
    desk.offer.act()
    desk.hub.redo()
    assert desk.state() == (7, None, None)


def test_what_is_done_anew_leaves_nothing_to_do_again(desk: Desk) -> None:
    desk.note(frozenset({0}), 5)
    desk.hub.undo()
    desk.note(frozenset({0}), 6)
    desk.hub.redo()
    assert desk.state() == (6, None, None)


def keep(desk: Desk, note: str, number: int, *, typed: bool = True) -> None:
    write = partial(desk.store.days.put, make.day_entry(day=DAYS[0], note=note))
    desk.hub.keep("words in the note", Burst(of="note", number=number, typed=typed), write)


def note_of(desk: Desk) -> str | None:
    entry = desk.store.days.get(DAYS[0])
    return None if entry is None else entry.note


def test_each_burst_of_words_is_one_step(desk: Desk) -> None:
    for note, number in (("I", 1), ("I am", 1), ("I am here", 2)):
        keep(desk, note, number)
    seen = []
    for _turn in range(2):
        desk.hub.undo()
        seen.append(note_of(desk))
    assert seen == ["I am", None]


def test_words_taken_back_in_their_field_are_not_brought_back_by_undo(desk: Desk) -> None:
    keep(desk, "as it was", 1)
    keep(desk, "as it was, and more", 2)
    keep(desk, "as it was", 3)  # the field itself took it back
    desk.hub.undo()
    assert note_of(desk) is None


def test_a_choice_given_twice_is_still_a_step(desk: Desk) -> None:
    for note, number in (("a", 1), ("b", 2), ("a", 3)):
        keep(desk, note, number, typed=False)
    desk.hub.undo()
    assert note_of(desk) == "b"


MOVES = st.one_of(
    st.tuples(
        st.just("note"),
        st.sampled_from(PLACES),
        st.frozensets(st.integers(0, 2), min_size=1),
        st.integers(0, 10),
    ),
    st.tuples(st.sampled_from(["undo", "redo", "strip"]), st.sampled_from(PLACES), st.none(), st.none()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVES, min_size=4, max_size=24))
def test_interleaved_pages_never_leave_what_is_done_and_what_is_stored_apart(
    qapp: QApplication, store: Store, moves: list[tuple[str, Route, frozenset[int] | None, int | None]]
) -> None:
    for day in DAYS:
        if (left := store.days.get(day)) is not None:
            store.days.remove(left.uid)
    desk = Desk(store)
    written: dict[int, tuple[frozenset[int], int]] = {}
    ever = {n: {None} for n in range(len(DAYS))}
    for kind, place, days, stress in moves:
        desk.place = place
        before = desk.state()
        if kind == "note":
            assert days is not None
            assert stress is not None
            desk.note(days, stress)
            written[id(desk.hub.history.done[-1])] = (days, stress)
            for n in days:
                ever[n].add(stress)  # type: ignore[arg-type]
        elif kind == "strip" and desk.offer is not None:
            desk.offer.act()
        else:
            (desk.hub.undo if kind == "undo" else desk.hub.redo)()
        now = desk.state()
        assert all(value in ever[n] for n, value in enumerate(now))
        expected: list[int | None] = [None] * len(DAYS)
        for step in desk.hub.history.done:
            for n in written[id(step)][0]:
                expected[n] = written[id(step)][1]
        assert now == tuple(expected)
        if kind == "undo" and now != before:
            assert desk.hub.history.taken[-1].place == place
    assert not [said for said in desk.said if "cannot" in said]


def test_every_change_names_its_rows_and_knows_when_it_is_back(store: Store) -> None:
    def is_back_after(change: Change) -> tuple[bool, bool]:
        before = change.is_back()
        change.revert()
        return before, change.is_back()

    first = store.days.put(make.day_entry(day=DAYS[0], stress=3))
    second = store.days.put(make.day_entry(day=DAYS[0], stress=4))
    assert first.rows == second.rows
    assert first.rows.isdisjoint(store.days.put(make.day_entry(day=DAYS[1])).rows)
    assert is_back_after(second) == (False, True)
