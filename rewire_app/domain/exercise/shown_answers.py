"""What was answered, shown back under words: rows with their labels, and a list as a ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.domain.exercise.exercise import ColumnType, ListStep, ShownRow
from rewire_app.domain.exercise.recall import Scope, recall


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer: what it is, and its words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRung:
    """One step of a ladder: its words and how high it is, of `top`; None is not rated."""

    words: str
    height: int | None
    top: int


def answer_rows(shown: Sequence[ShownRow], scope: Scope) -> tuple[AnswerRow, ...]:
    """The rows of `shown` whose answers were given."""
    rows = ((row.label, recall(row.words, scope, optional=True).strip()) for row in shown)
    return tuple(AnswerRow(label=label, words=words) for label, words in rows if words)


def rungs(name: str, scope: Scope) -> tuple[LadderRung, ...]:
    """The rows of the list `name` as a ladder, the highest first and those without a rating last."""
    known = scope.known.get(name)
    if known is None or not isinstance(known.step, ListStep) or not isinstance(known.answer, tuple):
        return ()
    words = next((one.name for one in known.step.columns if one.type is ColumnType.TEXT), "")
    rated = next((one for one in known.step.columns if one.type is ColumnType.RATE), None)
    found = []
    for row in known.answer:
        if isinstance(row, str):
            continue
        height = row.get(rated.name) if rated is not None else None
        found.append(
            LadderRung(
                words=str(row.get(words) or "…"),
                height=height if isinstance(height, int) else None,
                top=rated.scale.top if rated is not None else 10,
            )
        )
    return tuple(sorted(found, key=lambda one: -1 if one.height is None else one.height, reverse=True))
