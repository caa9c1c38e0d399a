"""Narrow reads of the moments that belong to patterns, straight from the connection."""

from __future__ import annotations

from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

PathRow = tuple[str, int, int, str, str | None, int | None, int, str | None]
"""uid, day, ms since 1970, pattern, path, minutes until calm (None: not known), still going, set off by."""

_PATHS = (
    "SELECT uid, day, at_ms, pattern, response, calm_min, still_going, set_off_by FROM moments "
    "WHERE deleted_ms IS NULL AND pattern IS NOT NULL AND day >= ? ORDER BY at_ms"
)
_PATHS_OF = (
    "SELECT uid, day, at_ms, pattern, response, calm_min, still_going, set_off_by FROM moments "
    "WHERE deleted_ms IS NULL AND pattern = ? ORDER BY at_ms"
)
_ENDS = (
    "SELECT uid, day, at_ms, pattern, response, calm_min, still_going, set_off_by FROM moments "
    "WHERE deleted_ms IS NULL AND pattern IS NOT NULL AND (set_off_by IS NOT NULL OR uid IN "
    "(SELECT set_off_by FROM moments WHERE deleted_ms IS NULL AND set_off_by IS NOT NULL)) ORDER BY at_ms"
)
_COUNTS = (
    "SELECT pattern, COUNT(*) FROM moments "
    "WHERE deleted_ms IS NULL AND pattern IS NOT NULL AND day >= ? GROUP BY pattern"
)
_LINKED = (
    "SELECT COUNT(*) FROM moments AS later JOIN moments AS earlier ON earlier.uid = later.set_off_by "
    "JOIN patterns AS one ON one.uid = later.pattern JOIN patterns AS two ON two.uid = earlier.pattern "
    "WHERE later.deleted_ms IS NULL AND earlier.deleted_ms IS NULL "
    "AND one.deleted_ms IS NULL AND two.deleted_ms IS NULL"
)
_LAST = (
    "SELECT pattern, day, MAX(at_ms), at_off, at_zone FROM moments "
    "WHERE deleted_ms IS NULL AND pattern IS NOT NULL GROUP BY pattern"
)


def _path(row: tuple[Any, ...]) -> PathRow:
    uid, day, at_ms, pattern, path, minutes, going, after = row
    return uid, day, at_ms, pattern, path, minutes, going, after


def paths_taken(vault: Vault, since: int = 0) -> list[PathRow]:
    """Every moment of any pattern from day `since` on, the oldest first."""
    return [_path(row) for row in rows(vault, _PATHS, (since,))]


def paths_of(vault: Vault, pattern: str) -> list[PathRow]:
    """Every moment of one pattern, the oldest first."""
    return [_path(row) for row in rows(vault, _PATHS_OF, (pattern,))]


def ends_of_links(vault: Vault) -> list[PathRow]:
    """Every moment of a pattern at either end of a link, the oldest first."""
    return [_path(row) for row in rows(vault, _ENDS)]


def count_moments(vault: Vault, since: int) -> dict[str, int]:
    """By pattern, how many moments it has from day `since` on."""
    return dict(rows(vault, _COUNTS, (since,)))


def count_links(vault: Vault) -> int:
    """How many moments of patterns were linked to an earlier one of a pattern."""
    ((count,),) = rows(vault, _LINKED)
    return int(count)


def last_moments(vault: Vault) -> dict[str, tuple[int, Instant]]:
    """By pattern, the day and the time of its newest moment."""
    return {
        pattern: (day, Instant(utc_ms=at_ms, offset_min=offset, zone=zone))
        for pattern, day, at_ms, offset, zone in rows(vault, _LAST)
    }


ToldRow = tuple[str, int, Instant, str, str]
"""uid, day, when it began, what set it off, pattern."""

_TOLD = (
    "SELECT uid, day, at_ms, at_off, at_zone, trigger, pattern FROM moments "
    "WHERE deleted_ms IS NULL AND pattern IS NOT NULL ORDER BY at_ms DESC LIMIT ?"
)


def told_moments(vault: Vault, limit: int) -> list[ToldRow]:
    """The last `limit` moments of any pattern with what set them off, the newest first."""
    return [
        (uid, day, Instant(utc_ms=at_ms, offset_min=offset, zone=zone), trigger, pattern)
        for uid, day, at_ms, offset, zone, trigger, pattern in rows(vault, _TOLD, (limit,))
    ]


_NAMING = (
    "SELECT uid, day, text FROM notes WHERE deleted_ms IS NULL AND instr(text, ?) > 0 "
    "ORDER BY day DESC, at_ms DESC LIMIT ?"
)


def notes_naming(vault: Vault, link: str, limit: int) -> list[tuple[str, int, str]]:
    """(uid, day, text) of the newest notes in which `link` stands."""
    return [(uid, day, text) for uid, day, text in rows(vault, _NAMING, (link, limit))]
