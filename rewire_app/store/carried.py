"""What leaves the program and comes back: each table of entries as plain records, by parts to choose.

A record is a row in words that last: days as ISO dates, instants as ISO times with their offset (and the
zone beside them), NULL as None, all else as it is kept. What follows from other columns (`fold`) is left out
and made anew. Reading a record back gives the same row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Table, Text

from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.reading import rows
from rewire_app.store.schema import journal, lists
from rewire_app.store.schema.columns import DAY
from rewire_app.store.vault.vault import Vault

Record = dict[str, Any]
"""A row as it is carried: text, numbers, None, and pairs of text."""


class ExportPart(StrEnum):
    """What a person may take along by itself, in the order in which it is offered."""

    PRACTICE = "practice"
    NIGHTS = "nights"
    EVENINGS = "evenings"
    MOMENTS = "moments"
    WORDS = "words"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A table of which `part` shows that there are rows and their numbers.

    words: columns that hold what the person wrote or named, None unless words go along. days: the column that
    says the day of a row; "" where the day on which it was made stands for it.
    """

    table: Table
    part: ExportPart
    words: frozenset[str] = frozenset()
    days: str = ""


TABLES = {**journal.practices.metadata.tables, **lists.metadata.tables}
STAYS = ("meta", "removed")
"""Tables that are the vault's own."""


def _carried(name: str, part: ExportPart, words: str = "", *, days: str = "") -> Carried:
    return Carried(table=TABLES[name], part=part, words=frozenset(words.split()), days=days)


@cache
def carried() -> tuple[Carried, ...]:
    """Every table of entries; what is pointed at comes before what points."""
    told = {one.table.name: one for one in (*_numbers(), *_words())}
    return tuple(told[table.name] for table in lists.metadata.sorted_tables if table.name not in STAYS)


def _numbers() -> Iterator[Carried]:
    """Tables of which numbers can go without words."""
    practice, evenings = ExportPart.PRACTICE, ExportPart.EVENINGS
    yield _carried("practices", practice, "answers note place company", days="day")
    yield _carried("plans", practice, "cue obstacle answer", days="from_day")
    yield _carried("pauses", practice, "reason", days="from_day")
    yield _carried("recalls", practice, days="day")
    yield _carried("readings", practice)
    yield _carried("favourites", practice)
    yield _carried("breath_patterns", practice, "name")
    yield _carried("looks", practice)
    yield _carried("nights", ExportPart.NIGHTS, "note", days="day")
    yield _carried("night_recordings", ExportPart.NIGHTS, days="day")
    yield _carried("days", evenings, "stress_about good note", days="day")
    yield _carried("ratings", evenings, "words", days="day")
    yield _carried("scores", evenings, "answers", days="day")
    yield _carried("own_measures", evenings, "name low_words high_words unit")
    yield _carried("own_ratings", evenings, days="day")
    yield _carried("marks", evenings, "text", days="from_day")
    yield _carried("experiments", evenings, "question option_a option_b seal note", days="start_day")
    yield _carried("unwanted_effects", evenings, "note", days="day")
    yield _carried("value_ratings", evenings, days="day")
    yield _carried("diary_rows", evenings, "name")
    yield _carried("diary_cells", evenings, days="day")
    yield _carried("diary_days", evenings, "why", days="day")
    yield _carried(
        "moments", ExportPart.MOMENTS, "trigger tag urge did place company note feelings skills", days="day"
    )


def _words() -> Iterator[Carried]:
    """Tables that say nothing without their words, and the one of people."""
    dated = ("notes", "urges", "moves", "intentions", "to_raise", "imports", "replies")
    for name in dated:
        yield _carried(name, ExportPart.WORDS, days="day")
    for name in (
        "note_versions", "note_templates", "own_values", "goals", "ladder", "patterns", "worries", "kit",
        "expectations", "urge_cards", "scripts", "thoughts", "dreams", "highlights", "own_exercises",
        "thinking_habits", "mappings", "packs", "imported_rows", "runs", "profile",
    ):  # fmt: skip
        yield _carried(name, ExportPart.WORDS)
    yield _carried("crisis_plan", ExportPart.PEOPLE)


# a row as a record, and back


@dataclass(frozen=True, slots=True)
class _Form:
    """How the columns of a table are told: instants by name, days, stamps in UTC, the rest as it is."""

    instants: tuple[str, ...]
    days: tuple[str, ...]
    stamps: tuple[str, ...]
    plain: tuple[str, ...]


STAMPS = {"created_ms": "created", "updated_ms": "updated", "written_ms": "written"}
"""Columns of one moment in UTC, and how a record calls them."""
NEVER = frozenset({"deleted_ms", "fold"})
"""Columns that are not told: removed rows stay, and `fold` follows from the others."""
LAST = ("created", "updated", "device", "source", "source_hash")
"""Fields that all entries have stand last."""


