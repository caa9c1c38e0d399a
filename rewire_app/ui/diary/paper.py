"""The diary card on one page of paper: black on white, its key in words, and lines to write on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPainter, QPen

from rewire_app.i18n import _
from rewire_app.reports.diary_week import DAYS, DiaryWeek, WeekRow, column_words, part_title
from rewire_app.reports.diary_words import own_words
from rewire_app.ui.diary.week_paint import CellLook, paint_cell
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDE = 682
"""Across what is drawn on, in px of the design; its height follows from the paper."""
MARGIN_MM = 15
ROW, HEAD, NAMES = 29, 31, 176
LINES, LEAST, LINE, FOOT = 4, 2, 32, 26
"""The most and the fewest lines to write on, px from one to the next, and px for what stands at the foot."""
SHRINK = 0.98
"""How much smaller each try is, until everything fits one page."""
WRAP = int(Qt.TextFlag.TextWordWrap)
Type = tuple[str, int]
"""A font role, and its size in px of the design: paper does not follow the size of text on the screen."""
TITLE, WHEN, NAME, STRONG, SMALL, HEADS = (
    ("card_title_small", 26), ("body", 15), ("body", 15), ("strong", 15), ("small", 13), ("small_strong", 13),
)  # fmt: skip


class WeekPaper:
    """Draws a week from top to bottom; `words`: with the week told."""

    def __init__(self, painter: QPainter, week: DiaryWeek, *, words: bool) -> None:
        self._painter, self._week = painter, week
        self._words = own_words(week) if words else ""
        self._wide, self._y = float(WIDE), 0.0
        black = painter.pen().color()
        self._look = CellLook(scale=1, colour=lambda _role: black, font=_font(*NAME))

    def draw(self, paper: QSizeF) -> None:
        """Draw all of it as large as fits `paper`."""
        painter = self._painter
        scale = paper.width() / WIDE
        while self._needed(paper.width() / scale) > paper.height() / scale:
            scale *= SHRINK
        painter.save()
        painter.scale(scale, scale)
        self._wide = paper.width() / scale
        high = paper.height() / scale
        self._head()
        self._table()
        self._told()
        self._room_to_write(high)
        self._foot(high)
        painter.restore()

    def _needed(self, wide: float) -> float:
        """How high everything is at least, with two lines to write on."""
        self._wide = wide
        table = HEAD + sum(ROW * (len(rows) + 1) for _part, rows in self._week.parts())
        told = self._height(NAME, self._words) + 30 if self._words else 0
        return 46 + self._height(SMALL, _key()) + 14 + table + told + 32 + LEAST * LINE + FOOT

    def _height(self, face: Type, text: str) -> float:
        self._painter.setFont(_font(*face))
        return self._painter.boundingRect(QRectF(0, 0, self._wide, 10_000), WRAP, text).height()

    def _write(self, face: Type, text: str) -> None:
        """Write a paragraph, and go below it."""
        high = self._height(face, text)
        self._painter.drawText(QRectF(0, self._y, self._wide, high + 4), WRAP, text)
        self._y += high

    def _line(self, width: float = 1) -> None:
        painter = self._painter
        pen = painter.pen()
        painter.setPen(QPen(pen.color(), width))
        painter.drawLine(QPointF(0, self._y), QPointF(self._wide, self._y))
        painter.setPen(pen)

    def _in_line(self, face: Type, text: str, rect: QRectF, side: Qt.AlignmentFlag) -> None:
        self._painter.setPen(self._look.colour("ink"))
        self._painter.setFont(_font(*face))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self._painter.drawText(rect, int(flags), text)

    def _head(self) -> None:
        top = QRectF(0, 0, self._wide, 36)
        self._in_line(TITLE, _("Diary card"), top, Qt.AlignmentFlag.AlignLeft)
        self._in_line(WHEN, self._week.long_title, top, Qt.AlignmentFlag.AlignRight)
        self._y = 46
        self._write(SMALL, _key())
        self._y += 14
        self._line(2)

    def _table(self) -> None:
        for number, day in enumerate(self._week.days):
            self._in_line(HEADS, column_words(day), self._cell(number, HEAD), Qt.AlignmentFlag.AlignHCenter)
        self._y += HEAD
        for part, rows in self._week.parts():
            self._line()
            whole = QRectF(0, self._y, self._wide, ROW)
            self._in_line(HEADS, part_title(part), whole, Qt.AlignmentFlag.AlignLeft)
            self._y += ROW
            for row in rows:
                self._row(row)
        self._line()

    def _row(self, row: WeekRow) -> None:
        metrics = self._metrics()
        name = metrics(row.name, NAMES - 8)
        whole = QRectF(0, self._y, NAMES, ROW)
        self._in_line(NAME, name, whole, Qt.AlignmentFlag.AlignLeft)
        for number, cell in enumerate(row.cells):
            paint_cell(self._painter, self._cell(number, ROW), row, cell, self._look)
        self._y += ROW

    def _metrics(self) -> Callable[[str, int], str]:
        """What cuts a name that is too long for its column."""
        self._painter.setFont(_font(*NAME))
        metrics = self._painter.fontMetrics()
        return lambda text, room: metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _cell(self, number: int, high: float) -> QRectF:
        across = (self._wide - NAMES) / DAYS
        return QRectF(NAMES + number * across, self._y, across, high)

    def _told(self) -> None:
        self._painter.setPen(self._look.colour("ink"))
        if self._words:
            self._y += 10
            self._write(STRONG, _("The week in words"))
            self._write(NAME, self._words)

    def _room_to_write(self, high: float) -> None:
        """A heading and as many lines as there is room for, four at most."""
        self._y += 12
        self._write(STRONG, _("What I want to talk about"))
        room = int((high - FOOT - self._y) // LINE)
        for _number in range(max(LEAST, min(LINES, room))):
            self._y += LINE
            self._line()

    def _foot(self, high: float) -> None:
        foot = QRectF(0, high - 20, self._wide, 20)
        said = _("Made with Rewire, on my own computer. Nothing was sent anywhere.")
        self._in_line(SMALL, said, foot, Qt.AlignmentFlag.AlignLeft)
        self._in_line(SMALL, _("Page 1 of 1"), foot, Qt.AlignmentFlag.AlignRight)


def _key() -> str:
    return _(
        "Numbers are 0 to 10, where 10 is as strong as can be. The bar shows the same number. A point means "
        "not noted, which is not 0. A filled diamond: the urge was acted on. A filled square: the target was "
        "met that day."
    )


def _font(role: str, size: int) -> QFont:
    font = QFont(theme.font(role))
    font.setPixelSize(size)
    return font


def print_week(printer: QPrinter, week: DiaryWeek, *, words: bool) -> None:
    """Print the week on one page. What is waiting to be printed is called only Rewire."""
    printer.setDocName("Rewire")
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(printer)
    paper = QSizeF(printer.pageRect(printer.Unit.DevicePixel).size())
    WeekPaper(painter, week, words=words).draw(paper)
    painter.end()
