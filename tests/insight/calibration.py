"""How often the cards are wrong, and how much they see, on simulated people.

`python -m tests.insight.calibration` prints every figure. A cell is 1,000 people; a year is a look every week
from week 8 to week 52. Beside it stands the usual recipe: the interval of 95%, every week anew, by least
squares as if each day stood for itself, or (`steady`) by the regression of Rewire. Percent unless told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

import numpy as np

from tests.insight import looks, rule
from tests.insight.diaries import ERRORS, Diaries, live
from tests.insight.looks import Leg

PEOPLE = 1000
BATCH = 100
MDE_FACTOR = 3.75
LAGS = 15
NOTHING = (
    "base",
    "bad day, less practice",
    "bad day, more practice",
    "linear trend",
    "saturating trend",
    "regime shift",
    "season",
    "bursts",
    "floor",
    "half missing",
    "illness pause",
)
"""Scenarios in which practice does nothing, and no card has an excuse."""
SAME_EVENING = ("same evening -0.5", "same evening -1", "same evening -2")
WEEKENDS = ("weekend", "weekend from Friday")
PAGES = ("base", *WEEKENDS, "sleep follows stress")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year of weekly looks at the link card; `lost` is times a person, `size` points per practice day."""

    ever: float
    lower: float
    strong_lower: float
    higher: float
    stands_lower: float
    stands_strong: float
    stands_higher: float
    lost: float
    size: float
    usual: float
    steady: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A year of weekly looks at three cards: how often each, and any, says something at least once."""

    link: float
    sleep: float
    sleep_strong: float
    change: float
    any_card: float
    usual: tuple[float, ...]
    steady: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look: how often it speaks at 99.5% and at 95%, how often 95% holds the truth; the usual recipe."""

    said: float
    at_95: float
    covered: float
    usual: float
    usual_covered: float


def batches(scenario: str, people: int, **more) -> Iterator[Diaries]:
    """The diaries of a cell, some people at a time; `slope` may be one for each."""
    slope = np.broadcast_to(more.pop("slope", 0.0), people)
    for number, start in enumerate(range(0, people, BATCH)):
        here = slope[start : start + BATCH]
        yield live(scenario, len(here), slope=here, seed=number, **more)


@cache
def year(scenario: str, slope: float = 0.0, people: int = PEOPLE) -> Year:
    """The link card over a year."""
    sides, strong, sizes, plain, steady, lost = [], [], [], [], [], []
    for some in batches(scenario, people, slope=slope):
        card = looks.link_card(some)
        said = rule.say(card, rule.link)
        sides.append(said.side)
        strong.append(said.strong)
        lost.append(said.lost[said.ever])
        sizes.append(card["link"].shrunk[said.side != 0])
        plain.append(rule.usual(card, by_days_alone=True))
        steady.append(rule.usual(card, by_days_alone=False))
    side, firm, times = np.concatenate(sides, axis=1), np.concatenate(strong, axis=1), np.concatenate(lost)
    return Year(
        ever=share((side != 0).any(axis=0)),
        lower=share((side < 0).any(axis=0)),
        strong_lower=share(((side < 0) & firm).any(axis=0)),
        higher=share((side > 0).any(axis=0)),
        stands_lower=share(side[-1] < 0),
        stands_strong=share((side[-1] < 0) & firm[-1]),
        stands_higher=share(side[-1] > 0),
        lost=float(times.mean()) if len(times) else 0.0,
        size=float(np.concatenate(sizes).mean()) if len(times) else 0.0,
        usual=share((np.concatenate(plain, axis=1) != 0).any(axis=0)),
        steady=share((np.concatenate(steady, axis=1) != 0).any(axis=0)),
    )


@cache
def page(scenario: str, people: int = PEOPLE) -> Page:
    """Link, sleep and before/now over the same year of the same people, with nothing going on."""
    said: list[np.ndarray] = []
    firm, plain, steady = [], [], []
    for some in batches(scenario, people):
        cards = (looks.link_card(some), looks.sleep_card(some), looks.change_card(some))
        rules = (rule.link, rule.sleep, rule.change)
        told = [rule.say(card, each) for card, each in zip(cards, rules, strict=True)]
        said.append(np.array([each.ever for each in told]))
        firm.append(told[1].strong.any(axis=0))
        plain.append([(rule.usual(card, by_days_alone=True) != 0).any(axis=0) for card in cards])
        steady.append([(rule.usual(card, by_days_alone=False) != 0).any(axis=0) for card in cards])
    link, sleep, change, any_card = _each_and_any(said)
    return Page(
        link=link,
        sleep=sleep,
        sleep_strong=share(np.concatenate(firm)),
        change=change,
        any_card=any_card,
        usual=_each_and_any(plain),
        steady=_each_and_any(steady),
    )


@cache
def one_look(
    errors: str, slope: float = 0.0, people: int = PEOPLE, ends: Sequence[int] = (60, 120, 180, 365)
) -> list[Look]:
    """The link at one look after so many days, for one way in which days resemble each other."""
    return _looked(
        looks.link_card(some, ends, slope)["link"]
        for some in batches("base", people, slope=slope, days=max(ends), errors=ERRORS[errors])
    )


