"""Writes what a file brings in, with a record of its rows, in one transaction; and takes it out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Table, delete, select, text, update
from sqlalchemy.exc import IntegrityError

from rewire_app.domain.brought import BroughtIn, ImportedRow, WordMapping
from rewire_app.domain.change import Change, Origin
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.entries.noun import Noun
from rewire_app.store.ledger import Ledger, Writing, statements
from rewire_app.store.schema import brought as schema
from rewire_app.store.schema import journal, lists
from rewire_app.store.text import unlisted
from rewire_app.store.whole_rows import WholeRows, in_order

TELL_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A field of a day's entry that is empty and gets a value. place: where in the file it came from."""

    uid: str
    field: str
    value: object
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What one file brings. entries, rows: with their places; rows are whole, by table and column."""

    brought: BroughtIn
    entries: Sequence[tuple[str, Any]] = ()
    fills: Sequence[Filled] = ()
    rows: Sequence[tuple[str, str, Mapping[str, Any]]] = ()
    mappings: Sequence[WordMapping] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What came of taking a file out: rows taken out, and those that stay since they were changed."""

    change: Change
    taken: int
    left: int


class Bringing:
    """Files coming in and going out again, each as one write."""

    def __init__(self, ledger: Ledger, nouns: Mapping[type[Any], Noun[Any]]) -> None:
        """Use the store's `ledger` and `nouns` by kind, those that are pointed at first."""
        self._ledger, self._nouns = ledger, nouns
        self._by_table = {noun.table.name: noun for noun in nouns.values()}
        codecs = {name: noun.codec for name, noun in self._by_table.items()}
        self.whole_rows = WholeRows(ledger.vault, codecs)

    def keep(self, incoming: Incoming, tell: Callable[[int], None]) -> Change:
        """Write all of it, or nothing; raises BadInputError, a StoreError and what `tell` raises.

        `tell` hears how many rows are written. A row that somebody else wrote meanwhile is never replaced:
        then all of it is refused, and the file is looked at anew.
        """
        source = Origin(
            program=incoming.brought.program, file=incoming.brought.file, hash=incoming.brought.hash
        )
        return self._ledger.change(
            self._topics(incoming), lambda writing: self._write(writing, incoming, tell), source
        )

    def _topics(self, incoming: Incoming) -> set[str]:
        topics = {"imports", "mappings"} | ({"days"} if incoming.fills else set())
        topics |= {self._nouns[type(entry)].topic for _place, entry in incoming.entries}
        return topics | {
            self._by_table[table].topic if table in self._by_table else table
            for _place, table, _row in incoming.rows
        }

    def _write(self, writing: Writing, incoming: Incoming, tell: Callable[[int], None]) -> None:
        rows: list[ImportedRow] = []
        self._nouns[BroughtIn].write_all(writing, [incoming.brought])
        by_kind: dict[type[Any], list[tuple[str, Any]]] = {kind: [] for kind in self._nouns}
        for place, entry in incoming.entries:
            by_kind[type(entry)].append((place, entry))
        for kind, some in by_kind.items():
            noun = self._nouns[kind]
            for start in range(0, len(some), TELL_EVERY):
                part = some[start : start + TELL_EVERY]
                _write_new(writing, noun, [entry for _place, entry in part])
                rows += [
                    _row_of(incoming.brought, noun.table, entry.uid, place, writing.now)
                    for place, entry in part
                ]
                tell(len(rows))
        before: dict[str, int] = {}
        for fill in incoming.fills:
            rows.append(_fill(writing, incoming.brought, fill, before))
            if len(rows) % TELL_EVERY == 0:
                tell(len(rows))
        _in_step(writing, before)
        rows += self._write_rows(writing, incoming, tell)
        self._nouns[ImportedRow].write_all(writing, rows)
        own, gone = schema.imported_rows.c, lists.removed
        if incoming.rows:
            here_again = select(own.row).where(own.brought == incoming.brought.uid)
            writing.run(delete(gone).where(gone.c.uid.in_(here_again)))
        self._remember(writing, incoming.mappings)

    def _write_rows(
        self, writing: Writing, incoming: Incoming, tell: Callable[[int], None]
    ) -> list[ImportedRow]:
        """Rows of Rewire itself go in whole, with their own times and sources."""
        if incoming.rows:
            writing.run(text("PRAGMA defer_foreign_keys = ON"))  # rows of one table may name each other
        made = []
        order = {name: number for number, name in enumerate(in_order(row[1] for row in incoming.rows))}
        for place, name, values in sorted(incoming.rows, key=lambda one: order[one[1]]):
            table = lists.metadata.tables[name]
            if "uid" not in values:
                writing.leave_for(table, "card", values["card"], _without(values, "card"))
                continue
            writing.insert(table, values)
            written = int(values["updated_ms"])
            made.append(_row_of(incoming.brought, table, str(values["uid"]), place, written))
            if len(made) % TELL_EVERY == 0:
                tell(len(made))
        return made

    def _remember(self, writing: Writing, mappings: Iterable[WordMapping]) -> None:
        noun = self._nouns[WordMapping]
        for mapping in mappings:
            values = noun.codec.values(mapping)
            there = writing.find(noun.table, "fold", values["fold"])
            if there is None:
                writing.insert(noun.table, values)
            else:
                writing.replace(noun.table, values | {"uid": there})

    # out again

    def take_back(self, brought: BroughtIn) -> TakenBack:
        """Take out what a file brought, but for what was changed since; raises BadInputError or a StoreError.

        What was removed since stays removed. A day that was there before only loses what came into it.
        """
        taken = left = 0

        def work(writing: Writing) -> None:
            nonlocal taken, left
            taken = left = 0
            own = schema.imported_rows
            query = select(own.c.kind, own.c.row, own.c.written_ms, own.c.filled).where(
                own.c.brought == brought.uid, own.c.deleted_ms.is_(None)
            )
            again = int(writing.read(schema.imports, brought.uid)[_UPDATED])
            rows = writing.rows(query)
            ours = {row for _kind, row, _ms, _filled in rows}
            before: dict[str, int] = {}
            for kind, row, written_ms, filled in rows:
                table = lists.metadata.tables[kind]
                outcome = _has_others(writing, table, row, ours)
                if outcome is None:
                    outcome = _out(
                        writing, table, row, {written_ms, again, writing.now}, filled, before=before
                    )
                taken += outcome is True
                left += outcome is False
            _in_step(writing, before)
            values = self._nouns[BroughtIn].codec.values(replace(brought, taken_back=True))
            writing.replace(schema.imports, values)

        change = self._ledger.change(self._every_topic(), work)
        return TakenBack(change=change, taken=taken, left=left)

    def _every_topic(self) -> set[str]:
        return {noun.topic for noun in self._nouns.values()}


