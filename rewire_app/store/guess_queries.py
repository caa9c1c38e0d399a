"""Narrow reads for looking back on Today: sentences that are due, and how much was answered on a day."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

_SENTENCES = (
    "SELECT uid FROM intentions WHERE deleted_ms IS NULL AND recalled IS NULL AND day BETWEEN ? AND ? "
    "ORDER BY day, uid"
)
_ANSWERED = (
    "SELECT (SELECT count(*) FROM expectations WHERE deleted_ms IS NULL AND looked_day = ?1) + "
    "(SELECT count(*) FROM intentions WHERE deleted_ms IS NULL AND recalled_day = ?1)"
)


def sentences_of(vault: Vault, first: int, last: int) -> list[str]:
    """The uids of sentences for real life of these days (ordinals) that nobody answered, oldest first."""
    return [row[0] for row in rows(vault, _SENTENCES, (first, last))]


def answered_on(vault: Vault, day: int) -> int:
    """How many guesses, plans and sentences were looked back on that day."""
    return int(rows(vault, _ANSWERED, (day,))[0][0])
