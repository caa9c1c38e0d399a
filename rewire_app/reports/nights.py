"""Nights, read from the store: for the view of Trends, as text and as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from rewire_app.charts.nights_raster import NightsShown, NotedNight
from rewire_app.store.night_queries import NightRow, night_times
from rewire_app.store.vault.vault import Vault


def read_nights(vault: Vault, today: int) -> tuple[NotedNight, ...]:
    """Every night up to `today` (ordinal), in the order of their days."""
    return tuple(_noted(row) for row in night_times(vault, 1, today))


def _noted(row: NightRow) -> NotedNight:
    day, (bed, lights, wake, up), (asleep_min, in_bed_min), sol, waso, parts = row
    asleep = lights + sol
    middle = (asleep + wake) / 2
    awake = tuple((lights + start, lights + start + long) for start, long in parts)
    if waso and not awake:
        awake = ((round(middle - waso / 2), round(middle + waso / 2)),)
    return NotedNight(
        day=day,
        bed=bed,
        asleep=asleep,
        wake=wake,
        up=up,
        middle=middle,
        awake=awake,
        asleep_min=asleep_min,
        in_bed_min=in_bed_min,
    )


def nights_as_text(shown: NightsShown) -> list[str]:
    """The nights of the newest five weeks in sentences: what they show, then each that was noted."""
    raster = shown.page(shown.pages - 1)
    return [shown.said, raster.noted, *(row.words for row in raster.rows if row.night is not None)]


def habits_as_json(shown: NightsShown) -> dict[str, Any]:
    """What the last 14 days show, in minutes; null where too few nights are noted."""
    habits = shown.habits
    return {
        "nights": habits.nights,
        "middle_moves_by_minutes": habits.regularity,
        "weekend_later_by_minutes": habits.jetlag,
    }


def nights_as_json(shown: NightsShown, first: int, last: int) -> list[dict[str, Any]]:
    """Each night of the days `first` to `last` (ordinals), with its times on the wall."""
    return [
        {
            "day": date.fromordinal(night.day).isoformat(),
            "bed": _clock(night.bed),
            "fell_asleep": _clock(night.asleep),
            "woke": _clock(night.wake),
            "up": _clock(night.up),
            "minutes_asleep": night.asleep_min,
            "minutes_in_bed": night.in_bed_min,
            "middle": _clock(round(night.middle)),
        }
        for night in shown.nights
        if first <= night.day <= last
    ]


def _clock(minutes: int) -> str:
    """Minutes from a midnight as "23:10", whatever clock the region has."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
