"""Brings a file in: read it, plan it, a pinned copy first, then one write."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rewire_app.domain.brought import MAX_FILE, BroughtIn, WordMapping
from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import folded
from rewire_app.errors import BadInputError
from rewire_app.exchange.importers.catalogue import AUTO, chosen_format
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, ColumnRole, LeftOut
from rewire_app.exchange.importers.gathering import Gathered, Tell, gathered, nobody
from rewire_app.exchange.importers.known import KnownHere, known_of
from rewire_app.exchange.importers.meanings import Key, Meaning, Meanings, guessed, told, with_remembered
from rewire_app.exchange.importers.opened import open_file
from rewire_app.exchange.importers.plan import Here, ImportPlan
from rewire_app.exchange.importers.planning import planned
from rewire_app.exchange.importers.refusals import too_deep
from rewire_app.i18n import _
from rewire_app.store.backups.taking import back_up
from rewire_app.store.bringing import Incoming
from rewire_app.store.vault.copies import Why

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.store import Store

T = TypeVar("T")

COLUMN = "column"
"""What a remembered word is that names a column."""

KEPT_LINES = 2_000
"""So many of the rows that stay out are kept with the record of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read: which it is, what is in it, and of a table of any kind what its columns are.

    examples: a cell of each of those columns.
    """

    name: str
    hash: str
    format: FileFormat
    gathered: Gathered
    columns: Mapping[str, ColumnRole] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A file that came in: its record, the plan that was written, and the way back."""

    brought: BroughtIn
    plan: ImportPlan
    change: Change


def read_file(
    path: Path,
    wanted: str = AUTO,
    choices: Choices | None = None,
    tell: Tell = nobody,
    remembered: Sequence[WordMapping] = (),
) -> ReadFile:
    """Read what is at `path`; raises ImportRefusedError, and what `tell` raises. Nothing is written.

    `remembered`: what columns of tables of any kind were the last time.
    """
    with open_file(path) as opened:
        kind = chosen_format(opened, wanted)
        choices = choices or Choices()
        columns = dict(kind.columns(opened)) if kind.columns is not None else {}
        told_before = {folded(one.word): one.becomes for one in remembered if one.about == COLUMN}
        for name in columns:
            said = choices.columns.get(name) or told_before.get(folded(name))
            columns[name] = ColumnRole(said) if said in set(ColumnRole) else columns[name]
        choices = replace(choices, columns=columns)
        found = gathered(_within_depth(kind.read(opened, choices)), tell, choices.recorder)
        found.doubts[:0] = opened.doubts
        return ReadFile(
            name=opened.name[-MAX_FILE:],
            hash=opened.hash,
            format=kind,
            gathered=found,
            columns=columns,
            examples=kind.examples(opened) if kind.examples is not None else {},
        )


def _within_depth(source: Iterator[T]) -> Iterator[T]:
    """What `source` yields; a file that is nested too deep for any reader is refused."""
    try:
        yield from source
    except RecursionError:
        raise too_deep() from None


def meanings_of(file: ReadFile, remembered: Sequence[WordMapping] = ()) -> dict[Key, Meaning]:
    """What each word of the file becomes, if the person says nothing else."""
    return with_remembered(guessed(file.gathered), remembered)


def versions_of(meanings: Meanings, library: Library) -> dict[str, int]:
    """The versions of the exercises that words become."""
    wanted = {one.exercise for one in meanings.values() if one.exercise} & set(library.exercise_ids())
    return {name: library.exercise(name).version for name in wanted}


def dry_run(file: ReadFile, meanings: Meanings, here: Here, store: Store | None) -> ImportPlan:
    """What would come in; nothing is written, and without a `store` nothing is opened either."""
    known = KnownHere() if store is None else known_of(store, file.hash, file.gathered.days())
    return planned(file.gathered, meanings, here, known)


def bring_in(file: ReadFile, meanings: Meanings, here: Here, store: Store, tell: Tell = nobody) -> Came:
    """Make a pinned copy of the notes, then write all that comes in, or nothing.

    Raises BadInputError where nothing would come in, a StoreError, and what `tell` raises; `tell` hears how
    many rows are written. May run on another thread.
    """
    plan = dry_run(file, meanings, here, store)
    if plan.empty:
        raise BadInputError(_("Everything in this file is here already, or stays out. Nothing was changed."))
    copy = back_up(store.vault, Why.IMPORT, pinned=True, at=here.now)
    brought = BroughtIn(
        uid=new_uid(here.now),
        day=here.today,
        at=here.now,
        program=file.format.name,
        file=file.name,
        hash=file.hash,
        counts=json.dumps({name: n for name, n in sorted(plan.counts.items()) if n}),
        backup=copy.path.name,
        left_out=lines_kept(plan.left_out),
    )
    incoming = Incoming(
        brought=brought,
        entries=plan.entries,
        fills=plan.fills,
        rows=[(place, row.table, row.values) for place, row in plan.rows],
        mappings=_remembered(file, meanings, here),
    )
    return Came(brought=brought, plan=plan, change=store.bringing.keep(incoming, tell))


def _remembered(file: ReadFile, meanings: Meanings, here: Here) -> list[WordMapping]:
    columns = [
        WordMapping(
            uid=new_uid(here.now), format=file.format.id, about=COLUMN, word=name[:MAX_FILE], becomes=role
        )
        for name, role in file.columns.items()
    ]
    return columns + [
        WordMapping(
            uid=new_uid(here.now),
            format=file.format.id,
            about=kind.value,
            word=word[:MAX_FILE],
            becomes=told(one),
        )
        for (kind, word), one in meanings.items()
    ]


def lines_kept(left_out: Sequence[LeftOut]) -> str:
    """The rows that stay out as a record keeps them."""
    lines = [[one.line, one.member, one.reason, one.text] for one in left_out[:KEPT_LINES]]
    return json.dumps(lines, ensure_ascii=False)


def lines_of(brought: BroughtIn) -> list[LeftOut]:
    """The rows that stayed out, from the record of a file."""
    found = json.loads(brought.left_out)
    return [LeftOut(line=line, member=member, reason=why, text=text) for line, member, why, text in found]


def counts_of(brought: BroughtIn) -> Counter[str]:
    """The numbers of a file, from its record."""
    return Counter(json.loads(brought.counts))
