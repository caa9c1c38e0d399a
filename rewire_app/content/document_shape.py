"""The `[document]` of an exercise: reading it, writing it, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.content.branches import numbered
from rewire_app.content.shape import ChoiceSort, FlagSort, RowsSort, TableShape, Texts, TextSort
from rewire_app.domain.exercise.document_shape import DocumentPart, DocumentShape, DocumentSort, PartLook
from rewire_app.domain.exercise.exercise import Exercise, ListStep, Rate, Step, saves

PART = TableShape(
    make=DocumentPart,
    parts=(
        TextSort(name="of"),
        TextSort(name="title", words=True),
        ChoiceSort(name="look", kind=PartLook, otherwise=PartLook.PLAIN),
        TextSort(name="letter", needed=False),
        TextSort(name="was", needed=False),
    ),
)

DOCUMENT = TableShape(
    make=DocumentShape,
    parts=(
        ChoiceSort(name="sort", kind=DocumentSort, written=True),
        Texts(name="title"),
        FlagSort(name="quoted"),
        Texts(name="without"),
        RowsSort(name="parts", shape=PART),
    ),
)


def document_faults(exercise: Exercise) -> Iterator[str]:
    """Everything a `[document]` names that no step asks for, or that cannot look so."""
    if exercise.document is None:
        return
    known = {saves(step): step for _n, step, _around in numbered(exercise.steps) if saves(step)}
    for name in exercise.document.title:
        yield from _source("document.title", name, known)
    for name in exercise.document.without:
        yield from _source("document.without", name, known)
    for number, part in enumerate(exercise.document.parts, start=1):
        where = f"document.parts {number}"
        yield from _source(f"{where}.of", part.of, known)
        if part.was:
            yield from _source(f"{where}.was", part.was, known)
        if part.look is PartLook.CHANGE and not (part.was and isinstance(known.get(part.of), Rate)):
            yield f"{where}.look: a change needs a rating and what it was before"


def _source(where: str, source: str, known: dict[str, Step]) -> Iterator[str]:
    name, _dot, column = source.partition(".")
    step = known.get(name)
    if step is None:
        yield f"{where}: {name!r} is saved by no step"
    elif column and not (isinstance(step, ListStep) and column in {one.name for one in step.columns}):
        yield f"{where}: {name!r} has no column {column!r}"
