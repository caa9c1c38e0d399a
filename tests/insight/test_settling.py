"""What settles me agrees with its worked numbers and with a sampler that needs no approximation."""

from __future__ import annotations

import json
from math import log
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from scipy import stats

from rewire_app.insight.normal import NormalMixture, above, hazard, log_above
from rewire_app.insight.settling import grid_prior, settle

WORKED = Path(__file__).parent.parent / "data" / "statistics_fixtures_2.json"
NAN = np.nan


@pytest.fixture(scope="module")
def worked():
    return json.loads(WORKED.read_text(encoding="utf-8"))["settles"]


def worked_out(worked, **changed):
    given = {"skills": worked["skill"], **{name: worked[name] for name in ("minutes", "still_going", "peak")}}
    return settle(**{**given, **changed})


def person(seed, moments=40, names=4, going=0.25, several=0.0):
    """What was done, minutes, whether still going and peaks of somebody whose skills differ."""
    rng = np.random.default_rng(seed)
    which = rng.choice(names, size=moments, p=np.arange(names, 0, -1) / sum(range(names + 1)))
    peak = rng.integers(2, 11, moments)
    effect = rng.normal(0, 0.5, names)
    minutes = np.exp(3 + effect[which] + 0.1 * (peak - 6) + rng.normal(0, 0.7, moments))
    still = rng.random(moments) < going
    minutes[still] *= rng.uniform(0.3, 1, still.sum())
    done = [
        (f"s{one}", f"s{(one + 1) % names}") if both else f"s{one}"
        for one, both in zip(which, rng.random(moments) < several, strict=True)
    ]
    return done, np.maximum(1, np.round(minutes)), still, peak


# worked numbers


def test_the_worked_moments(worked):
    found = worked_out(worked)
    expected = {name: each for name, each in worked["per_skill"].items() if each["shown"]}
    assert [(each.name, each.uses) for each in found.skills] == [
        (name, each["uses"]) for name, each in expected.items()
    ]
    for each in found.skills:
        numbers = expected[each.name]
        assert log(each.minutes) == pytest.approx(numbers["est"], abs=1e-4)
        assert log(each.low) == pytest.approx(numbers["lo"], abs=1e-4)
        assert log(each.high) == pytest.approx(numbers["hi"], abs=1e-4)
    assert found.few == (("told myself", 2),)
    assert (found.shown, found.moments, found.going) == (True, 34, sum(worked["still_going"]))


def test_the_worked_grid(worked):
    taus, sigmas, weights = grid_prior()
    by_tau = weights.reshape(len(worked["tau_grid"]), -1)
    assert sorted(set(taus)) == pytest.approx(worked["tau_grid"])
    assert sorted(set(sigmas)) == pytest.approx(worked["sigma_grid"], abs=1e-6)
    assert by_tau.sum(axis=1) == pytest.approx(worked["tau_prior"], abs=1e-6)
    assert by_tau.sum(axis=0) == pytest.approx(worked["sigma_prior"], abs=1e-6)


# an independent road: draws from the posterior itself


def sampled(done, minutes, still, peak, draws=8_000):
    """ln minutes of each skill by Gibbs sampling with the unknown times drawn too (Tanner & Wong 1987)."""
    rng = np.random.default_rng(1)
    rows = [(each,) if isinstance(each, str) else each for each in done]
    names = sorted({name for row in rows for name in row})
    z = np.array([[1.0, p - np.mean(peak), *((n in row) / len(row) for n in names)] for row, p in
                  zip(rows, peak, strict=True)])  # fmt: skip
    v, known = np.log(minutes), np.log(minutes)
    taus, sigmas, prior = (each.reshape(8, 9) for each in grid_prior())
    tau_prior, sigma_prior = prior.sum(axis=1), prior.sum(axis=0)
    tau, sigma, kept = 0.4, 0.8, []
    for draw in range(draws + 500):
        precision = z.T @ z / sigma**2 + np.diag([0.0, 4.0, *[tau**-2] * len(names)])
        root = np.linalg.cholesky(np.linalg.inv(precision))
        theta = np.linalg.solve(precision, z.T @ v / sigma**2) + root @ rng.normal(size=len(root))
        level = z @ theta
        lowest = stats.norm.cdf((known[still] - level[still]) / sigma)
        share = np.minimum(lowest + (1 - lowest) * rng.random(still.sum()), 1 - 1e-15)
        v[still] = level[still] + sigma * stats.norm.ppf(share)
        tau = _drawn(rng, taus[:, 0], tau_prior, theta[2:])
        sigma = _drawn(rng, sigmas[0], sigma_prior, v - level)
        if draw >= 500:
            kept.append(theta[0] + theta[2:])
    return dict(zip(names, np.array(kept).T, strict=True))


def _drawn(rng, grid, prior, values):
    logs = np.log(prior) - len(values) * np.log(grid) - (values**2).sum() / (2 * grid**2)
    weights = np.exp(logs - logs.max())
    return rng.choice(grid, p=weights / weights.sum())


@pytest.mark.parametrize(("seed", "several"), [(3, 0.0), (4, 0.0), (5, 0.5)])
def test_a_sampler_finds_the_same_minutes_and_intervals(seed, several):
    done, minutes, still, peak = person(seed, several=several)
    draws = sampled(done, minutes.copy(), still, peak)
    found = settle(done, minutes, still, peak)
    assert len(found.skills) >= 3
    for each in found.skills:
        low, high = np.quantile(draws[each.name], [0.025, 0.975])
        assert log(each.minutes) == pytest.approx(draws[each.name].mean(), abs=0.03)
        assert (log(each.low), log(each.high)) == pytest.approx((low, high), abs=0.08)


