"""What a person said of single days of a test, and what they keep of it, as it stands in `Experiment.note`.

"out 3 17; done 1 2; keep a": days are counted from the first, from 1. A day left out counts as an evening
that was not rated; the test goes on. Tests by weekly means have notes of their own (`weeks`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rewire_app.domain.experiment.experiment import Experiment

DAYS = 56
_PARTS = re.compile(
    r"(?!;)(?:out(?P<out>(?: [1-9]\d?)+))?(?:(?:; |^)done(?P<done>(?: [1-9]\d?)+))?"
    r"(?:(?:; |^)keep (?P<keep>[a-z]+))?"
)


class KeptWay(StrEnum):
    """What a person keeps after the result."""

    A = "a"
    B = "b"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfDays:
    """Days left out and days done, counted from 1, and what is kept."""

    out: frozenset[int] = frozenset()
    done: frozenset[int] = frozenset()
    keep: KeptWay | None = None


def day_notes(experiment: Experiment) -> SaidOfDays:
    """What was said of the days of `experiment`; nothing for a note of another form."""
    found = _PARTS.fullmatch(experiment.note)
    if found is None:
        return SaidOfDays()
    keep = found["keep"]
    return SaidOfDays(
        out=_numbers(found["out"]),
        done=_numbers(found["done"]),
        keep=KeptWay(keep) if keep in set(KeptWay) else None,
    )


def with_notes(experiment: Experiment, notes: SaidOfDays) -> Experiment:
    """`experiment` with `notes` in place of what was said before."""
    parts = [
        " ".join([word, *(str(number) for number in sorted(numbers))])
        for word, numbers in (("out", notes.out), ("done", notes.done))
        if numbers
    ]
    if notes.keep is not None:
        parts.append(f"keep {notes.keep}")
    return replace(experiment, note="; ".join(parts))


def done(experiment: Experiment, day: int, *, yes: bool) -> Experiment:
    """`experiment` with `day` done, which also takes it back in, or not done any more."""
    said = day_notes(experiment)
    marked = said.done | {day} if yes else said.done - {day}
    return with_notes(experiment, replace(said, done=marked, out=said.out - {day} if yes else said.out))


def left_out(experiment: Experiment, day: int, *, yes: bool) -> Experiment:
    """`experiment` with `day` left out, which also takes back that it was done, or in again."""
    said = day_notes(experiment)
    out = said.out | {day} if yes else said.out - {day}
    return with_notes(experiment, replace(said, out=out, done=said.done - {day} if yes else said.done))


def day_of(experiment: Experiment, day: date) -> int:
    """Which day of the test `day` is, counted from 1; 0 or less before it, above 56 after it."""
    return (day - experiment.start_day).days + 1


def date_of(experiment: Experiment, number: int) -> date:
    """The date of a day of the test, counted from 1."""
    return experiment.start_day + timedelta(days=number - 1)


def _numbers(words: str | None) -> frozenset[int]:
    return frozenset(number for number in map(int, (words or "").split()) if number <= DAYS)
