"""The fixed words of an answer, and how its sizes are told: in points of 10, for a person's plan.

`rules` chooses what is said; `practice_words` and `sleep_words` have the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rewire_app.i18n import _
from rewire_app.insight.regression import Estimate, NoEstimate
from rewire_app.insight.rules import Case, Qualifier
from rewire_app.insight.sight import sight
from rewire_app.insight.size_words import interval, points, side_of_ten

Said = Callable[[], str]
Counted = Callable[[int], str]
"""Words that go with a number of days; more gaps in braces are filled when they are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """Every sentence an answer may need.

    cases: one sentence for each case that follows from estimates. doubts: what a said verdict adds. after:
    what stands behind it all. could_show: the smallest link that could be seen. caveats: what every "lower"
    carries. tilted_up: rated less where it was more. changed: for how much a size is told.
    """

    method: Said
    basis: Counted
    too_few: Counted
    too_short: Counted
    too_many_gaps: Said
    waiting: Said
    too_even: Said
    cases: Mapping[Case, Said]
    doubts: Mapping[Qualifier, Said]
    after: Mapping[Case, Said]
    could_show: Said
    caveat: Said
    not_noted: Said
    not_apart: Said
    tilted_up: Said
    tilted_down: Said
    changed: Counted
    plain: Said
    adjusted: Said
    hides_part: Said

    def say(self, case: Case, why: Qualifier, link: Estimate) -> str:
        """The sentence of a case that follows from estimates."""
        parts = [self.cases[case]()]
        if why in self.doubts and case in {Case.LOWER, Case.HIGHER}:
            parts.append(self.doubts[why]())
        if case is Case.NO_CLEAR_LINK:
            parts.append(next_look() if why is Qualifier.NEXT_LOOK else self.say_could_show(link))
        if case in self.after:
            parts.append(self.after[case]())
        return " ".join(part for part in parts if part)

    def say_could_show(self, link: Estimate) -> str:
        """The smallest link these days could show, and that there is none; nothing where that is not so."""
        seen = sight(link)
        return "" if seen is None else self.could_show().format(size=points(seen.smallest))

    def say_size(self, link: Estimate, prior: float, amount: int) -> str:
        """The size of a link for a change of `amount`, drawn towards zero, and what the days alone fit."""
        return _("{changed}: about {size} (your days alone: {interval}).").format(
            changed=self.changed(amount).format(n=amount),
            size=side_of_ten(link.shrunk(prior) * amount),
            interval=interval(link.low * amount, link.high * amount),
        )

    def say_numbers(self, link: Estimate, adjusted: Estimate | None) -> tuple[str, ...]:
        """The link as a number with its interval, and beside it the one with other things held equal."""
        first = _sized(self.plain(), link)
        if adjusted is None or adjusted.refusal is not None:
            return (first, self.say_not_checked(adjusted))
        return (first, _sized(self.adjusted(), adjusted), self.hides_part())

    def say_not_checked(self, adjusted: Estimate | None) -> str:
        """Why other things could not be held equal."""
        apart = adjusted is not None and adjusted.refusal is NoEstimate.NOT_SEPARABLE
        return self.not_apart() if apart else self.not_noted()


def _sized(words: str, found: Estimate) -> str:
    return words.format(size=side_of_ten(found.slope), interval=interval(found.low, found.high))


def looks_weekly() -> str:
    """What stands under everything that is said on a side: how often chance says something."""
    return _(
        "Rewire looks every week. If nothing were going on, about one person in nine would still see some "
        "verdict at least once in a year, and about one in twenty on this card."
    )


def next_look() -> str:
    """What stands where a new look may say something and this week's is made."""
    return _("Rewire looks once a week, and its next look may say more.")
