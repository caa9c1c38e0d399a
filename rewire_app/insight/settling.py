"""What settles me: how long it took until calm by what was done, also from moments that had not ended.

v = b0 + b1 q + the mean of u_j over what was done + e, where v is ln(minutes), q the peak less the mean peak,
u_j ~ N(0, tau^2), e ~ N(0, sigma^2), b1 ~ N(0, 0.5^2). A moment that was still going only says that its v is
larger than the one known. tau and sigma are averaged over a grid, with the Laplace approximation at each
point. Several things done in one moment share it equally (multiple membership, Hill & Goldstein 1998), so
that no moment counts twice.
Method: Rewire's own; its coverage is measured in `tests/insight`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.normal import Floats, NormalMixture, hazard, log_above

MIN_MOMENTS, MIN_USES = 20, 4
"""Moments before anything is worked out, and uses before one thing is shown."""
TAUS = np.array([0.1, 0.2, 0.3, 0.45, 0.65, 0.9, 1.2, 1.6])
SIGMAS = np.exp(np.linspace(np.log(0.3), np.log(2.0), 9))
LEVEL = 0.95
SLOPE_SD = 0.5
"""Prior spread of how much one point of peak changes ln(minutes)."""
_NEWTON, _HALVINGS, _NEAR, _SAME = 60, 30, 1e-9, 1e-12


class SkillTime(NamedTuple):
    """One thing done: in how many moments, and the minutes until calm with it at a mean peak, with 95 %."""

    name: str
    uses: int
    minutes: float
    low: float
    high: float


class OtherTime(NamedTuple):
    """The minutes until calm of the moments in which other things were done, at the same peak, with 95 %."""

    minutes: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What may be said of each thing done. `skills`: those with enough uses, most used first.

    `others`: for each of `skills` the rest of the moments (None where nothing else was done). `few`: name
    and uses of what was done too seldom, or of all while `shown` is False. `moments`: how many could be used,
    and `going` how many of them were still going; `left_out`: how many could not be used.
    """

    skills: tuple[SkillTime, ...] = ()
    others: tuple[OtherTime | None, ...] = ()
    few: tuple[tuple[str, int], ...] = ()
    moments: int = 0
    going: int = 0
    left_out: int = 0

    @property
    def shown(self) -> bool:
        """Whether there were enough moments to work anything out."""
        return self.moments >= MIN_MOMENTS and self.going < self.moments


def settle(
    skills: Sequence[str | Sequence[str] | None], minutes: ArrayLike, still_going: ArrayLike, peak: ArrayLike
) -> Settling:
    """Minutes until calm for each thing done; one value of each argument for each moment.

    `skills`: what was done, one name or several. `minutes`: until calm, or so far where `still_going` (then
    the time was longer). `peak`: 0 to 10. A moment without a skill or without minutes is left out; one
    without a peak counts as one of mean peak. Nothing is worked out below 20 usable moments, or while all are
    still going. Raises ValueError for lengths that differ, minutes below 0, peaks outside 0 to 10, and what
    is infinite.
    """
    done = [_names(each) for each in skills]
    time, going, height = _checked(len(done), minutes, still_going, peak)
    usable = ~np.isnan(time) & np.array([bool(each) for each in done], dtype=bool)
    kept = [each for each, use in zip(done, usable, strict=True) if use]
    uses = _uses(kept)
    counted = Settling(
        few=tuple(uses.items()),
        moments=len(kept),
        going=int(going[usable].sum()),
        left_out=len(done) - len(kept),
    )
    if not counted.shown:
        return counted
    design = _design(kept, list(uses), height[usable])
    points = _posterior(np.log(np.maximum(time[usable], 1.0)), going[usable], design)
    shown = {name: number for name, number in uses.items() if number >= MIN_USES}
    return replace(
        counted,
        skills=tuple(
            SkillTime(name, number, *each)
            for (name, number), each in zip(shown.items(), points.times(_alone(uses, shown)), strict=True)
        ),
        others=_others(points, uses, shown),
        few=tuple(one for one in uses.items() if one[0] not in shown),
    )


