"""Narrow reads of what was noted on the days of a stretch, straight from the connection."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.vault.vault import Vault

NOTED = (
    "reactivity IS NOT NULL OR lasted IS NOT NULL OR managed IS NOT NULL OR mood IS NOT NULL OR good <> '' "
    "OR stress IS NOT NULL OR body IS NOT NULL OR ate IS NOT NULL OR sober IS NOT NULL OR slept IS NOT NULL "
    "OR moved IS NOT NULL OR medicine IS NOT NULL"
)
"""What makes a row of a day an evening check: anything but a note alone."""

_BETWEEN = "deleted_ms IS NULL AND day BETWEEN ?1 AND ?2"

_COUNTS = f"""
SELECT day, sum(night), sum(practice), sum(moment), sum(evening), sum(note) FROM (
    SELECT day, 1 AS night, 0 AS practice, 0 AS moment, 0 AS evening, 0 AS note FROM nights WHERE {_BETWEEN}
    UNION ALL SELECT day, 0, 1, 0, 0, 0 FROM practices WHERE {_BETWEEN} AND {COUNTED}
    UNION ALL SELECT day, 0, 0, 1, 0, 0 FROM moments WHERE {_BETWEEN}
    UNION ALL SELECT day, 0, 0, 0, {NOTED}, note <> '' FROM days WHERE {_BETWEEN}
    UNION ALL SELECT day, 0, 0, 0, 0, 1 FROM notes WHERE {_BETWEEN}
) GROUP BY day ORDER BY day
"""

_NOTES = """
SELECT text FROM notes WHERE deleted_ms IS NULL AND day = ?1 AND text <> ''
UNION ALL SELECT note FROM days WHERE deleted_ms IS NULL AND day = ?1 AND note <> ''
UNION ALL SELECT good FROM days WHERE deleted_ms IS NULL AND day = ?1 AND good <> ''
"""


def counts_by_day(vault: Vault, a: int, b: int) -> list[tuple[int, int, int, int, int, int]]:
    """(day, nights, practices that count, moments, evenings, notes) of each day with any of them."""
    return rows(vault, _COUNTS, (a, b))


def words_of_day(vault: Vault, day: int) -> list[str]:
    """The notes of a day, and its good moment after them."""
    return [text for (text,) in rows(vault, _NOTES, (day,))]
