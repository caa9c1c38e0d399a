"""Today's practice where a plan asks for it: the one that is meant for the day and was not done on it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer
from rewire_app.domain.day_words import weekdays
from rewire_app.domain.days import week_start
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.planned import is_planned, weekdays_in
from rewire_app.domain.plan_parts import second_person
from rewire_app.i18n import _, ngettext
from rewire_app.reports.offered_facts import Suggestion, is_hard, offer_of, on, plans_of

if TYPE_CHECKING:
    from rewire_app.store.queries import Today


def planned(facts: Today) -> Suggestion | None:
    """The exercise of a plan that is due; of several the first whose exercise was not done today.

    One for weekdays is due on them; one for any days while the week has fewer days of practice than it says.
    After a very high rating only a gentle one is offered.
    """
    if facts.pause:
        return None
    hard = is_hard(facts)
    due = [
        (plan, offer)
        for plan in plans_of(facts)
        if _is_due(facts, plan) and (offer := offer_of(facts, plan.exercise)) and (offer.gentle or not hard)
    ]
    if not due:
        return None
    plan, offer = next((one for one in due if one[0].exercise not in facts.lately.done), due[0])
    return _suggestion(facts, plan, offer, more=len(due) > 1)


def _is_due(facts: Today, plan: Plan) -> bool:
    if plan.weekdays is not None:
        return is_planned(plan, on(facts.day))
    return _days_done(facts) < plan.per_week


def _days_done(facts: Today) -> int:
    """Days of this week before today on which something was practised."""
    return len(facts.practised.intersection(range(week_start(facts.day), facts.day)))


def _suggestion(facts: Today, plan: Plan, offer: Offer, *, more: bool) -> Suggestion:
    lines = _weekday_lines(plan) if plan.weekdays is not None else _week_lines(facts, plan)
    others = _("You have more than one plan for today: once this is done, the next is offered.")
    return Suggestion(
        offer=offer,
        minutes=plan.minutes or offer.minutes,
        reason=_reason(facts, plan),
        rule=(*lines[:2], others) if more else lines,
    )


def _reason(facts: Today, plan: Plan) -> str:
    cue = second_person(plan.cue)
    if plan.weekdays is not None:
        day = _for_weekdays()[on(facts.day).weekday()]
        return _("{plan}, after you {cue}.").format(plan=day, cue=cue) if cue else f"{day}."
    if cue:
        return _("Your plan, after you {cue}.").format(cue=cue)
    return _("Your plan: {days}.").format(days=_per_week(plan))


def _per_week(plan: Plan) -> str:
    return ngettext("{n} day a week", "{n} days a week", plan.per_week).format(n=plan.per_week)


def _week_lines(facts: Today, plan: Plan) -> tuple[str, ...]:
    done = _days_done(facts)
    before = ngettext(
        "Before today you practised on {n} day this week.",
        "Before today you practised on {n} days this week.",
        done,
    )
    return (
        _("It is the exercise of your plan, which says {days}.").format(days=_per_week(plan)),
        before.format(n=done),
        _("Once the week has as many as the plan says, something else is offered."),
    )


def _weekday_lines(plan: Plan) -> tuple[str, ...]:
    days = [weekdays()[day] for day in weekdays_in(plan.weekdays or 0)]
    return (
        _("It is the exercise of your plan, which names these days: {days}.").format(days=", ".join(days)),
        _("On other days something else is offered."),
    )


def _for_weekdays() -> tuple[str, ...]:
    """ "Your plan for Tuesdays", Monday first."""
    return (
        _("Your plan for Mondays"),
        _("Your plan for Tuesdays"),
        _("Your plan for Wednesdays"),
        _("Your plan for Thursdays"),
        _("Your plan for Fridays"),
        _("Your plan for Saturdays"),
        _("Your plan for Sundays"),
    )
