"""Answers to the steps of an exercise: which values are taken, and whether a condition holds for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rewire_app import i18n
from rewire_app.domain.exercise.exercise import (
    Ask,
    Column,
    ColumnType,
    Condition,
    Input,
    ListStep,
    Op,
    Pick,
    Rate,
    Scale,
    Step,
)
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

Row = Mapping[str, str | int | None]
"""One row of a list answer, by column name."""

Answer = str | int | float | tuple[str, ...] | tuple[Row, ...]
"""A given answer; a skipped one is None."""

LONGEST_CLOCK = 120
"""Minutes that a clock runs at most, whatever was answered."""

_MINUTES = re.compile(r"\s*(\d{1,6}(?:[.,]\d)?)")

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def clean(step: Step, value: object, options: Sequence[str] = ()) -> Answer | None:
    """`value` as the answer to `step` (None: nothing given); raises BadInputError with a sentence otherwise.

    `options` are the choices a pick shows at present.
    """
    if value is None or value in ("", (), []):
        return None
    if isinstance(step, Ask):
        return _asked(step.input, value)
    if isinstance(step, Pick):
        return _picked(step, value, options)
    if isinstance(step, Rate):
        return clean_rating(value, step.scale)
    if isinstance(step, ListStep):
        return _rows(step, value)
    return None


def clean_rating(value: object, scale: Scale) -> int:
    """A whole number on `scale`; raises BadInputError otherwise."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= scale.top:
        return value
    raise BadInputError(_("Use a whole number from 0 to {top}.").format(top=scale.top))


def clean_text(value: object) -> str:
    """A text that fits; raises BadInputError when it is longer than the store takes."""
    if not isinstance(value, str):
        raise BadInputError(_("Write this in words."))
    if len(value) > MAX_TEXT:
        raise BadInputError(_("This text is too long to keep. Please shorten it."))
    return value.strip()


def _asked(kind: Input, value: object) -> Answer | None:
    if kind in (Input.NUMBER, Input.MINUTES):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9:
            return value
        raise BadInputError(_("Use a number, such as 15."))
    text = clean_text(value)
    if kind is Input.TIME and text:
        clock = _CLOCK.fullmatch(text)
        if clock is None:
            raise BadInputError(_("Use a time such as {time}.").format(time=i18n.REGION.clock(23, 10)))
        return f"{int(clock[1]):02d}:{clock[2]}"
    return text or None


def _picked(step: Pick, value: object, options: Sequence[str]) -> Answer | None:
    texts = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [value]
    chosen = [text for text in dict.fromkeys(clean_text(text) for text in texts) if text]
    if len(chosen) > step.max:
        raise BadInputError(_("Choose {n} at most.").format(n=step.max))
    free = step.other or not options
    if not free and any(text not in options for text in chosen):
        raise BadInputError(_("Choose one of the answers shown."))
    return tuple(chosen) or None


def _rows(step: ListStep, value: object) -> Answer | None:
    if not isinstance(value, Iterable) or isinstance(value, str):
        raise BadInputError(_("Write this in words."))
    rows: list[Row] = []
    for given in value:
        if not isinstance(given, Mapping):
            raise BadInputError(_("Write this in words."))
        row = {column.name: _cell(column, given.get(column.name)) for column in step.columns}
        if any(cell is not None for cell in row.values()):
            rows.append(row)
    if len(rows) > step.max:
        raise BadInputError(_("Keep it to {n} lines.").format(n=step.max))
    return tuple(rows) or None


def _cell(column: Column, value: object) -> str | int | None:
    if value is None or value == "":
        return None
    if column.type is ColumnType.RATE:
        return clean_rating(value, column.scale)
    text = clean_text(value)
    if column.type is ColumnType.PICK and text not in column.options:
        raise BadInputError(_("Choose one of the answers shown."))
    return text or None


def holds(condition: Condition, answer: Answer | None) -> bool:
    """Whether `answer` fulfils `condition`; a skipped answer (None) fulfils only `ne`."""
    if condition.op is Op.NE:
        return not _equal(answer, condition.value)
    if answer is None:
        return False
    if condition.op is Op.EQ:
        return _equal(answer, condition.value)
    if condition.op is Op.HAS:
        return condition.value in answer if isinstance(answer, tuple) else answer == condition.value
    number = _number(answer)
    limit = _number(condition.value)
    if number is None or limit is None:
        return False
    return {
        Op.GE: number >= limit,
        Op.LE: number <= limit,
        Op.GT: number > limit,
        Op.LT: number < limit,
    }[condition.op]


def _equal(answer: Answer | None, value: str | int | float) -> bool:
    if isinstance(answer, tuple):
        return len(answer) == 1 and answer[0] == value
    return answer == value


def _number(value: Answer) -> float | None:
    if isinstance(value, tuple):
        value = value[0] if len(value) == 1 and isinstance(value[0], str) else ""
    try:
        return float(value)
    except ValueError:
        return None


def minutes_in(answer: Answer | None) -> float:
    """The minutes in an answer, a number or words that begin with one: "2 minutes"; 0 without any."""
    if isinstance(answer, tuple):
        answer = answer[0] if answer and isinstance(answer[0], str) else ""
    if isinstance(answer, str):
        begun = _MINUTES.match(answer)
        answer = float(begun[1].replace(",", ".")) if begun else 0
    return min(LONGEST_CLOCK, float(answer or 0))


def plain(value: Answer | None) -> object:
    """An answer as JSON takes it."""
    if isinstance(value, tuple):
        return [part if isinstance(part, str) else dict(part) for part in value]
    return value


def from_plain(value: object) -> Answer | None:
    """An answer as `plain` wrote it; raises TypeError for anything else."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        if all(isinstance(part, str) for part in value):
            return tuple(value)
        if all(isinstance(part, dict) for part in value):
            return tuple(value)
    raise TypeError("not an answer")
