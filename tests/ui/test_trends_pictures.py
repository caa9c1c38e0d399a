"""The pictures themselves: what is painted is what the values say, from no data to decades."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.comparison import comparison
from rewire_app.charts.lanes import lanes, little_yet
from rewire_app.charts.notes import Notes
from rewire_app.charts.spec import Lanes, SeriesLook, Shape, Table
from rewire_app.ui.charts.lane_ink import LaneInk
from rewire_app.ui.charts.lane_places import arrange, flags
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.charts.scatter import ScatterPlot
from rewire_app.ui.widgets.theme import theme
from tests.charts.conftest import TODAY, notes_of, years_of_notes

CONSTANT = notes_of(
    practice=[(TODAY - back, 300) for back in range(90)],
    reactivity=[(TODAY - back, 5) for back in range(90)],
    stress=[(TODAY - back, 5) for back in range(90)],
    sleep=[(TODAY - back, 420) for back in range(90)],
)
CASES = {
    "no data": (Notes(), Range.QUARTER),
    "one day": (notes_of(reactivity=[(TODAY, 0)]), Range.MONTH),
    "all missing": (notes_of(first=TODAY - 400, last=TODAY - 300), Range.QUARTER),
    "constant": (CONSTANT, Range.QUARTER),
    "a month of days": (years_of_notes(60), Range.MONTH),
    "a year of weeks": (years_of_notes(500), Range.YEAR),
    "ten years": (years_of_notes(3650), Range.ALL),
    "fifty years": (years_of_notes(18_250), Range.ALL),
}


def picture(case: str) -> Lanes:
    notes, chosen = CASES[case]
    return lanes(notes, columns(chosen, notes.first, TODAY))


def shown(qtbot, value: Lanes, width: int = 588) -> LanesPlot:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.show_lanes(value)
    plot.resize(width, plot.heightForWidth(width))
    plot.show()
    plot.grab()
    return plot


def ink_of(plot: LanesPlot, lane: int) -> LaneInk:
    """Lines and symbols of a lane."""
    return plot.picture.ink[lane]


def symbols_of(plot: LanesPlot, lane: int) -> list[tuple[float, float]]:
    """Where the symbols of a lane stand, as column and value."""
    places, place = plot.places, plot.places.lanes[lane]
    found = []
    for _shape, filled, hollow in ink_of(plot, lane).symbols:
        for point in (*filled, *hollow):
            share = (place.plot.bottom() - point.y()) / place.plot.height()
            value = place.lane.lo + share * (place.lane.hi - place.lane.lo)
            found.append((round((point.x() - places.x(0)) / places.pitch, 4), round(value, 4)))
    return sorted(found)


@pytest.mark.parametrize("case", CASES)
def test_every_mark_of_the_values_is_painted_and_no_other(qtbot, case: str) -> None:
    value = picture(case)
    plot = shown(qtbot, value)
    for number, lane in enumerate(value.lanes):
        points = [
            (x, y)
            for marks in lane.marks
            if marks.shape in {"dots", "diamonds", "rings", "squares"}
            for x, y in zip(marks.x, marks.y, strict=True)
        ]
        painted = symbols_of(plot, number)
        assert [x for x, _y in painted] == sorted(x for x, _y in points)
        assert [y for _x, y in painted] == pytest.approx([y for _x, y in sorted(points)], abs=0.001)
    rows = [blocks for ink in plot.picture.ink for blocks in ink.blocks]
    painted = sum(len(blocks.filled) + len(blocks.hollow) for blocks in rows)
    assert painted == sum(extended_marks(value))


def extended_marks(value: Lanes) -> list[int]:
    return [
        {"blocks": int(y), "bars": int(y > 0), "dashes": 1}[marks.shape]
        for lane in value.lanes
        for marks in lane.marks
        if marks.shape in {"blocks", "bars", "dashes"}
        for y in marks.y
    ]


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_has_a_sign_and_marks_of_its_own(qtbot, shape: Shape) -> None:
    value = picture("constant")
    row = replace(value.lanes[0].marks[0], shape=shape)
    lane = replace(
        value.lanes[0], look=SeriesLook(colour="coral", shape=shape), marks=(row,), runs=(), ticks=()
    )
    pictures = [
        shown(qtbot, replace(value, lanes=(each,))).grab().toImage()
        for each in (lane, replace(lane, marks=()))
    ]
    places = arrange(replace(value, lanes=(lane,)), 588)
    field, (place,) = theme.color("surface"), places.lanes
    sign = QRect(0, round(place.title_y) - 8, round(place.title_x) - 2, 16)
    assert inked(pictures[0], sign, field)
    assert inked(pictures[0], place.plot.toRect(), field) > inked(pictures[1], place.plot.toRect(), field)


def inked(image: QImage, where: QRect, ground: QColor) -> int:
    """How many pixels are not the ground."""
    rows, across = range(where.top(), where.bottom()), range(where.left(), where.right())
    return sum(image.pixelColor(x, y) != ground for y in rows for x in across)


@pytest.mark.parametrize("case", CASES)
def test_summary_and_table_say_what_the_picture_shows(qtbot, case: str) -> None:
    value = picture(case)
    plot = shown(qtbot, value)
    assert plot.accessibleDescription().startswith(value.summary)
    table = NumbersTable("numbers")
    qtbot.addWidget(table)
    table.show_table(value.table)
    model = table.model()
    cells = tuple(
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    )
    assert cells == value.table.rows
    heads = tuple(model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount()))
    assert heads == value.table.headings


def test_gaps_stay_gaps_with_a_dashed_link(qtbot) -> None:
    weeks = [TODAY - 7 * number for number in range(10) if number not in (4, 5)]
    value = lanes(notes_of(reactivity=[(day, 5) for day in weeks]), columns(Range.QUARTER, min(weeks), TODAY))
    plot = shown(qtbot, value)
    ink, pitch = ink_of(plot, 0), plot.places.pitch
    assert {round(line.dx() / pitch, 4) for line in ink.solid} == {1.0}
    assert [round(line.dx() / pitch, 4) for line in ink.links] == [3.0]


def test_a_week_that_is_not_over_is_hollow(qtbot) -> None:
    value = picture("constant")
    plot = shown(qtbot, value)
    (blocks,) = ink_of(plot, 1).blocks
    assert len(blocks.hollow) == 2  # Monday and Tuesday
    assert min(rect.left() for rect in blocks.hollow) > max(rect.left() for rect in blocks.filled)


def test_the_few_notes_of_the_first_days_are_painted(qtbot) -> None:
    notes = notes_of(reactivity=[(TODAY - 1, 6), (TODAY, 4)], practice=[(TODAY, 300)])
    value = little_yet(notes, TODAY)
    assert value is not None
    plot = shown(qtbot, value, width=846)
    assert symbols_of(plot, 0) == [(0.0, 5.0)]


@pytest.mark.parametrize(
    ("width", "weeks_ago"), [(430, 0), (480, 0), (620, 0), (620, 20), (700, 0), (846, 20), (1200, 0)]
)
def test_the_flags_of_the_first_days_keep_all_their_words(qtbot, width: int, weeks_ago: int) -> None:
    value = little_yet(notes_of(reactivity=[(TODAY - 7 * weeks_ago, 6)]), TODAY)
    assert value is not None
    shown(qtbot, value, width)
    places = arrange(value, width)
    placed = flags(value, places)
    assert [flag.text for flag in placed] == [event.words for event in value.events]
    for one, other in pairwise(placed):
        assert one.row != other.row or one.left + one.width < other.left
    assert all(flag.left >= 0 and flag.left + flag.width <= places.width for flag in placed)


@pytest.mark.parametrize("width", [240, 300, 588, 1400])
def test_everything_has_a_place_at_every_width(qtbot, width: int) -> None:
    value = picture("a year of weeks")
    places = arrange(value, width)
    assert places.labels_y < places.height
    tops = [place.plot.top() for place in places.lanes]
    assert tops == sorted(tops)
    assert places.right <= width
    assert shown(qtbot, value, width).count() == 52


@pytest.mark.parametrize("weekly", [False, True])
@pytest.mark.parametrize("case", ["no data", "one day", "all missing", "constant", "ten years"])
def test_the_scatter_is_built_for_any_data(qtbot, case: str, weekly: bool) -> None:
    notes, _chosen = CASES[case]
    value = comparison(notes, TODAY).scatter(weekly=weekly)
    plot = ScatterPlot()
    qtbot.addWidget(plot)
    plot.resize(588, 440)
    plot.show_scatter(value)
    plot.show()
    plot.grab()
    dots = next(item for item in plot.drawn if isinstance(item, pg.ScatterPlotItem))
    x, y = dots.getData()
    assert list(zip(x.tolist(), y.tolist(), strict=True)) == [(p.x, p.y) for p in value.points]
    bands = [item for item in plot.drawn if isinstance(item, pg.FillBetweenItem)]
    assert len(bands) == (0 if value.line is None else 1)
    assert plot.accessibleDescription() == value.summary
    for number in range(plot.count()):
        plot.choose(number)
        assert plot.sentence(number) == value.points[number].words


def test_a_point_is_larger_the_more_days_fall_together(qtbot) -> None:
    value = comparison(CASES["ten years"][0], TODAY).scatter()
    plot = ScatterPlot()
    qtbot.addWidget(plot)
    plot.resize(588, 440)
    plot.show_scatter(value)
    plot.show()
    plot.grab()
    dots = next(item for item in plot.drawn if isinstance(item, pg.ScatterPlotItem))
    sizes = dots.data["size"].tolist()
    counts = [point.count for point in value.points]
    assert sizes[counts.index(max(counts))] == max(sizes)
    assert sizes[counts.index(min(counts))] == min(sizes) < max(sizes)


def test_another_picture_leaves_nothing_of_the_one_before(qtbot) -> None:
    plot = shown(qtbot, picture("ten years"))
    plot.show_lanes(picture("constant"))
    for width in (588, 600):
        plot.resize(width, plot.heightForWidth(width))
        fresh = shown(qtbot, picture("constant"), width)
        assert plot.grab().toImage() == fresh.grab().toImage()


def test_lanes_that_are_hidden_follow_their_width(qtbot) -> None:
    plot = shown(qtbot, picture("constant"))
    plot.hide()
    plot.resize(700, plot.height())
    assert plot.places.width == 700
    assert plot.places.column(690) == plot.at(QPointF(690, 100)) == plot.count() - 1


def test_moving_the_band_leaves_nothing_of_where_it_was(qtbot) -> None:
    plot = shown(qtbot, picture("a year of weeks"))
    plot.repaint()
    for number in (0, 30, 12):
        plot.choose(number)
        QApplication.processEvents()
    seen = plot.screen().grabWindow(plot.winId()).toImage()
    assert seen == plot.grab().toImage()


def test_the_lanes_are_built_without_the_plot_library() -> None:
    code = (
        "import sys; from rewire_app.app import application; qt = application(); "
        "from rewire_app.ui.trends.first_days_view import LittleView; "
        "from rewire_app.ui.trends.lane_card import LanesCard; "
        "from rewire_app.charts.columns import Range, columns; "
        "from rewire_app.charts.lanes import lanes; from rewire_app.charts.notes import Notes; "
        "card, little = LanesCard(), LittleView(); "
        "card.plot.show_lanes(lanes(Notes(), columns(Range.YEAR, None, 740_000))); card.plot.grab(); "
        "print('pyqtgraph' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "False"


def test_the_chosen_row_shows_it_in_its_first_column_too(qtbot) -> None:
    table = NumbersTable("numbers")
    qtbot.addWidget(table)
    table.resize(600, 200)
    rows = tuple((f"row {n}", "1", "2", "3") for n in range(3))
    table.show_table(Table(headings=("name", "a", "b", "c"), rows=rows))
    table.show()
    table.selectRow(1)
    names = table.verticalHeader()
    image = names.viewport().grab().toImage()
    inside = [names.sectionViewportPosition(row) + names.sectionSize(row) // 2 for row in range(3)]
    assert [image.pixelColor(1, y) for y in inside].count(theme.color("primary")) == 1
    assert image.pixelColor(1, inside[1]) == theme.color("primary")
    far = image.width() - 4
    assert image.pixelColor(far, inside[1]) == theme.color("selection")
    assert image.pixelColor(far, inside[0]) == theme.color("surface")
