"""Records of an export back into the notes: as they were, nothing twice, and both where two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Table, select

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.carried import Carried, Record, carried, row_of
from rewire_app.store.codec import Codec
from rewire_app.store.ledger import Writing, statements

SAME = ("created_ms", "updated_ms", "device", "deleted_ms", "source", "source_hash")
"""Columns that do not make two rows different."""


CHOICES = ("profile", "runs", "mappings")
"""Tables of which what is here holds, whatever the file says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRow:
    """A row that was written: its table, its uid, and the columns that were empty in a row that was there."""

    table: str
    uid: str
    filled: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class CarriedBack:
    """What became of the records: `put` was written, `same` was there, `both` stand beside what differs."""

    put: list[PutRow] = field(default_factory=list)
    same: int = 0
    both: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def wrote(self, table: Table, uid: str, filled: tuple[str, ...] = ()) -> None:
        """Note a row that was written."""
        self.put.append(PutRow(table=table.name, uid=uid, filled=filled))
        self.counts[table.name] = self.counts.get(table.name, 0) + 1


class CarryingBack:
    """Puts records into a write that is under way. `codecs`: those of the nouns, by their tables.

    `now`: the instant of what says none; what cannot stand beside a row is told in a note.
    """

    def __init__(self, writing: Writing, codecs: Mapping[str, Codec[Any]], now: Instant, today: date) -> None:
        self._writing = writing
        self._codecs = codecs
        self._now = now
        self._today = today
        self.done = CarriedBack()

    def put_all(self, entries: Mapping[str, Iterable[Record]]) -> CarriedBack:
        """Put the records of all tables, what is pointed at first; raises BadInputError."""
        known = {one.table.name for one in carried()}
        if strange := next((name for name in entries if name not in known), ""):
            raise BadInputError(
                _("This file has entries called “{name}”, which this Rewire does not know.").format(
                    name=strange
                )
            )
        for one in carried():
            for told in entries.get(one.table.name, ()):
                self._put(one, told)
        return self.done

    def _put(self, one: Carried, told: Record) -> None:
        table = one.table
        row = row_of(table, told)
        if "uid" not in table.c:
            self._put_look(table, row)
            return
        row |= {"deleted_ms": None} | self._without_lost(table, row)
        row |= self._checked(table, row)
        here = self._writing.current(statements(table), row["uid"])
        if here is not None:
            self._meet(one, row, dict(zip(statements(table).columns, here, strict=True)))
        elif (other := self._in_its_place(table, row)) is not None:
            self._fill(one, row, other)
        else:
            self._insert(table, row)

    def _checked(self, table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
        """The columns as the noun of the table keeps them, `fold` among them; raises BadInputError."""
        codec = self._codecs.get(table.name)
        if codec is None:  # a fact or a run: as it is
            return {}
        try:
            return codec.values(codec.entry([row.get(column.name, "") for column in table.columns]))
        except (ValueError, TypeError, KeyError, OverflowError) as fault:
            if isinstance(fault, BadInputError):
                raise
            raise BadInputError(
                _("An entry of “{table}” in this file holds what Rewire cannot keep.").format(
                    table=table.name
                )
            ) from None

    def _insert(self, table: Table, row: Mapping[str, Any]) -> None:
        self._writing.insert(table, row)
        self.done.wrote(table, row["uid"])

    def _put_look(self, table: Table, row: Mapping[str, Any]) -> None:
        """What the weekly look said is no entry: it stays as it is here, if it is."""
        [key] = table.primary_key.columns
        if self._writing.rows(select(key).where(key == row[key.name])):
            self.done.same += 1
        else:
            rest = {name: value for name, value in row.items() if name != key.name}
            self._writing.leave_for(table, key.name, row[key.name], rest)

    def _without_lost(self, table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
        """The columns that name a row which is not there: an export of some days may not hold it."""
        links = {key.parent: key.column for key in table.foreign_keys}
        gone: dict[str, Any] = {}
        for own, there in links.items():
            named = row[own.name]
            if named is None or self._writing.rows(select(there).where(there == named)):
                continue
            if not own.nullable:
                raise BadInputError(
                    _("An entry of “{table}” belongs to one that is not in the file.").format(
                        table=table.name
                    )
                )
            gone[own.name] = None
        return gone

    def _in_its_place(self, table: Table, row: Mapping[str, Any]) -> dict[str, Any] | None:
        """Another row that counts where only one can: of the same day, or with the same words."""
        for index in table.indexes:
            if index.unique:
                same = [column == row[column.name] for column in index.columns]
                query = select(table).where(table.c.deleted_ms.is_(None), *same)
                for found in self._writing.rows(query):
                    return dict(zip(statements(table).columns, found, strict=True))
        return None

    def _meet(self, one: Carried, row: dict[str, Any], here: dict[str, Any]) -> None:
        """A row with the same identity is here: the same, or kept beside it as a copy."""
        if _differing(row, here):
            copy = {**row, "uid": _copy_uid(row)}
            if self._writing.current(statements(one.table), copy["uid"]) is not None:
                self.done.same += 1
            elif (other := self._in_its_place(one.table, copy)) is not None:
                self._fill(one, row, other)
            else:
                self._insert(one.table, copy)
                self.done.both += 1
        else:
            self.done.same += 1

    def _fill(self, one: Carried, row: Mapping[str, Any], here: dict[str, Any]) -> None:
        """Fill what is empty in the row that is here; what differs is kept as a note of that day."""
        if one.table.name in CHOICES:
            self.done.same += 1
            return
        empty = [name for name in _differing(row, here) if here[name] in (None, "", "[]") and name != "uid"]
        if empty:
            self._writing.replace(one.table, {"uid": here["uid"], **{name: row[name] for name in empty}})
            self.done.wrote(one.table, here["uid"], tuple(empty))
        left = [
            name for name in _differing(row, here) if name not in (*empty, "uid") and row[name] is not None
        ]
        words = {name: row[name] for name in left if row[name] not in ("", "[]")}
        if not words:
            self.done.same += not empty
            return
        self.done.both += 1
        self._tell(one, row, words)

    def _tell(self, one: Carried, row: Mapping[str, Any], words: Mapping[str, Any]) -> None:
        """Keep as a note what another row is in the place of."""
        uid, notes = _copy_uid(row), self._codecs["notes"]
        if self._writing.current(statements(notes.table), uid) is not None:
            return
        told = "\n".join(f"{name}: {value}" for name, value in words.items())
        number = row.get(one.days) if one.days else None
        day = self._today if number is None else date.fromordinal(number)
        text = _("Also in the file you brought in ({table}):\n{words}").format(
            table=one.table.name, words=told
        )
        note = Note(uid=uid, day=day, at=self._now, text=text)
        stamps = {name: row[name] for name in ("created_ms", "updated_ms", "device", "source", "source_hash")}
        self._insert(notes.table, {**notes.values(note), **stamps})


def _differing(row: Mapping[str, Any], here: Mapping[str, Any]) -> list[str]:
    return [name for name in here if name not in SAME and row[name] != here[name]]


def _copy_uid(row: Mapping[str, Any]) -> str:
    """The identity of what is kept beside a row: the same each time the same row comes."""
    told = repr([(name, row[name]) for name in sorted(row) if name not in SAME])
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
