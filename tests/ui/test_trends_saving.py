"""Out of Trends: pictures, drawings and tables, saved and copied, by menu."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.lanes import lanes
from rewire_app.charts.spec import Lanes
from rewire_app.domain.days import ZoneClock
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.saving import as_image, as_svg, write_chosen
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.theme import theme
from tests.charts.conftest import TODAY, years_of_notes
from tests.ui.house import press


class Desk:
    """A page with one chart and its table on it."""

    def __init__(self, qtbot: QtBot, folder: Path, days: int = 300, chosen: Range = Range.QUARTER) -> None:
        notes = years_of_notes(days)
        self.lanes: Lanes = lanes(notes, columns(chosen, notes.first, TODAY))
        self.page = Page(Context(folder, ZoneClock()))
        self.plot = LanesPlot()
        self.below = TableBelow("Trends over time, as a table")
        card = Card()
        card.body.addWidget(self.plot)
        card.body.addWidget(self.below)
        QVBoxLayout(self.page).addWidget(card)
        qtbot.addWidget(self.page)
        self.plot.show_lanes(self.lanes)
        self.below.show_table(lambda: self.lanes.table)
        self.page.resize(640, 760)
        self.page.show()
        self.page.grab()
        self.told: list[str] = []
        self.page.context.hub.failed.connect(self.told.append)

    def action(self, words: str) -> QAction:
        menu = self.below.save_button.menu_now()
        return next(action for action in menu.actions() if action.text() == words)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    folder = tmp_path / "profile"
    folder.mkdir()
    return Desk(qtbot, folder)


def test_the_menu_names_what_can_be_done(desk: Desk) -> None:
    menu = desk.below.save_button.menu_now()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Save as picture (PNG)",
        "Save as drawing (SVG)",
        "Copy as picture",
        "Save as table (CSV)",
        "Copy as text",
    ]
    assert menu.accessibleName() == "Save or copy, Trends over time"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_and_closes_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    desk.below.save_button.setFocus()
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_the_drawing_is_made_of_shapes_and_text(desk: Desk) -> None:
    drawing = as_svg(desk.plot, "Trends over time")
    root = ElementTree.fromstring(drawing)
    tags = [re.sub(r"\{.*\}", "", node.tag) for node in root.iter()]
    assert "image" not in tags
    assert tags.count("path") > 40
    written = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Trends over time" in written
    for lane in desk.lanes.lanes:
        assert lane.title in written
    described = [node.text for node in root.iter("{http://www.w3.org/2000/svg}desc")]
    assert described[0].startswith(desk.lanes.summary)


def test_a_drawing_of_many_days_holds_no_pixels_either(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, days=3000, chosen=Range.ALL)
    assert b"<image" not in as_svg(desk.plot, "Trends over time")


def test_picture_and_drawing_look_alike(desk: Desk) -> None:
    image = as_image(desk.plot, "Trends over time")
    other = QImage(image.size(), QImage.Format.Format_RGB32)
    other.fill(theme.color("bg"))
    from PySide6.QtGui import QPainter

    painter = QPainter(other)
    QSvgRenderer(as_svg(desk.plot, "Trends over time")).render(painter)
    painter.end()
    small = QSize(60, 60)
    left, right = (
        each.scaled(small).convertToFormat(QImage.Format.Format_Grayscale8) for each in (image, other)
    )
    differences = [
        abs(left.pixelColor(x, y).lightness() - right.pixelColor(x, y).lightness())
        for x in range(60)
        for y in range(60)
    ]
    assert sum(differences) / len(differences) < 6
    assert image.width() == 2 * (desk.plot.width() + 2 * theme.px(20))


def test_the_picture_goes_to_the_clipboard(desk: Desk) -> None:
    desk.action("Copy as picture").trigger()
    held = QGuiApplication.clipboard().image()
    assert held.size() == as_image(desk.plot, "Trends over time").size()


def test_saving_asks_for_a_place_and_remembers_its_folder(desk: Desk, tmp_path: Path) -> None:
    chosen = tmp_path / "kept"
    chosen.mkdir()
    assert write_chosen(desk.page, chosen / "a.csv", b"x")
    desk.action("Save as table (CSV)").trigger()
    dialog = next(one for one in desk.page.window().findChildren(QFileDialog))
    assert Path(dialog.directory().absolutePath()) == chosen
    name = f"rewire-trends-over-time-{desk.page.context.today.isoformat()}.csv"
    assert [Path(each).name for each in dialog.selectedFiles()] == [name]
    dialog.accept()
    saved = io.StringIO((chosen / name).read_bytes().decode("utf-8-sig"), newline="")
    assert tuple(tuple(row) for row in csv.reader(saved)) == (
        desk.lanes.table.headings,
        *desk.lanes.table.rows,
    )
    assert desk.told == []


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_saved_picture_can_be_opened(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.page.context.preferences.put(folder=str(tmp_path))
    what = {"png": "Save as picture (PNG)", "svg": "Save as drawing (SVG)"}[ending]
    desk.action(what).trigger()
    dialog = next(one for one in desk.page.window().findChildren(QFileDialog))
    dialog.accept()
    saved = next(tmp_path.glob(f"*.{ending}"))
    assert date.fromisoformat(saved.stem[-10:]) == desk.page.context.today
    if ending == "png":
        assert not QImage(str(saved)).isNull()
    else:
        assert QSvgRenderer(str(saved)).isValid()


def test_a_folder_that_is_gone_is_said_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    assert not write_chosen(desk.page, tmp_path / "gone" / "a.csv", b"x")
    assert desk.told == ["This folder is not there any more. The file was not saved. Choose another folder."]
    assert desk.page.context.settings.folder == ""
