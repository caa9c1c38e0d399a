"""Narrow reads of what the evenings and questionnaires said; no entries are made."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault


def medicine_changed(vault: Vault) -> list[tuple[int]]:
    """The days on which the evening said that medicine was changed, in order."""
    return rows(vault, "SELECT day FROM days WHERE medicine = 'changed' AND deleted_ms IS NULL ORDER BY day")


def totals(vault: Vault, a: int, b: int) -> list[tuple[str, int, float]]:
    """(questionnaire, day, total) of each result from day `a` to `b`, in order of time."""
    return rows(
        vault,
        "SELECT questionnaire, day, total FROM scores WHERE day BETWEEN ? AND ? AND deleted_ms IS NULL "
        "ORDER BY day, at_ms",
        (a, b),
    )
