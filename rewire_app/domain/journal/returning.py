"""What kind of day it is for Today: an ordinary one, the first one with practice, or one after days away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.planned import weekday_mask, weekdays_in

SOME_DAYS = 4
"""From so many days after the last entry on, Today offers a small way back in."""
MANY_DAYS = 30
"""From so many days on it also shows what was there, and asks for the plan anew."""
ENOUGH_MOMENTS = 5
"""Moments with a known end that it takes to say how long they took."""
SMALL_WEEK = 2
"""Days a week of a plan that was made smaller."""


class DayKind(StrEnum):
    """An ordinary day, the day of the first finished exercise, or a day after some or many days away."""

    ORDINARY = "ordinary"
    FIRST = "first"
    AWAY = "away"
    LONG_AWAY = "long away"


def away_kind(day: int, last: int | None) -> DayKind:
    """What `day` is when the newest entry belongs to the day `last` (both ordinals; None: there is none)."""
    gone = 0 if last is None else day - last
    if gone >= MANY_DAYS:
        return DayKind.LONG_AWAY
    return DayKind.AWAY if gone >= SOME_DAYS else DayKind.ORDINARY


def smaller(plan: Plan, uid: str, today: date, least: int) -> Plan | None:
    """`plan` from `today` on with `least` minutes and at most two days a week; None when it is that small."""
    days = min(plan.per_week, SMALL_WEEK)
    named = None if plan.weekdays is None else weekday_mask(weekdays_in(plan.weekdays)[:SMALL_WEEK])
    minutes = least if plan.minutes is None else min(plan.minutes, least)
    if (days, minutes) == (plan.per_week, plan.minutes):
        return None
    return replace(plan, uid=uid, from_day=today, per_week=days, minutes=minutes, weekdays=named)


def ended(plan: Plan, uid: str, today: date) -> Plan:
    """`plan` as it asks for nothing from `today` on."""
    return Plan(uid=uid, from_day=today, per_week=0, thread=plan.thread)
