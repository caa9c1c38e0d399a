"""False alarms and coverage of the link estimate stay within the promised bar (about four minutes)."""

from __future__ import annotations

import pytest

from tests.insight.calibration import ERRORS, cell

RUNS = 1000


@pytest.mark.slow
@pytest.mark.parametrize("length", [60, 180])
def test_the_interval_keeps_its_promise_for_eight_kinds_of_errors(length):
    cells = [cell(name, length, RUNS) for name in ERRORS]
    assert max(one.false_alarms for one in cells) <= 8.5
    assert min(one.coverage for one in cells) >= 92.0
    assert sum(one.false_alarms for one in cells) / len(cells) <= 5.5
    assert sum(one.coverage for one in cells) / len(cells) >= 94.0


@pytest.mark.parametrize("name", ERRORS)
def test_a_small_sample_of_people_is_not_misled(name):
    assert cell(name, 60, 40).false_alarms <= 20
