"""Narrow reads of all entries of the journal, the newest first, a stretch at a time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rewire_app.store.month_queries import NOTED
from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.vault.vault import Vault

_ALIVE = "deleted_ms IS NULL"

_OF_KIND = {
    "note": (
        "SELECT 'note' AS kind, uid, day, at_ms, at_off, text AS words, tags AS one, NULL AS two, "
        f"NULL AS three FROM notes WHERE {_ALIVE} UNION ALL "
        "SELECT 'note', uid, day, NULL, NULL, note, NULL, NULL, NULL FROM days "
        f"WHERE {_ALIVE} AND note <> ''"
    ),
    "moment": (
        "SELECT 'moment' AS kind, uid, day, at_ms, at_off, \"trigger\" AS words, peak AS one, "
        f"calm_min AS two, still_going AS three FROM moments WHERE {_ALIVE}"
    ),
    "evening": (
        "SELECT 'evening' AS kind, uid, day, at_ms, at_off, good AS words, reactivity AS one, stress AS two, "
        f"NULL AS three FROM days WHERE {_ALIVE} AND ({NOTED})"
    ),
    "night": (
        "SELECT 'night' AS kind, uid, day, wake_ms AS at_ms, wake_off AS at_off, note AS words, "
        "(wake_ms - lights_ms) / 60000 - sol_min - waso_min AS one, NULL AS two, NULL AS three "
        f"FROM nights WHERE {_ALIVE}"
    ),
    "practice": (
        "SELECT 'practice' AS kind, uid, day, started_ms AS at_ms, started_off AS at_off, note AS words, "
        f"exercise AS one, seconds AS two, NULL AS three FROM practices WHERE {_ALIVE} AND {COUNTED}"
    ),
}
"""How the entries of each kind are read; a practice stopped at its beginning is none."""

Entry = tuple[str, str, int, int | None, int | None, str, Any, Any, Any]
"""Kind, uid, day, UTC ms and offset (None for a note of the day itself), words, and what the kind adds:
tags as JSON (None: a note of the day); peak, minutes to calm, still going; reactivity, stress; minutes
asleep; exercise, seconds.
"""


def newest_entries(vault: Vault, kinds: Collection[str], limit: int) -> list[Entry]:
    """The newest `limit` entries of `kinds`."""
    parts = " UNION ALL ".join(_OF_KIND[kind] for kind in kinds)
    return rows(vault, f"SELECT * FROM ({parts}) ORDER BY day DESC, at_ms DESC, uid DESC LIMIT ?", (limit,))
