"""A file of a profile that is cut, empty, missing or full of zeros is noticed, and left as it is (I2)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import DamagedKeyError, DamagedStoreError, MissingStoreError, StoreError
from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

SECTOR = 512
FilesOf = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def kept(quick: Path) -> ProfileFiles:
    """The files of a closed vault with three practices."""
    vault = open_vault(quick / "profile")
    for number in range(3):
        Store(vault).practices.add(make.practice(number))
    vault.close()
    return ProfileFiles(quick / "profile")


def met(kept: ProfileFiles) -> type[StoreError] | None:
    """The fault of an opening; None if all three practices are there without one."""
    try:
        vault = open_vault(kept.folder)
    except StoreError as error:
        return type(error)
    try:
        assert len(Store(vault).practices.recent(9)) == 3
    finally:
        vault.close()
    return None


def test_a_database_cut_at_any_sector_is_refused_and_left_as_it_is(kept: ProfileFiles) -> None:
    whole = kept.db.read_bytes()
    for size in range(0, len(whole), SECTOR):
        kept.db.write_bytes(whole[:size])
        assert met(kept) is DamagedStoreError, size
        assert kept.db.stat().st_size == size
    kept.db.write_bytes(whole)
    assert met(kept) is None


def test_a_database_full_of_zeros_from_any_page_on_is_refused(kept: ProfileFiles) -> None:
    whole = kept.db.read_bytes()
    for start in range(0, len(whole), 8 * SECTOR):
        kept.db.write_bytes(whole[:start] + bytes(len(whole) - start))
        fault = met_with_check(kept)
        assert fault is DamagedStoreError, start


def met_with_check(kept: ProfileFiles) -> type[StoreError] | None:
    """The fault of an opening with a full check, which reads every page."""
    try:
        vault = open_vault(kept.folder)
    except StoreError as error:
        return type(error)
    damaged = bool(vault.faults())
    vault.connection.close()
    vault.close()
    return DamagedStoreError if damaged else None


def test_a_key_file_cut_anywhere_or_full_of_zeros_is_refused_where_its_spare_is_too(
    kept: ProfileFiles,
) -> None:
    whole = kept.keys.read_bytes()
    for content in [*(whole[:size] for size in range(len(whole) - 1)), bytes(len(whole))]:
        kept.keys.write_bytes(content)
        kept.spare_keys.write_bytes(content)
        assert met(kept) is DamagedKeyError, len(content)


def test_a_mark_cut_anywhere_or_missing_keeps_nobody_out(kept: ProfileFiles) -> None:
    whole = kept.mark.read_bytes()
    for size in range(len(whole)):
        kept.mark.write_bytes(whole[:size])
        assert met(kept) is None
    kept.mark.unlink()
    assert met(kept) is None


@pytest.mark.parametrize(
    ("missing", "fault"),
    [
        (["vault.db"], MissingStoreError),
        (["vault.db", "vault.hwm"], MissingStoreError),
        (["vault.db", "vault.keys"], MissingStoreError),
        (["vault.db", "vault.keys", "vault.keys.prev"], MissingStoreError),
        (["vault.db", "vault.keys", "vault.hwm"], MissingStoreError),
        (["vault.keys", "vault.keys.prev"], DamagedKeyError),
        (["vault.keys"], None),
        (["vault.keys.prev", "vault.hwm"], None),
    ],
)
def test_what_is_missing_is_never_replaced_by_an_empty_one(
    kept: ProfileFiles, missing: list[str], fault: type[StoreError] | None
) -> None:
    for name in missing:
        (kept.folder / name).unlink()
    assert met(kept) is fault
    assert kept.db.exists() == ("vault.db" not in missing)


def test_sqlite_by_itself_takes_an_empty_file_for_a_database(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    path.touch()
    plain = dbapi.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    plain.close()
