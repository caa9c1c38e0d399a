"""The reminders in force, and which plan of the notes each of practice belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rewire_app.desktop import reminder_file
from rewire_app.desktop.reminder_file import DamagedRemindersError
from rewire_app.domain.days import Clock, Instant
from rewire_app.domain.reminders import (
    EVERY_DAY,
    ONE_DAY,
    ReminderKind,
    Reminders,
    counts_for,
    moved,
    rested,
)
from rewire_app.i18n import _
from rewire_app.reports.plan_times import KEY, threads
from rewire_app.ui.base.hub import Hub

if TYPE_CHECKING:
    from rewire_app.store.store import Store

EVER = date.max
"""The last day of a rest whose end is open."""


class ReminderBook(QObject):
    """`changed` after each change that was written down; the file is read when it is first asked for.

    `notice`: a sentence for the person when the file was damaged; the reminders begin anew then.
    """

    changed = Signal()

    def __init__(self, folder: Path, hub: Hub) -> None:
        super().__init__(hub)
        self._hub, self._folder = hub, folder
        self._now: Reminders | None = None
        self.notice = ""

    def use_folder(self, folder: Path) -> None:
        """Take the reminders of another profile."""
        self._folder, self._now = folder, None
        self.changed.emit()

    @property
    def now(self) -> Reminders:
        """The reminders in force."""
        if self._now is None:
            self._now = self._read()
        return self._now

    def _read(self) -> Reminders:
        self.notice = ""
        try:
            return reminder_file.read(self._folder)
        except DamagedRemindersError:
            with suppress(OSError):  # where it cannot be moved, the next change replaces it
                reminder_file.put_aside(self._folder)
            self.notice = _(
                "The file of your reminders was damaged, so none is shown. You can choose them again in "
                "Settings, Reminders. Your notes were not touched."
            )
            return Reminders()

    def put(self, wanted: Reminders) -> bool:
        """Write down what the person chose; where it cannot be, the old ones stay and the person is told."""
        before = self.now
        if wanted == before:
            return True
        try:
            reminder_file.write(self._folder, wanted)
        except OSError as error:
            from rewire_app.store.vault.faults import from_system

            why = from_system(error, self._folder)
            self._hub.failed.emit(_("This reminder could not be saved. {why}").format(why=why))
            return False
        self._now = wanted
        self.changed.emit()
        return True

    def remember(self, wanted: Reminders) -> None:
        """Write down what nobody chose, as what was shown; where it cannot be, it holds for this window."""
        if wanted != self.now:
            with suppress(OSError):
                reminder_file.write(self._folder, wanted)
            self._now = wanted
            self.changed.emit()


def keep_threads(store: Store, wanted: dict[str, str]) -> None:
    """Keep which plan each id belongs to; raises a StoreError."""
    store.profile.put(KEY, json.dumps(wanted))


def resting(store: Store, reminders: Reminders, today: date, now: Instant) -> Reminders:
    """`reminders` with those of practice at rest as the plans and pauses say; raises a StoreError."""
    kept = threads(store)
    holding = {plan.thread for plan in store.plans.holding(today)}
    pause = _pause(store, today)
    for one in reminders.every:
        if one.kind is ReminderKind.PRACTICE:
            rest = pause if kept.get(one.id) in holding else (today, EVER)
            if one.rest is not None and one.rest[1] == EVER and rest is not None and rest[1] == EVER:
                rest = one.rest  # it rests already, since an earlier day
            if rest != one.rest:
                reminders = reminders.put(rested(one, rest, now))
    return reminders


def plan_days(store: Store, today: date) -> dict[str, int]:
    """The weekdays of each plan that holds, by its thread; all where it names none. Raises a StoreError."""
    return {plan.thread: plan.weekdays or EVERY_DAY for plan in store.plans.holding(today)}


def with_their_plans(
    store: Store, reminders: Reminders, before: Mapping[str, int], days: Mapping[str, int], now: Instant
) -> Reminders:
    """`reminders` that came on the days of their plans `before` and go with them to those they have now.

    One whose days the person chose otherwise stays. `before`, `days`: as `plan_days` gives them. Raises a
    StoreError.
    """
    kept = threads(store)
    for one in reminders.every:
        thread = kept.get(one.id, "")
        if one.weekdays == before.get(thread) != days.get(thread, one.weekdays):
            reminders = reminders.put(moved(one, days[thread], now))
    return reminders


def without_the_noted(
    store: Store, reminders: Reminders, clock: Clock, today: date, day_start: int
) -> Reminders:
    """`reminders` that know what is noted for `today`, and tell nothing of what was noted since.

    Raises a StoreError. `day_start`: the hour at which a day of the person begins.
    """
    kept = threads(store)
    for one in reminders.every:
        noted = _noted(store, one.kind, kept.get(one.id), today)
        done = today if noted else None if one.done == today else one.done  # what was taken back is not done
        if done != one.done:
            reminders = reminders.put(replace(one, done=done))
    waiting = tuple(
        one
        for one in reminders.waiting
        if not _noted(store, one.kind, kept.get(one.id), counts_for(one.day, one.minute, clock, day_start))
    )
    return replace(reminders, waiting=waiting)


def _noted(store: Store, kind: ReminderKind, thread: str | None, day: date) -> bool:
    """Whether what a reminder of `kind` is about is noted for `day`; of practice, what its plan names."""
    if kind is ReminderKind.NIGHT:
        return store.nights.get(day) is not None
    if kind is ReminderKind.EVENING:
        entry = store.days.get(day)
        return entry is not None and entry.reactivity is not None
    wanted = {plan.exercise for plan in store.plans.holding(day) if plan.thread == thread}
    done = {one.exercise for one in store.practices.for_day(day) if one.counts}
    return bool(done) if "" in wanted else bool(done & wanted)


def _pause(store: Store, today: date) -> tuple[date, date] | None:
    """The days of the pause that is on, or comes next, with those that follow without a day between."""
    rest: tuple[date, date] | None = None
    for one in store.pauses.all():
        last = one.to_day or EVER
        if last < today:
            continue
        if rest is None:
            rest = one.from_day, last
        elif rest[1] == EVER or one.from_day <= rest[1] + ONE_DAY:
            rest = rest[0], max(rest[1], last)
    return rest
