"""Narrow reads of nights: their times on the wall, as integers in plain tuples."""

from __future__ import annotations

import json

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

_TIMES = (
    "SELECT day, bed_ms, bed_off, lights_ms, lights_off, wake_ms, wake_off, up_ms, up_off, sol_min, "
    "waso_min, awake FROM nights WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day"
)

_FROM_MIDNIGHT = 719_163
"""The ordinal of 1 January 1970."""

NightRow = tuple[int, tuple[int, int, int, int], tuple[int, int], int, int, tuple[tuple[int, int], ...]]
"""Day; bed, lights, wake and up in minutes on the wall from the midnight with which the day begins; minutes
asleep and in bed that really passed; to fall asleep; awake; known times awake as in `Night`."""


def night_times(vault: Vault, a: int, b: int) -> list[NightRow]:
    """The nights of the days `a` to `b` (ordinals, both included)."""
    return [_row(*found) for found in rows(vault, _TIMES, (a, b))]


def _row(day: int, *rest: int | str) -> NightRow:
    *numbers, awake = rest
    bed, bed_off, lights, lights_off, wake, wake_off, up, up_off, sol, waso = map(int, numbers)
    midnight = (day - _FROM_MIDNIGHT) * 86_400_000
    wall = tuple(
        round((at - midnight) / 60_000) + off
        for at, off in ((bed, bed_off), (lights, lights_off), (wake, wake_off), (up, up_off))
    )
    asleep = round((wake - lights) / 60_000) - sol - waso
    parts = tuple((start, long) for start, long in json.loads(str(awake)))
    return day, wall, (asleep, round((up - bed) / 60_000)), sol, waso, parts  # type: ignore[return-value]
