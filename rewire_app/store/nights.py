"""Nights: the sleep diary, one entry for each day of waking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.journal.entries import Night
from rewire_app.store.entries.noun import OneForEach, Values, instant, instant_values
from rewire_app.store.schema import journal as schema

_PLAIN = ("uid", "sol_min", "waso_min", "awakenings", "quality", "nap_min", "note")
_INSTANTS = ("bed", "lights", "wake", "up")
_FLAGS = ("caffeine_late", "alcohol", "medicine")


class Nights(OneForEach[Night]):
    """The nights of the person."""

    table = schema.nights
    topic = "nights"
    natural = "day"

    @staticmethod
    def values(entry: Night) -> Values:
        """The columns of `entry`."""
        values = {name: getattr(entry, name) for name in _PLAIN}
        for name in _INSTANTS:
            values |= instant_values(name, getattr(entry, name))
        for name in _FLAGS:
            flag = getattr(entry, name)
            values[name] = None if flag is None else int(flag)
        return values | {"day": entry.day.toordinal()}

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Night:
        """The night in `row`."""
        return Night(
            **{name: row[name] for name in _PLAIN},
            bed=instant(row, "bed"),
            lights=instant(row, "lights"),
            wake=instant(row, "wake"),
            up=instant(row, "up"),
            caffeine_late=_flag(row["caffeine_late"]),
            alcohol=_flag(row["alcohol"]),
            medicine=_flag(row["medicine"]),
            day=date.fromordinal(row["day"]),
        )

    def get(self, day: date) -> Night | None:
        """The night that ended on `day`, or None if it was not noted."""
        return self._of_day(day)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
