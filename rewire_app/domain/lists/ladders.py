"""Ladders: steps towards one fear, their tries, and which step may be taken today.

A ladder is what steps with the same fear make, told from its hardest step down. A try is an expectation of
the kind exposure that was looked back on; fear need not fall in it. Fear and distress are 0 to 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain.journal.unwanted import DISTRESS
from rewire_app.domain.lists.entries import LadderStep, folded
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState

UP = 2
"""A new step expects so many points of fear more than one that was taken, at most."""
ABOVE = 2
"""Fear that is so many points above what was expected, and very strong, ends the step for that day."""
RUNNING = 3
"""After so many tries running that were each harder than expected, leaving the step for now is suggested."""
UNRATED = 11
"""Where a step without its fear stands: above all others."""


class RungState(StrEnum):
    """Where a step stands: it was taken, it is the next one, or it comes later."""

    TAKEN = "taken"
    NEXT = "next"
    LATER = "later"


class StepRefusal(StrEnum):
    """Why a step is not offered today."""

    HARD_DAY = "hard_day"
    UNWANTED = "unwanted"
    ONE_A_DAY = "one_a_day"
    ONE_UP = "one_up"
    TOO_FAR = "too_far"


class Aftermath(StrEnum):
    """What comes after a try: nothing more, settling first, or settling and an end for that day."""

    NONE = "none"
    SETTLE = "settle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedStep:
    """A step of a ladder with where it stands, its tries from the first on, and the one under way."""

    step: LadderStep
    state: RungState
    tries: tuple[Expectation, ...] = ()
    under_way: Expectation | None = None
    planned: Expectation | None = None
    """What an exercise planned for it and nobody has gone to yet."""

    @property
    def fears(self) -> tuple[int, ...]:
        """The strongest fear of each try in which it was noted."""
        return tuple(one.found for one in self.tries if one.found is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FearLadder:
    """The steps towards one `fear` ("" where it was not named), the hardest first; never without a step."""

    fear: str
    rungs: tuple[TriedStep, ...]

    @property
    def next(self) -> TriedStep | None:
        """The lowest step that was not taken; None when all were."""
        return next((one for one in reversed(self.rungs) if one.state is RungState.NEXT), None)

    def rung(self, uid: str) -> TriedStep | None:
        """The rung of the step `uid`, if it stands here."""
        return next((one for one in self.rungs if one.step.uid == uid), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimbingDay:
    """What decides about steps on the day `today`.

    `distress`: the highest rating of the day, fear on a step among them; None where none was given.
    `unwanted`: the person said that steps made things worse. `new`: the uids of the steps, of any ladder,
    that were gone to for the first time today.
    """

    today: date
    distress: int | None = None
    unwanted: bool = False
    new: frozenset[str] = frozenset()


def top_down(steps: Iterable[LadderStep], order: Sequence[str] = ()) -> list[LadderStep]:
    """`steps` from the hardest down: as `order` (uids) has them, the others among them by their fear."""
    place = {uid: number for number, uid in enumerate(order)}
    newest_first = list(reversed(list(steps)))
    by_fear = sorted(newest_first, key=_height, reverse=True)
    ordered = sorted((one for one in by_fear if one.uid in place), key=lambda one: place[one.uid])
    for step in (one for one in by_fear if one.uid not in place):
        below = (n for n, other in enumerate(ordered) if _height(other) < _height(step))
        ordered.insert(next(below, len(ordered)), step)
    return ordered


def _height(step: LadderStep) -> int:
    return UNRATED if step.distress is None else step.distress


def ladders(
    steps: Iterable[LadderStep], expectations: Iterable[Expectation] = (), order: Sequence[str] = ()
) -> tuple[FearLadder, ...]:
    """Every ladder with its tries, in the order in which they were begun."""
    fears: dict[str, list[LadderStep]] = {}
    for step in steps:
        fears.setdefault(folded(step.fear), []).append(step)
    exposures = [one for one in expectations if one.kind is ExpectationKind.EXPOSURE]
    return tuple(
        FearLadder(fear=some[0].fear.strip(), rungs=_rungs(top_down(some, order), exposures))
        for some in fears.values()
    )


def _rungs(steps: Sequence[LadderStep], exposures: Sequence[Expectation]) -> tuple[TriedStep, ...]:
    waits = next((one.uid for one in reversed(steps) if one.done_day is None), "")
    return tuple(_rung(step, exposures, is_next=step.uid == waits) for step in steps)


def _rung(step: LadderStep, exposures: Sequence[Expectation], *, is_next: bool) -> TriedStep:
    mine = [one for one in exposures if is_try_of(one, step)]
    is_open = [one for one in mine if one.state is ExpectationState.OPEN]
    later = RungState.NEXT if is_next else RungState.LATER
    return TriedStep(
        step=step,
        state=later if step.done_day is None else RungState.TAKEN,
        tries=tuple(one for one in mine if one.state is ExpectationState.DONE),
        under_way=next((one for one in is_open if one.chance is not None), None),
        planned=next((one for one in is_open if one.chance is None), None),
    )


def is_try_of(one: Expectation, step: LadderStep) -> bool:
    """Whether `one` belongs to `step`: by its uid, or by its words where it names no step."""
    return one.step == step.uid if one.step else folded(one.what) == folded(step.step)


def new_on(found: Iterable[FearLadder], today: date) -> frozenset[str]:
    """The steps that were gone to today, or are under way, and on no day before; stopped ones among them."""
    new = set()
    for rung in (rung for ladder in found for rung in ladder.rungs):
        days = {rung.step.done_day, *(gone_on(one) for one in rung.tries)}
        days |= {today} if rung.under_way is not None else set()
        if today in days and all(day is None or day >= today for day in days):
            new.add(rung.step.uid)
    return frozenset(new)


def gone_on(one: Expectation) -> date | None:
    """The day of a try, as far as it was noted: an exercise may have planned it on an earlier one."""
    return one.looked_day or one.made_day


def refusal(rung: TriedStep, ladder: FearLadder, day: ClimbingDay) -> StepRefusal | None:
    """Why this step is not offered on `day`; None when it may be taken.

    A step that was taken may be taken again; a new one is the lowest, one a day in all ladders together.
    """
    if day.distress is not None and day.distress >= DISTRESS:
        return StepRefusal.HARD_DAY
    if day.unwanted:
        return StepRefusal.UNWANTED
    return None if rung.state is RungState.TAKEN else _refused_as_new(rung, ladder, day)


def _refused_as_new(rung: TriedStep, ladder: FearLadder, day: ClimbingDay) -> StepRefusal | None:
    if day.new - {rung.step.uid}:
        return StepRefusal.ONE_A_DAY
    if rung.state is RungState.LATER:
        return StepRefusal.ONE_UP
    taken = [one.step.distress for one in ladder.rungs if one.state is RungState.TAKEN]
    known = [fear for fear in taken if fear is not None]
    if known and rung.step.distress is not None and rung.step.distress > max(known) + UP:
        return StepRefusal.TOO_FAR
    return None


def climbing_day(
    found: Sequence[FearLadder], today: date, *, distress: int | None = None, unwanted: bool = False
) -> ClimbingDay:
    """`today` on all ladders; `distress`: the highest rating of the day elsewhere, 0-10."""
    rungs = [rung for ladder in found for rung in ladder.rungs]
    under_way = [rung.under_way for rung in rungs if rung.under_way is not None]
    tries = [*under_way, *(one for rung in rungs for one in rung.tries)]
    fears = [one.found for one in tries if one.found is not None and gone_on(one) == today]
    if distress is not None:
        fears.append(distress)
    return ClimbingDay(
        today=today, distress=max(fears, default=None), unwanted=unwanted, new=new_on(found, today)
    )


def aftermath(found: int | None, expected: int | None) -> Aftermath:
    """What comes after a try with the strongest fear `found`, where `expected` was thought of it before."""
    if found is None or found < DISTRESS:
        return Aftermath.NONE
    if expected is not None and found >= expected + ABOVE:
        return Aftermath.END
    return Aftermath.SETTLE


def harder_lately(rung: TriedStep) -> bool:
    """Whether fear was at least a point above what was expected in each of the last three tries."""
    expected, last = rung.step.distress, [one.found for one in rung.tries[-RUNNING:]]
    if expected is None or len(last) < RUNNING:
        return False
    return all(found is not None and found > expected for found in last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """In how many places, and in how much different company, a step was tried."""

    places: int
    companies: int


def contexts(tries: Iterable[Expectation]) -> Contexts:
    """The different places and companies that were noted for `tries`; what was not noted counts as none."""
    told = list(tries)
    return Contexts(
        places=len({folded(one.place) for one in told} - {""}),
        companies=len({folded(one.company) for one in told} - {""}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FearCourse:
    """Of the steps tried more than once: on how many fear fell, stayed or rose from the first try on."""

    fell: int
    stayed: int
    rose: int

    @property
    def steps(self) -> int:
        """How many were tried more than once."""
        return self.fell + self.stayed + self.rose


def fear_course(ladder: FearLadder) -> FearCourse:
    """How fear went on the steps of `ladder`, from the first to the last try in which it was noted."""
    ends = [(rung.fears[0], rung.fears[-1]) for rung in ladder.rungs if len(rung.fears) > 1]
    return FearCourse(
        fell=sum(last < first for first, last in ends),
        stayed=sum(last == first for first, last in ends),
        rose=sum(last > first for first, last in ends),
    )
