"""An exercise as the text of its file: what `parse_exercise` reads, `to_toml` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rewire_app.content.document_shape import DOCUMENT
from rewire_app.content.keeps import WHEN
from rewire_app.content.next_exercises import next_table
from rewire_app.content.steps import kind_of
from rewire_app.domain.exercise.exercise import Exercise, Keep, Repeat

HEAD = (
    "id", "version", "title", "summary", "family", "module", "credit", "targets", "needs", "minutes",
    "measure", "gate", "risk_tags", "cautions", "stop_if", "gentler", "real_life", "plan", "glyph",
    "article", "differs", "unkept", "frame", "worksheet",
)  # fmt: skip
"""The fields before the first table, in their order; those in `ALWAYS` also when they are empty."""

ALWAYS = frozenset({"cautions"})

_BARE = re.compile(r"[A-Za-z0-9_-]+")

WIDE = 100
"""Longer arrays stand on several lines."""


def to_toml(exercise: Exercise) -> str:
    """The file of `exercise`; reading it gives the same value."""
    head = {name: getattr(exercise, name) for name in HEAD}
    parts = ["\n".join(_pairs({name: v for name, v in head.items() if v or name in ALWAYS}))]
    evidence = exercise.evidence
    pairs = {"grade": evidence.grade, "note": evidence.note, "refs": evidence.refs}
    parts.append("\n".join(["[evidence]", *_pairs(pairs)]))
    for step in exercise.steps:
        parts.append("\n".join(["[[steps]]", *_pairs(kind_of(step).pairs(step))]))
        if isinstance(step, Repeat):
            parts += [
                "\n".join(["[[steps.steps]]", *_pairs(kind_of(inner).pairs(inner))]) for inner in step.steps
            ]
    parts += ["\n".join(["[[next]]", *_pairs(next_table(one))]) for one in exercise.next]
    parts += ["\n".join(["[[keeps]]", *_pairs(_keep(keep))]) for keep in exercise.keeps]
    if exercise.document is not None:
        parts.append("\n".join(["[document]", *_pairs(DOCUMENT.pairs(exercise.document))]))
    return "\n\n".join(parts) + "\n"


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    for name, value in table.items():
        yield f"{name} = {_value(value, wide=True)}"


def _value(value: Any, *, wide: bool = False) -> str:
    """`value` as TOML: text, whole number, number, flag, array, or table on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_value(inner)}" for name, inner in value.items()) + " }"
    entries = [_value(inner) for inner in value]
    line = f"[{', '.join(entries)}]"
    if wide and len(line) > WIDE:
        return "[\n" + "".join(f"    {entry},\n" for entry in entries) + "]"
    return line


def _key(name: str) -> str:
    """The name of a field, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else str(_value(name))


def _keep(keep: Keep) -> dict[str, Any]:
    each = {"each": keep.each} if keep.each else {}
    return {"store": keep.store, **each, "fields": dict(keep.fields), **WHEN.pairs(keep.when)}
