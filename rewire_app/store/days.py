"""Day entries: the evening check, stress and a note, one for each day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.journal.entries import DayEntry, Lasted, Managed
from rewire_app.store.entries.noun import OneForEach, Values, instant, instant_values
from rewire_app.store.schema import journal as schema
from rewire_app.store.text import listed, unlisted

_PLAIN = ("uid", "reactivity", "stress", "mood", "good", "note")


class Days(OneForEach[DayEntry]):
    """What the person noted about their days."""

    table = schema.days
    topic = "days"
    natural = "day"

    @staticmethod
    def values(entry: DayEntry) -> Values:
        """The columns of `entry`."""
        return {
            **{name: getattr(entry, name) for name in _PLAIN},
            **instant_values("at", entry.at),
            "day": entry.day.toordinal(),
            "lasted": None if entry.lasted is None else str(entry.lasted),
            "managed": None if entry.managed is None else str(entry.managed),
            "stress_about": listed(entry.stress_about, "stress_about"),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> DayEntry:
        """The day entry in `row`."""
        return DayEntry(
            **{name: row[name] for name in _PLAIN},
            at=instant(row, "at"),
            day=date.fromordinal(row["day"]),
            lasted=None if row["lasted"] is None else Lasted(row["lasted"]),
            managed=None if row["managed"] is None else Managed(row["managed"]),
            stress_about=unlisted(row["stress_about"]),
        )

    def get(self, day: date) -> DayEntry | None:
        """The entry of `day`, or None if nothing was noted."""
        return self._of_day(day)
