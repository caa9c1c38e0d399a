"""A house in which somebody has values with ratings and goals, plans, worries, urges and records."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Intention, Practice, Status, new_uid
from rewire_app.domain.lists.entries import Urge, Value, Worry, WorrySort
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from rewire_app.domain.lists.written import Thought
from rewire_app.store.store import Store

TODAY = date(2026, 11, 24)
COUNT = [0]


def uid() -> str:
    """Another uid."""
    COUNT[0] += 1
    return new_uid(at(TODAY - timedelta(days=40)))


def at(day: date, hour: int = 19) -> Instant:
    """An hour of a day in the house."""
    since = datetime(day.year, day.month, day.day, hour) - datetime(1970, 1, 1, 1)
    return Instant(utc_ms=round(since.total_seconds() * 1000) + COUNT[0], offset_min=60)


def a_record(store: Store, exercise: str, answers: dict[str, object], day: date = TODAY) -> Practice:
    """A pass with these answers."""
    begun = at(day)
    practice = Practice(
        uid=uid(),
        exercise=exercise,
        version=1,
        started=begun,
        ended=at(day, 20),
        day=day,
        status=Status.DONE,
        seconds=600,
        steps_done=9,
        steps_seen=9,
        measure="none",
        before=None,
        after=None,
        answers=json.dumps(answers),
        note="",
    )
    store.practices.add(practice)
    return practice


def lived_in(store: Store) -> Value:
    """Fill the lists; gives the first value."""
    patience = Value(uid=uid(), name="Patience", meaning="Letting the other one finish.", lived=6)
    outdoors = Value(uid=uid(), name="Being outdoors")
    goal = PersonalGoal(
        uid=uid(), text="Read to Mia on Sundays", value=patience.uid, by_day=date(2026, 12, 24)
    )
    said = [(patience, 84, 3), (patience, 56, 5), (patience, 28, 4), (patience, 0, 6), (outdoors, 56, 7)]
    ratings = [
        ValueRating(uid=uid(), value=value.uid, day=TODAY - timedelta(days=back), lived=lived)
        for value, back, lived in said
    ]
    done = ExpectationState.DONE
    steps = [
        Expectation(uid=uid(), what=what, kind=ExpectationKind.ACTION, goal=goal.uid, state=state)
        for what, state in (("Choose a book", done), ("Ask her on Friday", ExpectationState.OPEN))
    ]
    moves = [
        Move(
            uid=uid(),
            day=TODAY - timedelta(days=back),
            at=at(TODAY - timedelta(days=back)),
            toward=toward,
            text=text,
            value=patience.uid,
        )
        for back, toward, text in (
            (0, True, "Waited until he had finished"),
            (1, False, "Cut her off at supper"),
            (8, True, "Counted to five on the phone"),
            (9, True, "Let the queue be a queue"),
            (30, True, "Asked instead of guessing"),
        )
    ]
    store.many([patience, outdoors, goal, *ratings, *steps, *moves])
    plans = [
        Intention(uid=uid(), day=TODAY - timedelta(days=n), text=f"When it rings, I wait {n}.")
        for n in (1, 9)
    ]
    worries = [
        Worry(uid=uid(), text="The rent", sort=WorrySort.OPEN, due=TODAY + timedelta(days=1), minute=18 * 60),
        Worry(uid=uid(), text="The letter", sort=WorrySort.ACT, next_step="Read it on Saturday"),
    ]
    urges = [Urge(uid=uid(), day=TODAY, urge="Scroll in bed", first=5, peak=7, last=2, acted=False)]
    thoughts = [Thought(uid=uid(), hard="They think I am slow", fair="Two of them waited for me.", belief=60)]
    store.many([*plans, *worries, *urges, *thoughts])
    a_record(
        store,
        "c-record",
        {
            "situation": "In the meeting",
            "hard": "They think I am slow",
            "habit": "Reading minds",
            "fair": "Two waited.",
        },
    )
    a_record(store, "c-experiment", {"thought": "If I ask, they laugh"}, TODAY - timedelta(days=3))
    return patience
