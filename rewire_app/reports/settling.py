"""What settles me, read from the store: for the view of Trends, as text and as JSON."""

from __future__ import annotations

from typing import Any

from rewire_app.charts.settling_rows import DoneMoment, SettlingPicture
from rewire_app.store.moment_queries import done_in_moments
from rewire_app.store.vault.vault import Vault


def read_done(vault: Vault, today: int) -> tuple[DoneMoment, ...]:
    """Every moment up to `today` (ordinal) with what was done in it."""
    return tuple(
        DoneMoment(day=day, did=did, peak=peak, minutes=minutes, going=going)
        for day, did, peak, minutes, going in done_in_moments(vault, 1, today)
    )


def settling_as_text(picture: SettlingPicture) -> list[str]:
    """What settles me in sentences: each row, or how much there is so far."""
    if picture.rows:
        return [*(row.words for row in picture.rows), *picture.limits]
    return [picture.so_far or picture.few]


def settling_as_json(picture: SettlingPicture) -> list[dict[str, Any]]:
    """Each thing done, most used first; empty while nothing can be said."""
    return [
        {
            "what": row.name,
            "times": row.uses,
            "still_going": row.going,
            "minutes": row.minutes,
            "low": row.low,
            "high": row.high,
        }
        for row in picture.rows
    ]
