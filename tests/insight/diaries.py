"""A year of simulated diaries, many people at once; what holds for each scenario is told in `SCENARIOS`.

Ratings are whole numbers from 0 to 10, evening SD 1.5 (half slow mood, half noise), every fifth one missing.
Practice drifts through good and bad weeks. All is Rewire's own invention: nothing was fitted to real diaries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

SD = 1.5
YEAR = 364
LEAD = 8
"""Days lived before the diary begins, so that its first evening already has a week behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diaries:
    """One row a person, one column a day; NaN where not noted; `practised` is 0 or 1."""

    practised: np.ndarray
    reactivity: np.ndarray
    stress: np.ndarray
    hours: np.ndarray
    paused: np.ndarray


@dataclass(slots=True, kw_only=True)
class World:
    """What a scenario may change before anyone practises or rates; arrays of shape (people, LEAD + days)."""

    rng: np.random.Generator
    days: np.ndarray
    mood: np.ndarray
    drive: np.ndarray
    level: np.ndarray
    stress: np.ndarray
    hours: np.ndarray
    paused: np.ndarray
    mean: float = 5.0
    missing: float = 0.2
    evening: float = 0.0


def carried(rng, shape, phi, innovations=None):
    """AR(1) series with variance 1 from a long run-in; `shape` is (people, days)."""
    people, days = shape
    fresh = rng.normal(size=(people, days + 200)) if innovations is None else innovations
    return lfilter([np.sqrt(1 - phi**2)], [1, -phi], fresh)[:, -days:]


def slow(phi):
    return lambda rng, shape: np.sqrt(0.5) * (carried(rng, shape, phi) + rng.normal(size=shape))


def weekly(rng, shape):
    people, days = shape
    start = rng.integers(7, size=(people, 1))
    wave = np.sqrt(2) * np.sin(2 * np.pi * (np.arange(days) + start) / 7)
    return np.sqrt(0.3) * wave + np.sqrt(0.7) * carried(rng, shape, 0.4)


def heavy(rng, shape):
    people, days = shape
    return carried(rng, shape, 0.4, rng.standard_t(3, (people, days + 200)) / np.sqrt(3))


ERRORS: dict[str, Callable[..., np.ndarray]] = {
    "independent": lambda rng, shape: rng.normal(size=shape),
    "AR(1) .3": lambda rng, shape: carried(rng, shape, 0.3),
    "AR(1) .5": lambda rng, shape: carried(rng, shape, 0.5),
    "AR(1) .7": lambda rng, shape: carried(rng, shape, 0.7),
    "slow mood (.9) + noise": slow(0.9),
    "weekly rhythm + AR": weekly,
    "heavy tails (t3) + AR": heavy,
    "near random walk + noise": slow(0.98),
}
BASE = slow(0.85)


def same_evening(points):
    """On a day with practice that evening is `points` higher; nothing lasts."""

    def change(world):
        world.evening = points

    return change


def bad_day(more):
    """A day worse by one SD moves the odds of practising that day."""

    def change(world):
        world.drive += more * world.mood

    return change


def linear_trend(world):
    world.level -= 3 * world.days / YEAR
    world.drive += 3 * (world.days / YEAR - 0.5)


def steep_trend(world):
    """From sharp evenings and hardly any practice to calm ones and practice nearly every day."""
    so_far = np.clip(world.days / world.days.max(), 0, 1)
    world.level += 3.0 - 5.0 * so_far
    world.drive = 4.4 * (so_far - 0.5)


def saturating_trend(world):
    settled = 1 - np.exp(-np.maximum(world.days, 0) / 60)
    world.level -= 2 * settled
    world.drive += 2 * (settled - 0.5)


def regime_shift(world):
    """Somewhere in the middle of the year therapy begins: calmer from then on, and more practice."""
    after = world.days >= world.rng.integers(90, 270, size=(len(world.level), 1))
    world.level -= 1.5 * after
    world.drive += 1.5 * (after - 0.5)


def season(world):
    wave = np.sin(2 * np.pi * (world.days / 365 + world.rng.random((len(world.level), 1))))
    world.level += wave
    world.drive -= wave


def bursts(world):
    """Two to three weeks of practice, then two to three of none."""
    people, days = world.level.shape
    turns = world.rng.random((people, days)) < 1 / 17
    on = (np.cumsum(turns, axis=1) + world.rng.integers(2, size=(people, 1))) % 2
    world.drive = np.where(on, 2.2, -3.0)


def floor(world):
    world.mean = 0.5


def half_missing(world):
    world.missing = 0.5