@cache
def _form(table: Table) -> _Form:
    names = [column.name for column in table.columns if column.name not in NEVER]
    instants = tuple(name[:-3] for name in names if name.endswith("_ms") and f"{name[:-3]}_off" in names)
    of_instants = {f"{name}_{end}" for name in instants for end in ("ms", "off", "zone")}
    stamps = tuple(name for name in names if name in STAMPS)
    days = tuple(name for name in names if table.c[name].info.get(DAY))
    told = {*of_instants, *stamps, *days}
    return _Form(instants, days, stamps, tuple(name for name in names if name not in told))


def _instant_text(ms: int, offset_min: int) -> str | list[int]:
    """An ISO time with its offset; both numbers where no calendar has it."""
    try:
        zone = timezone(timedelta(minutes=offset_min))
        moment = datetime.fromtimestamp(ms // 1000, UTC).replace(microsecond=ms % 1000 * 1000)
        return moment.astimezone(zone).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError, OSError):
        return [ms, offset_min]


def _instant_numbers(told: object) -> tuple[int, int]:
    if isinstance(told, list) and len(told) == 2 and all(type(one) is int for one in told):
        return told[0], told[1]
    moment = datetime.fromisoformat(str(told))
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("no offset")
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return since // timedelta(milliseconds=1), offset // timedelta(minutes=1)


def record(table: Table, row: Mapping[str, Any]) -> Record:
    """The record of a row, by its columns."""
    form = _form(table)
    told: Record = {name: row[name] for name in form.plain}
    for name in form.instants:
        told[name] = _instant_text(row[f"{name}_ms"], row[f"{name}_off"])
        told[f"{name}_zone"] = row[f"{name}_zone"]
    for name in form.days:
        told[name] = None if row[name] is None else date.fromordinal(row[name]).isoformat()
    for name in form.stamps:
        told[STAMPS[name]] = _instant_text(row[name], 0)
    return {name: told[name] for name in _order(table)}


@cache
def _order(table: Table) -> tuple[str, ...]:
    """The fields of a record as the columns stand, what all entries have last."""
    form = _form(table)
    found: list[str] = []
    for column in table.columns:
        name = column.name
        stem = name[:-3]
        if stem in form.instants and name.endswith("_ms"):
            found += [stem, f"{stem}_zone"]
        elif name in form.plain or name in form.days:
            found.append(name)
        elif name in form.stamps:
            found.append(STAMPS[name])
    return tuple([name for name in found if name not in LAST] + [name for name in LAST if name in found])


def row_of(table: Table, told: Mapping[str, Any]) -> Record:
    """The columns of a record, without `fold` and `deleted_ms`; raises BadInputError if it cannot be one."""
    form = _form(table)
    try:
        row: Record = {name: told[name] for name in form.plain}
        for name in form.stamps:
            row[name] = _instant_numbers(told[STAMPS[name]])[0]
        for name in form.instants:
            row[f"{name}_ms"], row[f"{name}_off"] = _instant_numbers(told[name])
            row[f"{name}_zone"] = told[f"{name}_zone"]
        for name in form.days:
            row[name] = None if told[name] is None else date.fromisoformat(str(told[name])).toordinal()
    except KeyError as fault:
        raise BadInputError(
            _("An entry of “{table}” in this file lacks “{what}”.").format(
                table=table.name, what=str(fault).strip("'")
            )
        ) from None
    except (ValueError, TypeError, OverflowError) as fault:
        raise BadInputError(
            _("An entry of “{table}” in this file cannot be read: {what}.").format(
                table=table.name, what=str(fault).strip("'") or type(fault).__name__
            )
        ) from None
    return row


def fields_of(table: Table) -> tuple[str, ...]:
    """How the fields of a record of this table are called, in their order."""
    return _order(table)


