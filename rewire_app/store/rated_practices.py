"""Narrow read of what was rated before and after each exercise."""

from __future__ import annotations

from rewire_app.store.queries import rows
from rewire_app.store.vault.vault import Vault

_SESSIONS = (
    'SELECT day, exercise, measure, "before", "after" FROM practices WHERE deleted_ms IS NULL '
    'AND "before" IS NOT NULL AND "after" IS NOT NULL AND day BETWEEN ? AND ? '
    "ORDER BY day, started_ms"
)


def rated_sessions(vault: Vault, a: int, b: int) -> list[tuple[int, str, str, int, int]]:
    """(day, exercise, measure, before, after) of each pass rated twice, from day `a` to `b`, in order."""
    return rows(vault, _SESSIONS, (a, b))
