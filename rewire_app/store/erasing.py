"""Takes removed entries out for good: of each only its uid, kind, device and time of removal stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.dialects import sqlite

from rewire_app.domain.custom import BREATH_PREFIX, REMOVED_PREFIX
from rewire_app.domain.packs import PACK_TITLE, Pack, titles_of
from rewire_app.store.entries.once import Profile
from rewire_app.store.ledger import Ledger, Writing, name_of
from rewire_app.store.schema import brought, journal, lists

ENTRIES = tuple(table for table in lists.metadata.sorted_tables if "deleted_ms" in table.c)
"""Every table of entries; what is pointed at comes first."""

NAMING = tuple(table for table in ENTRIES if "exercise" in table.c and table is not lists.favourites)
"""The tables of entries that name an exercise."""

BELONGING = (
    (lists.own_ratings, "measure_uid", lists.own_measures),
    (journal.note_versions, "note_uid", journal.notes),
    (lists.value_ratings, "value", lists.own_values),
    (lists.diary_cells, "row", lists.diary_rows),
    (brought.imported_rows, "brought", brought.imports),
)
"""Tables whose rows mean nothing without the one that a column of theirs names, and where that one stands."""

POINTING = (
    (journal.intentions, "practice", journal.practices),
    (journal.moments, "pattern", lists.patterns),
    (journal.moments, "set_off_by", journal.moments),
    (lists.goals, "value", lists.own_values),
    (lists.moves, "value", lists.own_values),
    (lists.expectations, "step", lists.ladder),
    (lists.expectations, "pattern", lists.patterns),
    (lists.expectations, "practice", journal.practices),
    (lists.expectations, "goal", lists.goals),
)
"""Tables whose rows go on without the one that a column of theirs names, and where that one stands."""

AT_ONCE = 500
"""So many uids in one statement; SQLite allows more."""

SWEPT = "swept"
"""The fact that holds the number of the last save after which nothing had to be erased."""

Gone = dict[Table, dict[str, int]]
"""What is taken out: by table, uids with the times of their removal."""


class Erasing:
    """What is removed waits in its table as long as it can be brought back; here it is erased.

    Overwriting alone is not enough: where SQLite moved rows from one page to another, what they held stays in
    the first until something else needs the place (seen in 3 of 907 rows). So the file is written anew.
    """

    def __init__(self, ledger: Ledger, profile: Profile) -> None:
        """Use the store's `ledger`, and its facts."""
        self._ledger, self._vault, self._profile = ledger, ledger.vault, profile

    def erase(self, names: Iterable[str]) -> frozenset[str]:
        """Erase the rows of `names` that are removed; the names of all rows that are gone or other by it."""
        with self._vault.lock:
            changed = self._take_out(frozenset(names))
            self._vault.rewrite()
        return changed

    def sweep(self) -> None:
        """Erase all that is removed and every trace of words that were replaced, as notes are closed.

        Nothing to do if nothing was saved since the last time. Raises a StoreError, and then the next time
        does it.
        """
        with self._vault.lock:
            if self._profile.get(SWEPT) == str(self._vault.commit_seq):
                return
            self._take_out(None)
            self._vault.rewrite()
            self._profile.put(SWEPT, str(self._vault.commit_seq + 1))  # the number of this save itself

    def _take_out(self, names: frozenset[str] | None) -> frozenset[str]:
        changed: frozenset[str] = frozenset()

        def work(writing: Writing) -> None:
            nonlocal changed
            gone = removed_rows(writing, names)
            self._forget_packs(writing, gone)
            changed = take_out(writing, gone, self._vault.device)

        self._ledger.write(work)
        return changed

    def _forget_packs(self, writing: Writing, gone: Gone) -> None:
        """What was practised with a pack keeps its title, as a fact; marks on what was in it go with it."""
        here = {pack.key for pack in _packs(writing, brought.packs.c.deleted_ms.is_(None))}
        titles: dict[str, str] = {}
        for some in _in_parts(gone.get(brought.packs, ())):
            for pack in _packs(writing, brought.packs.c.uid.in_(some)):
                titles |= {} if pack.key in here else titles_of(pack)
        stars, facts = lists.favourites, journal.profile
        for some in _in_parts(titles):
            marks = select(stars.c.uid, stars.c.created_ms).where(stars.c.exercise.in_(some))
            for uid, at in writing.rows(marks):
                gone.setdefault(stars, {}).setdefault(uid, at)
            writing.run(delete(facts).where(facts.c.key.in_([f"pace:{name}" for name in some])))
            used = {
                name
                for table in NAMING
                for (name,) in writing.rows(
                    select(table.c.exercise).distinct().where(table.c.exercise.in_(some))
                )
            }
            for name in sorted(used):
                self._profile.write(writing, f"{PACK_TITLE}{name}", titles[name])


