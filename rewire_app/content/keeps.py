"""What an exercise keeps in the person's lists: reading `[[keeps]]`, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rewire_app.content.branches import numbered
from rewire_app.content.fields import Fields
from rewire_app.content.shape import Conditions
from rewire_app.domain.exercise.exercise import (
    Ask,
    ColumnType,
    Exercise,
    Input,
    Keep,
    ListStep,
    Pick,
    Rate,
    Repeat,
    Scale,
    Step,
    saves,
)
from rewire_app.domain.exercise.list_rows import NO, TODAY, YES
from rewire_app.domain.exercise.sources import list_fault
from rewire_app.domain.lists.entries import KEPT, ListKind

ITEM = "item"
WHEN = Conditions(name="when")


def read_keep(fields: Fields) -> Keep:
    """One `[[keeps]]` table; raises ContentError for a list or field that does not exist."""
    store = fields.choice("store", ListKind)
    shape = KEPT[store]
    table = fields.table("fields")
    keep = Keep(
        store=store,
        each=fields.text("each", ""),
        fields=tuple((name, table.text(name)) for name in shape.fields if table.has(name)),
        when=WHEN.read(fields),
    )
    table.close()
    given = dict(keep.fields)
    for name in (shape.main, *shape.choices):
        if name in shape.needed and name not in given:
            raise fields.fault("fields", f"{name!r} must be filled in {store.value}")
    fields.close()
    return keep


def keep_faults(exercise: Exercise) -> Iterator[str]:
    """Everything a `[[keeps]]` names that no step asks for, or that its field cannot hold."""
    known = {saves(step): (step, around) for _n, step, around in numbered(exercise.steps) if saves(step)}
    for number, keep in enumerate(exercise.keeps, start=1):
        where = f"keeps {number}"
        yield from (f"{where}.each: {fault}" for fault in _each(keep, exercise, known))
        for name, source in keep.fields:
            yield from (f"{where}.fields.{name}: {fault}" for fault in _field(keep, name, source, known))


_Steps = Mapping[str, tuple[Step, Repeat | None]]


def _each(keep: Keep, exercise: Exercise, known: _Steps) -> Iterator[str]:
    if not keep.each:
        return
    if keep.each.startswith("@"):
        if fault := list_fault(keep.each):
            yield fault
        elif not any(isinstance(step, Repeat) and step.each == keep.each for step in exercise.steps):
            yield f"no step is repeated for each of {keep.each!r}"
    elif keep.each not in known:
        yield f"{keep.each!r} is saved by no step"
    elif isinstance(known[keep.each][0], Rate):
        yield f"{keep.each!r} is a rating, not a list, a choice or lines"


def _field(keep: Keep, name: str, source: str, known: _Steps) -> Iterator[str]:
    shape = KEPT[keep.store]
    if name in shape.days:
        if source != TODAY and not _asks(source, known, Input.DATETIME):
            yield f'a day is filled with "{TODAY}", or with an ask whose input is "datetime"'
        return
    if name in shape.clock:
        if not _asks(source, known, Input.TIME):
            yield 'a time of day is filled with an ask whose input is "time"'
        return
    if name in shape.flags:
        if source not in (f"={YES}", f"={NO}"):
            yield f"use one of: ={YES}, ={NO}"
        return
    if name in shape.choices:
        words = [choice.value for choice in shape.choices[name]]
        if source not in [f"={word}" for word in words]:
            yield f"use one of: {', '.join(f'={word}' for word in words)}"
        return
    if source.startswith("="):
        if name in (*shape.ratings, *shape.percents):
            yield "a rating comes from an answer"
        elif source == TODAY:
            yield "this field is no day"
        return
    yield from _answer(keep, name, source, known)


def _answer(keep: Keep, name: str, source: str, known: _Steps) -> Iterator[str]:
    """Faults of a source that is an answer, a column or the row itself."""
    scale = _scale(keep, name)
    head, _dot, rest = source.partition(".")
    if head == ITEM and not keep.each:
        yield "there is no row to take this from; each is missing"
        return
    if head != ITEM and head not in known:
        yield f"{head!r} is saved by no step"
        return
    if head == ITEM and keep.each not in known:
        if rest or scale:
            yield f"a row of {keep.each!r} is words alone"
        return
    step, around = known[keep.each if head == ITEM else head]
    if isinstance(step, ListStep) and (rest or head == ITEM):
        yield from _column(keep, head, rest, step, scale)
        return
    if rest and not (rest.isdigit() or (rest == "max" and isinstance(step, Rate))):
        yield f"{head!r} has no column {rest!r}"
    elif rest and around is None:
        yield f"{head!r} is asked only once"
    elif scale and not (isinstance(step, Rate) and step.scale is scale):
        yield f"this field is a rating from 0 to {scale.top}, and {head!r} is none"
    elif isinstance(step, Rate) and name == KEPT[keep.store].main:
        yield f"this field needs words, and {head!r} is a rating"
    elif isinstance(step, ListStep) and keep.each == head:
        yield f"say which column of {head!r}"
    elif isinstance(step, Ask | Pick) and head == keep.each and not rest:
        return


def _scale(keep: Keep, name: str) -> Scale | None:
    """The scale of a field that is a rating; None for any other."""
    shape = KEPT[keep.store]
    return Scale.TEN if name in shape.ratings else Scale.PERCENT if name in shape.percents else None


def _asks(source: str, known: _Steps, wanted: Input) -> bool:
    step = known[source][0] if source in known else None
    return isinstance(step, Ask) and step.input is wanted


def _column(keep: Keep, head: str, rest: str, step: ListStep, scale: Scale | None) -> Iterator[str]:
    columns = {column.name: column for column in step.columns}
    if not rest and head == ITEM:
        rest = step.columns[0].name
    if rest not in columns:
        yield f"there is no column {rest!r} in {step.save!r}"
    elif (scale is not None) != (columns[rest].type is ColumnType.RATE):
        yield f"the column {rest!r} is {'no rating' if scale else 'a rating, not words'}"
    elif scale and columns[rest].scale is not scale:
        yield f"the column {rest!r} is not a rating from 0 to {scale.top}"
    elif scale and not keep.each:
        yield f"the ratings of all rows are no rating; a column of {step.save!r} needs each = {step.save!r}"
    elif keep.each and keep.each not in (step.save, ITEM) and head != ITEM:
        yield f"a column of {step.save!r} needs each = {step.save!r}"
