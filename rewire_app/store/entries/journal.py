"""Practices: passes through exercises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select

from rewire_app.domain.journal.entries import Practice, Status
from rewire_app.store.entries.noun import Single, Values, instant, instant_values
from rewire_app.store.schema import journal as schema

_PLAIN = (
    "uid", "exercise", "version", "seconds", "steps_done", "steps_seen",
    "measure", "before", "after", "answers", "note",
)  # fmt: skip


class Practices(Single[Practice]):
    """The practices of the person."""

    table = schema.practices
    topic = "practices"

    @staticmethod
    def values(entry: Practice) -> Values:
        """The columns of `entry`."""
        return {
            **{name: getattr(entry, name) for name in _PLAIN},
            **instant_values("started", entry.started),
            **instant_values("ended", entry.ended),
            "day": entry.day.toordinal(),
            "status": str(entry.status),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Practice:
        """The practice in `row`."""
        return Practice(
            **{name: row[name] for name in _PLAIN},
            started=instant(row, "started"),
            ended=instant(row, "ended"),
            day=date.fromordinal(row["day"]),
            status=Status(row["status"]),
        )

    def recent(self, limit: int) -> list[Practice]:
        """The last `limit` practices, newest first."""
        return self._all(self._alive().order_by(self.table.c.started_ms.desc()).limit(limit))

    def for_day(self, day: date) -> list[Practice]:
        """The practices that count for `day`, in the order they were begun."""
        return self._all(
            self._alive().where(self.table.c.day == day.toordinal()).order_by(self.table.c.started_ms)
        )

    def of_exercise(self, exercise: str, limit: int) -> list[Practice]:
        """The last `limit` practices of one exercise, newest first."""
        newest = self.table.c.started_ms.desc()
        return self._all(self._alive().where(self.table.c.exercise == exercise).order_by(newest).limit(limit))

    def last_days(self) -> dict[str, date]:
        """The last day of every exercise that was done; passes that were stopped do not count."""
        columns = self.table.c
        done = select(columns.exercise, func.max(columns.day)).where(
            columns.deleted_ms.is_(None), columns.status == str(Status.DONE)
        )
        with self._ledger.reading() as connection:
            found = connection.execute(done.group_by(columns.exercise)).all()
        return {exercise: date.fromordinal(day) for exercise, day in found}
