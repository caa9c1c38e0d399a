"""All that is open is put into a new folder, whatever became of the files it was read from."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from rewire_app.errors import BadInputError, DamagedStoreError
from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.kept_elsewhere import free_place, keep_elsewhere
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.test_moved import (
    Loss,
    copies_of,
    delete_folder,
    move_folder,
    put_copy_in_place,
    replace_by_copies,
    write_over,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)


def saved_twice(store: Store) -> None:
    """One save in the file, one in the log."""
    store.practices.add(make.practice(0))
    store.vault.idle()
    store.practices.add(make.practice(1))


def opened(folder: Path) -> int:
    """How many practices the new profile has; it is sound."""
    vault = open_vault(folder)
    assert vault.faults() == []
    found = len(Store(vault).practices.recent(9))
    vault.close()
    return found


@pytest.mark.parametrize("lose", [delete_folder, move_folder, put_copy_in_place, replace_by_copies])
def test_every_save_is_in_the_new_folder(lose: Loss, store: Store, tmp_path: Path) -> None:
    saved_twice(store)
    lose(store.vault.files)
    keep_elsewhere(store.vault, tmp_path / "new")
    assert opened(tmp_path / "new") == 2


def test_what_is_in_memory_outlives_an_older_copy_over_the_file(store: Store, tmp_path: Path) -> None:
    older = copies_of(store.vault.files)
    saved_twice(store)
    store.practices.recent(9)
    write_over(older)
    keep_elsewhere(store.vault, tmp_path / "new")
    assert opened(tmp_path / "new") == 2


def test_what_cannot_be_read_any_more_is_said_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    saved_twice(store)
    store.vault.idle()
    store.vault.files.db.write_bytes(b"x" * store.vault.files.db.stat().st_size)
    store.vault.connection.execute("PRAGMA shrink_memory")
    with pytest.raises(DamagedStoreError):
        keep_elsewhere(store.vault, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_notes_that_are_there_are_not_written_over(store: Store, tmp_path: Path) -> None:
    open_vault(tmp_path / "other").close()
    before = ProfileFiles(tmp_path / "other").db.read_bytes()
    with pytest.raises(BadInputError):
        keep_elsewhere(store.vault, tmp_path / "other")
    assert ProfileFiles(tmp_path / "other").db.read_bytes() == before


def test_a_copy_without_the_last_save_does_not_count(store: Store, tmp_path: Path) -> None:
    saved_twice(store)
    store.vault.commit_seq += 1
    with pytest.raises(DamagedStoreError):
        keep_elsewhere(store.vault, tmp_path / "new")
    assert ProfileFiles(tmp_path / "new").untouched()
    store.vault.commit_seq -= 1


def test_the_usual_place_is_taken_when_nothing_is_there(store: Store) -> None:
    folder, today = store.vault.path, date(2026, 11, 30)
    assert free_place(folder, today) == folder.with_name("profile kept 2026-11-30")
    folder.with_name("profile kept 2026-11-30").mkdir()
    assert free_place(folder, today) == folder.with_name("profile kept 2026-11-30 2")
    shutil.rmtree(folder)
    assert free_place(folder, today) == folder
