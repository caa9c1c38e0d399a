"""What is kept of pace and length beyond one pass: the last pace, and the length in the plan."""

from __future__ import annotations

from dataclasses import replace

from rewire_app.domain.exercise.breathing import Breathing, pace_text, read_pace
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Pace
from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.domain.journal.planned import for_the_day
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context


def wished(context: Context, exercise: Exercise, minutes: int | None) -> Breathing:
    """How `exercise` is breathed at first: the last pace, and `minutes` or else those of the plan."""
    if not any(isinstance(step, Breathe) for step in exercise.steps):
        return Breathing()
    plan = planned(context, exercise)
    pace = read_pace(context.store.profile.get(_key(exercise))) if _has_paces(exercise) else None
    return Breathing(pace=pace, minutes=minutes or (plan.minutes if plan else None))


def planned(context: Context, exercise: Exercise) -> Plan | None:
    """The plan that is for `exercise`, of those that hold today the first that is meant for the day."""
    today = context.today
    own = [plan for plan in context.store.plans.holding(today) if plan.exercise == exercise.id]
    return for_the_day(own, today)


def remember(context: Context, exercise: Exercise, pace: Pace) -> None:
    """Use `pace` the next time too, where the exercise lets one choose."""
    if _has_paces(exercise):
        context.hub.note(context.store.profile.put, _key(exercise), pace_text(pace))


def keep_for_plan(context: Context, exercise: Exercise, minutes: float) -> bool:
    """Let the plan be for so many minutes from today on, 0 for as many as the exercise has.

    False when that could not be written.
    """
    with context.hub.telling():
        plan = planned(context, exercise)
        if plan is None:
            return False
        uid, wanted = new_uid(context.clock.now()), round(minutes) or None
        fresh = replace(plan, uid=uid, from_day=context.today, minutes=wanted)
        return context.hub.do(_("plan changed"), context.store.plans.put, fresh)
    return False


def _has_paces(exercise: Exercise) -> bool:
    return any(isinstance(step, Breathe) and step.pace_from for step in exercise.steps)


def _key(exercise: Exercise) -> str:
    return f"pace:{exercise.id}"
