"""A guess is asked about once, on its day or soon after; what is answered is told apart and counted once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import (
    Asking,
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.domain.lists.guesses import (
    AGAIN_AFTER,
    ASKED_AFTER,
    ASKED_FOR,
    answered,
    asked_about,
    counted,
    dealt_with,
    due_on,
    guessed_words,
    in_book,
    is_asked,
    is_guess,
    is_hoped,
    joined_to,
    made_on,
    may_wait,
    not_now,
    not_yet,
    room_today,
)

TODAY = date(2026, 11, 24)
MADE_MS = 1_795_000_000_000
"""18 November 2026, by the clock of the world."""

DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))
ENTRIES = st.builds(
    Expectation,
    uid=st.integers(MADE_MS, MADE_MS + 10**9).map(
        lambda ms: new_uid(Instant(utc_ms=ms, offset_min=0))
    ),
    what=st.just("x"),
    kind=st.none() | st.sampled_from(ExpectationKind),
    predict=st.sampled_from(["", "y"]),
    chance=st.none() | st.integers(0, 100),
    due=st.none() | DAYS,
    state=st.sampled_from(ExpectationState),
    outcome=st.none() | st.sampled_from(ExpectationOutcome),
    hoped=st.none() | st.booleans(),
    looked_day=st.none() | DAYS,
    asking=st.sampled_from(Asking),
    ask_day=st.none() | DAYS,
)  # fmt: skip


def guess(due_in: int | None = 0, **given: Any) -> Expectation:
    due = None if due_in is None else TODAY + timedelta(days=due_in)
    uid = new_uid(Instant(utc_ms=given.pop("made_ms", MADE_MS), offset_min=0))
    return Expectation(uid=uid, what="Ask for more time", due=due, **given)


def asked_days(entry: Expectation) -> list[int]:
    """Days from the one it falls due on which it is asked about."""
    days = range(-60, 60)
    return [n for n in days if is_asked(entry, due_on(entry) + timedelta(days=n))]


def test_it_is_asked_about_for_seven_days_from_its_day_on() -> None:
    assert asked_days(guess()) == list(range(ASKED_FOR))


def test_without_a_day_it_falls_due_three_days_after_it_was_made() -> None:
    assert made_on(guess(None)) == date(2026, 11, 18)
    noted = guess(None, made_day=date(2026, 11, 20))
    assert due_on(noted) == date(2026, 11, 20) + timedelta(days=ASKED_AFTER)


def test_not_yet_asks_again_after_two_days_and_can_be_said_once() -> None:
    said = not_yet(guess(-1), TODAY)
    later = TODAY + timedelta(days=AGAIN_AFTER)
    asked = [day for n in range(30) if is_asked(said, day := TODAY + timedelta(days=n))]
    assert asked == [later + timedelta(days=n) for n in range(ASKED_FOR)]
    assert (may_wait(guess()), may_wait(said)) == (True, False)


def test_not_now_leaves_it_in_the_book_as_due() -> None:
    left = not_now(guess(-1), TODAY)
    assert asked_days(left) == []
    assert in_book([left], TODAY) == ([left], [], [])


def test_the_oldest_due_comes_first_and_a_day_has_three() -> None:
    late, later, today = guess(-5), guess(None), guess(0)
    assert asked_about([today, later, late, guess(1)], TODAY) == [late, later, today]
    assert [room_today(n) for n in (0, 2, 3, 9)] == [3, 1, 0, 0]


def test_what_was_dealt_with_today_counts_for_today_alone() -> None:
    done = answered(guess(), ExpectationOutcome.NOT, TODAY)
    for entry in (done, not_yet(guess(), TODAY), not_now(guess(), TODAY)):
        assert dealt_with(entry, TODAY)
        assert not dealt_with(entry, TODAY + timedelta(days=1))
    assert not dealt_with(guess(), TODAY)


def test_what_is_planned_again_is_asked_about_again_and_keeps_its_beginning() -> None:
    old = not_now(guess(-9, made_day=date(2026, 11, 1), practice="a" * 32, chance=70), TODAY)
    again = guess(2, made_day=TODAY, practice="b" * 32)
    both = joined_to(old, again)
    assert (both.made_day, both.practice, both.chance, both.due) == (
        date(2026, 11, 1), "a" * 32, 70, again.due,
    )  # fmt: skip
    assert asked_days(both) == list(range(ASKED_FOR))
    told_more = joined_to(old, guess(None, came="Nothing yet"))
    assert (told_more.asking, told_more.due) == (Asking.LEFT, old.due)


@pytest.mark.parametrize(
    ("given_as", "asks", "words"),
    [
        ({"kind": ExpectationKind.TEST, "predict": "They hang up"}, True, "They hang up"),
        ({"kind": ExpectationKind.TEST}, False, "Ask for more time"),
        ({"kind": ExpectationKind.WORRY}, True, "Ask for more time"),
        ({"kind": ExpectationKind.ACTION, "predict": "Shame"}, False, "Ask for more time"),
        ({"kind": ExpectationKind.ACTION, "chance": 60}, False, "Ask for more time"),
        ({"chance": 40}, True, "Ask for more time"),
    ],
)
def test_what_is_done_is_asked_about_as_done_and_what_comes_as_come(
    given_as: dict[str, Any], asks: bool, words: str
) -> None:
    entry = guess(**given_as)
    assert (is_guess(entry), guessed_words(entry)) == (asks, words)


def test_what_was_hoped_for_is_what_somebody_said_or_what_its_kind_says() -> None:
    assert [is_hoped(guess(kind=kind)) for kind in (ExpectationKind.ACTIVITY, ExpectationKind.TEST)] == [
        True,
        False,
    ]
    assert is_hoped(guess(kind=ExpectationKind.TEST, hoped=True))
    assert not is_hoped(guess(kind=ExpectationKind.ACTIVITY, hoped=False))


@given(st.lists(ENTRIES, max_size=12, unique_by=lambda one: one.uid), DAYS)
def test_each_stands_in_one_part_of_the_book_and_counts_at_most_once(
    entries: list[Expectation], today: date
) -> None:
    due, waiting, over = in_book(entries, today)
    assert sorted(one.uid for one in (*due, *waiting, *over)) == sorted(one.uid for one in entries)
    assert all(due_on(one) <= today < due_on(other) for one in due for other in waiting)
    assert set(map(id, asked_about(entries, today))) <= set(map(id, due))
    feared, hoped = counted(entries, hoped=False), counted(entries, hoped=True)
    assert not set(map(id, feared)) & set(map(id, hoped))
    assert set(map(id, (*feared, *hoped))) <= set(map(id, over))


@given(ENTRIES, st.sampled_from(ExpectationOutcome), DAYS)
def test_an_answer_takes_it_off_today_and_changes_nothing_that_was_guessed(
    entry: Expectation, outcome: ExpectationOutcome, today: date
) -> None:
    done = answered(entry, outcome, today)
    assert not is_asked(done, today)
    over = entry.state is ExpectationState.DONE and entry.looked_day is not None
    day = entry.looked_day if over else today
    assert (done.outcome, done.looked_day, done.state) == (outcome, day, ExpectationState.DONE)
    assert (done.what, done.predict, done.chance, done.due) == (
        entry.what, entry.predict, entry.chance, entry.due,
    )  # fmt: skip
