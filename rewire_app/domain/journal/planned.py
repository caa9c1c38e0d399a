"""What several small plans come to: which of them hold on a day, days a week, weekdays, days of rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT, Plan
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

WEEK = 7
EVERY_DAY = 127
"""The mask of all seven weekdays."""


def weekday_mask(days: Iterable[int]) -> int:
    """The mask of weekdays, Monday 0 to Sunday 6."""
    return sum(1 << day for day in set(days))


def weekdays_in(mask: int) -> tuple[int, ...]:
    """The weekdays in a mask, Monday 0 to Sunday 6, in their order."""
    return tuple(day for day in range(WEEK) if mask >> day & 1)


def holding(plans: Iterable[Plan], on: date) -> list[Plan]:
    """The plans that ask for something on the day `on`, the oldest thread first.

    `plans` in any order: of each thread the newest that had begun by then counts.
    """
    newest: dict[str, Plan] = {}
    begun: dict[str, date] = {}
    for plan in sorted(plans, key=lambda one: one.from_day):
        if plan.from_day <= on:
            begun.setdefault(plan.thread, plan.from_day)
            newest[plan.thread] = plan
    order = sorted(newest, key=lambda thread: (begun[thread], thread))
    return [newest[thread] for thread in order if newest[thread].per_week]


def planned_week(plans: Iterable[Plan]) -> int:
    """The planned days a week, 0 to 7, of plans that hold together.

    The larger of the number of weekdays that one of them names, and the most days of the others.
    """
    named, most = 0, 0
    for plan in plans:
        if plan.weekdays is None:
            most = max(most, plan.per_week)
        else:
            named |= plan.weekdays
    return min(WEEK, max(named.bit_count(), most))


def planned_steps(plans: Sequence[Plan]) -> list[tuple[date, int]]:
    """From which day on how many days a week are planned in all, one for each day on which a plan begins."""
    days = sorted({plan.from_day for plan in plans})
    return [(day, planned_week(holding(plans, day))) for day in days]


def is_planned(plan: Plan, day: date) -> bool:
    """Whether `plan`, which holds, may be meant for `day`: one for any days always may."""
    return plan.weekdays is None or bool(plan.weekdays >> day.weekday() & 1)


def is_rest(plans: Sequence[Plan], day: date) -> bool:
    """Whether `day` is a planned day of rest: plans hold then, each names weekdays, none names this."""
    held = holding(plans, day)
    return bool(held) and not any(is_planned(plan, day) for plan in held)


def for_the_day(held: Sequence[Plan], day: date) -> Plan | None:
    """Of the plans that hold on `day` the first that is meant for it, else the first of all."""
    return next((plan for plan in held if is_planned(plan, day)), held[0] if held else None)


def checked_plan(plan: Plan) -> Plan:
    """`plan` if it can be kept; raises BadInputError with the field."""
    limits.whole(plan.per_week, "per_week", 0, WEEK)
    for name in ("cue", "obstacle", "answer"):
        limits.words(getattr(plan, name), name, MAX_TEXT)
    limits.words(plan.thread, "thread", limits.MAX_NAME, needed=True)
    if plan.weekdays is not None:
        limits.whole(plan.weekdays, "weekdays", 1, EVERY_DAY)
        if plan.weekdays.bit_count() != plan.per_week:
            raise BadInputError(_("Choose the weekdays, or how many days a week."), field="weekdays")
    return plan