def test_the_tail_of_the_normal_is_scipys():
    values = np.concatenate([np.linspace(-8, 6, 57), [6.001, 8, 12, 30, 38]])
    assert log_above(values) == pytest.approx(stats.norm.logsf(values), rel=2e-4)
    assert log_above(values[:57]) == pytest.approx(stats.norm.logsf(values[:57]), rel=1e-12)
    assert above(values[:57]) == pytest.approx(stats.norm.sf(values[:57]), rel=1e-12)
    ratio = np.exp(stats.norm.logpdf(values) - stats.norm.logsf(values))
    assert hazard(values, log_above(values)) == pytest.approx(ratio, rel=4e-4)


def test_the_quantile_of_a_mixture_has_its_share_below():
    mixture = NormalMixture(
        weights=np.array([0.7, 0.3]),
        centres=np.array([[0.0, 9.0], [1.0, 1.0]]),
        scales=np.array([[1.0, 0.1], [2, 5]]),
    )
    for share in (0.025, 0.5, 0.975):
        at = mixture.quantile(share)[:, None]
        below = stats.norm.cdf(at, mixture.centres, mixture.scales) @ mixture.weights
        assert below == pytest.approx(share, abs=1e-9)


# minimums and what cannot be used


def test_below_twenty_moments_there_are_counts_and_no_minutes(worked):
    cut = {"skills": worked["skill"][:19]} | {n: worked[n][:19] for n in ("minutes", "still_going", "peak")}
    found = settle(**cut)
    assert (found.shown, found.skills, found.others, found.moments) == (False, (), (), 19)
    assert found.few == (("walked away", 12), ("breath", 7))


def test_nothing_at_all_is_not_shown():
    assert settle([], [], [], []).shown is False


def test_moments_that_all_went_on_say_nothing_about_an_end(worked):
    found = worked_out(worked, still_going=[True] * 34)
    assert (found.shown, found.skills, found.moments, found.going) == (False, (), 34, 34)


def test_a_moment_without_minutes_or_without_a_skill_is_left_out_and_counted(worked):
    again = worked_out(
        worked,
        skills=[*worked["skill"], "", None, (), NAN, "breath"],
        minutes=[*worked["minutes"], 3, 3, 3, 3, NAN],
        still_going=[*worked["still_going"], False, False, True, False, True],
        peak=[*worked["peak"], 0, 0, 10, 5, 1],
    )
    assert again.left_out == 5
    assert again.skills == worked_out(worked).skills


def test_a_moment_without_a_peak_counts_as_one_of_mean_peak(worked):
    middle = float(np.mean(worked["peak"][1:]))
    without = worked_out(worked, peak=[NAN, *worked["peak"][1:]])
    named = worked_out(worked, peak=[middle, *worked["peak"][1:]])
    for one, other in zip(without.skills, named.skills, strict=True):
        assert one[1:] == pytest.approx(other[1:])
    assert worked_out(worked, peak=[NAN] * 34).shown


def test_several_things_done_share_the_moment_and_count_once_each():
    done, minutes, still, peak = person(7)
    both = [(one, one.upper(), one) if number == 0 else one for number, one in enumerate(done)]
    found = settle(both, minutes, still, peak)
    assert found.moments == len(done)
    assert (done[0].upper(), 1) in found.few


def test_what_took_as_long_every_time_still_has_an_interval():
    found = settle(["breath"] * 25, [20] * 25, [False] * 25, [5] * 25)
    (only,) = found.skills
    assert found.others == (None,)
    assert only.low < 20 < only.high
    assert only.minutes == pytest.approx(20, rel=0.01)


def test_a_minute_of_nothing_is_as_one_minute(worked):
    zero = worked_out(worked, minutes=[0, *worked["minutes"][1:]])
    assert zero.skills == worked_out(worked, minutes=[1, *worked["minutes"][1:]]).skills


@pytest.mark.parametrize(
    "wrong",
    [{"minutes": [-1] * 34}, {"minutes": [np.inf] * 34}, {"peak": [11] * 34}, {"peak": [-np.inf] * 34},
     {"still_going": [False]}, {"still_going": [NAN] * 34}, {"skills": ["breath"]}],
)  # fmt: skip
def test_what_cannot_be_is_an_error(worked, wrong):
    with pytest.raises(ValueError, match=r"minutes|peak|moment"):
        worked_out(worked, **wrong)


def test_what_is_still_going_makes_the_time_longer(worked):
    every_second = [name == "walked away" and number % 2 == 0 for number, name in enumerate(worked["skill"])]
    ended = worked_out(worked, still_going=[False] * 34).skills[0]
    assert worked_out(worked, still_going=every_second).skills[0].minutes > ended.minutes


def test_ten_years_of_moments_are_worked_out_in_a_moment():
    done, minutes, still, peak = person(8, moments=7_300, names=12, several=0.3)
    begun = process_time()
    found = settle(done, minutes, still, peak)
    assert process_time() - begun < 5  # seconds; what grows with the square of the moments takes minutes
    assert len(found.skills) == 12
    assert all(each.high / each.low < 2 for each in found.skills)
