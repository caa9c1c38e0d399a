"""Alarm and brake: every moment has its place, periods their medians and outlines, and few say nothing."""

from __future__ import annotations

from itertools import pairwise
from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.moments_plane import MOST_MARKS, height, moments_plane
from rewire_app.charts.notes import Notes
from rewire_app.charts.points import convex_hull
from rewire_app.insight.outcomes import outcomes
from tests.charts.conftest import TODAY, notes_of, years_of_notes


def plane_of(felt, chosen=Range.ALL, **rest):
    notes = notes_of(felt=felt, **rest)
    return moments_plane(notes, columns(chosen, notes.first, TODAY))


def steady(first_back: int, peak: int, minutes: int | None, count: int, *, going: int = 0):
    """`count` moments on consecutive days, the first of them `first_back` days before TODAY."""
    return [(TODAY - first_back + n, peak, minutes, going, "new") for n in range(count)]


def test_a_peak_lies_across_and_each_doubling_of_minutes_is_a_step_up():
    plane = plane_of([(TODAY, 7, 30, 0, "new")])
    (point,) = plane.points
    assert round(point.x) == 7
    assert point.y == pytest.approx(log2(30))
    assert height(60) - height(30) == pytest.approx(1)
    assert height(0) == height(1) == 0
    assert point.words == "Peak 7 of 10, calm after 30 min: 1 moment, middle third. Tuesday 24 November 2026."


def test_what_is_still_going_lies_on_a_line_of_its_own_above_every_time():
    plane = plane_of([(TODAY, 7, None, 1, "new"), (TODAY - 1, 5, 1200, 0, "new")])
    going = next(point for point in plane.points if point.going)
    assert going.y > max(point.y for point in plane.points if not point.going)
    assert plane.y_ticks[-1].text == "still going"
    assert plane.y_ticks[-1].y == going.y
    assert "still going when noted" in going.words


def test_a_long_range_is_cut_into_first_and_last_four_weeks():
    plane = plane_of([*steady(99, 7, 60, 28), *steady(71, 6, 30, 44), *steady(27, 4, 15, 28)])
    assert [period.name for period in plane.periods] == ["First four weeks", "In between", "Last four weeks"]
    assert [period.outcomes.moments for period in plane.periods] == [28, 44, 28]
    assert plane.sentence.startswith(
        "First four weeks: a typical moment peaked at 7 of 10 and took 1 h 0 min to calm (28 moments). "
        "Last four weeks: 4 of 10 and 15 min (28 moments)."
    )


def test_a_shorter_range_is_cut_into_thirds():
    plane = plane_of(steady(82, 5, 20, 83))
    assert [period.name for period in plane.periods] == ["First third", "Middle third", "Last third"]
    assert sorted(period.outcomes.moments for period in plane.periods) == [27, 28, 28]


@pytest.mark.parametrize(
    ("early", "late", "said"), [(5, 5, True), (4, 5, False), (5, 4, False), (0, 0, False)]
)
def test_nothing_is_said_below_five_moments_in_the_first_or_the_last_period(early, late, said):
    ends = [(TODAY - 99, None, None, 0, ""), (TODAY, None, None, 0, "")]
    plane = plane_of([ends[0], *steady(98, 7, 60, early), *steady(20, 4, 15, late), ends[1]])
    assert ("a typical moment" in plane.sentence) is said
    assert ("At least 5 moments in each" in plane.sentence) is not said
    for period, count in ((plane.periods[0], early), (plane.periods[-1], late)):
        assert (period.typical is not None) is (count >= 5)
        assert bool(period.hull) is (count >= 5)
    assert not any(word in plane.sentence for word in ("because", "better", "worse", "prove", "!"))


def test_medians_are_those_of_the_moments_and_may_lie_beyond_what_is_known():
    felt = [*steady(99, 7, 60, 3), *steady(90, 5, None, 4, going=1), *steady(20, 4, 15, 6)]
    plane = plane_of([*felt, (TODAY, None, None, 0, "")])
    first = plane.periods[0]
    assert np.isinf(first.outcomes.calm)
    assert first.typical[1] == plane.y_ticks[-1].y
    assert "took longer than was known when noted to calm" in plane.sentence
    assert first.outcomes.peak == outcomes([7, 7, 7, 5, 5, 5, 5], [np.inf] * 7, [np.nan] * 7).peak


def test_moments_without_a_peak_or_a_time_are_counted_and_not_placed():
    plane = plane_of([(TODAY, 7, None, 0, "new"), (TODAY, None, 20, 0, "new"), (TODAY, 5, 20, 0, "new")])
    assert sum(point.count for point in plane.points) == 1
    assert "2 moments without a peak or a time are not shown." in plane.summary


def test_moments_outside_the_range_stay_outside():
    felt = [(TODAY - 60, 9, 60, 0, "new"), (TODAY - 3, 5, 20, 0, "new")]
    assert [point.count for point in plane_of(felt, Range.MONTH).points] == [1]
    assert [point.count for point in plane_of(felt, Range.QUARTER).points] == [1, 1]


@pytest.mark.parametrize("days", [3650, 18_250])
def test_decades_are_a_few_hundred_marks_and_say_that_times_are_rounded(days):
    rng = np.random.default_rng(4)
    felt = [
        (TODAY - days + n, int(rng.integers(0, 11)), int(rng.integers(1, 600)), 0, "new") for n in range(days)
    ]
    plane = plane_of(felt)
    assert len(plane.points) <= 11 * 8 * 3
    assert sum(point.count for point in plane.points) == days
    assert "Times are rounded" in plane.based_on
    assert "Times are rounded" in plane.summary


def test_few_moments_are_not_rounded():
    plane = plane_of([(TODAY - n, 5, 13 + n, 0, "new") for n in range(40)])
    assert len(plane.points) == 40 <= MOST_MARKS
    assert "rounded" not in plane.based_on


@pytest.mark.parametrize(
    "notes",
    [
        Notes(),
        notes_of(felt=[(TODAY, 5, 20, 0, "new")]),
        notes_of(first=TODAY - 300, last=TODAY),
        notes_of(felt=[(TODAY - n, 5, 20, 0, "new") for n in range(200)]),
        years_of_notes(3650),
    ],
    ids=["no data", "one day", "all missing", "constant", "ten years"],
)
@pytest.mark.parametrize("chosen", list(Range))
def test_every_amount_of_notes_has_its_picture_words_and_table(notes, chosen):
    plane = moments_plane(notes, columns(chosen, notes.first, TODAY))
    assert plane.summary
    assert plane.sentence
    assert sum(int(row[-1]) for row in plane.table.rows) == sum(point.count for point in plane.points)
    assert [row for row in plane.table.rows] == [point.cells for point in plane.points]
    low, high = plane.upright
    assert all(low <= point.y <= high for point in plane.points)


at = st.tuples(st.integers(0, 20).map(float), st.integers(0, 20).map(float))


@given(st.lists(at, min_size=1, max_size=40))
def test_the_outline_is_convex_and_holds_every_point(points):
    hull = convex_hull(points)
    assert set(hull) <= set(points)
    if len(hull) < 3:
        return
    for a, b in pairwise((*hull, hull[0])):
        for x, y in points:
            assert (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) >= 0
