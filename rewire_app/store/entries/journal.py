"""The nouns of the days: practices, evening checks, nights, moments, plans, pauses and intentions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, select, text

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    Moment,
    Night,
    NightRecording,
    Pause,
    Plan,
    Practice,
)
from rewire_app.domain.journal.planned import checked_plan, for_the_day, holding
from rewire_app.store.codec import Codec, Values
from rewire_app.store.entries.noun import Begun, Dated, OneForEach, Single
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import journal as schema
from rewire_app.store.schema.counting import COUNTED

ASKED_AFTER = 3
"""Days after which an intention is asked about."""


class Practices(Single[Practice], Dated[Practice]):
    """The practices of the person: passes through exercises."""

    codec = Codec(Practice, schema.practices)
    topic = "practices"

    def recent(self, limit: int) -> list[Practice]:
        """The last `limit` practices, newest first."""
        return self._all(self._alive().order_by(self.table.c.started_ms.desc()).limit(limit))

    def for_day(self, day: date) -> list[Practice]:
        """The practices that count for `day`, in the order they were begun."""
        own = self._alive(self.table.c.day == day.toordinal())
        return self._all(own.order_by(self.table.c.started_ms))

    def of_exercise(self, exercise: str, limit: int) -> list[Practice]:
        """The last `limit` practices of one exercise, newest first."""
        own = self._alive(self.table.c.exercise == exercise)
        return self._all(own.order_by(self.table.c.started_ms.desc()).limit(limit))

    def last_days(self) -> dict[str, date]:
        """The last day of every exercise that was practised (`Practice.counts`)."""
        columns = self.table.c
        done = select(columns.exercise, func.max(columns.day)).where(
            columns.deleted_ms.is_(None), text(COUNTED)
        )
        with self._ledger.reading() as connection:
            found = connection.execute(done.group_by(columns.exercise)).all()
        return {exercise: date.fromordinal(day) for exercise, day in found}


class Days(OneForEach[DayEntry], Dated[DayEntry]):
    """What the person noted about their days: the evening check, stress and a note, one for each day."""

    codec = Codec(DayEntry, schema.days)
    topic = "days"

    def get(self, day: date) -> DayEntry | None:
        """The entry of `day`, or None if nothing was noted."""
        return self._of(day.toordinal())


class Nights(OneForEach[Night], Dated[Night]):
    """The nights of the person: the sleep diary, one entry for each day of waking."""

    codec = Codec(Night, schema.nights)
    topic = "nights"

    def get(self, day: date) -> Night | None:
        """The night that ended on `day`, or None if it was not noted."""
        return self._of(day.toordinal())

    def recent(self, limit: int) -> list[Night]:
        """The last `limit` nights, newest first."""
        return self._all(self._alive().order_by(self.table.c.day.desc()).limit(limit))

    def before(self, day: date) -> Night | None:
        """The last night that ended before `day`, or None."""
        earlier = self._alive(self.table.c.day < day.toordinal())
        return self._first(earlier.order_by(self.table.c.day.desc()))


class NightRecordings(OneForEach[NightRecording]):
    """Nights as devices tell them; another recording of a night by the same device replaces the first."""

    codec = Codec(NightRecording, schema.night_recordings, fold=("day", "recorder"))
    topic = "night_recordings"
    natural = "fold"

    def for_day(self, day: date) -> list[NightRecording]:
        """What devices tell of the night that ended on `day`, in the order of their names."""
        own = self._alive(self.table.c.day == day.toordinal())
        return self._all(own.order_by(self.table.c.recorder))


class Moments(Single[Moment], Dated[Moment]):
    """The moments of reactivity the person noted."""

    codec = Codec(Moment, schema.moments)
    topic = "moments"

    def for_day(self, day: date) -> list[Moment]:
        """The moments that count for `day`, earliest first."""
        return self._all(self._alive(self.table.c.day == day.toordinal()).order_by(self.table.c.at_ms))


class Plans(Begun[Plan], OneForEach[Plan]):
    """The plans of the person, one for each thread and day; a change never rewrites the past."""

    codec = Codec(Plan, schema.plans, checked=checked_plan)
    topic = "plans"
    natural = "from_day"

    def holding(self, on: date) -> list[Plan]:
        """The plans that ask for something on a day, the oldest thread first."""
        return holding(self._all(self._alive(self.table.c.from_day <= on.toordinal())), on)

    def current(self, on: date) -> Plan | None:
        """Of the plans that hold on a day the first that is meant for it, else the first; None without."""
        return for_the_day(self.holding(on), on)

    def history(self, thread: str | None = None) -> list[Plan]:
        """Every plan, or those of one thread, oldest first."""
        columns = self.table.c
        own = self._alive() if thread is None else self._alive(columns.thread == thread)
        return self._all(own.order_by(columns.from_day, columns.created_ms, columns.uid))

    def _standing(self, writing: Writing, values: Values) -> str | None:
        columns = self.table.c
        same = select(columns.uid).where(
            columns.thread == values["thread"],
            columns.from_day == values["from_day"],
            columns.deleted_ms.is_(None),
        )
        found = writing.rows(same)
        return str(found[0][0]) if found else None


class Pauses(Begun[Pause], Single[Pause]):
    """The pauses of the person: days that count for nothing either way."""

    codec = Codec(Pause, schema.pauses)
    topic = "pauses"

    def open(self, on: date) -> Pause | None:
        """The pause that covers a day (the latest begun), or None."""
        columns, number = self.table.c, on.toordinal()
        covers = columns.to_day.is_(None) | (columns.to_day >= number)
        begun = self._alive(columns.from_day <= number, covers)
        return self._first(begun.order_by(columns.from_day.desc()))

    def end(self, before: date) -> Change:
        """Let every pause that covers the day `before` end the day before it, in one step.

        One that begins on it was never there.
        """
        covering = [
            one
            for one in self.all()
            if one.from_day <= before and (one.to_day is None or one.to_day >= before)
        ]

        def work(writing: Writing) -> None:
            for pause in covering:
                if pause.from_day == before:
                    writing.remove(self.table, pause.uid)
                else:
                    shorter = replace(pause, to_day=before - timedelta(days=1))
                    writing.replace(self.table, self.codec.values(shorter))

        return self._ledger.change({self.topic}, work)

    def all(self) -> list[Pause]:
        """Every pause, oldest first."""
        return self._all(self._alive().order_by(self.table.c.from_day))


class Intentions(Single[Intention]):
    """If-then sentences for real life. `practice`, if given, is the uid of a practice that is kept."""

    codec = Codec(Intention, schema.intentions)
    topic = "intentions"

    def due(self, on: date) -> list[Intention]:
        """Those made at least three days before `on` and not yet asked about, newest first."""
        columns = self.table.c
        ripe = self._alive(columns.recalled.is_(None), columns.day <= on.toordinal() - ASKED_AFTER)
        return self._all(ripe.order_by(columns.day.desc(), columns.uid.desc()))

    def all(self) -> list[Intention]:
        """Every one, newest first."""
        return self.recent(-1)

    def recent(self, limit: int) -> list[Intention]:
        """The last `limit` intentions, newest first; below zero all."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day.desc(), columns.uid.desc()).limit(limit))
