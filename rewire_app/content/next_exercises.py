"""What follows from an exercise: reading and writing `[[next]]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rewire_app.content.fields import Fields
from rewire_app.content.shape import Conditions
from rewire_app.domain.exercise.exercise import Next

WHEN = Conditions(name="when")


def read_next(fields: Fields) -> Next:
    """One `[[next]]` table; raises ContentError."""
    found = Next(
        to=fields.text("to"),
        why=fields.text("why"),
        when=WHEN.read(fields),
        hands=_hands(fields),
    )
    fields.close()
    return found


def _hands(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The questions there, each with the answer it is given: `["emotion"]` or `{ theirs = "ours" }`."""
    if not fields.is_table("hands"):
        return tuple((name, name) for name in fields.texts("hands", ()))
    table = fields.table("hands")
    found = tuple((theirs, table.text(theirs)) for theirs in table.names)
    table.close()
    return found


def next_table(one: Next) -> dict[str, Any]:
    """`one` as the table of a file."""
    same = all(theirs == ours for theirs, ours in one.hands)
    hands: Mapping[str, Any] = {}
    if one.hands:
        hands = {"hands": [ours for _theirs, ours in one.hands] if same else dict(one.hands)}
    return {"to": one.to, "why": one.why, **WHEN.pairs(one.when), **hands}
