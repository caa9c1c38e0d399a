"""A bit that flips on the disk: in the first page of one table, so that reading that table is refused."""

from __future__ import annotations

from pathlib import Path

from rewire_app.store.profile_files import PAGE, ProfileFiles
from rewire_app.store.vault import Vault, open_vault
from tests.ui.house import House


def page_of(vault: Vault, table: str) -> int:
    """The number of the first page of `table`, from 1 on."""
    [found] = vault.connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]
    ).fetchone()
    return int(found)


def flip(profile: Path, page: int) -> None:
    """Flip one bit of `page`; once more, and it is as it was."""
    with open(ProfileFiles(profile).db, "r+b") as file:
        file.seek((page - 1) * PAGE + PAGE // 2)
        [byte] = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1]))


def damage_closed(profile: Path, table: str) -> int:
    """Damage `table` of a profile that nobody has open; gives the page, to mend it again."""
    vault = open_vault(profile)
    page = page_of(vault, table)
    vault.close()
    flip(profile, page)
    return page


def damage(house: House, table: str) -> None:
    """Damage `table` under an open window, and let the database read it from the disk again."""
    vault = house.context.vault
    page = page_of(vault, table)
    vault.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    flip(house.profile, page)
    vault.connection.execute("PRAGMA shrink_memory")
