"""Parts of an answer: how many things it holds, and the other fields of the entry that was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.answers import Answer, Row
from rewire_app.domain.exercise.exercise import Ask, Input, ListStep, Pick, Scale, Step
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.lists.entries import KEPT, ListKind, ListShape, folded

COUNT = "count"
"""The part of an answer that says how many things it holds."""

Rows = Mapping[str, Sequence[Row]]
"""Entries of the person's lists by the list ("@open"), oldest first: each field as text or number."""


def counted(step: Step) -> bool:
    """Whether an answer to `step` may hold several things."""
    return isinstance(step, Pick | ListStep) or (isinstance(step, Ask) and step.input is Input.LINES)


def is_count(step: Step, part: str) -> bool:
    """Whether `part` of an answer to `step` is how many things it holds, and no column of that name."""
    return part == COUNT and not (isinstance(step, ListStep) and any(c.name == part for c in step.columns))


def count_of(answers: Sequence[Answer | None]) -> int | None:
    """How many were chosen, lines written or rows given; None where nothing was answered."""
    given = [answer for answer in answers if answer is not None]
    return sum(map(_count, given)) if given else None


def _count(answer: Answer) -> int:
    if isinstance(answer, tuple):
        return len(answer)
    return len([line for line in str(answer).splitlines() if line.strip()])


def list_shape(step: Step) -> ListShape | None:
    """The list of the person's that `step` lets choose from; None for another step."""
    name = _list_of(step).removeprefix("@")
    return KEPT[ListKind(name)] if name in tuple(ListKind) else None


def _list_of(step: Step) -> str:
    source = step.options_from if isinstance(step, Pick) else ""
    return source.partition(".")[0] if source.startswith("@") else ""


def field_of(text: str, step: Step, field: str, rows: Rows) -> str | int:
    """`field` of the newest entry that was chosen as `text` in `step`; "" where it has none."""
    shape = list_shape(step)
    if shape is None or not isinstance(step, Pick):
        return ""
    chosen_by = step.options_from.partition(".")[2] or shape.main
    for row in reversed(rows.get(_list_of(step), ())):
        if folded(str(row.get(chosen_by) or "")) == folded(text):
            value = row.get(field)
            return "" if value is None else value
    return ""


def field_words(value: str | int, step: Step, field: str) -> str:
    """A field of a chosen entry in words, with its unit; a day as people write it."""
    shape = list_shape(step)
    if isinstance(value, int):
        percent = shape is not None and field in shape.percents
        return rating_text(value, Scale.PERCENT if percent else Scale.TEN)
    if value and shape is not None and field in shape.days:
        return day_words(date.fromisoformat(value), week_day=True)
    return value


def part_of(answers: Sequence[Answer | None], step: Step, part: str, rows: Rows) -> Answer | None:
    """`part` of an answer given in one or several rounds, as conditions ask it.

    A field of an entry is "" where there is none; the count of nothing is None.
    """
    if is_count(step, part):
        return count_of(answers)
    chosen = next((answer for answer in reversed(answers) if answer), None)
    text = chosen[0] if isinstance(chosen, tuple) else chosen
    return field_of(text, step, part, rows) if isinstance(text, str) else ""
