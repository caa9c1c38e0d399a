"""Narrow reads of the lists, as plain SQL: the plan for a crisis, and passes that were rated.

All raise a StoreError, never the driver's own.
"""

from __future__ import annotations

from collections.abc import Collection

from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.domain.lists.reading import in_order
from rewire_app.store.queries import rows
from rewire_app.store.vault.vault import Vault

_PLAN = (
    "SELECT uid, section, text, contact FROM crisis_plan WHERE deleted_ms IS NULL ORDER BY created_ms, rowid"
)
_ORDER = "SELECT value FROM profile WHERE deleted_ms IS NULL AND key = 'order:crisis_plan'"
_RATED = (
    "SELECT exercise, measure, before, after FROM practices WHERE deleted_ms IS NULL "
    "AND before IS NOT NULL AND after IS NOT NULL AND exercise IN ({}) ORDER BY started_ms DESC LIMIT 400"
)
_LATEST = (
    "SELECT exercise FROM practices WHERE deleted_ms IS NULL AND exercise IN ({}) "
    "ORDER BY started_ms DESC LIMIT 1"
)


def crisis_plan(vault: Vault) -> list[CrisisLine]:
    """The lines of the plan in the person's own order."""
    with vault.lock:
        lines = [
            CrisisLine(uid=uid, section=CrisisSection(section), text=text, contact=contact)
            for uid, section, text, contact in rows(vault, _PLAN)
        ]
        order = rows(vault, _ORDER)
    return in_order(lines, order[0][0].split() if order else ())


def rated_passes(vault: Vault, exercises: Collection[str]) -> list[tuple[str, str, int, int]]:
    """(exercise, measure, before, after) of the latest 400 rated passes of `exercises`, newest first."""
    return rows(vault, _RATED.format(_marks(exercises)), tuple(exercises))


def latest_of(vault: Vault, exercises: Collection[str]) -> str | None:
    """Which of `exercises` was practised last; None when none was."""
    found = rows(vault, _LATEST.format(_marks(exercises)), tuple(exercises))
    return found[0][0] if found else None


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
