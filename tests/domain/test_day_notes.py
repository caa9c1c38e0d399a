"""Days done and left out, and what is kept, are read as they were written; other notes say nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.experiment.day_notes import (
    KeptWay,
    SaidOfDays,
    date_of,
    day_notes,
    day_of,
    done,
    left_out,
    with_notes,
)
from tests.domain.test_sealed_order import MONDAY, sealed

NUMBERS = st.frozensets(st.integers(1, 56))


@given(NUMBERS, NUMBERS, st.sampled_from([None, *KeptWay]))
def test_what_was_said_of_days_is_read_again(out, finished, keep):
    said = SaidOfDays(out=out, done=finished, keep=keep)
    assert day_notes(with_notes(sealed(), said)) == said


def test_the_note_reads_as_it_is_told():
    one = done(left_out(sealed(), 17, yes=True), 2, yes=True)
    assert one.note == "out 17; done 2"
    assert with_notes(one, SaidOfDays(done=frozenset({3}), keep=KeptWay.BOTH)).note == "done 3; keep both"


def test_a_day_is_done_or_left_out_never_both():
    one = done(sealed(), 5, yes=True)
    assert day_notes(left_out(one, 5, yes=True)) == SaidOfDays(out=frozenset({5}))
    assert day_notes(done(left_out(one, 5, yes=True), 5, yes=True)) == SaidOfDays(done=frozenset({5}))
    assert left_out(left_out(sealed(), 5, yes=True), 5, yes=False) == sealed()
    assert done(one, 5, yes=False) == sealed()


@pytest.mark.parametrize(
    "note", ["", "crisis 2 5", "A hard time", "out", "out x", "done 1; out 2", "keep", "out 1; ", "; done 1"]
)
def test_any_other_note_says_nothing_of_days(note):
    assert day_notes(sealed(note=note)) == SaidOfDays()


def test_days_beyond_the_test_are_not_read():
    assert day_notes(sealed(note="out 56 57 99")).out == {56}


def test_days_are_counted_from_the_start():
    assert day_of(sealed(), MONDAY) == 1
    assert day_of(sealed(), MONDAY - timedelta(days=1)) == 0
    assert date_of(sealed(), 56) == date(2027, 1, 24)
