"""An own exercise that is still being written: read although parts of it are missing, and what is missing.

`to_toml` leaves an empty field out, and a file without it is refused by `parse_exercise`. So what is half
written stays out of the catalogue, and `read_rough` brings every field back into the editor, empty ones too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rewire_app.content.branches import numbered
from rewire_app.content.exercises import parse_exercise, read_exercise
from rewire_app.content.faults import Fault
from rewire_app.content.fields import parse_toml
from rewire_app.domain.custom import OWN_GLYPH
from rewire_app.domain.exercise.exercise import (
    ColumnType,
    Evidence,
    Exercise,
    Family,
    Gate,
    Grade,
    ListStep,
    Pick,
    Rate,
    Repeat,
    Step,
    Target,
)
from rewire_app.i18n import _
from rewire_app.paths import picture, resources

GAP = "\u2063"
"""Stands for empty words while a rough text is read: an invisible sign that nobody types."""

LEAST_OPTIONS = 2

HEAD = ("title", "summary", "real_life")
"""Fields at the top that need words."""


def fresh(custom_id: str) -> Exercise:
    """An exercise with nothing in it yet."""
    return Exercise(
        id=custom_id,
        version=1,
        title="",
        summary="",
        family=Family.UNLEARN,
        targets=(Target.UNLEARN,),
        needs=(),
        minutes=(3, 5),
        measure="none",
        gate=Gate.NONE,
        cautions="",
        real_life=_("Try it once in the next days, where it fits."),
        glyph=OWN_GLYPH,
        evidence=Evidence(
            grade=Grade.D,
            note=_("You wrote this exercise yourself. Nobody has tested it."),
            refs=(_("Yours"),),
        ),
        steps=(),
    )


def missing(exercise: Exercise) -> list[Fault]:
    """What has still to be written before `exercise` can be used, each with its field."""
    return [Fault(file=exercise.id, field=field, reason=said) for field, said in _missing(exercise)]


def _missing(exercise: Exercise) -> Iterator[tuple[str, str]]:
    empty = _("there are no words here yet")
    for field in HEAD:
        if not getattr(exercise, field).strip():
            yield field, empty
    if not exercise.needs:
        yield "needs", _("nothing is chosen yet")
    if not exercise.steps:
        yield "steps", _("there is no step yet")
    for number, step, _around in numbered(exercise.steps):
        where = f"steps {number}"
        if not isinstance(step, Repeat) and not step.text.strip():
            yield f"{where}.text", empty
        if isinstance(step, Pick) and not step.options_from and len(step.options) < LEAST_OPTIONS:
            yield f"{where}.options", _("write at least two choices, each on a line of its own")
        if isinstance(step, Rate):
            yield from ((f"{where}.{end}", empty) for end in ("lo", "hi") if not getattr(step, end).strip())
        if isinstance(step, ListStep):
            for place, column in enumerate(step.columns, start=1):
                if column.type is ColumnType.PICK and not column.options:
                    yield f"{where}.columns {place}", _("write at least one choice")


def read_rough(text: str, custom_id: str) -> Exercise:
    """What `to_toml` wrote, whatever is still missing; raises ContentError when it is no such text.

    A drawing that is not there becomes the plain one: the editor has no field for it.
    """
    table = parse_toml(text, custom_id)
    for field in HEAD:
        table[field] = _words(table.get(field))
    needed, steps = bool(table.get("needs")), table.get("steps")
    table["needs"] = table.get("needs") or ["calm"]
    table["steps"] = [_filled(step) for step in steps or [{"kind": "say"}] if isinstance(step, dict)]
    found = read_exercise(table, custom_id)
    head: dict[str, Any] = {field: _bare(getattr(found, field)) for field in HEAD}
    return replace(
        found,
        **head,
        needs=found.needs if needed else (),
        glyph=found.glyph if picture(found.glyph, resources() / "glyphs") else OWN_GLYPH,
        steps=tuple(_emptied(step) for step in found.steps) if steps else (),
    )


def _words(value: object) -> object:
    return GAP if value is None or (isinstance(value, str) and not value.strip()) else value


def _filled(step: dict[str, Any]) -> dict[str, Any]:
    """A step with its gaps filled, so that it can be read."""
    found = dict(step)
    kind = found.get("kind")
    if kind != "repeat":
        found["text"] = _words(found.get("text"))
    if kind == "pick" and not found.get("options_from"):
        options = [*found.get("options", [])]
        found["options"] = options + [GAP * (n + 1) for n in range(LEAST_OPTIONS - len(options))]
    if kind == "rate":
        found |= {end: _words(found.get(end)) for end in ("lo", "hi")}
    if kind == "list":
        found["columns"] = [_column(column) for column in found.get("columns", [])]
    if kind == "repeat":
        found["steps"] = [_filled(inner) for inner in found.get("steps", []) if isinstance(inner, dict)]
    return found


def _column(column: dict[str, Any]) -> dict[str, Any]:
    if column.get("type") == "pick" and not column.get("options"):
        return column | {"options": [GAP]}
    return column


def _bare(text: str) -> str:
    return "" if text.strip(GAP) == "" else text


def _emptied(step: Step) -> Step:
    """A step with its gaps empty again."""
    found = replace(step, text=_bare(step.text))
    if isinstance(found, Pick):
        found = replace(found, options=tuple(option for option in found.options if _bare(option)))
    elif isinstance(found, Rate):
        found = replace(found, lo=_bare(found.lo), hi=_bare(found.hi))
    elif isinstance(found, ListStep):
        columns = (replace(c, options=tuple(o for o in c.options if _bare(o))) for c in found.columns)
        found = replace(found, columns=tuple(columns))
    elif isinstance(found, Repeat):
        found = replace(found, steps=tuple(_emptied(inner) for inner in found.steps))
    return found


def import_text(text: str, file: str, custom_id: str) -> Exercise:
    """The exercise in the text of `file`, as `custom_id`; raises ContentError with line and field."""
    return replace(parse_exercise(text, file), id=custom_id)
