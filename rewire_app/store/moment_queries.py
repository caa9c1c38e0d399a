"""Narrow reads of what was done in moments, straight from the connection."""

from __future__ import annotations

from rewire_app.domain.days import Instant
from rewire_app.store.reading import rows
from rewire_app.store.text import unlisted
from rewire_app.store.vault.vault import Vault

SO_FAR_MOST = 1_440
"""A moment noted later than so many minutes after it began was not noted while it went on."""

_DONE = (
    "SELECT day, did, peak, calm_min, still_going, (created_ms - at_ms) / 60000, source FROM moments "
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, at_ms"
)

Done = tuple[int, tuple[str, ...], int | None, int | None, bool]
"""Day, what was done, peak 0-10 or None, minutes until calm or so far (None: not known), still going."""


def done_in_moments(vault: Vault, a: int, b: int) -> list[Done]:
    """Every moment from day `a` to `b`, by day and time.

    Of one that was still going the minutes are those that were noted, else those that had passed when it was
    noted here; what was brought in from elsewhere or noted a day later has none.
    """
    return [
        (
            day,
            unlisted(did),
            peak,
            calm if calm is not None else _so_far(passed, source) if going else None,
            bool(going),
        )
        for day, did, peak, calm, going, passed, source in rows(vault, _DONE, (a, b))
    ]


def _so_far(passed: int, source: str | None) -> int | None:
    return passed if source is None and 0 <= passed <= SO_FAR_MOST else None


_PLACED = (
    "SELECT day, place, company FROM moments WHERE deleted_ms IS NULL AND day <= ? "
    "AND (place <> '' OR company <> '') ORDER BY day, at_ms"
)


def placed_moments(vault: Vault, day: int) -> list[tuple[int, str, str]]:
    """(day, place, company) of each moment up to `day` that says where or with whom; "" not noted."""
    return rows(vault, _PLACED, (day,))


_CLOCK = (
    "SELECT uid, at_ms, at_off, at_zone FROM moments WHERE deleted_ms IS NULL AND still_going = 1 "
    "AND measured = 1 AND day >= ? AND at_ms >= ? ORDER BY at_ms DESC LIMIT 1"
)
_GOING = (
    "SELECT uid, day, at_ms, at_off, at_zone FROM moments INDEXED BY ix_moments_curves "
    "WHERE deleted_ms IS NULL AND still_going = 1 AND day BETWEEN ? AND ? "
    "AND (measured IS NOT 1 OR at_ms < ?) ORDER BY at_ms DESC LIMIT 1"
)
_MEASURED = (
    "SELECT measured FROM moments INDEXED BY ix_moments_curves "
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, at_ms"
)


_UP_TO = (
    'SELECT uid, day, at_ms, at_off, at_zone, "trigger" FROM moments '
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day DESC, at_ms DESC LIMIT ?"
)


def moments_up_to(vault: Vault, day: int, days: int, limit: int) -> list[tuple[str, int, Instant, str]]:
    """The newest `limit` moments of the `days` days up to `day`: uid, day, when, and what set it off."""
    return [
        (uid, of, Instant(utc_ms=at_ms, offset_min=offset, zone=zone), words)
        for uid, of, at_ms, offset, zone, words in rows(vault, _UP_TO, (day - days + 1, day, limit))
    ]


def measured(vault: Vault, a: int, b: int) -> list[bool | None]:
    """Whether a clock ran for the minutes of each moment, in the order of `queries.moments`."""
    return [None if one is None else bool(one) for (one,) in rows(vault, _MEASURED, (a, b))]


def clocked(vault: Vault, day: int, from_ms: int) -> tuple[str, Instant] | None:
    """The newest moment whose clock runs, from `day` and `from_ms` on: its uid and when it began."""
    for uid, at_ms, offset, zone in rows(vault, _CLOCK, (day, from_ms)):
        return uid, Instant(utc_ms=at_ms, offset_min=offset, zone=zone)
    return None


def still_going(vault: Vault, a: int, b: int, clocked_ms: int) -> tuple[str, int, Instant] | None:
    """The newest moment from day `a` to `b` that was still going when noted: uid, day, when it began.

    One whose clock runs is none of them: that began at `clocked_ms` or later.
    """
    for uid, day, at_ms, offset, zone in rows(vault, _GOING, (a, b, clocked_ms)):
        return uid, day, Instant(utc_ms=at_ms, offset_min=offset, zone=zone)
    return None
