"""On a full disk nothing confirmed is lost, every save that fails says so, and it works again (D5)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rewire_app.errors import DiskFullError
from rewire_app.store.store import Store
from rewire_app.store.vault.reserve import LEAVES, SIZE
from rewire_app.store.vault.vault import Vault, open_vault
from tests.reliability.scenes import kept_numbers, save

DISK = SIZE + LEAVES + (8 << 20)
"""Bytes on the disk: as little as lets the room for last words be set aside."""
PLENTY = 20_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; only root may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = sys.platform == "linux" and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place)],
        capture_output=True,
        check=False,
        timeout=300,
    )
    if not made or made.returncode:
        pytest.skip("needs the right to mount a disk in memory")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True, timeout=300)


@pytest.fixture
def vault(disk: Path) -> Iterator[Vault]:
    """An open vault on the small disk."""
    opened = open_vault(disk / "profile")
    yield opened
    opened.close()


def fill_up(disk: Path) -> Path:
    """Take all the room that is left."""
    ballast = disk / "ballast"
    file = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(file, bytes(4096))
    os.close(file)
    return ballast


def save_until_full(store: Store, first: int) -> set[int]:
    """Save one number after another until one is refused; those that were confirmed."""
    said: set[int] = set()
    for number in range(first, first + PLENTY):
        try:
            save(store, number)
        except DiskFullError:
            return said
        said.add(number)
    raise AssertionError("the disk is not full")


def test_what_was_confirmed_is_there_and_what_was_not_said_so(vault: Vault, disk: Path) -> None:
    store = Store(vault)
    save(store, 0)
    ballast = fill_up(disk)
    said = {0} | save_until_full(store, 1)
    for number in range(PLENTY, PLENTY + 20):
        with pytest.raises(DiskFullError, match="Everything saved before is safe"):
            save(store, number)
    assert kept_numbers(vault) == said

    ballast.unlink()
    save(store, 2 * PLENTY)
    vault.close()
    again = open_vault(vault.path)
    assert kept_numbers(again) == said | {2 * PLENTY}
    assert again.faults() == []
    again.close()


def test_the_room_that_was_set_aside_keeps_the_last_words_and_comes_back(vault: Vault, disk: Path) -> None:
    store = Store(vault)
    assert vault.reserve.make()
    fill_up(disk)
    said = save_until_full(store, 0)
    assert len(said) > 20
    assert vault.reserve.given_up
    assert kept_numbers(vault) == said

    (disk / "ballast").unlink()
    save(store, PLENTY)
    assert vault.reserve.make()
    assert not vault.reserve.given_up


def test_a_vault_on_a_full_disk_opens_and_can_be_read(vault: Vault, disk: Path) -> None:
    store = Store(vault)
    assert vault.reserve.make()
    save(store, 0)
    vault.close()
    fill_up(disk)
    again = open_vault(vault.path)
    assert kept_numbers(again) == {0}
    save(Store(again), 1)
    again.close()


def test_a_disk_that_swallows_what_does_not_fit_would_be_noticed(vault: Vault, disk: Path) -> None:
    fill_up(disk)
    said = set()
    for number in range(PLENTY):
        with suppress(DiskFullError):
            save(Store(vault), number)
        said.add(number)
        if number > 200:
            break
    assert not said <= kept_numbers(vault)
