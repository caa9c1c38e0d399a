"""An exercise as the text of its file: what `parse_exercise` reads, `to_toml` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    Condition,
    Exercise,
    ItemSet,
    Keep,
    ListStep,
    Pace,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Say,
    Scale,
    Step,
)

HEAD = (
    "id", "version", "title", "summary", "family", "module", "credit", "targets", "needs", "minutes",
    "measure", "gate", "risk_tags", "cautions", "stop_if", "gentler", "real_life", "plan", "glyph",
)  # fmt: skip
"""The fields before the first table, in their order; those in `ALWAYS` also when they are empty."""

ALWAYS = frozenset({"cautions"})

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
        parts.append("\n".join(["[[steps]]", *_pairs(_step(step))]))
        if isinstance(step, Repeat):
            parts += ["\n".join(["[[steps.steps]]", *_pairs(_step(inner))]) for inner in step.steps]
    parts += ["\n".join(["[[keeps]]", *_pairs(_keep(keep))]) for keep in exercise.keeps]
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
        return "{ " + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + " }"
    entries = [_value(inner) for inner in value]
    line = f"[{', '.join(entries)}]"
    if wide and len(line) > WIDE:
        return "[\n" + "".join(f"    {entry},\n" for entry in entries) + "]"
    return line


def _given(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], 0, False)}


def _when(conditions: Sequence[Condition]) -> list[dict[str, Any]]:
    return [{"var": c.var, "op": c.op, "value": c.value} for c in conditions]


def _step(step: Step) -> dict[str, Any]:
    shared = _given(when=_when(step.when), text=step.text, hint=step.hint, link=step.link)
    return {"kind": _KINDS[type(step)]} | _own(step) | shared


def _own(step: Step) -> dict[str, Any]:
    """The fields of the step's own kind."""
    table: dict[str, Any] = {}
    match step:
        case Say():
            table = _given(secs=step.secs, end=step.end)
        case Ask():
            table = {"save": step.save, "input": step.input}
        case Pick():
            options = _given(options=step.options, options_from=step.options_from, other=step.other)
            table = {"save": step.save, "max": step.max} | options
        case Rate():
            table = {"save": step.save, "lo": step.lo, "hi": step.hi} | _scale(step.scale)
        case ListStep():
            columns = [_column(column) for column in step.columns]
            table = {"save": step.save, "min": step.min, "max": step.max, "columns": columns}
        case Breathe():
            table = _breathe(step)
        case Repeat():
            table = _repeat(step)
    return table


_KINDS: Mapping[type[Step], str] = {
    Say: "say",
    Ask: "ask",
    Pick: "pick",
    Rate: "rate",
    ListStep: "list",
    PlanStep: "plan",
    Breathe: "breathe",
    Repeat: "repeat",
}
"""What each kind of step is called in a file."""


def _scale(scale: Scale) -> dict[str, Any]:
    return {} if scale is Scale.TEN else {"scale": scale}


def _column(column: Column) -> dict[str, Any]:
    words = _given(label=column.label, lo=column.lo, hi=column.hi, options=column.options)
    return {"name": column.name, "type": column.type} | _scale(column.scale) | words


def _pace(pace: Pace) -> dict[str, Any]:
    pauses = _given(hold=pace.hold, hold_out=pace.hold_out)
    return {"in": pace.inhale, "out": pace.exhale} | pauses


def _breathe(step: Breathe) -> dict[str, Any]:
    paces = [
        {"option": p.option, "custom": True} if p.custom else {"option": p.option} | _pace(p)
        for p in step.paces
    ]
    lengths = [{"option": length.option, "minutes": length.minutes} for length in step.lengths]
    chosen = _given(pace_from=step.pace_from, paces=paces, minutes_from=step.minutes_from, lengths=lengths)
    return _pace(step.pace) | {"rounds": step.rounds} | chosen


def _repeat(step: Repeat) -> dict[str, Any]:
    return _given(
        times=step.times,
        each=step.each,
        sets=[_set(one) for one in step.sets],
        by=step.by,
        minus=step.minus,
        until=_when(step.until),
        max=step.max,
    )


def _set(found: ItemSet) -> dict[str, Any]:
    items = [{"text": i.text, "areas": i.areas} if i.areas else i.text for i in found.items]
    return {"option": found.option, "items": items}


def _keep(keep: Keep) -> dict[str, Any]:
    when = _given(when=_when(keep.when))
    return {"store": keep.store} | _given(each=keep.each) | {"fields": dict(keep.fields)} | when
