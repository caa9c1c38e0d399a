"""What there was before: the first finished exercise, and what someone left who was away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rewire_app.domain.journal.returning import DayKind, away_kind
from rewire_app.store import queries as reads
from rewire_app.store.looking_back import LOOK_AROUND, absence, first_pass
from rewire_app.store.store import Store
from tests.store import entries as make
from tests.store.entries import DAY

FIRST = DAY.toordinal()


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        (None, DayKind.ORDINARY),
        (3, DayKind.ORDINARY),
        (4, DayKind.AWAY),
        (29, DayKind.AWAY),
        (30, DayKind.LONG_AWAY),
    ],
)
def test_days_away_make_another_kind_of_day(gone: int | None, kind: DayKind) -> None:
    assert away_kind(FIRST, None if gone is None else FIRST - gone) is kind


@pytest.mark.parametrize("entry", [make.practice(9), make.day_entry(9), make.night(9), make.moment(9)])
def test_an_entry_of_any_kind_ends_an_absence(store: Store, entry: make.Practice) -> None:
    store.practices.add(make.practice(0))
    assert absence(store.vault, FIRST + 9) is not None
    store.many([entry])
    assert absence(store.vault, FIRST + 9) is None
    found = absence(store.vault, FIRST + 13)
    assert found is not None
    assert found.last == FIRST + 9


def test_an_entry_of_a_day_to_come_is_no_visit(store: Store) -> None:
    store.many([make.practice(0), make.day_entry(30)])
    found = absence(store.vault, FIRST + 10)
    assert found is not None
    assert found.last == FIRST


def test_only_the_day_of_the_first_finished_exercise_is_the_first_one(store: Store) -> None:
    store.many([make.practice(1, status=make.Status.STOPPED), make.practice(3), make.practice(5)])
    assert [first_pass(store.vault, FIRST + day) is not None for day in (1, 3, 5)] == [False, True, False]


def test_of_several_on_the_first_day_the_newest_is_told(store: Store) -> None:
    later = make.practice(0, uid="f" * 32, started=make.later(90), exercise="b-sigh", before=None)
    store.many([make.practice(0), later])
    found = first_pass(store.vault, FIRST)
    assert found is not None
    assert (found.exercise, found.before) == ("b-sigh", None)


def test_months_before_hold_what_their_moments_took_and_nothing_still_going(store: Store) -> None:
    last = date(2026, 10, 15)
    noted = [
        make.moment(0, day=date(2026, 9, 30), calm_min=40),
        make.moment(1, day=date(2026, 10, 1), calm_min=25),
        make.moment(2, day=last, calm_min=None),
        make.moment(3, day=last, calm_min=60, still_going=True),
        make.moment(4, day=date(2026, 8, 31), calm_min=90),
    ]
    store.many(noted)
    found = absence(store.vault, (last + timedelta(days=40)).toordinal())
    assert found is not None
    assert [(date.fromordinal(month.first), month.calm) for month in found.months] == [
        (date(2026, 9, 1), (40,)),
        (date(2026, 10, 1), (25,)),
    ]
    assert found.calm == (25, 40, 90)


def test_what_was_answered_belongs_to_one_absence(store: Store) -> None:
    store.practices.add(make.practice(0))
    store.profile.put(LOOK_AROUND, DAY.isoformat())
    first = absence(store.vault, FIRST + 40)
    assert first is not None
    assert first.looked_around
    store.practices.add(make.practice(41))
    second = absence(store.vault, FIRST + 90)
    assert second is not None
    assert not second.looked_around


def test_days_of_a_pause_are_told_up_to_today(store: Store) -> None:
    store.many([make.pause(0, to_day=DAY + timedelta(days=2)), make.pause(12)])
    assert reads.today(store.vault, FIRST + 13).paused == {
        FIRST,
        FIRST + 1,
        FIRST + 2,
        FIRST + 12,
        FIRST + 13,
    }
