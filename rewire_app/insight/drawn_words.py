"""What a fair test says of today, while it goes on; needs nothing of what works out a result."""

from __future__ import annotations

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.domain.experiment.weeks import WEEKS
from rewire_app.i18n import _
from rewire_app.insight.fair_course import FairCourse


def option_words(experiment: Experiment, option: str) -> str:
    """The option as the person named it."""
    return experiment.option_a if option == "A" else experiment.option_b


def today_words(experiment: Experiment, course: FairCourse) -> str:
    """ "Your fair test, day 17 of 56. Today: a walk"; "" outside the test."""
    if course.now is None:
        return ""
    option = option_words(experiment, course.now.option)
    if course.now.out:
        return _("Your fair test, day {day} of {days}. Today is left out.").format(
            day=course.now.number, days=len(course.days)
        )
    if course.rule is Rule.WEEKS:
        return _("Your fair test, week {week} of {weeks}. This week: {option}").format(
            week=week_number(course), weeks=WEEKS, option=option
        )
    return _("Your fair test, day {day} of {days}. Today: {option}").format(
        day=course.now.number, days=len(course.days), option=option
    )


def drawn_words(experiment: Experiment, course: FairCourse) -> str:
    """What was drawn for today, beside an exercise that is one of the two; "" outside the test."""
    if course.now is None:
        return ""
    option = option_words(experiment, course.now.option)
    if course.rule is Rule.WEEKS:
        return _("This week’s lot says: {option}").format(option=option)
    return _("Today’s coin says: {option}").format(option=option)


def this_week(experiment: Experiment, option: str) -> str:
    """ "This week: practise in the morning"."""
    return _("This week: {option}").format(option=option_words(experiment, option))


def week_number(course: FairCourse) -> int:
    """Which of the eight weeks today is; 0 outside the test."""
    return (course.now.number - 1) // 7 + 1 if course.now is not None else 0
