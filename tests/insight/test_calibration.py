"""False alarms and coverage stay within the promised bar (slow), and the usual recipe does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.insight.calibration import ERRORS, LAGGED, any_lag, cell

RUNS = 1000


def bar(alarms: Sequence[float], coverage: Sequence[float]) -> list[str]:
    """Which parts of the bar are not met."""
    limits = {
        "a cell with more than 8.5% false alarms": max(alarms) > 8.5,
        "more than 5.5% false alarms on average": sum(alarms) / len(alarms) > 5.5,
        "a cell with less than 92% coverage": min(coverage) < 92,
        "less than 94% coverage on average": sum(coverage) / len(coverage) < 94,
    }
    return [name for name, missed in limits.items() if missed]


@pytest.mark.slow
@pytest.mark.parametrize("length", [60, 180])
def test_the_interval_keeps_its_promise_and_the_usual_recipe_does_not(length):
    cells = [cell(name, length, RUNS) for name in ERRORS]
    assert bar([one.false_alarms for one in cells], [one.coverage for one in cells]) == []
    assert len(bar([one.naive_alarms for one in cells], [one.naive_coverage for one in cells])) == 4


@pytest.mark.slow
@pytest.mark.parametrize("name", LAGGED)
@pytest.mark.parametrize("length", [60, 180])
def test_looking_at_every_lag_raises_few_false_alarms(name, length):
    assert any_lag(name, length, RUNS) <= 7


@pytest.mark.parametrize("name", ERRORS)
def test_a_small_sample_of_people_is_not_misled(name):
    assert cell(name, 60, 40).false_alarms <= 20


def test_the_usual_recipe_misses_the_bar_in_a_small_sample_too():
    one = cell("AR(1) .7", 60, 60)
    assert "a cell with more than 8.5% false alarms" in bar([one.naive_alarms], [one.naive_coverage])
