"""A series is one value: what it says of itself is what choice, lane, readout, table and summary show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.charts import custom_series
from rewire_app.charts.columns import Range, columns
from rewire_app.charts.custom_series import every_series
from rewire_app.charts.lane_choice import lane_wishes
from rewire_app.charts.lanes import lanes
from rewire_app.charts.notes import daily
from rewire_app.charts.series import SERIES, Series, Spoken, fixed
from rewire_app.charts.spec import SeriesLook, Shape
from tests.charts.conftest import TODAY, notes_of
from tests.charts.test_lane_choice import energy

NAPS = Series(
    key="naps",
    name=lambda: "Naps",
    what=lambda _length: "minutes a day",
    look=SeriesLook(colour="indigo", shape=Shape.SQUARES),
    scale=fixed(0, 120, 0, 120),
    spoken=Spoken(
        name=lambda: "Naps in the day",
        heading=lambda: "Naps, minutes",
        speak=lambda value: f"{value:g} min",
        said=lambda value, count, _length: f"naps of {value:g} min on {count} days",
    ),
)


@pytest.fixture
def naps(monkeypatch):
    """One series more than there are."""
    monkeypatch.setattr(custom_series, "SERIES", (*SERIES, NAPS))


def notes():
    first = TODAY - 40
    found = notes_of(first=first, last=TODAY, reactivity=[(TODAY - 8, 4)])
    return replace(found, measured={**found.measured, "naps": daily([(TODAY - 15, 20), (TODAY - 7, 30)])})


def test_one_value_more_is_a_lane_that_is_chosen_drawn_and_told(naps) -> None:
    found = notes()
    picture = lanes(found, columns(Range.QUARTER, found.first, TODAY), "naps -reactivity")
    lane, week = picture.lanes[0], picture.buckets[-3:-1]
    assert [wish.name for wish in lane_wishes("", ()) if wish.shown][-1] == "Naps"
    assert (lane.key, lane.title, lane.what, lane.hi) == ("naps", "Naps", "minutes a day", 120)
    assert (lane.look, lane.marks[0].shape, lane.marks[0].y) == (NAPS.look, Shape.SQUARES, (20.0, 30.0))
    assert [bucket.reading.split(", ")[-1] for bucket in week] == [
        "naps of 20 min on 1 days",
        "naps of 30 min on 1 days",
    ]
    column = picture.table.headings.index("Naps, minutes")
    assert [row[column] for row in picture.table.rows[-3:]] == ["20", "30", "not noted"]
    assert picture.summary.endswith("Naps in the day: between 20 min and 30 min, latest 30 min.")


def test_a_series_that_is_not_usual_is_told_with_its_lane_alone(naps) -> None:
    found = notes()
    hidden = lanes(found, columns(Range.QUARTER, found.first, TODAY), "reactivity -naps")
    assert "naps" not in hidden.summary.lower()
    assert not any("naps" in bucket.reading for bucket in hidden.buckets)
    assert "Naps, minutes" in hidden.table.headings


def test_series_are_told_apart_by_key_and_by_colour_or_shape() -> None:
    all_of_them = every_series([energy()])
    assert len({series.key for series in all_of_them}) == len(all_of_them)
    looks = [(series.look.colour, series.look.shape) for series in all_of_them]
    assert len(set(looks)) == len(looks)


def test_the_keys_in_json_are_as_they_were_published() -> None:
    assert {series.key: series.source.exported for series in SERIES if series.source} == {
        "reactivity": "reactivity",
        "sleep": "asleep_minutes",
        "stress": "stress",
        "mood": "mood",
    }
