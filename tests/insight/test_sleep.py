"""Sleep numbers agree with the worked night, and unlikely nights are asked about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.insight.sleep import Qualm, check_night, night_numbers

NIGHT_LIMITS = ((300, 1300), (0, 90), (0, 120), (0, 200), (60, 700), (0, 120))


def test_the_worked_night(worked):
    night = worked["sleep"]
    numbers = night_numbers(
        bed=night["bed"],
        lights=night["lights"],
        sol=night["sol"],
        waso=night["waso"],
        wake=night["wake"],
        up=night["rise"],
    )
    assert (numbers.in_bed, numbers.asleep, numbers.awake) == (night["TIB"], night["TST"], night["TWAK"])
    assert numbers.efficiency == pytest.approx(night["SE"], abs=1e-4)
    assert numbers.efficiency_lights == pytest.approx(night["SE_lights"], abs=1e-4)
    assert numbers.midpoint == night["midpoint"]
    assert check_night(numbers, sol=night["sol"], waso=night["waso"]) == ()


def test_a_smaller_time_belongs_to_the_next_day():
    late = night_numbers(bed=1430, lights=10, sol=0, waso=0, wake=400, up=410)
    assert (late.in_bed, late.asleep) == (420, 390)


def test_time_that_did_not_pass_has_no_efficiency():
    assert np.isnan(night_numbers(bed=600, lights=600, sol=0, waso=0, wake=600, up=600).efficiency)


@pytest.mark.parametrize(
    ("entry", "doubt", "field"),
    [
        ({"wake": 640, "up": 650, "waso": 40}, Qualm.REJECT, "wake"),
        ({"wake": 600 + 961, "up": 1600}, Qualm.REJECT, "wake"),
        ({"sol": 481, "wake": 1400, "up": 1400}, Qualm.ASK, "sol"),
        ({"waso": 481, "wake": 1400, "up": 1400}, Qualm.ASK, "waso"),
        ({"bed": 500, "wake": 1100, "up": 1461}, Qualm.ASK, "up"),
        ({"sol": -30, "wake": 1000, "up": 1000}, Qualm.ASK, "up"),
    ],
)
def test_unlikely_nights_are_asked_about(entry, doubt, field):
    night = {"bed": 600, "lights": 600, "sol": 0, "waso": 0, "wake": 1000, "up": 1010} | entry
    checks = check_night(night_numbers(**night), sol=night["sol"], waso=night["waso"])
    assert (doubt, field) in {(check.doubt, check.field) for check in checks}
    assert all(check.sentence.endswith((".", "?")) for check in checks)


@given(st.tuples(*(st.integers(*limits) for limits in NIGHT_LIMITS)))
def test_what_passed_in_bed_is_sleep_or_waking(night):
    bed, to_lights, sol, waso, to_wake, to_up = night
    lights, wake = bed + to_lights, bed + to_lights + to_wake
    numbers = night_numbers(bed=bed, lights=lights, sol=sol, waso=waso, wake=wake, up=wake + to_up)
    assert numbers.asleep + numbers.awake + to_lights == numbers.in_bed
