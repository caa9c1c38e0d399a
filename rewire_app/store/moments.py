"""Moments of reactivity: what set them off, how strong, how long, which path."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.store.entries.noun import Single, Values, instant, instant_values
from rewire_app.store.schema import journal as schema
from rewire_app.store.text import listed, unlisted

_PLAIN = ("uid", "trigger", "tag", "peak", "calm_min", "urge", "place", "company", "note")


class Moments(Single[Moment]):
    """The moments the person noted."""

    table = schema.moments
    topic = "moments"

    @staticmethod
    def values(entry: Moment) -> Values:
        """The columns of `entry`."""
        return {
            **{name: getattr(entry, name) for name in _PLAIN},
            **instant_values("at", entry.at),
            "day": entry.day.toordinal(),
            "still_going": int(entry.still_going),
            "response": None if entry.response is None else str(entry.response),
            "did": listed(entry.did, "did"),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Moment:
        """The moment in `row`."""
        return Moment(
            **{name: row[name] for name in _PLAIN},
            at=instant(row, "at"),
            day=date.fromordinal(row["day"]),
            still_going=bool(row["still_going"]),
            response=None if row["response"] is None else Response(row["response"]),
            did=unlisted(row["did"]),
        )

    def for_day(self, day: date) -> list[Moment]:
        """The moments that count for `day`, earliest first."""
        return self._all(
            self._alive().where(self.table.c.day == day.toordinal()).order_by(self.table.c.at_ms)
        )
