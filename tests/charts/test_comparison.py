"""Practice against reactivity: the right days enter, once a week, and the picture shows the same days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.charts.comparison import comparison
from rewire_app.charts.notes import Notes, daily
from rewire_app.insight.link import estimate_link, practice_week
from rewire_app.insight.rules import Case
from tests.charts.conftest import TODAY, notes_of
from tests.insight.test_link import drifting


def person(days: int, slope: float = -5.0, until: int = TODAY, seed: int = 11) -> Notes:
    """`days` days up to `until` with practice that varies and reactivity 0 to 10."""
    done, y = drifting(seed, days, slope, missing=0.1)
    first = until - days + 1
    whole = np.clip(np.round(y / 10), 0, 10)
    rng = np.random.default_rng(seed)
    return notes_of(
        first,
        until,
        practice=[(first + n, 600) for n in range(days) if done[n]],
        reactivity=[(first + n, whole[n]) for n in range(days) if not np.isnan(whole[n])],
        stress=[(first + n, int(rng.integers(2, 8))) for n in range(days)],
        sleep=[(first + n, int(rng.integers(380, 500))) for n in range(days)],
    )


def test_the_comparison_takes_the_last_365_days_up_to_sunday_and_practice_of_21_before():
    notes = person(500)
    result = comparison(notes, TODAY)
    assert (result.last, result.last - result.first + 1, result.first - result.start) == (TODAY - 2, 365, 21)
    whole, rated = (result.start, result.last), notes.reactivity.over(result.first, result.last)
    reactivity = np.r_[np.full(21, np.nan), rated]
    assert result.verdict.link == estimate_link(notes.practised(*whole), reactivity)
    assert result.verdict.link.rated_days == np.sum(~np.isnan(rated))
    assert result.verdict.adjusted is not None


def test_a_size_is_told_for_the_plan_and_paused_days_are_left_out():
    notes = person(300)
    first = TODAY - 299
    rested = replace(notes, plans=((first, 3),), pauses=((TODAY - 100, TODAY - 90),))
    found = comparison(rested, TODAY).verdict
    assert found.side == -1
    assert any(note.startswith("3 practice days in the week instead of none") for note in found.notes)
    assert found.enough.paused_days == 11
    assert any(note.startswith("5 practice days") for note in comparison(notes, TODAY).verdict.notes)


@pytest.mark.parametrize("weekday", range(7))
def test_the_comparison_is_the_same_all_week(weekday):
    notes = person(200, until=TODAY + 5)
    monday = TODAY - 1
    assert comparison(notes, monday + weekday).last == monday - 1


def test_a_sunday_that_is_over_counts():
    notes = person(200)
    assert comparison(notes, TODAY - 2, day_over=True).last == TODAY - 2
    assert comparison(notes, TODAY - 2).last == TODAY - 9


def test_what_is_missing_is_counted_up_to_today():
    few = person(20)
    rated = len(few.reactivity.days)
    assert f"You have {rated} rated days" in comparison(few, TODAY).verdict.sentence


def test_the_minimum_met_in_midweek_waits_for_monday():
    verdict = comparison(person(57), TODAY).verdict
    assert verdict.case is Case.WAITING
    assert "next on Monday 30 November." in verdict.sentence
    assert (
        verdict.dated == "Worked out on Tuesday 24 November 2026, from days up to Tuesday 24 November 2026."
    )
    assert comparison(person(60), TODAY).verdict.case is not Case.WAITING


def test_nothing_noted_is_not_enough():
    result = comparison(Notes(), TODAY)
    assert result.verdict.case is Case.NOT_ENOUGH
    assert result.scatter().points == ()
    assert result.scatter(weekly=True).points == ()


def test_every_rated_day_is_in_a_point():
    result = comparison(person(180), TODAY)
    picture = result.scatter()
    assert result.verdict.link is not None
    assert sum(point.count for point in picture.points) == result.verdict.link.rated_days
    x = practice_week(result.days.amounts)
    for point in picture.points:
        assert point.count == int(((x == point.x) & (result.days.reactivity == point.y)).sum())
    assert picture.based_on == f"Each dot is one evening: {result.verdict.link.rated_days} rated days."
    assert picture.sentence == result.verdict.sentence
    assert len(picture.table.rows) == len(picture.points)


def test_the_line_falls_by_the_slope_and_has_its_band():
    result = comparison(person(180), TODAY)
    line = result.scatter().line
    assert line is not None
    assert result.verdict.link is not None
    assert np.diff(line.y) == pytest.approx([result.verdict.link.slope] * (len(line.y) - 1))
    assert all(low < y < high for low, y, high in zip(line.low, line.y, line.high, strict=True))


def test_the_line_runs_only_over_practice_days_that_were_lived():
    notes = person(180)
    result = comparison(notes, TODAY)
    lived = [point.x for point in result.scatter().points]
    line = result.scatter().line
    assert (line.x[0], line.x[-1]) == (min(lived), max(lived))
    often = [(day, 600) for day in range(TODAY - 179, TODAY) if day // 14 % 2 or day % 7 > 2]
    few = comparison(replace(notes, practice=daily(often)), TODAY).scatter()
    assert few.line.x[0] > 2
    assert f"with {int(few.line.x[0])} practice days to" in few.summary


def test_too_early_has_points_and_no_line():
    picture = comparison(person(30), TODAY).scatter()
    assert picture.points
    assert picture.line is None


def test_weeks_are_points_of_their_average():
    result = comparison(person(180), TODAY)
    picture = result.scatter(weekly=True)
    last = picture.points
    assert 20 <= sum(point.count for point in last) <= 25
    week = result.days.reactivity[-7:]
    before = int(result.days.amounts[-14:-7].sum())
    assert (before, round(float(np.nanmean(week)), 1)) in {(point.x, point.y) for point in last}
    assert picture.points[0].words.startswith(f"{int(picture.points[0].x)} practice day")