def _packs(writing: Writing, rule: ColumnElement[bool]) -> list[Pack]:
    columns = [brought.packs.c[one.name] for one in fields(Pack)]
    names = [column.name for column in columns]
    return [Pack(**dict(zip(names, row, strict=True))) for row in writing.rows(select(*columns).where(rule))]


def removed_rows(writing: Writing, wanted: frozenset[str] | None = None) -> Gone:
    """The rows that are marked as removed: all of them, or those `wanted` by name that still are."""
    found: Gone = {}
    for table in ENTRIES:
        query = select(table.c.uid, table.c.deleted_ms).where(table.c.deleted_ms.is_not(None))
        rows = {uid: at for uid, at in writing.rows(query) if wanted is None or name_of(table, uid) in wanted}
        if rows:
            found[table] = rows
    return found


def take_out(writing: Writing, gone: Gone, device: str) -> frozenset[str]:
    """Take the rows of `gone` out of their tables, and what only they gave a meaning; note that they were.

    Rows that point to them go on without. The names of all rows that are gone or changed come back.
    """
    gone = {table: dict(gone.get(table, {})) for table in ENTRIES}
    for table, column, parent in BELONGING:
        _take_along(writing, gone, table, column, parent)
    changed: set[str] = set()
    for table, column, parent in POINTING:
        changed |= _changed(writing, table, column, dict.fromkeys(gone[parent]))
    changed |= _forget_exercises(writing, gone)
    noted = sqlite.insert(lists.removed)
    noted = noted.on_conflict_do_update(
        index_elements=["uid"], set_={name: noted.excluded[name] for name in ("kind", "device", "removed_ms")}
    )
    for table in reversed(ENTRIES):
        rows = gone[table]
        if not rows:
            continue
        writing.run(
            noted,
            [
                {"uid": uid, "kind": table.name, "device": device, "removed_ms": at}
                for uid, at in rows.items()
            ],
        )
        for some in _in_parts(rows):
            writing.run(delete(table).where(table.c.uid.in_(some)))
        changed |= {name_of(table, uid) for uid in rows}
    return frozenset(changed)


def _take_along(writing: Writing, gone: Gone, table: Table, column: str, parent: Table) -> None:
    """Rows that mean nothing without the one they belong to go with it."""
    for some in _in_parts(gone[parent]):
        belonging = select(table.c.uid, table.c[column]).where(table.c[column].in_(some))
        for uid, owner in writing.rows(belonging):
            gone[table].setdefault(uid, gone[parent][owner])


def _forget_exercises(writing: Writing, gone: Gone) -> set[str]:
    """What was practised stays, under a name that says nothing: the id of an own exercise has its title."""
    own, facts = lists.own_exercises, journal.profile
    here = {name for (name,) in writing.rows(select(own.c.id).where(own.c.deleted_ms.is_(None)))}
    renamed: dict[str, str | None] = {}
    for some in _in_parts(gone[own]):
        for uid, name in writing.rows(select(own.c.uid, own.c.id).where(own.c.uid.in_(some))):
            if name not in here:
                renamed[name] = f"{REMOVED_PREFIX}{uid}"
    names = [*renamed, *(f"{BREATH_PREFIX}{uid}" for uid in gone[lists.breath_patterns])]
    for some in _in_parts(names):
        stars = lists.favourites
        for uid, at in writing.rows(
            select(stars.c.uid, stars.c.created_ms).where(stars.c.exercise.in_(some))
        ):
            gone[stars].setdefault(uid, at)
        writing.run(delete(facts).where(facts.c.key.in_([f"pace:{name}" for name in some])))
    changed: set[str] = set()
    for table in NAMING:
        changed |= _changed(writing, table, "exercise", renamed)
    return changed


def _changed(writing: Writing, table: Table, column: str, fresh: Mapping[str, str | None]) -> set[str]:
    """Give a column its `fresh` value for each of the old ones; the names of the rows that had those."""
    changed: set[str] = set()
    for some in _in_parts(fresh):
        found = writing.rows(select(table.c.uid, table.c[column]).where(table.c[column].in_(some)))
        for uid, old in found:
            writing.run(update(table).where(table.c.uid == uid).values({column: fresh[old]}))
            changed.add(name_of(table, uid))
    return changed


def _in_parts(names: Iterable[str]) -> list[list[str]]:
    every = list(names)
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
