"""Sleep against the day after: the right days enter, and the picture shows the same days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.charts.comparison import sleep_comparison
from rewire_app.charts.notes import Notes
from rewire_app.insight.rules import Case
from tests.charts.conftest import TODAY, notes_of, years_of_notes


def sleeper(days: int, *, slope: float = -1.0, until: int = TODAY) -> Notes:
    """`days` days up to `until` with nights that vary and ratings that answer to them."""
    rng = np.random.default_rng(3)
    first = until - days + 1
    hours = 7 + rng.normal(0, 1, days)
    ratings = np.clip(np.round(5 + slope * (hours - 7) + rng.normal(0, 1, days)), 0, 10)
    return notes_of(
        first,
        until,
        sleep=[(first + n, round(hours[n] * 60)) for n in range(days)],
        reactivity=[(first + n, int(ratings[n])) for n in range(days) if n % 10],
        stress=[(first + n, int(rng.integers(2, 8))) for n in range(days)],
    )


def test_it_takes_the_last_365_days_up_to_sunday_all_week():
    notes = sleeper(500, until=TODAY + 5)
    monday = TODAY - 1
    made = {sleep_comparison(notes, monday + weekday).last for weekday in range(7)}
    assert made == {monday - 1}
    assert sleep_comparison(notes, TODAY).first == monday - 365


def test_every_day_with_both_is_in_a_point_that_knows_it():
    made = sleep_comparison(sleeper(170), TODAY)
    picture = made.scatter()
    assert made.verdict.link is not None
    assert sum(point.count for point in picture.points) == made.verdict.link.rated_days
    for point in picture.points:
        assert len(point.days) == point.count
        for day in point.days:
            assert made.days.reactivity[day - made.start] == point.y
            assert made.days.amounts[day - made.start] == pytest.approx(point.x, abs=0.126)
    assert "Nights are rounded to a quarter of an hour." in picture.summary
    assert len(picture.table.rows) == len(picture.points)


def test_the_line_falls_by_the_slope_over_the_nights_there_were():
    made = sleep_comparison(sleeper(170), TODAY)
    line = made.scatter().line
    assert line is not None
    assert (line.y[-1] - line.y[0]) / (line.x[-1] - line.x[0]) == pytest.approx(made.verdict.link.slope)
    assert all(low < y < high for low, y, high in zip(line.low, line.y, line.high, strict=True))
    assert made.verdict.case is Case.LOWER


def test_there_is_no_line_before_stress_is_held_equal():
    notes = sleeper(170)
    bare = replace(notes, measured={key: notes.measured[key] for key in ("sleep", "reactivity")})
    made = sleep_comparison(bare, TODAY)
    assert made.verdict.case is Case.NOT_CHECKED
    assert made.scatter().points
    assert made.scatter().line is None


def test_too_early_has_points_and_no_line_and_says_what_is_missing():
    made = sleep_comparison(sleeper(30), TODAY)
    assert made.scatter().points
    assert made.scatter().line is None
    assert "27 days with a night and a rating; 42 are needed" in made.scatter().summary


def test_the_minimum_met_in_midweek_waits_for_monday():
    made = sleep_comparison(sleeper(57), TODAY)
    assert made.verdict.case is Case.WAITING
    assert "next on Monday 30 November." in made.verdict.sentence


def test_weeks_are_averages_of_at_least_four_nights_and_ratings():
    made = sleep_comparison(sleeper(170), TODAY)
    picture = made.scatter(weekly=True)
    monday = TODAY - 8
    week = slice(monday - made.start, monday - made.start + 7)
    expected = (
        round(float(np.nanmean(made.days.amounts[week])), 1),
        round(float(np.nanmean(made.days.reactivity[week])), 1),
    )
    assert expected in {(point.x, point.y) for point in picture.points}
    assert "Each dot is one week" in picture.based_on
    assert "rounded" not in picture.based_on


@pytest.mark.parametrize("weekly", [False, True])
@pytest.mark.parametrize(
    "notes",
    [
        Notes(),
        notes_of(sleep=[(TODAY, 400)], reactivity=[(TODAY, 5)]),
        notes_of(first=TODAY - 300, last=TODAY),
        notes_of(sleep=[(TODAY - n, 420) for n in range(90)], reactivity=[(TODAY - n, 5) for n in range(90)]),
        years_of_notes(3650),
    ],
    ids=["no data", "one day", "all missing", "constant", "ten years"],
)
def test_every_amount_of_notes_has_its_picture_words_and_table(notes, weekly):
    picture = sleep_comparison(notes, TODAY).scatter(weekly=weekly)
    assert picture.sentence in picture.summary
    low, high = picture.across
    assert all(low < point.x < high for point in picture.points)
    assert len(picture.points) <= 300
    assert [row[-1] for row in picture.table.rows] == [str(point.count) for point in picture.points]
