"""What is painted in high contrast, and that nothing painted is ever too pale to be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.lanes import lanes
from rewire_app.charts.nights_strip import following
from rewire_app.choosing import theme_names
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.strip_plot import StripPlot
from rewire_app.ui.widgets.marks import StepBar
from rewire_app.ui.widgets.theme import theme
from tests.charts.conftest import TODAY, notes_of
from tests.guards.test_theme_contrast import contrast
from tests.ui.house import House

LEAST = 3.0
"""Contrast of a mark with its ground (WCAG 2.2, 1.4.11)."""
NOTES = notes_of(
    practice=[(TODAY - back, 300) for back in range(30)],
    sleep=[(TODAY - back, 420) for back in range(30)],
    reactivity=[(TODAY - back, 5) for back in range(30)],
)


def at(image: QImage, place: QPoint) -> QColor:
    return image.pixelColor(place)


@pytest.mark.parametrize("name", theme_names())
def test_days_that_are_not_chosen_can_still_be_seen(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(qapp, name=name)
    plot = StripPlot()
    qtbot.addWidget(plot)
    plot.setAutoFillBackground(True)
    plot.show_strip(following(NOTES, columns(Range.MONTH, NOTES.first, TODAY)).page(0))
    plot.resize(700, plot.sizeHint().height())
    plot.pick({4})
    image = plot.grab().toImage()
    pale = {
        panel: (number, at(image, rect.center().toPoint()).name())
        for panel, marks in plot.picture.marks.items()
        for number, rect in marks
        if contrast(at(image, rect.center().toPoint()).name(), theme.color("bg").name()) < LEAST
    }
    assert plot.picture.marks["practice"]
    assert pale == {}
    theme.use(qapp)


def test_steps_to_come_are_told_from_those_that_are_done(qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(qapp, name="contrast")
    bar = StepBar("Paced breathing", 2, 4)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    image = bar.grab().toImage()
    pitch = bar.width() // 4
    done, to_come = (at(image, QPoint(place * pitch + 20, 2)) for place in (0, 3))
    assert done == theme.color("primary")
    assert to_come.lightness() > 200
    assert at(image, QPoint(3 * pitch + 20, 4)).lightness() < 160, "its edge is seen"
    theme.use(qapp)


def test_the_chosen_week_has_an_edge(qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(qapp, name="contrast")
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.show_lanes(lanes(NOTES, columns(Range.MONTH, NOTES.first, TODAY)))
    plot.resize(700, plot.heightForWidth(700))
    image = plot.grab().toImage()
    place = plot.places.lanes[0]
    band = place.band(plot.places.x(plot.chosen) - plot.places.pitch / 2, plot.places.pitch)
    edge = at(image, QPoint(round(band.center().x()), round(band.top())))
    assert contrast(edge.name(), theme.color("surface").name()) >= LEAST
    theme.use(qapp)


def test_high_contrast_is_a_choice_among_the_colours(house: House) -> None:
    house.open()
    house.context.preferences.put(theme="contrast")
    assert theme.contrast
    assert theme.color("line") == theme.color("edge")
    house.context.preferences.put(theme="light")
    assert not theme.contrast
