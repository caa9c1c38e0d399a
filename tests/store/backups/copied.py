"""Vaults with entries to copy, and what is in them in a form that can be compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rewire_app.domain.days import Instant
from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault import tally
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make

NOON = Instant(utc_ms=1_795_950_000_000, offset_min=60)
DAY_MS = 86_400_000


def after(days: float) -> Instant:
    """An instant some days after NOON."""
    return replace(NOON, utc_ms=NOON.utc_ms + int(days * DAY_MS))


def add_practices(vault: Vault, count: int, first: int = 0) -> None:
    """Keep some practices."""
    Store(vault).many([make.practice(first + number) for number in range(count)])


def content_of(profile: Path) -> str:
    """The hash over every row of a closed vault."""
    vault = open_vault(profile)
    try:
        return tally.content_hash(vault.connection)
    finally:
        vault.close()


def copy_of(vault: Vault, days: float = 0) -> Backup:
    """A copy that was made when it was due."""
    return back_up(vault, Why.AUTOMATIC, at=after(days))
