"""Bits that flip on the disk: in the first page of one table and of each of its indexes, so that no read of
it goes by them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.ui.house import House


def pages_of(vault: Vault, table: str) -> list[int]:
    """The numbers of those pages, from 1 on."""
    query = "SELECT rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage > 0"
    pages = [int(row[0]) for row in vault.connection.execute(query, [table])]
    assert pages, f"there is no table {table}"
    return pages


def flip(profile: Path, pages: Iterable[int]) -> None:
    """Flip one bit of each page; once more, and they are as they were."""
    with open(ProfileFiles(profile).db, "r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + PAGE // 2)
            [byte] = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte ^ 1]))


def damage_closed(profile: Path, table: str) -> list[int]:
    """Damage `table` of a profile that nobody has open; gives the pages, to mend them again."""
    vault = open_vault(profile)
    pages = pages_of(vault, table)
    vault.close()
    flip(profile, pages)
    return pages


def damage(house: House, table: str) -> None:
    """Damage `table` under an open window, and let the database read it from the disk again."""
    vault = house.context.vault
    pages = pages_of(vault, table)
    vault.idle()
    flip(house.profile, pages)
    vault.connection.execute("PRAGMA shrink_memory")
