"""What is asked of the days, as values: which amount goes with reactivity, its limits, and the fixed words.

Sizes are points of the 0 to 10 scale with one decimal; `verdict` has the rules that choose a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.typing import ArrayLike

from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import (
    estimate_adjusted,
    estimate_ahead,
    estimate_link,
    estimate_sleep,
    estimate_sleep_adjusted,
    practice_week,
)
from rewire_app.insight.regression import Estimate, Floats, daily
from rewire_app.insight.size_words import interval, plain_side, side_of_ten

Said = Callable[[], str]
Counted = Callable[[int], str]
"""Words that go with a number of days; more gaps in braces are filled when they are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """Every sentence an answer may need; `tilted_up`: rated less where it was more."""

    method: Said
    basis: Counted
    too_few: Counted
    too_short: Counted
    too_many_gaps: Said
    waiting: Said
    too_even: Said
    no_clear_link: Said
    lower: Said
    higher: Said
    unrelated: Said
    not_robust: Said
    not_checked: Said
    tilted_up: Said
    tilted_down: Said
    plain: Said
    adjusted: Said
    hides_part: Said

    def say_no_clear_link(self, link: Estimate) -> str:
        """The interval holds zero, the normal result for the first months; numbers are for who asks how."""
        about = plain_side(link.slope)
        ends = [words for end in (link.low, link.high) if (words := plain_side(end)) != about]
        if len(ends) == 2:
            other = _("It could also be {one} or {other}.").format(one=ends[0], other=ends[1])
        else:
            other = _("It could also be {one}.").format(one=ends[0]) if ends else ""
        return self.no_clear_link().format(size=about, other=other)

    def say_numbers(self, link: Estimate, adjusted: Estimate | None) -> tuple[str, ...]:
        """The link as a number with its interval, and beside it the one with other things held equal."""
        first = _sized(self.plain(), link)
        if adjusted is None or adjusted.refusal is not None:
            return (first, self.not_checked())
        return (first, _sized(self.adjusted(), adjusted), self.hides_part())


