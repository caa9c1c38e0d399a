"""A save counts only where it can be found again: the open files have to be the ones on disk."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import MovedStoreError, StaleStoreError
from rewire_app.store.store import Store
from rewire_app.store.vault import high_water as highwater
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)

FilesOf = Callable[[Path], dict[str, bytes]]
Loss = Callable[[ProfileFiles], None]


def away(files: ProfileFiles) -> Path:
    """Where the folder is while it is not in its place."""
    return files.folder.with_name("away")


def delete_folder(files: ProfileFiles) -> None:
    shutil.rmtree(files.folder)


def move_folder(files: ProfileFiles) -> None:
    files.folder.rename(away(files))


def put_copy_in_place(files: ProfileFiles) -> None:
    files.folder.rename(away(files))
    shutil.copytree(away(files), files.folder)


def replace_by_copies(files: ProfileFiles) -> None:
    """As a program that keeps folders alike does: each file is written beside the old one and renamed."""
    for path in (files.db, files.wal, files.keys, files.mark):
        replace_by_copy(path)


def replace_by_copy(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    os.replace(copy, path)


def replace_database(files: ProfileFiles) -> None:
    replace_by_copy(files.db)


def delete_database(files: ProfileFiles) -> None:
    files.db.unlink()


def replace_log(files: ProfileFiles) -> None:
    replace_by_copy(files.wal)


def delete_log(files: ProfileFiles) -> None:
    files.wal.unlink()


LOSSES = [
    delete_folder,
    move_folder,
    put_copy_in_place,
    replace_by_copies,
    replace_database,
    delete_database,
    replace_log,
    delete_log,
]


def count(store: Store) -> int:
    return len(store.practices.recent(99))


@pytest.fixture
def files(store: Store) -> ProfileFiles:
    """The files of the open vault, which has confirmed three saves, the last one in the log alone."""
    store.practices.add(make.practice(0))
    store.practices.add(make.practice(1))
    store.vault.idle()
    store.practices.add(make.practice(2))
    return store.vault.files


@pytest.mark.parametrize("lose", LOSSES)
@pytest.mark.usefixtures("files")
def test_nothing_is_confirmed_while_the_files_are_not_in_their_place(lose: Loss, store: Store) -> None:
    lose(store.vault.files)
    for number in (7, 8):
        with pytest.raises(MovedStoreError, match="the last change was not saved"):
            store.practices.add(make.practice(number))
    assert store.vault.commit_seq == 3
    assert count(store) == 3


@pytest.mark.parametrize("lose", LOSSES)
def test_the_mark_is_not_raised_for_what_is_not_confirmed(
    lose: Loss, store: Store, files: ProfileFiles, tmp_path: Path
) -> None:
    kept = tmp_path / "the same file by another name"
    os.link(files.mark, kept)
    lose(files)
    with pytest.raises(MovedStoreError):
        store.practices.add(make.practice(7))
    store.vault.close()
    mark = highwater.read(kept)
    assert mark is not None
    assert mark.commit == 3


@pytest.mark.parametrize("part", ["folder", "db", "wal"])
def test_what_is_put_back_saves_again(part: str, store: Store, files: ProfileFiles) -> None:
    path: Path = getattr(files, part)
    elsewhere = files.folder.with_name("elsewhere")
    path.rename(elsewhere)
    entry = make.practice(7)
    with pytest.raises(MovedStoreError):
        store.practices.add(entry)
    elsewhere.rename(path)

    store.practices.add(entry)
    store.vault.close()
    again = open_vault(files.folder)
    assert count(Store(again)) == 4
    assert again.faults() == []
    again.close()


def test_a_folder_lost_while_a_save_is_written_is_noticed(store: Store, files: ProfileFiles) -> None:
    def lose(statement: str) -> None:
        if statement == "COMMIT":
            move_folder(files)

    store.vault.connection.set_trace_callback(lose)
    with pytest.raises(MovedStoreError):
        store.practices.add(make.practice(7))
    store.vault.connection.set_trace_callback(None)
    mark = highwater.read(away(files) / files.mark.name)
    assert mark is not None
    assert mark.commit == 3

    away(files).rename(files.folder)
    store.practices.add(make.practice(8))
    mark = highwater.read(files.mark)
    assert mark is not None
    assert mark.commit == store.vault.commit_seq == 5


def test_closing_leaves_what_was_put_in_the_place_as_it_is(
    store: Store, files: ProfileFiles, files_of: FilesOf
) -> None:
    put_copy_in_place(files)
    before = files_of(files.folder)
    store.vault.idle()
    store.vault.close()
    assert files_of(files.folder) == before


def test_closing_makes_nothing_where_the_folder_was_deleted(store: Store, files: ProfileFiles) -> None:
    delete_folder(files)
    store.vault.idle()
    store.vault.close()
    assert not files.folder.exists()


@pytest.mark.parametrize("lose", [move_folder, put_copy_in_place])
def test_a_folder_that_was_moved_has_every_confirmed_save(
    lose: Loss, store: Store, files: ProfileFiles
) -> None:
    lose(files)
    store.vault.idle()
    store.vault.close()
    again = open_vault(away(files))
    assert count(Store(again)) == 3
    again.close()


@pytest.mark.parametrize("lose", [replace_by_copies, replace_database, replace_log, delete_log])
def test_files_that_were_replaced_by_their_like_open_with_every_confirmed_save(
    lose: Loss, store: Store, files: ProfileFiles
) -> None:
    lose(files)
    with pytest.raises(MovedStoreError):
        store.practices.add(make.practice(7))
    store.vault.idle()
    store.vault.close()
    again = open_vault(files.folder)
    assert count(Store(again)) == 3
    assert again.faults() == []
    again.close()


def test_files_without_numbers_are_taken_for_the_same(
    store: Store, files: ProfileFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def without_numbers(path: Path) -> os.stat_result:
        found = list(real(path))
        found[1] = 0
        return os.stat_result(found)

    replace_database(files)
    with monkeypatch.context() as system:
        system.setattr(os, "stat", without_numbers)
        store.practices.add(make.practice(7))
    assert count(store) == 4


# copied over in place: the same file, other content


def copies_of(files: ProfileFiles) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (files.db, files.wal)}


def write_over(copies: dict[Path, bytes]) -> None:
    """As a program does that copies a folder over another one: the files stay the same ones."""
    for path, content in copies.items():
        with open(path, "r+b") as file:
            file.truncate(0)
            file.write(content)


@pytest.fixture
def older(store: Store, files: ProfileFiles) -> dict[Path, bytes]:
    """What both files held two saves ago."""
    copies = copies_of(files)
    store.practices.add(make.practice(3))
    store.vault.idle()
    store.practices.add(make.practice(4))
    return copies


@pytest.mark.parametrize("parts", [("db",), ("wal",), ("db", "wal")])
def test_nothing_is_confirmed_once_older_content_was_copied_over(
    parts: tuple[str, ...], store: Store, files: ProfileFiles, older: dict[Path, bytes]
) -> None:
    write_over(
        {path: content for path, content in older.items() if path in {getattr(files, part) for part in parts}}
    )
    for number in (7, 8):
        with pytest.raises(MovedStoreError, match="the last change was not saved"):
            store.practices.add(make.practice(number))
    assert store.vault.commit_seq == 5


@pytest.mark.parametrize("parts", [("db",), ("db", "wal")])
def test_closing_writes_nothing_into_what_was_copied_over(
    parts: tuple[str, ...], store: Store, files: ProfileFiles, older: dict[Path, bytes]
) -> None:
    over = {getattr(files, part): older[getattr(files, part)] for part in parts}
    write_over(over)
    store.vault.idle()
    store.vault.close()
    assert files.db.read_bytes() == older[files.db]
    with pytest.raises(StaleStoreError):
        open_vault(files.folder)
    again = open_vault(files.folder, accept_missing_saves=True)
    assert again.faults() == []
    again.close()


def test_files_that_were_only_touched_go_on_saving(store: Store, files: ProfileFiles) -> None:
    for path in (files.db, files.wal):
        os.utime(path, (1, 1))
    store.practices.add(make.practice(7))
    assert count(store) == 4


def test_the_same_bytes_written_again_go_on_saving(store: Store, files: ProfileFiles) -> None:
    write_over(copies_of(files))
    store.practices.add(make.practice(7))
    store.vault.idle()
    assert store.vault.faults() == []


def test_a_long_log_goes_into_the_file_while_it_is_written(store: Store, files: ProfileFiles) -> None:
    for number in range(50, 150):
        store.practices.add(make.practice(number, note="x" * 20_000))
    assert files.wal.stat().st_size < 2_000_000
    assert store.vault.faults() == []
