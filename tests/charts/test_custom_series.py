"""Measures of one's own as lanes: each kind between its own ends and in its own words."""

from __future__ import annotations

import pytest

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.lanes import lanes
from rewire_app.charts.notes import CustomSeries, daily
from rewire_app.domain.journal.marks import MeasureKind
from tests.charts.conftest import TODAY, notes_of

MONDAY = TODAY - 8
KINDS = {
    "rating": (MeasureKind.RATING, "", [4, 6, 8], (0, 10), "energy 6 of 10"),
    "number": (MeasureKind.NUMBER, "cups", [2, 3, 4], (0, 3), "energy 3 cups"),
    "far off": (MeasureKind.NUMBER, "steps", [9000, 9100, 9500], (0, 9200), "energy 9200 steps"),
    "minutes": (MeasureKind.MINUTES, "", [0, 30, 60], (0, 30), "energy 30 min"),
    "yes or no": (MeasureKind.YES_OR_NO, "", [1, 0, 0], (0, 1), "energy yes on 33% of days"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_week_of_a_measure_is_drawn_between_its_ends_and_told_in_its_words(name):
    kind, unit, values, ends, told = KINDS[name]
    own = CustomSeries(
        uid="e1",
        name="Energy",
        low=0,
        high=10 if kind is MeasureKind.RATING else 1 if kind is MeasureKind.YES_OR_NO else 99_999,
        low_words="",
        high_words="",
        kind=kind,
        unit=unit,
        values=daily([(MONDAY + number, value) for number, value in enumerate(values)]),
    )
    notes = notes_of(stress=[(MONDAY, 1), (TODAY, 1)], own=(own,))
    picture = lanes(notes, columns(Range.QUARTER, notes.first, TODAY))
    [lane] = [each for each in picture.lanes if each.key == "own:e1"]
    assert (lane.lo, lane.hi) == ends
    assert lane.marks[0].y[0] == pytest.approx(sum(values) / 3)
    assert any(told in bucket.reading for bucket in picture.buckets)


def test_one_day_of_a_yes_or_no_is_told_as_yes_or_no():
    own = CustomSeries(
        uid="e1",
        name="Walked",
        low=0,
        high=1,
        low_words="",
        high_words="",
        kind=MeasureKind.YES_OR_NO,
        values=daily([(TODAY - 1, 1), (TODAY, 0)]),
    )
    notes = notes_of(stress=[(TODAY - 9, 1)], own=(own,))
    readings = [bucket.reading for bucket in lanes(notes, columns(Range.MONTH, notes.first, TODAY)).buckets]
    assert "walked yes" in readings[-2]
    assert "walked no" in readings[-1]
    assert "walked" not in readings[-3]
