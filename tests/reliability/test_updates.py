"""An update loses nothing, wherever it is stopped (M1); a newer file is left alone (M2)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import NewerStoreError, StoreError
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import restore
from rewire_app.store.vault import identity, keyslots, vault
from rewire_app.store.vault.connection import connect, connect_to_look
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store.record import DATA, content

OLD = sorted(path for path in DATA.glob("revision-*.db") if path.stem != f"revision-{identity.HEAD}")
STEP = 25
"""Steps of the database's machine between two points at which it may be stopped."""


def released(source: Path, folder: Path) -> ProfileFiles:
    """A profile as an earlier release left it."""
    folder.mkdir(parents=True)
    files = ProfileFiles(folder)
    shutil.copyfile(source, files.db)
    shutil.copyfile(source.with_suffix(".keys"), files.keys)
    return files


def lost(files: ProfileFiles, source: Path) -> int:
    """How many of the rows that were there are not, or not as they were."""
    opened = open_vault(files.folder)
    try:
        found = content(opened.connection)
    finally:
        opened.close()
    expected = json.loads(source.with_suffix(".json").read_text("utf-8"))
    return sum(
        not any({name: row[name] for name in old} == old for row in found[table])
        for table, rows in expected.items()
        for old in rows
    )


def stopped_at(point: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Let the connection of an opening fail at its `point`-th step; tells whether it came so far."""
    left = [point]

    def failing(db: Path, key: bytes) -> dbapi.Connection:
        connection = connect(db, key)

        def step() -> int:
            left[0] -= 1
            return int(left[0] == 0)

        connection.set_progress_handler(step, STEP)
        return connection

    monkeypatch.setattr(vault, "connect", failing)
    return lambda: left[0] <= 0


def stop_everywhere(
    source: Path, folder: Path, every: int, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int]:
    """Stop an update at every `every`-th point; returns how many stops there were and how many rows lost."""
    stops = gone = 0
    for point in range(1, 100_000, every):
        files = released(source, folder / str(point))
        with monkeypatch.context() as patched:
            reached = stopped_at(point, patched)
            try:
                open_vault(files.folder).close()
            except StoreError:
                stops += 1
        gone += lost(files, source)
        shutil.rmtree(files.folder)
        if not reached():
            break
    return stops, gone


@pytest.mark.parametrize("source", OLD, ids=lambda path: path.stem)
def test_an_update_stopped_at_some_points_loses_nothing(
    source: Path, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops, gone = stop_everywhere(source, quick, 60, monkeypatch)
    assert (gone, stops > 2) == (0, True)


@pytest.mark.parametrize("point", [1, 101, 450, 600])
def test_an_update_that_was_stopped_holds_no_file(
    point: int, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows would let nobody put a copy in the place of a file that is still held."""
    files = released(OLD[0], quick / "profile")
    stopped_at(point, monkeypatch)
    with pytest.raises(StoreError):
        open_vault(files.folder)
    held = [Path(file.path) for file in psutil.Process().open_files()]
    assert [path for path in held if path.is_relative_to(files.folder)] == []


@pytest.mark.slow
@pytest.mark.parametrize("source", OLD, ids=lambda path: path.stem)
def test_an_update_stopped_at_every_point_loses_nothing(
    source: Path, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops, gone = stop_everywhere(source, quick, 1, monkeypatch)
    print(source.stem, stops, "stops")
    assert (gone, stops > 20) == (0, True)


@pytest.mark.parametrize("source", OLD, ids=lambda path: path.stem)
def test_before_an_update_a_copy_of_the_old_form_is_kept(source: Path, quick: Path) -> None:
    files = released(source, quick / "profile")
    open_vault(files.folder).close()
    [copy] = backups(files)
    assert copy.pinned
    assert f"revision-{copy.schema}" == source.stem
    restore(quick / "again", copy.path)
    key = keyslots.parsed(files.keys.read_bytes()).open_key()
    assert key is not None
    connection = connect_to_look(quick / "again" / "vault.db", key)
    expected = json.loads(source.with_suffix(".json").read_text("utf-8"))
    for table, rows in expected.items():
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (len(rows),)
    connection.close()


def test_an_update_that_drops_a_row_would_be_noticed(quick: Path) -> None:
    files = released(OLD[0], quick / "profile")
    opened = open_vault(files.folder)
    opened.connection.execute("DELETE FROM nights WHERE rowid = (SELECT min(rowid) FROM nights)")
    opened.close()
    assert lost(files, OLD[0]) == 1


def newer(folder: Path) -> ProfileFiles:
    """A profile that a newer Rewire has written: its keys and its database say so."""
    opened = open_vault(folder)
    opened.connection.execute("PRAGMA user_version=9999")
    opened.close()
    files = ProfileFiles(folder)
    keys = keyslots.parsed(files.keys.read_bytes()).at_schema("9999")
    for path in (files.keys, files.spare_keys):
        path.write_bytes(keyslots.packed(keys))
    return files


def changes(files: ProfileFiles, files_of: Callable[[Path], dict[str, bytes]]) -> int:
    """After how many of 100 tries to open it a file is another one; each try has to be refused."""
    before, changed = files_of(files.folder), 0
    for _attempt in range(100):
        with pytest.raises(NewerStoreError):
            open_vault(files.folder)
        changed += files_of(files.folder) != before
    return changed


def test_a_newer_file_is_the_same_byte_for_byte_after_100_tries(
    quick: Path, files_of: Callable[[Path], dict[str, bytes]]
) -> None:
    assert changes(newer(quick / "profile"), files_of) == 0


def test_a_newer_database_behind_older_keys_is_the_same_too(
    quick: Path, files_of: Callable[[Path], dict[str, bytes]]
) -> None:
    files = newer(quick / "profile")
    keys = keyslots.parsed(files.keys.read_bytes()).at_schema(identity.HEAD)
    for path in (files.keys, files.spare_keys):
        path.write_bytes(keyslots.packed(keys))
    assert changes(files, files_of) == 0


def test_an_opening_that_writes_first_would_be_noticed(
    quick: Path, files_of: Callable[[Path], dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = newer(quick / "profile")
    sniff = keyslots.newer_store

    def writes_first() -> NewerStoreError:
        files.mark.write_bytes(b"touched")
        return sniff()

    monkeypatch.setattr(keyslots, "newer_store", writes_first)
    assert changes(files, files_of) == 100