_UPDATED = [column.name for column in schema.imports.columns].index("updated_ms")


def _has_others(writing: Writing, table: Table, uid: str, ours: set[str]) -> bool | None:
    """False for a measure with values that did not come with it, which stays; else None."""
    if table is not lists.own_measures:
        return None
    values = lists.own_ratings
    query = select(values.c.uid).where(values.c.measure_uid == uid, values.c.deleted_ms.is_(None))
    return False if any(value not in ours for (value,) in writing.rows(query)) else None


def _out(
    writing: Writing, table: Table, uid: str, times: set[int], filled: str, *, before: dict[str, int]
) -> bool | None:
    """Take one row out if its last change is one of `times`: whether it was; None if it is gone already.

    `before` takes the last change of a row that stays without what was filled in.
    """
    row = writing.current(statements(table), uid)
    if row is None:
        return None
    changed = dict(zip(statements(table).columns, row, strict=True))["updated_ms"]
    if changed not in times:
        return False
    if filled == "[]":
        writing.remove(table, uid, row)
    else:
        writing.replace(table, {"uid": uid} | dict.fromkeys(unlisted(filled)))
        before.setdefault(uid, changed)
    return True


def _write_new(writing: Writing, noun: Noun[Any], entries: list[Any]) -> None:
    """All of them are new: what stands in the place of one was noted since the file was looked at."""
    try:
        writing.insert_all(noun.table, [noun.codec.values(entry) for entry in entries])
    except IntegrityError:
        raise meanwhile() from None


def _fill(writing: Writing, brought: BroughtIn, fill: Filled, before: dict[str, int]) -> ImportedRow:
    table = journal.days
    row = dict(zip(statements(table).columns, writing.read(table, fill.uid), strict=True))
    if row[fill.field] is not None:
        raise meanwhile()
    writing.replace(table, {"uid": fill.uid, fill.field: fill.value})
    before.setdefault(fill.uid, row["updated_ms"])
    made = _row_of(brought, table, fill.uid, fill.place, writing.now)
    return replace(made, filled=(fill.field,))


def _without(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def _in_step(writing: Writing, before: Mapping[str, int]) -> None:
    """What files did to days is no change by the person: their records follow their new time.

    `before`: the last change of each day that was filled or emptied. All at once, since no index of the
    records is by row.
    """
    if not before:
        return
    own = schema.imported_rows
    told = writing.rows(select(own.c.uid, own.c.row, own.c.written_ms).where(own.c.kind == journal.days.name))
    follow = [uid for uid, row, written_ms in told if before.get(row) == written_ms]
    for start in range(0, len(follow), TELL_EVERY):
        some = own.c.uid.in_(follow[start : start + TELL_EVERY])
        writing.run(update(own).where(some).values(written_ms=writing.now))


def _row_of(brought: BroughtIn, table: Table, uid: str, place: str, written_ms: int) -> ImportedRow:
    at = Instant(utc_ms=written_ms, offset_min=0)
    return ImportedRow(
        uid=new_uid(at), brought=brought.uid, kind=table.name, row=uid, place=place, written_ms=written_ms
    )


def meanwhile() -> BadInputError:
    """What is said when something else was noted in the same place since the file was looked at."""
    return BadInputError(
        _("Something was noted on one of these days meanwhile. Nothing was changed. Look at the file again.")
    )
