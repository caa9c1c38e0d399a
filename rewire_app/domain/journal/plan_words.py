"""A small plan in words: what, after which cue, on which days, what to do when something is in the way."""

from __future__ import annotations

from rewire_app import i18n
from rewire_app.domain.amounts import and_words
from rewire_app.domain.day_words import weekdays
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.planned import EVERY_DAY, weekdays_in
from rewire_app.domain.limits import shortened
from rewire_app.domain.plan_parts import LONGEST_PART, minutes_words, second_person
from rewire_app.i18n import _, ngettext


def weekday_order() -> tuple[int, ...]:
    """The weekdays, Monday 0 to Sunday 6, in the order in which a week goes here."""
    first = i18n.REGION.first_weekday
    return (*range(first, 7), *range(first))


def every_weekday() -> tuple[str, ...]:
    """The days of the week as what comes again and again, Monday first: "Mondays"."""
    return (
        _("Mondays"),
        _("Tuesdays"),
        _("Wednesdays"),
        _("Thursdays"),
        _("Fridays"),
        _("Saturdays"),
        _("Sundays"),
    )


def named_days(mask: int) -> str:
    """ "Tuesdays", "Monday, Tuesday and Friday", or "every day" for all."""
    if mask == EVERY_DAY:
        return _("every day")
    names = every_weekday() if mask.bit_count() < 3 else weekdays()
    named = weekdays_in(mask)
    return and_words([names[day] for day in weekday_order() if day in named])


def days_words(plan: Plan) -> str:
    """On which days: "3 days a week", or the weekdays."""
    if plan.weekdays is not None:
        return named_days(plan.weekdays)
    return week_words(plan.per_week)


def week_words(per_week: int) -> str:
    """ "3 days a week"."""
    return ngettext("{n} day a week", "{n} days a week", per_week).format(n=per_week)


def plan_title(plan: Plan, exercise: str) -> str:
    """What is planned: "Paced breathing, 4 minutes"; `exercise` is its title, "" any."""
    what = exercise or _("Any exercise")
    if plan.minutes is None:
        return what
    return _("{exercise}, {time}").format(exercise=what, time=minutes_words(plan.minutes))


def plan_when(plan: Plan) -> str:
    """When: "After you close your laptop, on 3 days a week." """
    days = days_words(plan)
    every = plan.weekdays == EVERY_DAY
    if plan.cue:
        text = _("After you {cue}, {days}.") if every else _("After you {cue}, on {days}.")
        return text.format(cue=second_person(plan.cue), days=days)
    return _("Every day.") if every else _("On {days}.").format(days=days)


def plan_answer(plan: Plan) -> str:
    """What was thought of beforehand: "If “too tired” gets in the way: one minute." "" without any."""
    answer = shortened(plan.answer, LONGEST_PART).rstrip(".")
    obstacle = shortened(plan.obstacle, LONGEST_PART)
    if obstacle and answer:
        text = _("If this gets in the way, “{obstacle}”: {answer}.")
        return text.format(obstacle=obstacle, answer=answer)
    if obstacle:
        return _("What may get in the way: “{obstacle}”.").format(obstacle=obstacle)
    return _("If something gets in the way: {answer}.").format(answer=answer) if answer else ""
