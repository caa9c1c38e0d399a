"""What eased during exercises is pooled as in numbers worked out elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rewire_app.insight.findings_eased import pooled_changes
from rewire_app.insight.pooling import ExerciseChange, drawn

WORKED_MEANS = {"a": -59 / 6, "b": -12.0, "c": -2.2, "d": -10.0}
"""Worked numbers of the fixture `shrunken_changes`: sessions 6, 2, 5, 3 and variance within of 21.636111."""


def test_the_worked_changes_are_drawn_together():
    found = drawn({"a": 6, "b": 2, "c": 5, "d": 3}, WORKED_MEANS, 21.636111)
    pooled = {each.exercise: each.pooled for each in found.exercises}
    assert [pooled[name] for name in "abcd"] == pytest.approx(
        [-9.515353, -10.395446, -3.575001, -9.413994], abs=1e-5
    )
    assert (found.centre, found.between) == pytest.approx((-8.224949, 14.633700), abs=1e-4)


APART = {
    "a": [-1.0, -2.0, -1.5, -2.5],
    "b": [-5.0, -6.0, -5.5],
    "c": [0.0, 1.0, 0.5, -0.5, 1.5],
    "d": [-3.0, -2.0],
}
ALIKE = {"a": [-1.0, -4.0, 0.0, -2.0], "b": [-3.0, 1.0, -2.0, -3.0, -1.0], "c": [-2.0, -1.0, -3.0, 0.0]}
UNEVEN = {
    "a": [-4.0, -6.0],
    "b": [-1.0, 0.0, -2.0, -1.0, -1.0, -3.0, 0.0, -2.0, -1.0],
    "c": [-7.0, -2.0, -4.0],
}


@pytest.mark.parametrize(
    ("changes", "within", "between", "centre"),
    [
        (APART, 0.475, 6.609507042253522, -2.304496253700002),
        (ALIKE, 2.495, 0.0, -1.6153846153846154),
        (UNEVEN, 2.0202020202020203, 4.552188552188553, -3.417809705855581),
    ],
    ids=["apart", "alike", "uneven"],
)
def test_centre_and_variances_are_those_of_statsmodels(changes, within, between, centre):
    """From statsmodels 0.15.0, `combine_effects(method_re="dl")`; below zero variance, its fixed mean."""
    found = pooled_changes(changes)
    assert (found.within, found.between, found.centre) == pytest.approx((within, between, centre), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(-10, 10).map(float), min_size=2, max_size=9),
        min_size=3,
        max_size=8,
    )
)
def test_every_exercise_is_drawn_towards_the_centre_and_never_past_it(sessions):
    found = pooled_changes({f"x-{number}": values for number, values in enumerate(sessions)})
    assert len(found.exercises) in (0, len(sessions))
    for each in found.exercises:
        low, high = sorted((each.mean, found.centre))
        assert low - 1e-9 <= each.pooled <= high + 1e-9
        assert each.error > 0


def test_two_lucky_sessions_do_not_top_the_list():
    changes = {"lucky": [-7.0, -7.0], "steady": [-4.0, -5.0] * 10, "weak": [0.0, 1.0] * 5}
    found = pooled_changes(changes).exercises
    assert [each.exercise for each in found].index("lucky") > 0
    lucky = next(each for each in found if each.exercise == "lucky")
    assert lucky.pooled > lucky.mean


def test_two_sessions_seldom_top_the_list_by_luck_and_many_still_can():
    rng = np.random.default_rng(4)
    tops = []
    for _person in range(300):
        often = rng.permutation([2, 2, 4, 8, 16])
        true = rng.normal(-2, 1, 5)
        changes = {str(which): rng.normal(true[which], 2, often[which]) for which in range(5)}
        top = pooled_changes(changes).exercises[0]
        tops.append((top.sessions, int(top.exercise) == int(np.argmin(true))))
    lucky = sum(sessions == 2 and not best for sessions, best in tops)
    assert lucky <= 3
    assert sum(best for _sessions, best in tops) > 100


@pytest.mark.parametrize(("sessions", "reach"), [(2, 12.706205), (5, 2.776445), (20, 2.093024)])
def test_the_range_of_few_sessions_is_wide(sessions, reach):
    one = ExerciseChange(exercise="a", sessions=sessions, mean=-3.0, pooled=-2.0, error=0.1)
    assert one.likely == pytest.approx((-2 - 0.1 * reach, -2 + 0.1 * reach))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"a": [-1.0] * 20, "b": [-2.0] * 20},
        {"a": [-1.0, -2.0] * 3, "b": [-1.0, -2.0] * 2, "c": [-1.0]},
        {"a": [-1.0, -2.0], "b": [-1.0, -2.0], "c": [-1.0, -2.0] * 3, "d": [-1.0]},
        {"a": [np.nan] * 20, "b": [-1.0] * 20, "c": [-1.0] * 20},
    ],
    ids=["nothing", "two exercises", "one with one session", "11 sessions count", "one never rated"],
)
def test_too_few_sessions_show_nothing(changes):
    found = pooled_changes(changes)
    assert found.exercises == ()
    assert np.isnan(found.centre)


@pytest.mark.parametrize("changes", [APART, UNEVEN], ids=["apart", "uneven"])
def test_the_range_of_the_centre_is_that_of_knapp_and_hartung(changes):
    found = pooled_changes(changes)
    number = np.array([len(values) for values in changes.values()])
    means = np.array([np.mean(values) for values in changes.values()])
    weights = 1 / (found.within / number + found.between)
    spread = weights @ (means - np.average(means, weights=weights)) ** 2
    error = np.sqrt(spread / (len(means) - 1) / weights.sum())
    reach = stats.t.ppf(0.975, len(means) - 1) * max(error, weights.sum() ** -0.5)
    assert found.likely == pytest.approx((found.centre - reach, found.centre + reach), abs=1e-9)


def test_ratings_in_whole_points_always_leave_a_range():
    found = pooled_changes({name: [-2.0] * 4 for name in "abc"})
    floor = (1 / 12 / 12) ** 0.5
    assert found.likely[1] - found.likely[0] == pytest.approx(2 * stats.t.ppf(0.975, 2) * floor)
    assert all(each.likely[0] < -2.0 < each.likely[1] for each in found.exercises)


def test_changes_that_are_all_the_same_are_shown_as_they_are():
    found = pooled_changes({name: [-2.0] * 4 for name in "abc"})
    assert {each.pooled for each in found.exercises} == {-2.0}
    assert found.between == 0.0
