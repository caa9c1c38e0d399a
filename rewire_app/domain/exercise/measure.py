"""What is rated before and after an exercise, and what may be said about the two numbers.

Every sentence names the change and promises nothing; the stop rules follow the program's safety page:
a rating that ends at 8 of 10 or more and at least 2 above where it began closes the exercise gently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.i18n import _, ngettext


class Better(StrEnum):
    """Which way a measure is wished to go."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One question asked before and after; `low` and `high` are the words at its ends."""

    id: str
    name: str
    question: str
    low: str
    high: str
    scale: Scale
    better: Better
    short: str


def rating_text(value: float, scale: Scale = Scale.TEN) -> str:
    """A rating as it is read in a sentence: "6 of 10" or "70%"."""
    number = f"{value:g}"
    return (
        _("{number}%").format(number=number)
        if scale is Scale.PERCENT
        else _("{number} of 10").format(number=number)
    )


def change_sentence(measure: Measure, before: int | None, after: int | None) -> str:
    """What changed, in plain words; empty when either rating was left out."""
    if before is None or after is None:
        return ""
    difference = after - before
    if difference == 0:
        return _("The same as before. Some days it won’t move. Those days count too.")
    size = abs(difference)
    if difference < 0:
        moved = ngettext("{n} point lower than before.", "{n} points lower than before.", size)
    else:
        moved = ngettext("{n} point higher than before.", "{n} points higher than before.", size)
    if _worsening(measure, before, after) > 0:
        rest = _("That happens: looking closely can make a feeling louder for a while.")
    else:
        rest = _("Some days it won’t move. Those days count too.")
    return f"{moved.format(n=size)} {rest}"


def gentle_end(measure: Measure, before: int | None, after: int | None) -> bool:
    """Whether an exercise closes with grounding and help: hard at the end (8 of 10) and 2 or more worse."""
    if before is None or after is None:
        return False
    return aftercare(measure, after) and _worsening(measure, before, after) * 10 >= 2 * measure.scale.top


def aftercare(measure: Measure, after: int | None) -> bool:
    """Whether grounding and help are offered: a hard feeling is still 8 of 10 or more at the end.

    Beliefs, confidence and willingness are no feelings of distress: a low or high one asks for no help.
    """
    if after is None or measure.better is not Better.LOWER or measure.scale is Scale.PERCENT:
        return False
    return after >= 8


def worse_three_times(measure: Measure, ratings: Sequence[tuple[int | None, int | None]]) -> bool:
    """Whether the latest three rated passes (oldest first: before, after) each ended a point of 10 worse.

    Passes without both ratings say nothing and are left out.
    """
    rated = [(before, after) for before, after in ratings if before is not None and after is not None][-3:]
    point = measure.scale.top // 10
    return len(rated) == 3 and all(_worsening(measure, before, after) >= point for before, after in rated)


def _worsening(measure: Measure, before: int, after: int) -> int:
    """How far `after` moved the unwished way, in points; negative for the wished way, 0 without a wish."""
    return {Better.LOWER: after - before, Better.HIGHER: before - after, Better.NONE: 0}[measure.better]
