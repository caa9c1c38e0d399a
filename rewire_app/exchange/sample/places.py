"""Where and with whom the invented passes and moments were: practice mostly at home, moments at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from rewire_app.domain.journal.entries import Moment, Practice

NOTED = 0.8
"""The share of passes that say where they were."""
Shares = dict[tuple[str, str], int]
"""Place and company with how often of a hundred."""
PRACTISED: Shares = {
    ("home", "alone"): 64,
    ("home", "partner"): 9,
    ("work", "alone"): 12,
    ("online", "alone"): 5,
    ("transport", "alone"): 8,
    ("home", ""): 2,
}
CAME: Shares = {
    ("work", "colleagues"): 44,
    ("home", "family"): 20,
    ("home", "partner"): 10,
    ("online", "colleagues"): 12,
    ("work", "alone"): 7,
    ("street", "alone"): 7,
}


def placed_passes(rng: Random, practices: Iterable[Practice]) -> Iterator[Practice]:
    """The same passes; most say where and with whom they were."""
    for one in practices:
        place, company = _drawn(rng, PRACTISED)
        yield replace(one, place=place, company=company) if rng.random() < NOTED else one


def placed_moments(rng: Random, moments: Iterable[Moment]) -> Iterator[Moment]:
    """The same moments; those that say both say where and with whom moments come most."""
    for one in moments:
        place, company = _drawn(rng, CAME)
        yield replace(one, place=place, company=company) if one.place and one.company else one


def _drawn(rng: Random, shares: Shares) -> tuple[str, str]:
    return rng.choices(list(shares), list(shares.values()))[0]
