"""What Rewire does that must never be left half done, and how what it left behind is judged.

A scene prepares a profile, does its work in a child process, and looks at the files afterwards: only the
states before and after are allowed, and what was said to be done has to be.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rewire_app.errors import StoreError
from rewire_app.store.backups.trial import laid_out
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots, migrate
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.copies import found
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.vault import Vault, open_vault
from tests.reliability.kills import text_of
from tests.reliability.traced import Said
from tests.store import entries as make
from tests.store.record import DATA, content
from tests.store.schemas import schema_of

DONE, REFUSED = 0, 1
OLD = "0001"
"""The revision from which a migration begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One piece of work: `work` returns DONE or REFUSED, `judge` says what is wrong with what is left."""

    prepare: Callable[[Path], None]
    work: Callable[[Path, Said], int]
    judge: Callable[[Path, Said], Iterable[str]]


def save(store: Store, number: int) -> None:
    """Keep the pair of `number`."""
    practice = make.practice(0, note=text_of(number))
    store.many([practice, make.intention(0, practice=practice.uid, text=text_of(number))])


def kept_numbers(vault: Vault) -> set[int]:
    """The numbers whose pair is there; a pair that is torn or mixed up counts as -1."""
    rows = vault.connection.execute(
        "SELECT p.note, i.text FROM practices p LEFT JOIN intentions i ON i.practice = p.uid"
    ).fetchall()
    named = [(int(note.split(" ")[0]), note, text) for note, text in rows]
    return {number if note == text == text_of(number) else -1 for number, note, text in named}


# Save: five pairs are there, five more are kept one after another, with an idle moment between.
EARLIER = range(5)
LATER = range(5, 10)


def prepare_save(profile: Path) -> None:
    with closing(open_vault(profile)) as vault:
        for number in EARLIER:
            save(Store(vault), number)


def do_save(profile: Path, said: Said, *, early: bool = False) -> int:
    refused = False
    try:
        vault = open_vault(profile)
    except StoreError:
        return REFUSED
    for number in LATER:
        said.begin(number)
        if early:
            said.confirm(number)
        try:
            save(Store(vault), number)
            said.confirm(number)
            if number % 2 == 0:
                vault.idle()
        except StoreError:
            refused = True
    try:
        vault.close()
    except StoreError:
        refused = True
    return REFUSED if refused else DONE


def judge_save(profile: Path, said: Said) -> Iterable[str]:
    with closing(open_vault(profile)) as vault:
        yield from vault.faults()
        here = kept_numbers(vault)
        if lost := (said.confirmed() | set(EARLIER)) - here:
            yield f"lost {sorted(lost)}"
        if wrong := here - said.begun() - set(EARLIER):
            yield f"never saved {sorted(wrong)}"
        save(Store(vault), 999)
    with closing(open_vault(profile)) as vault:
        if 999 not in kept_numbers(vault):
            yield "does not keep what comes next"


# Migration: a full database of the first revision is opened.
def prepare_migration(profile: Path) -> None:
    profile.mkdir()
    files = ProfileFiles(profile)
    shutil.copyfile(DATA / f"revision-{OLD}.db", files.db)
    shutil.copyfile(DATA / f"revision-{OLD}.keys", files.keys)


def do_migration(profile: Path, said: Said) -> int:
    try:
        vault = open_vault(profile)
        said.confirm(1)
        vault.close()
    except StoreError:
        return REFUSED
    return DONE


def do_naive_migration(profile: Path, said: Said) -> int:
    """The same without a transaction around the steps."""
    whole = migrate.dbapi.Connection.execute

    class Naive:
        """A connection on which no transaction begins."""

        def __init__(self, raw: object) -> None:
            self._raw = raw

        def __getattr__(self, name: str) -> object:
            return getattr(self._raw, name)

        def execute(self, statement: str, *values: object) -> object:
            silent = statement in ("BEGIN IMMEDIATE", "COMMIT")
            return whole(self._raw, "SELECT 1" if silent else statement, *values)

    kept = migrate.upgrade
    migrate.upgrade = lambda raw, to: kept(Naive(raw), to)  # in the child process alone
    return do_migration(profile, said)


def judge_migration(profile: Path, said: Said) -> Iterable[str]:
    files = ProfileFiles(profile)
    expected = json.loads((DATA / f"revision-{OLD}.json").read_text("utf-8"))
    counts = {
        table: sum(row["deleted_ms"] is None for row in rows)
        for table, rows in expected.items()
        if rows and "deleted_ms" in rows[0]
    }
    yield from faults_of_copies(files, counts)
    keys = keyslots.parsed(files.keys.read_bytes())
    with closing(connect(files.db, keys.open_key() or b"")) as raw:
        revision = raw.execute("PRAGMA user_version").fetchone()[0]
        schema = schema_of(raw)
    if revision not in (int(OLD), int(HEAD)):
        yield f"is of revision {revision}"
    if 1 in said.confirmed() and revision != int(HEAD):
        yield "was said to be done"
    if schema != schema_at(revision):
        yield f"is between two forms, at revision {revision}"
    with closing(open_vault(profile)) as vault:
        yield from vault.faults()
        yield from differences(content(vault.connection), expected)


@cache
def schema_at(revision: int) -> dict[str, str]:
    """The tables of `revision`, as an empty database has them that went there."""
    raw = migrate.dbapi.connect(":memory:", isolation_level=None)
    migrate.upgrade(raw, f"{revision:04}")
    return schema_of(raw)


Content = dict[str, list[dict[str, object]]]


def faults_of_copies(
    files: ProfileFiles, counts: Mapping[str, int], key: bytes | None = None
) -> Iterable[str]:
    """What is wrong with the copies that have their final name; each has to open and hold so many entries."""
    copies, damaged = found(files.backups)
    if damaged:
        yield f"{damaged} copies are none"
    for copy in copies:
        with laid_out(copy.path, key=key):
            pass
        short = [table for table, count in copy.counts.items() if count != counts.get(table, count)]
        yield from (f"the copy is not whole in {table}" for table in short)


def differences(found: Content, expected: Content) -> Iterable[str]:
    """In which tables `found` lacks something of `expected`."""
    for table, rows in expected.items():
        same = len(found[table]) == len(rows) and all(
            {name: row[name] for name in old} == old for row, old in zip(found[table], rows, strict=True)
        )
        if not same:
            yield f"{table} is not what it was"


def do_early_save(profile: Path, said: Said) -> int:
    """Saves that are confirmed before they are made."""
    return do_save(profile, said, early=True)


SCENES = {
    "save": Scene(prepare=prepare_save, work=do_save, judge=judge_save),
    "early save": Scene(prepare=prepare_save, work=do_early_save, judge=judge_save),
    "migrate": Scene(prepare=prepare_migration, work=do_migration, judge=judge_migration),
    "naive migrate": Scene(prepare=prepare_migration, work=do_naive_migration, judge=judge_migration),
}
