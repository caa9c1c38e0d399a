"""What is painted of sleep, moments and days is what the values say, from no data to decades."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QGraphicsPolygonItem

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.comparison import sleep_comparison
from rewire_app.charts.moments_plane import moments_plane
from rewire_app.charts.nights_strip import following
from rewire_app.charts.notes import Notes
from rewire_app.ui.charts.moments import MomentsPlot
from rewire_app.ui.charts.scatter import ScatterPlot
from rewire_app.ui.charts.strip_plot import StripPlot
from rewire_app.ui.widgets.theme import theme
from tests.charts.conftest import TODAY, notes_of, years_of_notes

CASES = {
    "no data": Notes(),
    "one day": notes_of(reactivity=[(TODAY, 0)], sleep=[(TODAY, 400)], felt=[(TODAY, 5, 20, 0, "new")]),
    "all missing": notes_of(first=TODAY - 400, last=TODAY - 300),
    "constant": notes_of(
        practice=[(TODAY - back, 300) for back in range(90)],
        reactivity=[(TODAY - back, 5) for back in range(90)],
        sleep=[(TODAY - back, 420) for back in range(90)],
        felt=[(TODAY - back, 5, 20, 0, "new") for back in range(90)],
    ),
    "ten years": years_of_notes(3650),
    "fifty years": years_of_notes(18_250),
}


def shown(qtbot, plot, width: int = 588):
    qtbot.addWidget(plot)
    plot.resize(width, max(plot.heightForWidth(width), plot.sizeHint().height()))
    plot.show()
    plot.grab()
    return plot


def spots_of(plot) -> list[tuple[float, float]]:
    """Where marks stand: everything but the ring and the medians."""
    found = []
    for item in plot.drawn:
        if isinstance(item, pg.ScatterPlotItem) and item is not plot.chosen_ring:
            x, y = item.getData()
            found += zip(x.tolist(), y.tolist(), strict=True)
    return sorted(found)


@pytest.mark.parametrize("weekly", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_every_night_and_evening_is_painted(qtbot, case: str, weekly: bool) -> None:
    value = sleep_comparison(CASES[case], TODAY).scatter(weekly=weekly)
    plot = ScatterPlot()
    plot.show_scatter(value)
    shown(qtbot, plot)
    assert spots_of(plot) == sorted((point.x, point.y) for point in value.points)
    assert plot.accessibleName() == "Sleep against reactivity"
    assert plot.accessibleDescription() == value.summary


@pytest.mark.parametrize("chosen", [Range.QUARTER, Range.ALL])
@pytest.mark.parametrize("case", CASES)
def test_every_moment_outline_and_median_is_painted(qtbot, case: str, chosen: Range) -> None:
    value = moments_plane(CASES[case], columns(chosen, CASES[case].first, TODAY))
    plot = MomentsPlot()
    plot.show_plane(value)
    shown(qtbot, plot)
    medians = [period.typical for period in value.periods if period.typical is not None]
    assert spots_of(plot) == sorted([*((point.x, point.y) for point in value.points), *medians])
    outlines = [item for item in plot.drawn if isinstance(item, QGraphicsPolygonItem)]
    corners = [[(corner.x(), corner.y()) for corner in item.polygon().toList()] for item in outlines]
    assert corners == [list(period.hull) for period in value.periods if period.hull]
    assert plot.accessibleDescription() == value.summary
    for number in range(plot.count()):
        plot.choose(number)
        x, y = plot.chosen_ring.getData()
        assert (x[0], y[0]) == (value.points[number].x, value.points[number].y)


def test_a_moment_that_was_still_going_is_hollow(qtbot) -> None:
    notes = notes_of(felt=[(TODAY, 5, 20, 0, "new"), (TODAY, 7, None, 1, "new")])
    plot = MomentsPlot()
    plot.show_plane(moments_plane(notes, columns(Range.MONTH, notes.first, TODAY)))
    shown(qtbot, plot)
    going = plot.plane.y_ticks[-1].y
    for item in plot.drawn:
        if isinstance(item, pg.ScatterPlotItem) and item is not plot.chosen_ring:
            hollow = item.opts["brush"].color() == theme.color("surface")
            assert hollow == (item.getData()[1][0] == going)


@pytest.mark.parametrize("case", CASES)
def test_every_day_of_the_strip_has_its_marks(qtbot, case: str) -> None:
    made = following(CASES[case], columns(Range.ALL, CASES[case].first, TODAY))
    strip = made.page(made.pages - 1)
    plot = StripPlot()
    plot.show_strip(strip)
    shown(qtbot, plot)
    assert plot.accessibleDescription() == strip.summary
    for panel in strip.panels:
        known = [number for number, value in enumerate(panel.values) if value is not None]
        place, marks = plot.picture.places[panel.key], plot.picture.marks[panel.key]
        assert [number for number, _rect in marks] == known
        for number, rect in marks:
            assert place.top() - 8 <= rect.top() <= rect.bottom() <= place.bottom() + 8
            assert plot.picture.column(rect.center().x()) == number


def test_a_chosen_day_is_marked_in_all_three_panels(qtbot) -> None:
    made = following(CASES["constant"], columns(Range.QUARTER, CASES["constant"].first, TODAY))
    plot = StripPlot()
    plot.show_strip(made.page(0))
    shown(qtbot, plot)
    before = plot.grab().toImage()
    plot.pick({4})
    after = plot.grab().toImage()
    x = round(plot.picture.middle(4))
    for panel in plot.strip.panels:
        place = plot.picture.places[panel.key]
        line = round(place.bottom()) + 2
        assert before.pixelColor(x, line) != theme.color("ink2")
        assert after.pixelColor(x, line) == theme.color("ink2")


@pytest.mark.parametrize("plot", [ScatterPlot, MomentsPlot, StripPlot])
def test_an_empty_picture_takes_keys_and_the_mouse(qtbot, plot) -> None:
    made = plot()
    shown(qtbot, made)
    assert made.count() == 0
    assert made.sentence(-1) == ""
    qtbot.mouseMove(made)
