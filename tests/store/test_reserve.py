"""Room that is set aside lets the last words be kept on a full disk."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys

import pytest

from rewire_app.errors import DiskFullError
from rewire_app.store.store import Store
from rewire_app.store.vault.reserve import LEAVES, SIZE, Reserve
from tests.store import entries as make


class SmallDisk:
    """A disk on which the database has no page more until the reserve is gone."""

    def __init__(self, store: Store) -> None:
        self.store, self.vault = store, store.vault
        self._give_up = store.vault.reserve.give_up
        pages = self._pragma("page_count")
        self._pragma(f"max_page_count={pages}")
        store.vault.reserve.give_up = self.give_up  # type: ignore[method-assign]

    def _pragma(self, name: str) -> int:
        return int(self.vault.connection.execute(f"PRAGMA {name}").fetchone()[0])

    def give_up(self) -> bool:
        """As the real one, and then there are as many pages more as it took."""
        given = self._give_up()
        if given:
            self._pragma(f"max_page_count={self._pragma('page_count') + SIZE // 4096}")
        return given


def test_the_last_words_are_kept_in_the_room_that_was_set_aside(store: Store) -> None:
    store.vault.reserve.make()
    SmallDisk(store)
    store.moments.add(make.moment(note="x" * 60_000))
    assert len(store.moments.for_day(make.DAY)) == 1
    assert store.vault.reserve.given_up
    assert not store.vault.files.reserve.exists()


def test_without_it_a_full_disk_is_said(store: Store) -> None:
    SmallDisk(store)
    with pytest.raises(DiskFullError):
        store.moments.add(make.moment(note="x" * 60_000))


def test_it_takes_its_room_and_is_for_its_owner_alone(store: Store) -> None:
    reserve = store.vault.reserve
    assert reserve.make()
    found = os.stat(store.vault.files.reserve)
    assert found.st_size == SIZE
    if sys.platform != "win32":
        assert stat.S_IMODE(found.st_mode) == 0o600
        assert found.st_blocks * 512 >= SIZE


def test_it_is_made_anew_only_where_there_is_room_for_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserve = store.vault.reserve
    reserve.make()
    reserve.give_up()
    whole = shutil.disk_usage(store.vault.path)
    little = type(whole)(whole.total, whole.used, SIZE + LEAVES - 1)
    with monkeypatch.context() as system:
        system.setattr(shutil, "disk_usage", lambda _folder: little)
        assert not reserve.make()
    assert reserve.make()
    assert not reserve.given_up


def test_a_start_on_a_full_disk_uses_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from rewire_app.store.vault import vault as vaults

    store.practices.add(make.practice(0))
    store.vault.reserve.make()
    store.vault.close()
    files = store.vault.files
    real = vaults.connect

    def on_a_full_disk(*given: object) -> object:
        if files.reserve.exists():
            raise OSError(errno.ENOSPC, "no room")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(vaults, "connect", on_a_full_disk)
    again = vaults.open_vault(files.folder)
    assert len(Store(again).practices.recent(9)) == 1
    again.close()


def test_a_piece_of_one_is_made_whole(store: Store) -> None:
    store.vault.files.reserve.write_bytes(b"cut")
    assert Reserve(store.vault.files.reserve).make()
    assert store.vault.files.reserve.stat().st_size == SIZE
