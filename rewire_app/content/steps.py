"""The steps of an exercise file, one reader a kind; `domain.exercise.exercise` tells the format."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from rewire_app.content.fields import Fields
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    ColumnType,
    Condition,
    Input,
    Item,
    ItemSet,
    ListStep,
    Op,
    Pace,
    PacedLength,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Say,
    Scale,
    Step,
)


class _Shared(TypedDict):
    """The fields that every step has."""

    text: str
    hint: str
    when: tuple[Condition, ...]
    link: str


def read_step(fields: Fields) -> Step:
    """The step in `fields`, of whatever kind it says."""
    kind = fields.text("kind")
    read = _KINDS.get(kind)
    if read is None:
        raise fields.fault("kind", f"{kind!r} is not known; use one of: {', '.join(_KINDS)}")
    shared = _Shared(
        text=fields.text("text", "") if kind == "repeat" else fields.text("text"),
        hint=fields.text("hint", ""),
        when=read_conditions(fields, "when"),
        link=fields.text("link", ""),
    )
    step = read(fields, shared)
    fields.close()
    return step


def read_conditions(fields: Fields, name: str) -> tuple[Condition, ...]:
    """The conditions in the array `name`, none when it is not there."""
    found = []
    for table in fields.tables(name):
        found.append(Condition(var=table.text("var"), op=table.choice("op", Op), value=table.scalar("value")))
        table.close()
    return tuple(found)


def _say(fields: Fields, shared: _Shared) -> Step:
    secs = fields.whole("secs", 3, 600) if fields.has("secs") else None
    return Say(**shared, secs=secs, end=fields.flag("end", False))


def _ask(fields: Fields, shared: _Shared) -> Step:
    return Ask(**shared, save=fields.text("save"), input=fields.choice("input", Input))


def _pick(fields: Fields, shared: _Shared) -> Step:
    step = Pick(
        **shared,
        save=fields.text("save"),
        max=fields.whole("max", 1, 40),
        options=fields.texts("options", ()),
        options_from=fields.text("options_from", ""),
        other=fields.flag("other", False),
    )
    if not step.options and not step.options_from:
        raise fields.fault("options", "use options, options_from or both")
    if step.options and len(step.options) < 2 and not step.options_from:
        raise fields.fault("options", "it needs at least 2 entries")
    if step.options_from.startswith("@") and not (step.options or step.other):
        raise fields.fault("options_from", "that list may be empty; add options or other = true")
    return step


def _rate(fields: Fields, shared: _Shared) -> Step:
    return Rate(
        **shared,
        save=fields.text("save"),
        lo=fields.text("lo"),
        hi=fields.text("hi"),
        scale=fields.choice("scale", Scale, Scale.TEN),
    )


def _list(fields: Fields, shared: _Shared) -> Step:
    step = ListStep(
        **shared,
        save=fields.text("save"),
        min=fields.whole("min", 0, 12),
        max=fields.whole("max", 1, 12),
        columns=tuple(_column(table) for table in fields.tables("columns")),
    )
    if step.min > step.max:
        raise fields.fault("min", "it must not be larger than max")
    if not 1 <= len(step.columns) <= 3:
        raise fields.fault("columns", "it needs 1 to 3 columns")
    return step


def _column(fields: Fields) -> Column:
    column = Column(
        name=fields.text("name"),
        type=fields.choice("type", ColumnType, ColumnType.TEXT),
        label=fields.text("label", ""),
        options=fields.texts("options", ()),
        scale=fields.choice("scale", Scale, Scale.TEN),
        lo=fields.text("lo", ""),
        hi=fields.text("hi", ""),
    )
    if (column.type is ColumnType.PICK) != bool(column.options):
        raise fields.fault("options", "a pick column needs options, other columns have none")
    fields.close()
    return column


def _plan(_fields: Fields, shared: _Shared) -> Step:
    return PlanStep(**shared)


def _breathe(fields: Fields, shared: _Shared) -> Step:
    pace = _pace(fields, option="", custom=False)
    step = Breathe(
        **shared,
        pace=pace,
        rounds=fields.whole("rounds", 1, 200),
        pace_from=fields.text("pace_from", ""),
        paces=tuple(_chosen_pace(table) for table in fields.tables("paces")),
        minutes_from=fields.text("minutes_from", ""),
        lengths=tuple(_length(table) for table in fields.tables("lengths")),
    )
    if bool(step.pace_from) != bool(step.paces):
        raise fields.fault("paces", "pace_from and paces belong together")
    if step.lengths and not step.minutes_from:
        raise fields.fault("minutes_from", "lengths need the question that chooses one")
    return step


def _pace(fields: Fields, *, option: str, custom: bool) -> Pace:
    return Pace(
        option=option,
        custom=custom,
        inhale=fields.number("in", 1, 10),
        hold=fields.number("hold", 0, 7, 0),
        exhale=fields.number("out", 0, 12),
        hold_out=fields.number("hold_out", 0, 7, 0),
    )


def _chosen_pace(fields: Fields) -> Pace:
    option = fields.text("option")
    custom = fields.flag("custom", False)
    pace = Pace(option=option, custom=True) if custom else _pace(fields, option=option, custom=False)
    fields.close()
    return pace


def _length(fields: Fields) -> PacedLength:
    length = PacedLength(option=fields.text("option"), minutes=fields.number("minutes", 0.5, 60))
    fields.close()
    return length


def _repeat(fields: Fields, shared: _Shared) -> Step:
    if not fields.has("steps"):
        raise fields.fault("steps", "there is no step to repeat")
    ways = [way for way in ("times", "each", "sets", "until") if fields.has(way)]
    if len(ways) != 1:
        raise fields.fault("repeat", "use exactly one of times, each, sets, until")
    step = Repeat(
        **shared,
        times=fields.whole("times", 1, 60) if "times" in ways else 0,
        each=fields.text("each", ""),
        sets=tuple(_set(table) for table in fields.tables("sets")),
        by=fields.text("by", ""),
        minus=fields.text("minus", ""),
        until=read_conditions(fields, "until"),
        max=fields.whole("max", 1, 60) if "until" in ways else 0,
        steps=tuple(read_step(inner) for inner in fields.tables("steps")),
    )
    if any(isinstance(inner, Repeat) for inner in step.steps):
        raise fields.fault("steps", "a repeat inside a repeat cannot be shown")
    if step.by and not step.sets:
        raise fields.fault("by", "it chooses among sets, and there are none")
    return step


def _set(fields: Fields) -> ItemSet:
    items = []
    for value in fields.values("items"):
        if isinstance(value, str):
            items.append(Item(text=value))
            continue
        if not isinstance(value, dict):
            raise fields.fault("items", "each entry must be a text or a table with text and areas")
        table = Fields(fields.file, value, f"{fields.where}.items")
        items.append(Item(text=table.text("text"), areas=table.texts("areas", ())))
        table.close()
    if not items:
        raise fields.fault("items", "it needs at least one entry")
    found = ItemSet(option=fields.text("option"), items=tuple(items))
    fields.close()
    return found


_KINDS: dict[str, Callable[[Fields, _Shared], Step]] = {
    "say": _say,
    "breathe": _breathe,
    "ask": _ask,
    "pick": _pick,
    "rate": _rate,
    "list": _list,
    "plan": _plan,
    "repeat": _repeat,
}
"""Every step kind of the file format and what reads it."""
