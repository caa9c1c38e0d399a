"""Which exercises to offer for what is strongest now: the shortest first, never the last one again.

`strength` is 0 to 10. From 9 on only what steadies is offered, and Help now comes before it. From 7 on,
exercises with health questions or a plan to write first are left out: there is too much going on for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

HELP_FIRST = 9
"""From here on Help now is offered before any exercise, of 10."""

TOO_STRONG = 7
"""From here on nothing that has to be confirmed first is offered, of 10."""

MOST = 3
"""How many exercises are offered at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFit:
    """An exercise that fits a state, and why, in one plain sentence."""

    exercise: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Something that can be strongest now, in the person's words, and what fits it.

    `asks` is a question that decides between `times`, which have fits of their own. `people`: what is said
    before anything is offered, with Help now. `panic`: the chest may hurt, so that comes first. `at_once`: it
    is not asked how strong it is. With either the fits are offered as they stand, not the shortest first.
    """

    id: str
    words: str
    fits: tuple[StateFit, ...] = ()
    asks: str = ""
    times: tuple[State, ...] = ()
    people: str = ""
    panic: bool = False
    at_once: bool = False

    @property
    def ends(self) -> tuple[State, ...]:
        """What something is offered for: its times, or itself."""
        return self.times or (self,)


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """All states, and what steadies when one of them is very strong."""

    states: tuple[State, ...]
    steady: tuple[StateFit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedFit:
    """A fit with what decides about it: least and most minutes, whether cautions are confirmed first."""

    fit: StateFit
    minutes: tuple[int, int]
    gated: bool


def fitting(
    choices: Sequence[RankedFit],
    strength: int,
    *,
    last: str | None,
    worse: Collection[str],
    hard_days: bool,
    in_order: bool = False,
) -> tuple[RankedFit, ...]:
    """Up to three of `choices`, the shortest first, of different lengths where there are such.

    With `in_order` those that stand first, whatever their length.

    `last`: the one practised last for this; it is not offered again. `worse`: those after which things were
    harder three times running. `hard_days`: several very hard days lie behind; then nothing gated is offered.
    """
    gentle = hard_days or strength >= TOO_STRONG
    eligible = [
        one
        for one in choices
        if one.fit.exercise != last and one.fit.exercise not in worse and not (gentle and one.gated)
    ]
    if in_order:
        return tuple(eligible[:MOST])
    shortest_first = sorted(eligible, key=lambda one: one.minutes)
    return tuple(_spread(shortest_first))


def _spread(ordered: Iterable[RankedFit]) -> list[RankedFit]:
    """Of choices from short to long the first of each least length, then others until there are three."""
    ordered = list(ordered)
    taken: list[RankedFit] = []
    for one in ordered:
        if len(taken) < MOST and (not taken or one.minutes[0] > taken[-1].minutes[0]):
            taken.append(one)
    rest = [one for one in ordered if one not in taken]
    return [one for one in ordered if one in [*taken, *rest[: MOST - len(taken)]]]
