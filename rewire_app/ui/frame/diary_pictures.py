"""Pictures of the diary card: filled in, one cell, its rows, what is left out, and its paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from rewire_app.reports.diary_week import DiaryWeek
from rewire_app.ui.base import routes
from rewire_app.ui.diary.cell_chooser import CellChooser
from rewire_app.ui.diary.page import ROWS, DiaryPage
from rewire_app.ui.diary.paper import WeekPaper
from rewire_app.ui.diary.print_sheet import PrintSheet
from rewire_app.ui.frame.window import Window

PAPER, MARGIN = (794, 1123), 56
"""Px of a sheet of A4 in the design, and of its margins."""
Keep = Callable[[QWidget, str], None]


def look_at_diary(window: Window, keep: Keep) -> None:
    """Give `keep` the card of last week in all its forms."""
    page = window.shell.page("diary")
    assert isinstance(page, DiaryPage)
    window.go(routes.diary(window.context.today - timedelta(days=7)))
    keep(window, "diary-card")
    page.view.turn_filling()
    keep(window, "diary-card-fill")
    page.view.table.open_cell()
    keep(window, "diary-card-cell")
    for chooser in page.findChildren(CellChooser):
        chooser.close_up()
    page.view.turn_filling()
    page.press_main()
    keep(window, "diary-card-leave-out")
    for sheet in page.findChildren(PrintSheet):
        sheet.put_away()
    if page.view.week is not None:
        _paper(window, page.view.week, keep)
    window.go(ROWS)
    keep(window, "diary-card-rows")


def _paper(window: Window, week: DiaryWeek, keep: Keep) -> None:
    sheet = QLabel(window)
    picture = QPixmap(*PAPER)
    picture.fill(Qt.GlobalColor.color0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MARGIN, MARGIN)
    inner = QSizeF(PAPER[0] - 2 * MARGIN, PAPER[1] - 2 * MARGIN)
    WeekPaper(painter, week, words=True).draw(inner)
    painter.end()
    sheet.setPixmap(picture)
    sheet.resize(*PAPER)
    keep(sheet, "diary-card-print")
    sheet.deleteLater()
