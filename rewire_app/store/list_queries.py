"""Narrow reads of the person's lists."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

_URGES = "SELECT urge FROM urge_cards WHERE deleted_ms IS NULL ORDER BY created_ms DESC, rowid DESC"


def urges_on_cards(vault: Vault) -> list[str]:
    """The urge on each card, the newest first."""
    return [row[0] for row in rows(vault, _URGES)]
