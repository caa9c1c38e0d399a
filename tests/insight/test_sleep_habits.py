"""Regularity, social jetlag and weekly means: examples worked out by hand, and what always holds."""

from __future__ import annotations

import math
from datetime import date
from random import Random

import pytest

from rewire_app.domain.days import monday
from rewire_app.insight.sleep import check_night, night_numbers
from rewire_app.insight.sleep_habits import NightFigures, sleep_habits, unwound, weekly_means

TUESDAY = date(2026, 11, 24).toordinal()


def figures(middles: dict[int, float], asleep: float = 420) -> list[NightFigures]:
    """Nights by how many days before the Tuesday they ended, with their middle in minutes from noon."""
    return [
        NightFigures(day=TUESDAY - back, middle=middle, asleep=asleep, in_bed=asleep + 60)
        for back, middle in sorted(middles.items(), reverse=True)
    ]


def test_the_example_of_the_diary_comes_out_as_worked_by_hand() -> None:
    # to bed 22:45, tried 23:10, 25 min to sleep, 40 min awake, woke 06:50, up 07:15; from noon: 645, 670,
    # 1130, 1155. In bed 1155 - 645; asleep 1130 - 670 - 25 - 40; awake 25 + 40 + 25; (670 + 25 + 1130) / 2.
    found = night_numbers(bed=645, lights=670, sol=25, waso=40, wake=1130, up=1155)
    assert (found.in_bed, found.asleep, found.awake, found.midpoint) == (510, 395, 90, 912.5)
    assert found.efficiency == pytest.approx(77.451, abs=0.001)
    assert found.efficiency_lights == pytest.approx(81.4433, abs=0.0001)


def test_ten_thousand_nights_are_made_of_their_parts() -> None:
    random = Random(14)
    for _night in range(10_000):
        bed = random.randrange(1440)
        tried, lain = random.randrange(120), random.randrange(240, 720)
        up_after = random.randrange(0, 90)
        sol, waso = random.randrange(90), random.randrange(120)
        lights, wake = bed + tried, bed + tried + lain
        up = wake + up_after
        clock = [minutes % 1440 for minutes in (bed, lights, wake, up)]
        found = night_numbers(bed=clock[0], lights=clock[1], sol=sol, waso=waso, wake=clock[2], up=clock[3])
        assert found.in_bed == tried + lain + up_after
        assert found.asleep + found.awake + tried == found.in_bed
        assert found.asleep == lain - sol - waso
        assert 0 < found.efficiency <= found.efficiency_lights <= 100
        assert check_night(found, sol=sol, waso=waso) == ()


def test_the_middle_moves_by_the_standard_deviation_of_ten_nights() -> None:
    # nine nights at 03:00 (900 from noon) and one at 04:40 (1000): mean 910, squares 9 * 100 + 8100 = 9000,
    # divided by 9 is 1000, whose root is 31.6.
    nights = figures({back: 900.0 for back in range(9)} | {9: 1000.0})
    found = sleep_habits(nights, TUESDAY)
    assert (found.nights, found.regularity) == (10, pytest.approx(math.sqrt(1000)))


def test_nine_nights_are_too_few_and_older_ones_do_not_count() -> None:
    assert sleep_habits(figures({back: 900.0 for back in range(9)}), TUESDAY).regularity is None
    old = figures({back: 900.0 for back in (*range(9), 14, 15)})
    assert sleep_habits(old, TUESDAY).nights == 9


def test_the_weekend_lies_later_by_the_difference_of_both_averages() -> None:
    # 24 November is a Tuesday: nights to Sunday 22 and Saturday 21 are 2 and 3 days back, 15 and 14 9 and 10.
    middles = dict.fromkeys(range(11), 900.0) | {2: 960.0, 3: 940.0, 9: 950.0, 10: 950.0}
    assert sleep_habits(figures(middles), TUESDAY).jetlag == pytest.approx(50)
    without = {back: 900.0 for back in (0, 1, 4, 5, 6, 7, 8, 11, 12, 13)}
    assert sleep_habits(figures(without), TUESDAY).jetlag is None


def test_the_middles_of_who_sleeps_by_day_are_near_on_the_clock() -> None:
    # half past eleven and half past noon: 1410 and 30 from noon, an hour apart, and not 23.
    alternate = {back: 1410.0 if back % 2 else 30.0 for back in range(14)}
    found = sleep_habits(figures(alternate), TUESDAY)
    assert found.regularity == pytest.approx(30 * math.sqrt(14 / 13))
    one, other = unwound([1410.0, 30.0])
    assert abs(one - other) == pytest.approx(60)


def test_a_week_has_an_average_from_four_nights_on_and_missed_nights_are_left_out() -> None:
    nights = [
        NightFigures(day=TUESDAY - back, middle=900, asleep=asleep, in_bed=asleep + 90)
        for back, asleep in ((0, 400.0), (1, 440.0), (2, 380.0), (3, 420.0), (5, 460.0), (7, 340.0))
    ]
    weeks = weekly_means(nights, TUESDAY - 13, TUESDAY, monday)
    told = [(week.first, week.nights, week.asleep, week.in_bed) for week in weeks]
    assert told == [
        (TUESDAY - 1, 2, None, None),
        (TUESDAY - 8, 4, (380 + 420 + 460 + 340) / 4, 490.0),
        (TUESDAY - 15, 0, None, None),
    ]


def test_ten_thousand_sets_of_nights_keep_what_has_to_hold() -> None:
    random = Random(41)
    for _set in range(10_000 // 14):
        middles = {back: random.uniform(600, 1200) for back in range(14)}
        found = sleep_habits(figures(middles), TUESDAY)
        assert found.regularity is not None
        assert found.jetlag is not None
        shifted = {back: middle + 137 for back, middle in middles.items()}
        moved = sleep_habits(figures(shifted), TUESDAY)
        assert moved.regularity == pytest.approx(found.regularity)
        assert moved.jetlag == pytest.approx(found.jetlag)
        assert found.regularity <= (max(middles.values()) - min(middles.values())) * math.sqrt(14 / 13) / 2
