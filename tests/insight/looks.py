"""What each weekly look at simulated diaries finds: every leg of the three cards, for many people at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.insight.diaries import YEAR, Diaries, practice_week
from tests.insight.running import PHI, WEEK, Fit, Sums, running, whitened

WEEKS = tuple(range(56, YEAR + 1, WEEK))
PRIOR_VARIANCE = 0.2**2
BASELINE, NOW = 14, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One coefficient at every look, arrays (looks, people).

    `plain_p` is that of least squares; `missed` and `plain_missed` are the two-sided p of the true value.
    """

    slope: np.ndarray
    p: np.ndarray
    variance: np.ndarray
    plain_p: np.ndarray
    missed: np.ndarray
    plain_missed: np.ndarray

    @property
    def side(self) -> np.ndarray:
        return np.sign(self.slope)

    @property
    def shrunk(self) -> np.ndarray:
        return self.slope * PRIOR_VARIANCE / (PRIOR_VARIANCE + self.variance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The legs of one card; at which looks there are enough days, and amounts that vary, for it to speak.

    `adjustable`: where other things are noted often enough to be held equal.
    """

    legs: dict[str, Leg]
    days: np.ndarray
    varies: np.ndarray
    adjustable: np.ndarray

    def __getitem__(self, name: str) -> Leg:
        return self.legs[name]

    @property
    def enough(self) -> np.ndarray:
        return self.days & self.varies


Asked = tuple[str, tuple[int, ...], int]
"""A leg's name, the columns that enter before it is read, and the column it reads."""


def link_card(diaries: Diaries, ends: Sequence[int] = WEEKS, true: float = 0.0) -> Card:
    """Practice of the week before: alone, beside practice today, adjusted, and the other way round."""
    x = practice_week(diaries.practised, diaries.paused)
    y = np.where(diaries.paused, np.nan, diaries.reactivity)
    held = (diaries.stress, past_mean(diaries.stress), diaries.hours)
    legs = _legs(
        ends, (x, diaries.practised), y, (("link", (2,), 2), ("with today", (3,), 2), ("today", (), 3)), true
    )
    legs |= _legs(ends, (x, *held), y, (("adjusted", (2, 3, 4, 5), 2),), true)
    early = [end - WEEK for end in ends]
    legs |= _legs(early, (x, practice_ahead(diaries.practised, diaries.paused)), y, (("ahead", (2, 3), 3),))
    used = _known(x, y)
    noted = _share(used, diaries.stress, ends) >= 0.7
    days, varies = _enough(_known(y), x, diaries.paused, ends, spread=1.0)
    return Card(
        legs=legs,
        days=days,
        varies=varies,
        adjustable=noted & (_share(used, diaries.hours, ends) >= 0.6),
    )


def sleep_card(diaries: Diaries, ends: Sequence[int] = WEEKS) -> Card:
    """Hours asleep in the night that ended that day, beside six weekdays; alone and adjusted for stress."""
    hours, stress, y = diaries.hours, diaries.stress, diaries.reactivity
    weekdays = tuple((np.arange(y.shape[1]) % WEEK == day) * np.ones((len(y), 1)) for day in range(1, WEEK))
    six = tuple(range(3, 9))
    legs = _legs(ends, (hours, *weekdays), y, (("no weekday", (2,), 2), ("link", six, 2)))
    both = (hours, *weekdays, stress, past_mean(stress))
    legs |= _legs(ends, both, y, (("adjusted", (2, *six, 9, 10), 2),))
    used = _known(hours, y)
    days, varies = _enough(used, hours, np.zeros_like(used), ends, spread=0.5)
    return Card(legs=legs, days=days, varies=varies, adjustable=_share(used, stress, ends) >= 0.7)


def change_card(diaries: Diaries, ends: Sequence[int] = WEEKS) -> Card:
    """The first 14 days beside the last 28, the days between with a level and slope of their own."""
    y = diaries.reactivity
    seen = ~np.isnan(y)
    days = np.arange(y.shape[1])
    early = days < seen.argmax(axis=1)[:, None] + BASELINE
    ago = np.cumsum(seen, axis=1)
    late = np.array([ago[:, end - 1] - ago[:, end - NOW - 1] for end in ends])
    legs = {"link": _collect(_changes(y, seen, early, ends), 0.0)}
    ok = ((early & seen).sum(axis=1) >= 8) & (late >= 14)
    return Card(legs=legs, days=ok, varies=np.ones_like(ok), adjustable=np.zeros_like(ok))


def practice_ahead(practised: np.ndarray, paused: np.ndarray) -> np.ndarray:
    """Practice in the 7 days after each day, counted as `practice_week` counts those before."""
    turned = practice_week(practised[:, ::-1], paused[:, ::-1])
    return turned[:, ::-1]


def past_mean(values: np.ndarray) -> np.ndarray:
    """The mean of the 7 days before; NaN where fewer than 4 of them are noted."""
    out = np.full(values.shape, np.nan)
    for day in range(values.shape[1]):
        week = values[:, max(0, day - WEEK) : day]
        n = (~np.isnan(week)).sum(axis=1)
        out[:, day] = np.where(n >= 4, np.nansum(week, axis=1) / np.maximum(n, 1), np.nan)
    return out


def least_p_of_lags(diaries: Diaries, lags: int, ends: Sequence[int]) -> np.ndarray:
    """The least p of the link 0, 1, ... days earlier, from the same days throughout; (looks, people)."""
    x = practice_week(diaries.practised, diaries.paused)
    shifted = [
        np.concatenate([np.full((len(x), lag), np.nan), x[:, : x.shape[1] - lag]], axis=1)
        for lag in range(lags)
    ]
    table = _table(tuple(shifted), diaries.reactivity)
    least = []
    for sums in running(table, _known(*shifted, diaries.reactivity), ends):
        each = [sums.copy().take(0, 1, column).fit(column, 3).p() for column in range(2, 2 + lags)]
        least.append(np.min(each, axis=0))
    return np.array(least)


def _legs(
    ends: Sequence[int],
    columns: tuple[np.ndarray, ...],
    y: np.ndarray,
    asked: Sequence[Asked],
    true: float = 0.0,
) -> dict[str, Leg]:
    """The legs that one pass over the days can read; columns 0 and 1 are the constant and time."""
    table = _table(columns, y)
    fits: dict[str, list[Fit]] = {name: [] for name, _taken, _column in asked}
    for sums in running(table, _known(*columns, y), ends):
        width = 2
        sums.take(0, 1)
        for name, taken, column in asked:
            sums.take(*taken)
            width += len(taken)
            fits[name].append(sums.fit(column, width))
    return {name: _collect(found, true) for name, found in fits.items()}


def _table(columns: tuple[np.ndarray, ...], y: np.ndarray) -> np.ndarray:
    """The constant, time, the columns and the rating, each from its middle, which keeps the sums small."""
    days = np.arange(y.shape[1]) / YEAR - 0.5
    middle = [column - np.nanmean(column) for column in columns]
    return np.stack([np.ones_like(y), days * np.ones_like(y), *middle, y - np.nanmean(y)])


def _collect(fits: Iterable[Fit], true: float) -> Leg:
    read: dict[str, Callable[[Fit], np.ndarray]] = {
        "slope": lambda fit: fit.slope,
        "p": lambda fit: fit.p(),
        "variance": lambda fit: fit.variance,
        "plain_p": lambda fit: fit.plain().p(),
        "missed": lambda fit: fit.p(true),
        "plain_missed": lambda fit: fit.plain().p(true),
    }
    found = [{name: of(fit) for name, of in read.items()} for fit in fits]
    return Leg(**{name: np.array([one[name] for one in found]) for name in read})


def _changes(y: np.ndarray, seen: np.ndarray, early: np.ndarray, ends: Sequence[int]) -> Iterable[Fit]:
    """The step from the first to the last days at each look.

    The columns of the last days are others at each look, and zero before them: they are whitened anew over 28
    days, the rest once. `MIX` makes constant, now, between and between x time of them.
    """
    people, days = y.shape
    time = (np.arange(days) / days) * np.ones((people, 1))
    rest = ~early * 1.0
    table = np.stack([early * 1.0, rest, rest * time, y - np.nanmean(y)])
    white, gains, scales = (np.stack(part) for part in zip(*whitened(table, seen), strict=True))
    roots = -np.cumsum(np.log(np.where(scales > 0, scales, 1.0)), axis=0)
    moments, done = np.zeros((6, 6, len(PHI), people)), 0
    for end in ends:
        moments[:4, :4] += np.einsum("digp,djgp->ijgp", white[done:end], white[done:end])
        done, last = end, slice(end - NOW, end)
        late = _whitened_late(time[:, last] * seen[:, last], seen[:, last], gains[last], scales[last])
        moments[4:, :4] = np.einsum("digp,djgp->ijgp", late, white[last])
        moments[:4, 4:] = moments[4:, :4].swapaxes(0, 1)
        moments[4:, 4:] = np.einsum("digp,djgp->ijgp", late, late)
        mixed = np.einsum("ai,bj,ijgp->abgp", MIX, MIX, moments)
        sums = Sums(mixed, roots[end - 1].copy(), seen[:, :end].sum(axis=1), np.zeros_like(roots[0]))
        yield sums.take(0, 1, 2, 3).fit(1, 4)


MIX = np.array(
    [
        [1, 1, 0, 0, 0, 0],
        [0, 0, 0, 0, 1, 0],
        [0, 1, 0, 0, -1, 0],
        [0, 0, 1, 0, 0, -1],
        [0, 0, 0, 1, 0, 0],
    ]
)
"""Rows: constant, now, between, between x time, rating; columns: early, later, later x time, rating,
now, now x time."""


def _whitened_late(time: np.ndarray, seen: np.ndarray, gains: np.ndarray, scales: np.ndarray) -> np.ndarray:
    state = np.zeros((2, *gains.shape[1:]))
    out = np.empty((len(gains), *state.shape))
    for day, (gain, scale) in enumerate(zip(gains, scales, strict=True)):
        surprise = np.stack([seen[:, day] * 1.0, time[:, day]])[:, None] - state
        out[day] = surprise * scale
        state = PHI * (state + gain * surprise)
    return out


def _known(*columns: np.ndarray) -> np.ndarray:
    return ~np.isnan(np.stack(columns)).any(axis=0)


def _share(used: np.ndarray, noted: np.ndarray, ends: Sequence[int]) -> np.ndarray:
    """The share of used days on which something is noted, at each look."""
    both, all_used = np.cumsum(used & ~np.isnan(noted), axis=1), np.cumsum(used, axis=1)
    return np.array([both[:, end - 1] / np.maximum(all_used[:, end - 1], 1) for end in ends])


def _enough(
    counted: np.ndarray, amounts: np.ndarray, paused: np.ndarray, ends: Sequence[int], *, spread: float
) -> tuple[np.ndarray, np.ndarray]:
    """Whether 42 days are rated over 56, 40% of them, no paused day counted; and whether amounts vary."""
    begun = np.cumsum(counted, axis=1) > 0
    x = np.where(counted & ~np.isnan(amounts), amounts, 0.0)
    totals = (counted, begun & ~paused, counted & ~np.isnan(amounts), x, x**2)
    summed = [np.cumsum(part, axis=1) for part in totals]
    met, varies = [], []
    for end in ends:
        rated, span, n, total, squares = (part[:, end - 1] for part in summed)
        n = np.maximum(n, 2)
        varies.append((squares - total**2 / n) / (n - 1) >= spread**2)
        met.append((rated >= 42) & (span >= 56) & (rated >= 0.4 * span))
    return np.array(met), np.array(varies)