def hard_weeks(*, noted):
    """Every fourth week is hard and was seen coming: little practice from the week before to its end."""

    def change(world):
        people, days = world.level.shape
        hard = np.repeat(world.rng.random((people, days // 7 + 3)) < 0.25, 7, axis=1)
        now, next_week = hard[:, 7 : 7 + days], hard[:, 14 : 14 + days]
        world.level += 2.7 * now
        world.drive -= 4.5 * (now | next_week)
        if noted:
            world.stress = 4 + 0.5 * (world.stress - 4) + 4 * now

    return change


def illness(world):
    """Twelve days in bed, paused: worse evenings, which then fade, and no practice."""
    people, days = world.level.shape
    begin = world.rng.integers(20, 45, size=(people, 1))
    since = np.arange(days) - LEAD - begin
    world.paused = (since >= 0) & (since < 12)
    world.level += np.where(since >= 0, 1.5 * np.exp(-np.maximum(since - 11, 0) / 4), 0.0)
    world.drive = np.where(world.paused, -20.0, world.drive)


def weekend(first):
    """Nights 1.2 hours longer and evenings 0.8 calmer on two days a week; sleep itself does nothing."""

    def change(world):
        free = np.isin(world.days % 7, (first, first + 1))
        world.hours += 1.2 * free
        world.level -= 0.8 * free

    return change


def sleep_follows_stress(world):
    """A stressful day shortens the night after it, and stress follows the mood of the day."""
    world.stress = 4 + 2 * (0.8 * world.mood + 0.6 * carried(world.rng, world.mood.shape, 0.7))
    before = np.concatenate([world.stress[:, :1], world.stress[:, :-1]], axis=1)
    world.hours -= 0.5 * (before - 4)


def nothing_else(_world):
    """People as they are."""


SCENARIOS: dict[str, Callable[[World], None]] = {
    "base": nothing_else,
    "same evening -0.5": same_evening(-0.5),
    "same evening -1": same_evening(-1.0),
    "same evening -2": same_evening(-2.0),
    "bad day, less practice": bad_day(-1.5),
    "bad day, more practice": bad_day(1.5),
    "linear trend": linear_trend,
    "saturating trend": saturating_trend,
    "regime shift": regime_shift,
    "season": season,
    "bursts": bursts,
    "floor": floor,
    "half missing": half_missing,
    "illness pause": illness,
    "hard weeks, noted": hard_weeks(noted=True),
    "hard weeks, not noted": hard_weeks(noted=False),
    "weekend": weekend(5),
    "weekend from Friday": weekend(4),
    "sleep follows stress": sleep_follows_stress,
    "steep trend": steep_trend,
}


def practice_week(practised, paused):
    """Practice in the 7 days before, for seven days not paused; NaN when paused, or fewer than 4 were not."""
    people, days = practised.shape
    free = (~paused).astype(float)
    out = np.full((people, days), np.nan)
    for day in range(7, days):
        counted = free[:, day - 7 : day].sum(axis=1)
        done = (practised * free)[:, day - 7 : day].sum(axis=1)
        out[:, day] = np.where(free[:, day] * (counted >= 4), 7 * done / np.maximum(counted, 1), np.nan)
    return out


def live(scenario, people, *, slope=0.0, days=YEAR, seed=0, errors=BASE, whole=True):
    """The diaries of `people` in a scenario; `slope` is points per practice day, one for all or one each."""
    rng = np.random.default_rng([seed, list(SCENARIOS).index(scenario)])
    shape = (people, LEAD + days)
    world = World(
        rng=rng,
        days=np.arange(-LEAD, days) * np.ones((people, 1)),
        mood=errors(rng, shape),
        drive=0.3 + 1.3 * carried(rng, shape, 0.9),
        level=np.zeros(shape),
        stress=4 + 2 * carried(rng, shape, 0.7),
        hours=7 + 0.9 * np.sqrt(0.5) * (carried(rng, shape, 0.7) + rng.normal(size=shape)),
        paused=np.zeros(shape, dtype=bool),
    )
    SCENARIOS[scenario](world)
    practised = (rng.random(shape) < 1 / (1 + np.exp(-world.drive))).astype(float)
    x = np.nan_to_num(practice_week(practised, np.zeros(shape, dtype=bool)), nan=4.0)
    y = world.mean + world.level + np.reshape(slope, (-1, 1)) * (x - 4) + SD * world.mood
    y += world.evening * (practised - 0.55)
    y = np.clip(np.round(y) if whole else y, 0, 10)
    y[rng.random(shape) < world.missing] = np.nan
    stress = np.clip(np.round(world.stress), 0, 10)
    stress[rng.random(shape) < 0.05] = np.nan
    hours = np.clip(np.round(world.hours * 4) / 4, 2, 14)
    hours[rng.random(shape) < 0.1] = np.nan
    cut = slice(LEAD, None)
    return Diaries(
        practised=practised[:, cut],
        reactivity=y[:, cut],
        stress=stress[:, cut],
        hours=hours[:, cut],
        paused=world.paused[:, cut],
    )