def _sized(words: str, found: Estimate) -> str:
    return words.format(size=side_of_ten(found.slope), interval=interval(found.low, found.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuestion:
    """Whether reactivity goes with an amount of each day.

    amount: of each day, from what was noted; NaN where not known. both: a day counts only with rating and
    amount. spread: standard deviation of the amount below which it is too even to compare. unrelated: points
    of 10 per unit within which a link is practically none. tilt: how far the amount may differ between rated
    and unrated days. estimate, adjusted, ahead: the link, the same with other things held equal, and the
    check the other way round, if there is one; all take the noted values and the ratings.
    """

    key: str
    title: Said
    amount: Callable[[ArrayLike], Floats]
    both: bool
    spread: float
    unrelated: float
    tilt: float
    estimate: Callable[[ArrayLike, ArrayLike], Estimate]
    adjusted: Callable[..., Estimate]
    ahead: Callable[[ArrayLike, ArrayLike], Estimate] | None = None
    words: AnswerWords


PRACTICE = LinkQuestion(
    key="link",
    title=lambda: _("Practice and reactivity"),
    amount=practice_week,
    both=False,
    spread=1.0,
    unrelated=0.1,
    tilt=1.0,
    estimate=estimate_link,
    adjusted=estimate_adjusted,
    ahead=estimate_ahead,
    words=AnswerWords(
        method=lambda: _(
            "Each evening rating is compared with the number of practice days in the 7 days before it."
        ),
        basis=lambda n: ngettext(
            "Based on {n} rated day over {span} days.", "Based on {n} rated days over {span} days.", n
        ),
        too_few=lambda n: ngettext(
            "You have {n} rated day; {needed} are needed, over at least eight weeks.",
            "You have {n} rated days; {needed} are needed, over at least eight weeks.",
            n,
        ),
        too_short=lambda left: ngettext(
            "You have {n} rated days over {span} days; they need to reach over at least eight weeks, "
            "which is {left} day more.",
            "You have {n} rated days over {span} days; they need to reach over at least eight weeks, "
            "which is {left} days more.",
            left,
        ),
        too_many_gaps=lambda: _(
            "Of the last {span} days {n} are rated; at least 6 of 10 are needed, which is {needed} days."
        ),
        waiting=lambda: _(
            "You have enough days now. Practice and reactivity are compared once a week, next on {day}."
        ),
        too_even=lambda: _(
            "You practise about the same number of days each week. Good for practice; it means your own data "
            "cannot show what more or less would do."
        ),
        no_clear_link=lambda: _(
            "No clear link yet. In weeks with more practice, reactivity was {size}. {other} We cannot tell "
            "yet. Most people see this for months, whether or not practice helps."
        ),
        lower=lambda: _(
            "In your data, weeks with more practice go with lower reactivity. It holds when stress and sleep "
            "are counted too. A link is not proof: things you do not note here could explain it."
        ),
        higher=lambda: _(
            "Weeks with more practice go with higher reactivity. This often means that people practise more "
            "when life is harder; some exercises also stir things up at first. If it feels like the "
            "exercises make things worse, pause and talk to someone."
        ),
        unrelated=lambda: _(
            "Practice and reactivity look unrelated in your data. Any link is smaller than 0.1 points of 10 "
            "for each practice day."
        ),
        not_robust=lambda: _("There is a link, but it may be about stress or sleep rather than practice."),
        not_checked=lambda: _("Stress and sleep could not be checked; they are noted on too few days."),
        tilted_up=lambda: _(
            "You rated fewer evenings in weeks with more practice. What you see here may be off because "
            "of it."
        ),
        tilted_down=lambda: _(
            "You rated fewer evenings in weeks with less practice. What you see here may be off because "
            "of it."
        ),
        plain=lambda: _("One more practice day in the week: {size} (likely {interval})."),
        adjusted=lambda: _("With stress and sleep taken into account: {size} (likely {interval})."),
        hides_part=lambda: _("If practice works by lowering stress, the second number hides part of it."),
    ),
)
"""Practice days of the 7 days before; as many points for as many days a week."""

SLEEP = LinkQuestion(
    key="sleep",
    title=lambda: _("Sleep against reactivity"),
    amount=lambda hours: daily(hours, "sleep_hours"),
    both=True,
    spread=0.5,
    unrelated=0.2,  # an hour more is as common as two practice days more
    tilt=0.5,
    estimate=estimate_sleep,
    adjusted=estimate_sleep_adjusted,
    words=AnswerWords(
        method=lambda: _(
            "Each evening rating is compared with the hours asleep of the night that ended that morning."
        ),
        basis=lambda n: ngettext(
            "Based on {n} day with a night and a rating, over {span} days.",
            "Based on {n} days with a night and a rating, over {span} days.",
            n,
        ),
        too_few=lambda n: ngettext(
            "You have {n} day with a night and a rating; {needed} are needed, over at least eight weeks.",
            "You have {n} days with a night and a rating; {needed} are needed, over at least eight weeks.",
            n,
        ),
        too_short=lambda left: ngettext(
            "You have {n} such days over {span} days; they need to reach over at least eight weeks, "
            "which is {left} day more.",
            "You have {n} such days over {span} days; they need to reach over at least eight weeks, "
            "which is {left} days more.",
            left,
        ),
        too_many_gaps=lambda: _(
            "Of the last {span} days {n} have a night and a rating; at least 6 of 10 are needed, which is "
            "{needed} days."
        ),
        waiting=lambda: _(
            "You have enough days now. Sleep and reactivity are compared once a week, next on {day}."
        ),
        too_even=lambda: _(
            "Your nights are about equally long. Your own data cannot show what longer or shorter ones would "
            "go with."
        ),
        no_clear_link=lambda: _(
            "No clear link yet. After longer nights, reactivity was {size}. {other} We cannot tell yet. Many "
            "people see this for months, whether or not sleep matters to them."
        ),
        lower=lambda: _(
            "In your data, longer nights go with lower reactivity the day after. It holds when stress is "
            "counted too. A link is not proof: things you do not note here could explain it."
        ),
        higher=lambda: _(
            "Longer nights go with higher reactivity the day after. People often sleep longer when they are "
            "ill, low or worn out, so this says little about sleep itself."
        ),
        unrelated=lambda: _(
            "How long you sleep and how you react the next day look unrelated in your data. Any link is "
            "smaller than 0.2 points of 10 for each hour."
        ),
        not_robust=lambda: _("There is a link, but it may be about stress rather than sleep."),
        not_checked=lambda: _("Stress could not be checked; it is noted on too few days."),
        tilted_up=lambda: _(
            "You rated fewer evenings after longer nights. What you see here may be off because of it."
        ),
        tilted_down=lambda: _(
            "You rated fewer evenings after shorter nights. What you see here may be off because of it."
        ),
        plain=lambda: _("One more hour asleep: {size} (likely {interval})."),
        adjusted=lambda: _("With stress taken into account: {size} (likely {interval})."),
        hides_part=lambda: _("If short nights work by raising stress, the second number hides part of it."),
    ),
)
"""Hours asleep in the night that ended that day."""
