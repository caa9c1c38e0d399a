"""Invented guesses: some that came and many that did not, two that are due, and some that wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from rewire_app.domain.lists.expected import (
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.exchange.sample.day import SampleDraw

BEFORE = 4
"""So many days before its own a guess was made."""


def sample_guesses(
    source: SampleDraw, words: Mapping[str, Any], first: date, today: date
) -> Iterator[Expectation]:
    """Those of the file that fit into the days from `first` on."""
    for number, told in enumerate(words["guesses"]):
        due = today + timedelta(days=told["days"])
        made = min(today, due) - timedelta(days=BEFORE)
        if made < first:
            continue
        outcome = ExpectationOutcome(told["outcome"]) if "outcome" in told else None
        yield Expectation(
            uid=source.uid(source.at(made, 20 + number / 60)),
            what=told["what"],
            kind=ExpectationKind(told["kind"]) if "kind" in told else None,
            hoped=told.get("hoped"),
            chance=told["chance"],
            due=due,
            made_day=made,
            outcome=outcome,
            looked_day=None if outcome is None else due,
            state=ExpectationState.OPEN if outcome is None else ExpectationState.DONE,
        )