def forms_of(table: Table) -> dict[str, str]:
    """How each field of a record is told: "instant", "day", "number" or "text"."""
    form = _form(table)
    told = dict.fromkeys((*form.instants, *(STAMPS[name] for name in form.stamps)), "instant")
    told |= dict.fromkeys(form.days, "day")
    for name in form.plain:
        told[name] = "text" if isinstance(table.c[name].type, Text) else "number"
    return told | {f"{name}_zone": "text" for name in form.instants}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What goes along: parts, and days from `first` to `last` (ordinals, both included; None is open)."""

    parts: frozenset[ExportPart] = frozenset(ExportPart)
    first: int | None = None
    last: int | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.parts == frozenset(ExportPart) and self.first is None and self.last is None

    @property
    def first_day(self) -> str | None:
        """The first day as ISO."""
        return None if self.first is None else date.fromordinal(self.first).isoformat()

    @property
    def last_day(self) -> str | None:
        """The last day as ISO."""
        return None if self.last is None else date.fromordinal(self.last).isoformat()


def records(vault: Vault, one: Carried, wanted: Wanted) -> Iterator[Record]:
    """The records of one table that go along, oldest first; raises a StoreError."""
    if one.part not in wanted.parts:
        return
    table = one.table
    names = [column.name for column in table.columns]
    words = ExportPart.WORDS in wanted.parts
    for found in _rows(vault, one, wanted):
        row = dict(zip(names, found, strict=True))
        if not words and "source" in row:
            row |= dict.fromkeys((*one.words, "source"))
        yield record(table, row)


PIECE = 500
"""So many rows are asked for at once: for each row SQLite lets go of Python, which nobody else then gets."""


def _rows(vault: Vault, one: Carried, wanted: Wanted) -> Iterator[tuple[Any, ...]]:
    """What `records` tells, as the table has it; rows that come or go meanwhile are not among them."""
    condition, values = _between(one, wanted)
    chosen = ", ".join(_told(column) for column in one.table.columns)
    query = f"SELECT {chosen} FROM {one.table.name} AS own WHERE {condition}"
    if "uid" not in one.table.c:
        yield from rows(vault, f"{query} ORDER BY 1", values)
        return
    order = "ORDER BY created_ms, uid"
    all_uids = rows(vault, f"SELECT uid FROM {one.table.name} AS own WHERE {condition} {order}", values)
    for start in range(0, len(all_uids), PIECE):
        some = tuple(uid for (uid,) in all_uids[start : start + PIECE])
        marks = ", ".join("?" * len(some))
        yield from rows(vault, f"{query} AND own.uid IN ({marks}) {order}", (*values, *some))


def _told(column: Column[Any]) -> str:
    """How a column is read: one that names a row which was removed is empty."""
    for key in column.foreign_keys if column.nullable else ():
        there = key.column.table.name
        named = f"SELECT uid FROM {there} AS there WHERE there.uid = own.[{column.name}]"
        return f"({named} AND there.deleted_ms IS NULL)"
    return f"own.[{column.name}]"


def _between(one: Carried, wanted: Wanted) -> tuple[str, tuple[int, ...]]:
    """The condition for the rows that go along, with its values; what is no entry goes whole.

    What a row of these days means nothing without goes along with it, whenever that was made.
    """
    if "uid" not in one.table.c:
        return "1", ()
    within, values = _of_days(one, wanted)
    ways = [within] if within else []
    for other in carried() if within and one.part in wanted.parts else ():
        if other.part not in wanted.parts:
            continue
        for key in _needed(other.table):
            if key.column.table is one.table:
                of_days, limits = _of_days(other, wanted)
                ways.append(
                    f"own.uid IN (SELECT [{key.parent.name}] FROM {other.table.name} "
                    f"WHERE deleted_ms IS NULL AND {of_days})"
                )
                values += limits
    chosen = f" AND ({' OR '.join(ways)})" if ways else ""
    return f"deleted_ms IS NULL{chosen}{_belonging(one.table)}", values


def _of_days(one: Carried, wanted: Wanted) -> tuple[str, tuple[int, ...]]:
    """The condition for the rows of the days that are wanted, with its values; "" for all days."""
    day = one.days or "(created_ms / 86400000 + 719163)"
    limits = ((f"{day} >= ?", wanted.first), (f"{day} <= ?", wanted.last))
    given = [(words, limit) for words, limit in limits if limit is not None]
    return " AND ".join(words for words, _limit in given), tuple(limit for _words, limit in given)


def _needed(table: Table) -> list[ForeignKey]:
    """The keys of what a row of `table` means nothing without."""
    return [key for key in table.foreign_keys if not key.parent.nullable]


def _belonging(table: Table) -> str:
    """A row that means nothing without another stays with it: none of a removed one goes along."""
    return "".join(
        f" AND EXISTS (SELECT 1 FROM {key.column.table.name} AS there "
        f"WHERE there.uid = own.[{key.parent.name}] AND there.deleted_ms IS NULL)"
        for key in _needed(table)
    )


def counts(vault: Vault, wanted: Wanted) -> dict[str, int]:
    """How many rows of each table go along; raises a StoreError."""
    found = {}
    for one in carried():
        condition, values = _between(one, wanted)
        number = rows(vault, f"SELECT count(*) FROM {one.table.name} AS own WHERE {condition}", values)
        found[one.table.name] = number[0][0] if one.part in wanted.parts else 0
    return found
