"""A weekly look is kept once a week and card, and nothing else ever touches it."""

from __future__ import annotations

import pytest

from rewire_app.insight.findings import Certainty
from rewire_app.insight.looks import KeptLook, WeeklyLook
from rewire_app.store.queries import looks
from tests.store import entries as make

SUNDAY = 739_942
SAID = KeptLook(card="link", week=SUNDAY, look=WeeklyLook(side=-1, step=Certainty.STRONG, since=SUNDAY - 70))
NOT_SAID = KeptLook(card="link", week=SUNDAY, look=WeeklyLook(side=0, step=Certainty.UNCLEAR))


def next_week(look: KeptLook, weeks: int = 1) -> KeptLook:
    return KeptLook(card=look.card, week=look.week + 7 * weeks, look=look.look)


def test_a_look_is_kept_as_it_was_made(store, vault):
    assert store.looks.get("link") is None
    store.looks.keep([SAID, KeptLook(card="sleep", week=SUNDAY, look=NOT_SAID.look)])
    assert store.looks.get("link") == SAID
    assert sorted(looks(vault)) == [
        ("link", SUNDAY, -1, 4, SUNDAY - 70),
        ("sleep", SUNDAY, 0, 2, None),
    ]


def test_the_first_look_of_a_week_stands_and_the_next_week_takes_its_place(store, vault):
    store.looks.keep([SAID])
    saves = vault.commit_seq
    store.looks.keep([NOT_SAID])
    store.looks.keep([])
    assert (store.looks.get("link"), vault.commit_seq) == (SAID, saves)
    store.looks.keep([next_week(NOT_SAID)])
    assert store.looks.get("link") == next_week(NOT_SAID)


def test_a_look_of_a_later_week_gives_way_when_the_clock_was_set_right(store):
    store.looks.keep([next_week(SAID, weeks=50)])
    store.looks.keep([NOT_SAID])
    assert store.looks.get("link") == NOT_SAID


def test_taking_an_entry_back_leaves_the_looks(store):
    change = store.practices.add(make.practice())
    store.looks.keep([SAID])
    change.revert()
    assert store.looks.get("link") == SAID


@pytest.mark.parametrize("since", [SUNDAY, None])
def test_since_when_it_is_said_is_kept_where_it_is_known(store, since):
    look = WeeklyLook(side=1, step=Certainty.LIKELY, since=since)
    store.looks.keep([KeptLook(card="before_and_now", week=SUNDAY, look=look)])
    assert store.looks.get("before_and_now").look == look
