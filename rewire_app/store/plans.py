"""Plans and pauses: what was meant to be practised, and the days that count for nothing either way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.store.entries.noun import OneForEach, Single, Values, day, ordinal
from rewire_app.store.schema import journal as schema

_PLAN = ("uid", "per_week", "cue", "exercise", "minutes")


class Plans(OneForEach[Plan]):
    """The plans of the person; a change counts from its day on and never rewrites the past."""

    table = schema.plans
    topic = "plans"
    natural = "from_day"

    @staticmethod
    def values(entry: Plan) -> Values:
        """The columns of `entry`."""
        return {**{name: getattr(entry, name) for name in _PLAN}, "from_day": entry.from_day.toordinal()}

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Plan:
        """The plan in `row`."""
        return Plan(**{name: row[name] for name in _PLAN}, from_day=date.fromordinal(row["from_day"]))

    def current(self, on: date) -> Plan | None:
        """The plan that holds on a day, or None before the first."""
        begun = self._alive().where(self.table.c.from_day <= on.toordinal())
        return self._first(begun.order_by(self.table.c.from_day.desc()))

    def history(self) -> list[Plan]:
        """Every plan, oldest first."""
        return self._all(self._alive().order_by(self.table.c.from_day))


class Pauses(Single[Pause]):
    """The pauses of the person."""

    table = schema.pauses
    topic = "pauses"

    @staticmethod
    def values(entry: Pause) -> Values:
        """The columns of `entry`."""
        return {
            "uid": entry.uid,
            "from_day": entry.from_day.toordinal(),
            "to_day": ordinal(entry.to_day),
            "reason": entry.reason,
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Pause:
        """The pause in `row`."""
        return Pause(
            uid=row["uid"],
            from_day=date.fromordinal(row["from_day"]),
            to_day=day(row["to_day"]),
            reason=row["reason"],
        )

    def open(self, on: date) -> Pause | None:
        """The pause that covers a day (the latest begun), or None."""
        columns, number = self.table.c, on.toordinal()
        covers = columns.to_day.is_(None) | (columns.to_day >= number)
        return self._first(
            self._alive().where(columns.from_day <= number, covers).order_by(columns.from_day.desc())
        )

    def all(self) -> list[Pause]:
        """Every pause, oldest first."""
        return self._all(self._alive().order_by(self.table.c.from_day))
