"""Invented notes for the charts: a few days, the picture's weeks, and decades."""

from __future__ import annotations

from datetime import date

import numpy as np

from rewire_app.charts.notes import Notes, daily, moments

TODAY = date(2026, 11, 24).toordinal()
"""A Tuesday."""


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def notes_of(
    first=None, last=None, *, practice=(), reactivity=(), stress=(), sleep=(), mood=(), felt=(), **rest
) -> Notes:
    """`Notes` from short lists; first and last are found where not given."""
    measured = {"reactivity": reactivity, "stress": stress, "sleep": sleep, "mood": mood}
    days = [row[0] for rows in (practice, *measured.values(), felt) for row in rows]
    return Notes(
        first=min(days, default=None) if first is None else first,
        last=max(days, default=None) if last is None else last,
        practice=daily(list(practice)),
        measured={key: daily(list(rows)) for key, rows in measured.items()},
        moments=moments(list(felt)),
        **rest,
    )


def years_of_notes(days: int, seed: int = 1) -> Notes:
    """`days` days up to TODAY with practice, ratings, nights and moments, plans and pauses."""
    rng = np.random.default_rng(seed)
    all_days = list(range(TODAY - days + 1, TODAY + 1))

    def some(share, draw):
        return [(one, draw()) for one in all_days if rng.random() < share]

    return notes_of(
        all_days[0],
        TODAY,
        practice=some(0.6, lambda: int(rng.integers(60, 1500))),
        reactivity=some(0.8, lambda: int(rng.integers(0, 11))),
        stress=some(0.8, lambda: int(rng.integers(0, 11))),
        sleep=some(0.8, lambda: int(rng.integers(300, 560))),
        felt=[(one, int(rng.integers(2, 10)), 25, 0, "new") for one in all_days if rng.random() < 0.3],
        plans=tuple((one, 3 + number % 3) for number, one in enumerate(all_days[::200])),
        pauses=tuple((one, one + 6) for one in all_days[100::400]),
    )
