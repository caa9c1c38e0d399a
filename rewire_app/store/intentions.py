"""If-then sentences for real life, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.journal.entries import Intention, IntentionOutcome
from rewire_app.store.entries.noun import Single, Values, day, ordinal
from rewire_app.store.schema import journal as schema

ASKED_AFTER = 3
"""Days after which an intention is asked about."""

_PLAIN = ("uid", "text", "exercise", "practice")


class Intentions(Single[Intention]):
    """The intentions of the person. `practice`, if given, is the uid of a practice that is kept already."""

    table = schema.intentions
    topic = "intentions"

    @staticmethod
    def values(entry: Intention) -> Values:
        """The columns of `entry`."""
        return {
            **{name: getattr(entry, name) for name in _PLAIN},
            "day": entry.day.toordinal(),
            "recalled": None if entry.recalled is None else str(entry.recalled),
            "recalled_day": ordinal(entry.recalled_day),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Intention:
        """The intention in `row`."""
        return Intention(
            **{name: row[name] for name in _PLAIN},
            day=date.fromordinal(row["day"]),
            recalled=None if row["recalled"] is None else IntentionOutcome(row["recalled"]),
            recalled_day=day(row["recalled_day"]),
        )

    def due(self, on: date) -> list[Intention]:
        """Those made at least three days before `on` and not yet asked about, newest first."""
        columns = self.table.c
        ripe = self._alive().where(columns.recalled.is_(None), columns.day <= on.toordinal() - ASKED_AFTER)
        return self._all(ripe.order_by(columns.day.desc(), columns.uid.desc()))

    def recent(self, limit: int) -> list[Intention]:
        """The last `limit` intentions, newest first."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day.desc(), columns.uid.desc()).limit(limit))
