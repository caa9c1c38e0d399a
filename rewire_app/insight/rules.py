"""When what may be said: one table from what the legs of a look show to the case, its step and its sentence.

The legs: the link alone; with practice on the day itself held equal; with stress and sleep held equal; and
the check the other way round. Sleep has the first and the third. The first rule of the table that holds wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rewire_app.insight.findings import Certainty
from rewire_app.insight.legs import Legs
from rewire_app.insight.looks import WeeklyLook, level
from rewire_app.insight.regression import Estimate

AT_ENDS = 0.5
"""The share of ratings at 0 or 10 above which small changes cannot show."""


class Case(StrEnum):
    """Which of the fixed sentences applies."""

    NOT_ENOUGH = "not enough"
    WAITING = "waiting for the week's end"
    TOO_EVEN = "too even"
    NO_CLEAR_LINK = "no clear link yet"
    LOWER = "clear, lower"
    HIGHER = "clear, higher"
    SAME_EVENING = "held back by the same evening"
    TORN = "the numbers disagree"
    NOT_CHECKED = "could not be checked"
    AT_THE_ENDS = "at the end of the scale"
    UNRELATED = "practically none"


SIDES = {Case.LOWER: -1, Case.HIGHER: 1}
"""The side of a case that has one."""


class Qualifier(StrEnum):
    """What a said verdict adds about how far it holds."""

    HOLDS = "holds with other things equal"
    NOT_CHECKED = "other things could not be checked"
    ADJUSTED = "may be about other things"
    AHEAD = "may run the other way"
    TODAY = "less clear with the day itself"
    FAINT = "less clear than when it was said"
    NEXT_LOOK = "the next look may say it"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a question asks: the margin of "practically none", and whether a side needs the adjusted leg."""

    unrelated: float
    needs_check: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the rules ask, each as yes or no.

    side: of the link. clear: the link leaves zero out at its level. agree: every leg has its side. unchecked:
    a needed check is missing. today: the leg with practice today leaves zero out. `calmer`, `checked`,
    `flagged`: as of the legs. sure_*: the same at the level of "strong". ends: most ratings are at an end.
    tiny, tiny_adjusted: the interval holds zero and lies within the margin.
    """

    side: int
    clear: bool
    agree: bool
    unchecked: bool
    today: bool
    calmer: bool
    checked: bool
    flagged: bool
    sure_clear: bool
    sure_today: bool
    sure_adjusted: bool
    ends: bool
    tiny: bool
    tiny_adjusted: bool

    @property
    def lower(self) -> bool:
        """Whether "lower" may be said."""
        return self.side < 0 and self.clear and self.agree and not self.unchecked

    @property
    def higher(self) -> bool:
        """Whether "higher" may be said: never without practice today held equal, nor on calmer evenings."""
        rises = self.side > 0 and self.clear and self.agree and not self.unchecked
        return rises and self.today and not self.calmer


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRule:
    """One row of the table: what it says, how sure, what it adds, and when."""

    case: Case
    step: Certainty = Certainty.UNCLEAR
    why: Qualifier = Qualifier.NOTHING
    holds: Callable[[Facts], bool]


DOUBTS: tuple[tuple[Qualifier, Callable[[Facts], bool]], ...] = (
    (Qualifier.NOT_CHECKED, lambda facts: not facts.checked),
    (Qualifier.ADJUSTED, lambda facts: not facts.sure_adjusted),
    (Qualifier.AHEAD, lambda facts: facts.flagged),
    (Qualifier.TODAY, lambda facts: not facts.sure_today),
    (Qualifier.FAINT, lambda facts: not facts.sure_clear),
)
"""What keeps a said verdict from being strong; the first that holds is told. Strong is where none does."""


def _doubt(facts: Facts) -> Qualifier | None:
    return next((why for why, holds in DOUBTS if holds(facts)), None)


def _side(case: Case, said: Callable[[Facts], bool]) -> tuple[VerdictRule, ...]:
    """The rules of one side: strong where all bears it out, else likely with the first doubt."""

    def rule(step: Certainty, why: Qualifier, doubt: Qualifier | None) -> VerdictRule:
        return VerdictRule(
            case=case, step=step, why=why, holds=lambda facts: said(facts) and _doubt(facts) is doubt
        )

    likely = (rule(Certainty.LIKELY, why, why) for why, _holds in DOUBTS)
    return (rule(Certainty.STRONG, Qualifier.HOLDS, None), *likely)


RULES: tuple[VerdictRule, ...] = (
    *_side(Case.LOWER, lambda facts: facts.lower),
    *_side(Case.HIGHER, lambda facts: facts.higher),
    VerdictRule(
        case=Case.SAME_EVENING,
        holds=lambda facts: facts.side > 0 and facts.clear and facts.agree and facts.calmer,
    ),
    VerdictRule(case=Case.NOT_CHECKED, holds=lambda facts: facts.clear and facts.unchecked),
    VerdictRule(case=Case.TORN, holds=lambda facts: facts.clear and not facts.lower and not facts.higher),
    VerdictRule(case=Case.AT_THE_ENDS, holds=lambda facts: facts.ends),
    VerdictRule(
        case=Case.UNRELATED,
        step=Certainty.STRONG,
        holds=lambda facts: facts.tiny and facts.checked and facts.tiny_adjusted,
    ),
    VerdictRule(
        case=Case.UNRELATED,
        step=Certainty.LIKELY,
        holds=lambda facts: facts.tiny and not facts.checked,
    ),
    VerdictRule(
        case=Case.NO_CLEAR_LINK,
        why=Qualifier.NEXT_LOOK,
        holds=lambda facts: facts.lower or facts.higher,  # where this week's look was made without it
    ),
    VerdictRule(case=Case.NO_CLEAR_LINK, holds=lambda _facts: True),
)
"""From what a look shows to what is said; the minimum is met before anything is asked here."""


def choose(facts: Facts) -> VerdictRule:
    """The first rule that holds."""
    return next(rule for rule in RULES if rule.holds(facts))


def stand(facts: Facts, look: WeeklyLook) -> VerdictRule:
    """What a look that was made still says, whatever a new one would: its side, its step, and today's doubt.

    A side that the numbers have left is not told; where nothing was said, nothing more is said.
    """
    for case, side in SIDES.items():
        if side == look.side == facts.side:
            why = _doubt(facts) or (Qualifier.HOLDS if look.step is Certainty.STRONG else Qualifier.NOTHING)
            return VerdictRule(case=case, step=look.step, why=why, holds=lambda _facts: True)
    highest = max(look.step, Certainty.UNCLEAR) if look.side == 0 else Certainty.UNCLEAR
    quiet = (rule for rule in RULES if rule.case not in SIDES and rule.step <= highest)
    return next(rule for rule in quiet if rule.holds(facts))


def read_facts(legs: Legs, at_ends: float, limits: Limits, said: WeeklyLook | None) -> Facts:
    """What the legs show; `at_ends`: the share of ratings at 0 or 10; `said`: the last look, if it stands."""
    side = _side_of(legs.link)
    likely, strong = level(said, side, Certainty.LIKELY), level(said, side, Certainty.STRONG)
    today = legs.link if legs.today is None else legs.today
    adjusted = legs.adjusted if legs.checked else None
    return Facts(
        side=side,
        clear=legs.link.p < likely,
        agree=_side_of(today) == side and (adjusted is None or _side_of(adjusted) == side),
        unchecked=limits.needs_check and adjusted is None,
        today=legs.today is None or today.p < likely,
        calmer=legs.calmer,
        checked=adjusted is not None,
        flagged=legs.flagged,
        sure_clear=legs.link.p < strong,
        sure_today=legs.today is None or today.p < strong,
        sure_adjusted=adjusted is not None and adjusted.p < strong,
        ends=at_ends > AT_ENDS,
        tiny=_within(legs.link, limits.unrelated),
        tiny_adjusted=adjusted is not None and _within(adjusted, limits.unrelated),
    )


def _side_of(found: Estimate) -> int:
    return 0 if np.isnan(found.slope) else int(np.sign(found.slope))


def _within(found: Estimate, margin: float) -> bool:
    return -margin <= found.low <= 0 <= found.high <= margin