@cache
def change_look(errors: str, people: int = PEOPLE, ends: Sequence[int] = (60, 120, 365)) -> list[Look]:
    """Before and now at one look, with no change."""
    return _looked(
        looks.change_card(some, ends)["link"]
        for some in batches("base", people, days=max(ends), errors=ERRORS[errors])
    )


@cache
def weekend_look(scenario: str, people: int = PEOPLE, ends: Sequence[int] = (60, 120, 180)) -> list[Look]:
    """The sleep card at one look, where weekends are longer in bed and calmer; usual: without weekdays."""
    cards = [looks.sleep_card(some, ends) for some in batches(scenario, people, days=max(ends))]
    told = _looked(card["link"] for card in cards)
    without = _looked(card["no weekday"] for card in cards)
    return [
        Look(said=a.said, at_95=a.at_95, covered=a.covered, usual=b.at_95, usual_covered=b.covered)
        for a, b in zip(told, without, strict=True)
    ]


def pause_look(people: int = PEOPLE, ends: Sequence[int] = (60, 120, 180)) -> list[Look]:
    """The link at one look with an illness pause inside."""
    return _looked(
        looks.link_card(some, ends)["link"] for some in batches("illness pause", people, days=max(ends))
    )


def smallest_found(people: int = PEOPLE, ends: Sequence[int] = (56, 84, 182, 364)) -> list[float]:
    """How often a look finds a link as large as the smallest it tells each person of (3.75 sqrt V)."""
    spread = np.concatenate(
        [looks.link_card(some, ends)["link"].variance for some in batches("base", people)], axis=1
    )
    found = []
    for number, end in enumerate(ends):
        slope = -MDE_FACTOR * np.sqrt(spread[number])
        legs = [looks.link_card(some, [end])["link"] for some in batches("base", people, slope=slope)]
        found.append(share(np.concatenate([(leg.p < rule.SAY) & (leg.slope < 0) for leg in legs], axis=1)))
    return found


def any_lag(errors: str, people: int = PEOPLE, ends: Sequence[int] = (60, 180)) -> list[float]:
    """How often at least one of the 15 lags leaves zero out, counted 15 times, where there is no link."""
    least = np.concatenate(
        [
            looks.least_p_of_lags(some, LAGS, ends)
            for some in batches("base", people, days=max(ends), errors=ERRORS[errors])
        ],
        axis=1,
    )
    return [share(LAGS * row < 0.05) for row in least]


def share(of: np.ndarray) -> float:
    """How many, percent."""
    return 100 * float(np.mean(of))


def _looked(legs: Iterable[Leg]) -> list[Look]:
    rows = list(legs)
    names = ("p", "missed", "plain_p", "plain_missed")
    p, missed, plain, plain_missed = (
        np.concatenate([getattr(leg, name) for leg in rows], axis=1) for name in names
    )
    return [
        Look(
            said=share(p[at] < rule.SAY),
            at_95=share(p[at] < rule.KEEP),
            covered=share(missed[at] >= rule.KEEP),
            usual=share(plain[at] < rule.KEEP),
            usual_covered=share(plain_missed[at] >= rule.KEEP),
        )
        for at in range(len(p))
    ]


def _each_and_any(ever: list[np.ndarray]) -> tuple[float, ...]:
    each = np.concatenate(ever, axis=1)
    return (*(share(card) for card in each), share(each.any(axis=0)))


YEARS = (
    ("base", (0.0, -0.1, -0.2, -0.3, 0.2, 0.3)),
    *((name, (0.0,)) for name in NOTHING[1:]),
    *((name, (0.0,)) for name in SAME_EVENING),
    ("same evening -1", (-0.2,)),
    ("hard weeks, noted", (0.0,)),
    ("hard weeks, not noted", (0.0,)),
)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    for title, told in (
        (
            "a year of weekly looks, link",
            ((name, slope, year(name, slope, people)) for name, slopes in YEARS for slope in slopes),
        ),
        ("a year of weekly looks, page", ((name, page(name, people)) for name in PAGES)),
        (
            "one look, link: 60, 120, 180, 365 days",
            ((name, *one_look(name, people=people)) for name in ERRORS),
        ),
        ("the same with a true -0.3", ((name, *one_look(name, -0.3, people)) for name in ERRORS)),
        (
            "one look, before and now: 60, 120, 365 days",
            ((name, *change_look(name, people)) for name in ERRORS),
        ),
        ("one look, sleep: 60, 120, 180 days", ((name, *weekend_look(name, people)) for name in WEEKENDS)),
        ("one look, link, illness pause: 60, 120, 180 days", [tuple(pause_look(people))]),
        ("own smallest link found: 8, 12, 26, 52 weeks", [tuple(smallest_found(people))]),
        ("any of 15 lags: 60, 180 days", ((name, *any_lag(name, people)) for name in ERRORS)),
    ):
        print(title)
        for row in told:
            print("   ", *(_said(part) for part in row), flush=True)


def _said(part: object) -> str:
    if isinstance(part, float):
        return f"{part:.2f}"
    if isinstance(part, tuple):
        return " / ".join(_said(each) for each in part)
    if not is_dataclass(part):
        return str(part)
    found = ((field.name, getattr(part, field.name)) for field in fields(part))
    return " ".join(f"{name} {_said(value)}" for name, value in found) + ";"


if __name__ == "__main__":
    main()