def _names(skill: str | Sequence[str] | None) -> tuple[str, ...]:
    """What was done in one moment, each thing once."""
    if skill is None or isinstance(skill, float):  # a table reads an empty cell as NaN
        return ()
    return tuple(dict.fromkeys(name for name in ((skill,) if isinstance(skill, str) else skill) if name))


def _checked(
    number: int, minutes: ArrayLike, still_going: ArrayLike, peak: ArrayLike
) -> tuple[Floats, np.ndarray, Floats]:
    time, height = np.asarray(minutes, dtype=np.float64), np.asarray(peak, dtype=np.float64)
    going = np.asarray(still_going, dtype=np.float64)
    if any(each.shape != (number,) for each in (time, height, going)):
        raise ValueError(
            "every moment needs what was done, its minutes, whether it was still going, and its peak"
        )
    if np.isinf(time).any() or (time < 0).any():
        raise ValueError("minutes are finite and not below 0; what is still going has its minutes so far")
    if (height < 0).any() or (height > 10).any():
        raise ValueError("a peak lies between 0 and 10")
    if not np.isin(going, (0.0, 1.0)).all():
        raise ValueError("a moment was still going or it was not")
    return time, going.astype(bool), height


def _uses(kept: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """In how many moments each thing was done, most used first, equals in the order in which they came."""
    counted: dict[str, int] = {}
    for each in kept:
        for name in each:
            counted[name] = counted.get(name, 0) + 1
    return dict(sorted(counted.items(), key=lambda one: -one[1]))


def _design(kept: Sequence[tuple[str, ...]], names: Sequence[str], peak: Floats) -> Floats:
    """Columns 1, the centred peak (0 where not noted), and the share of each thing in each moment."""
    known = ~np.isnan(peak)
    middle = peak[known].mean() if known.any() else 0.0
    design = np.zeros((len(kept), 2 + len(names)))
    design[:, 0] = 1.0
    design[:, 1] = np.where(known, peak - middle, 0.0)
    place = {name: 2 + number for number, name in enumerate(names)}
    for row, each in enumerate(kept):
        for name in each:
            design[row, place[name]] = 1 / len(each)
    return design


def _alone(uses: dict[str, int], shown: dict[str, int]) -> Floats:
    """For each thing shown the weights of b0 and all u that make its time at a mean peak."""
    names = list(uses)
    wanted = np.zeros((len(shown), 2 + len(uses)))
    wanted[:, 0] = 1.0
    for row, name in enumerate(shown):
        wanted[row, 2 + names.index(name)] = 1.0
    return wanted


def _others(points: _Points, uses: dict[str, int], shown: dict[str, int]) -> tuple[OtherTime | None, ...]:
    """For each thing shown the time of everything else, each by how often it was done."""
    names = list(uses)
    if len(names) < 2:
        return tuple(None for _name in shown)
    wanted = np.zeros((len(shown), 2 + len(uses)))
    wanted[:, 0] = 1.0
    for row, name in enumerate(shown):
        rest = np.array([0 if other == name else uses[other] for other in names], dtype=np.float64)
        wanted[row, 2:] = rest / rest.sum()
    return tuple(OtherTime(*each) for each in points.times(wanted))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Points:
    """The grid of tau and sigma after the data: its weights, and the normal approximation at each point."""

    weights: Floats
    modes: Floats
    inverses: Floats

    def times(self, wanted: Floats) -> list[tuple[float, float, float]]:
        """Minutes with their interval for each row of `wanted`, weights of the parameters."""
        spread = np.einsum("jk,gkl,jl->jg", wanted, self.inverses, wanted)
        mixture = NormalMixture(weights=self.weights, centres=wanted @ self.modes.T, scales=np.sqrt(spread))
        ends = [mixture.mean(), mixture.quantile((1 - LEVEL) / 2), mixture.quantile((1 + LEVEL) / 2)]
        return [tuple(row) for row in np.exp(np.column_stack(ends)).tolist()]


def grid_prior() -> tuple[Floats, Floats, Floats]:
    """tau, sigma and the prior weight at each point of the grid."""
    tau = TAUS * np.exp(-TAUS / 0.5) * np.gradient(TAUS)
    sigma = np.exp(-0.5 * np.log(SIGMAS / 0.8) ** 2)
    weights = np.outer(tau / tau.sum(), sigma / sigma.sum())
    t, s = np.meshgrid(TAUS, SIGMAS, indexing="ij")
    return t.ravel(), s.ravel(), weights.ravel()


def _posterior(v: Floats, going: np.ndarray, design: Floats) -> _Points:
    tau, sigma, prior = grid_prior()
    groups = design.shape[1] - 2
    penalty = np.zeros((len(tau), 2 + groups))
    penalty[:, 1] = SLOPE_SD**-2
    penalty[:, 2:] = tau[:, None] ** -2
    given = _Given(
        v=v[~going],
        design=design[~going],
        so_far=v[going],
        design_so_far=design[going],
        sigma=sigma[:, None],
        penalty=penalty,
    )
    modes, at = _climb(given, float(v.mean()))
    fits = at.value - groups * np.log(tau) - 0.5 * np.linalg.slogdet(at.curvature)[1]
    weights = prior * np.exp(fits - fits.max())
    inverses = np.asarray(np.linalg.inv(at.curvature), dtype=np.float64)
    return _Points(weights=weights / weights.sum(), modes=modes, inverses=inverses)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Place:
    """At parameters of each point of the grid: the penalised log likelihood, its slope and its curvature."""

    value: Floats
    slope: Floats
    curvature: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Given:
    """The moments that ended and those that had not, and for each point of the grid sigma and the penalty."""

    v: Floats
    design: Floats
    so_far: Floats
    design_so_far: Floats
    sigma: Floats
    penalty: Floats

    def at(self, theta: Floats) -> _Place:
        """What is known at `theta`, parameters of each point of the grid."""
        sigma, design, later = self.sigma, self.design, self.design_so_far
        r = (self.v - theta @ design.T) / sigma
        value = -0.5 * (r**2).sum(axis=1) - len(self.v) * np.log(sigma[:, 0])
        slope = r @ design / sigma
        curvature = (design.T @ design) / sigma[:, :, None] ** 2
        if len(self.so_far):
            r = (self.so_far - theta @ later.T) / sigma
            tail = log_above(r)
            m = hazard(r, tail)
            value += tail.sum(axis=1)
            slope += m @ later / sigma
            curvature += ((m * (m - r) / sigma**2)[:, None, :] * later.T) @ later
        return _Place(
            value=value - 0.5 * (self.penalty * theta**2).sum(axis=1),
            slope=slope - self.penalty * theta,
            curvature=curvature + np.eye(theta.shape[1]) * self.penalty[:, :, None],
        )


def _climb(given: _Given, level: float) -> tuple[Floats, _Place]:
    """The mode at each point of the grid, from ln minutes of `level`: Newton, with halved steps."""
    theta = np.zeros_like(given.penalty)
    theta[:, 0] = level
    here = given.at(theta)
    for _step in range(_NEWTON):
        step = np.linalg.solve(here.curvature, here.slope[:, :, None])[:, :, 0]
        size = np.ones((len(theta), 1))
        for _half in range(_HALVINGS):
            tried = given.at(theta + size * step)
            lower = tried.value < here.value - _SAME * np.abs(here.value)
            if not lower.any():
                break
            size[lower] /= 2
        theta, here = theta + size * step, tried
        if np.abs(step).max() < _NEAR:
            break
    return theta, here
