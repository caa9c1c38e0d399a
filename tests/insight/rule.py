"""The rule of what is said, once more from its statement, for many people: say at 99.5%, keep at 95%.

A side is -1 for lower, 1 for higher and 0 for nothing; all arrays are (looks, people).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tests.insight.looks import Card

SAY, KEEP = 0.005, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Which side is reached at one level, and whether strongly."""

    side: np.ndarray
    strong: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said at each look, and whether it was Strong."""

    side: np.ndarray
    strong: np.ndarray

    @property
    def ever(self) -> np.ndarray:
        return (self.side != 0).any(axis=0)

    @property
    def lost(self) -> np.ndarray:
        """How often each person's verdict was taken back."""
        return ((self.side[:-1] != 0) & (self.side[1:] != self.side[:-1])).sum(axis=0)


def link(card: Card, level: float) -> Reached:
    """Practice: both legs agree; "higher" needs the leg with today, and no benefit of the same evening."""
    one, with_today, adjusted = card["link"], card["with today"], card["adjusted"]
    side = np.where(card.enough & (one.p < level) & _agree(card), one.side, 0)
    side[(side > 0) & ~((with_today.p < level) & ~_calmer(card))] = 0
    strong = card.adjustable & (adjusted.p < level) & (card["ahead"].p >= 0.05)
    strong &= (side > 0) | (with_today.p < level)
    return Reached(side=side, strong=strong & (side != 0))


def _agree(card: Card) -> np.ndarray:
    """Whether the leg with practice today, and the adjusted one where there is one, have the link's side."""
    side = card["link"].side
    return (card["with today"].side == side) & (~card.adjustable | (card["adjusted"].side == side))


def _calmer(card: Card) -> np.ndarray:
    """Whether the evening of a practice day itself seems calmer."""
    return (card["today"].slope < 0) & (card["today"].p < 0.20)


def cases(card: Card, said: Said) -> np.ndarray:
    """The case of the practice card at each look, for evenings that are not at an end of the scale."""
    before = np.concatenate([np.zeros_like(said.side[:1]), said.side[:-1]])
    one = card["link"]
    clear = one.p < np.where((before != 0) & (before == one.side), KEEP, SAY)
    held_back = clear & _agree(card) & _calmer(card) & (one.side > 0)
    told = (~card.days, ~card.varies, said.side < 0, said.side > 0, held_back, clear)
    words = ("not enough", "too even", "clear, lower", "clear, higher", "held back by the same evening")
    return np.select(told, (*words, "the numbers disagree"), "no clear link yet")


def sleep(card: Card, level: float) -> Reached:
    """Sleep: beside six weekdays; the adjusted slope on the same side, and for Strong clear itself."""
    one, adjusted = card["link"], card["adjusted"]
    agree = card.adjustable & (adjusted.side == one.side)
    side = np.where(card.enough & (one.p < level) & agree, one.side, 0)
    return Reached(side=side, strong=(adjusted.p < level) & (side != 0))


def change(card: Card, level: float) -> Reached:
    """Before and now: the interval alone, and never Strong."""
    side = np.where(card.enough & (card["link"].p < level), card["link"].side, 0)
    return Reached(side=side, strong=np.zeros_like(card.enough))


def say(card: Card, rule: Callable[[Card, float], Reached]) -> Said:
    """Look after look: what is reached at 99.5%, or was said last week and is still reached at 95%."""
    new, kept = rule(card, SAY), rule(card, KEEP)
    side, strong = np.zeros_like(new.side), np.zeros_like(new.strong)
    last_side, last_strong = np.zeros_like(side[0]), np.zeros_like(strong[0])
    for look in range(len(side)):
        stays = (last_side != 0) & (kept.side[look] == last_side)
        last_strong = new.strong[look] | (stays & last_strong & kept.strong[look])
        last_side = np.where(new.side[look] != 0, new.side[look], np.where(stays, last_side, 0))
        side[look], strong[look] = last_side, last_strong
    return Said(side=side, strong=strong)


def usual(card: Card, level: float = KEEP, *, by_days_alone: bool) -> np.ndarray:
    """The usual recipe: the side whenever its 95% interval leaves zero out, every week anew."""
    one = card["link"]
    p = one.plain_p if by_days_alone else one.p
    return np.where(card.enough & (p < level), one.side, 0)
