"""Marks over the lanes: numbers that never touch, bands for what lasts, and a ring for what is chosen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.lanes import lanes
from rewire_app.charts.notes import NotedMark
from rewire_app.charts.spec import Event, Lanes
from rewire_app.ui.charts.lane_places import arrange
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.number_marks import number_marks, span_of
from rewire_app.ui.trends.lane_marks import MarkList
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import TARGET, theme
from tests.charts.conftest import TODAY, years_of_notes

NOTES = years_of_notes(500)


def marked(*stretches: tuple[int, int | None], chosen: Range = Range.QUARTER) -> Lanes:
    """A picture with marks from so many days ago to so many days ago (None: a single day)."""
    marks = tuple(
        NotedMark(
            uid=f"m{n}", first=TODAY - begin, last=None if end is None else TODAY - end, words=f"Mark {n}"
        )
        for n, (begin, end) in enumerate(sorted(stretches, key=str))
    )
    found = replace(NOTES, marks=marks, plans=(), pauses=())
    return lanes(found, columns(chosen, found.first, TODAY))


def shown(qtbot, value: Lanes, width: int = 588) -> LanesPlot:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.show_lanes(value)
    plot.resize(width, plot.heightForWidth(width))
    plot.show()
    plot.grab()
    return plot


@pytest.mark.parametrize("width", [280, 588, 1300])
@pytest.mark.parametrize("count", [1, 2, 12, 60, 300])
@pytest.mark.parametrize("chosen", [Range.MONTH, Range.QUARTER, Range.ALL])
def test_numbers_never_touch_stay_in_order_and_stand_for_every_event(
    qtbot, width: int, count: int, chosen: Range
) -> None:
    value = marked(*((n * 7 % 83, None) for n in range(count)), chosen=chosen)
    marks = number_marks(value, arrange(value, width))
    assert [n for mark in marks for n in mark.events] == list(range(len(value.events)))
    assert all(mark.left >= 0 and mark.left + mark.width <= width for mark in marks)
    assert all(mark.left - 3 <= mark.x <= mark.left + mark.width + 3 for mark in marks)
    for one, two in pairwise(marks):
        assert two.left - (one.left + one.width) >= theme.px(4) - 1


def test_a_number_stands_over_its_line_unless_it_has_to_move_aside(qtbot) -> None:
    plot = shown(qtbot, marked((60, None), (33, None), (30, None)))
    alone, one, two = plot.picture.flags
    assert abs(alone.left + alone.width / 2 - alone.x) <= 1
    assert one.left + one.width / 2 < one.x < two.x < two.left + two.width / 2
    assert [mark.text for mark in (alone, one, two)] == ["1", "2", "3"]


def test_events_of_one_day_share_a_mark(qtbot) -> None:
    plot = shown(qtbot, marked((60, None), (33, None), (33, None), (33, None)))
    assert [mark.text for mark in plot.picture.flags] == ["1", "2\u20134"]


def test_what_lasts_is_a_band_from_its_first_day_to_its_last(qtbot) -> None:
    monday = TODAY - 1 - 21
    value = marked((TODAY - monday, TODAY - monday - 6))
    plot = shown(qtbot, value)
    places = plot.places
    left, right = span_of(value.events[0], value, places)
    whole = places.nearest((left + right) / 2)
    assert value.buckets[whole].start == monday
    assert (left, right) == pytest.approx((places.x(whole - 0.5), places.x(whole + 0.5)))
    image, y = plot.grab().toImage(), round(places.lanes[2].plot.bottom()) + 3
    assert image.pixelColor(round(left) + 6, y) == theme.color("sunken")
    assert image.pixelColor(round(left) - 6, y) == theme.color("surface")


def test_a_single_day_is_a_line_and_no_band(qtbot) -> None:
    value = marked((22, None))
    plot = shown(qtbot, value)
    x, lane = round(plot.places.x(value.events[0].x)), plot.places.lanes[2].plot
    image = plot.grab().toImage()
    assert image.pixelColor(x - 8, round(lane.bottom()) + 3) == theme.color("surface")
    column = {image.pixelColor(x, y).name() for y in range(round(lane.top()), round(lane.bottom()))}
    assert len(column) > 2


def test_the_chosen_column_has_a_ring_of_ink_and_its_ground_stays(qtbot) -> None:
    plot = shown(qtbot, marked((60, None)))
    plot.choose(3)
    image, place = plot.grab().toImage(), plot.places.lanes[1]
    middle, bottom = round(plot.places.x(3)), round(place.plot.bottom())
    assert image.pixelColor(middle, bottom + 2) == theme.color("surface")
    darkest = min(image.pixelColor(middle, bottom + n).lightness() for n in range(3, 8))
    assert darkest < theme.color("edge").lightness()


@pytest.mark.parametrize("share", [0.95, 0.75, 0.6])
def test_lanes_make_room_for_each_other_and_keep_their_order(qtbot, share: float) -> None:
    value = marked((60, None))
    natural = arrange(value, 588)
    plots = sum(place.plot.height() for place in natural.lanes)
    room = round(natural.height - plots * (1 - share))
    lower = arrange(value, 588, room)
    assert lower.height <= room
    tall = [place.plot.height() for place in lower.lanes]
    assert tall[0] > tall[1] > tall[2]


def test_lanes_keep_their_height_where_there_is_room_and_where_lower_ones_would_not_help(qtbot) -> None:
    value = marked((60, None))
    natural = arrange(value, 588)
    assert arrange(value, 588, round(natural.height) + 50) == natural
    assert arrange(value, 588, round(natural.height) // 3) == natural


def test_the_list_of_marks_shows_a_line_also_where_the_window_is_low(qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(640, 60)
    listed = MarkList(page, [Event(x=0.0, words="Moved house", first=TODAY, last=TODAY, uid="1" * 32)])
    assert listed.findChild(PageScroll).height() >= theme.px(TARGET)
