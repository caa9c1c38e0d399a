"""The recovery kit on one page of paper: black on white, without a name, with room for own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.paper import findable
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDE, HIGH = 642, 995
"""What is drawn on, in px of the design; it is made to fit the paper."""
DPI = 300
MARGIN_MM = 20
WRAP = int(Qt.TextFlag.TextWordWrap)
Type = tuple[str, int]
"""A font role, and its size in px of the design: paper does not follow the size of text on the screen."""
TITLE, LEAD, HEADING = ("card_title_small", 25), ("article", 19), ("strong", 17)
PLAIN, SMALL, SIGNS = ("body", 16), ("small", 14), ("code", 26)


class KitPaper:
    """Draws the page from top to bottom."""

    def __init__(self, painter: QPainter, groups: Sequence[str], made: date) -> None:
        self._painter, self._groups, self._made, self._y = painter, groups, made, 0.0

    def draw(self) -> None:
        """Draw all of it."""
        self._words(TITLE, _("Recovery kit for Rewire"), after=16)
        self._words(
            LEAD,
            _(
                "This page opens the notes of one person on one computer if the passphrase is forgotten. "
                "Keep it where you keep a passport. Do not keep it as a picture on a phone that others use."
            ),
            after=20,
        )
        made = _("Made on {day}. It replaces every page made before.")
        self._words(PLAIN, made.format(day=day_words(self._made, year=True)), after=28)
        self._words(HEADING, _("The code: nine groups of four"), after=10)
        self._code()
        self._words(
            SMALL,
            _("No letter I or O and no digit 0 or 1 is used. The last group checks the others."),
            after=32,
        )
        self._words(HEADING, _("How to use it"), after=8)
        for number, step in enumerate(_steps(), start=1):
            self._words(PLAIN, f"{number}. {step}", after=4)
        self._y += 26
        self._lines(_("Where your backups are, in your own words"), 2)
        self._lines(_("Who knows where this page is"), 1)
        self._foot()

    def _words(self, face: Type, text: str, *, after: float) -> None:
        painter = self._painter
        painter.setFont(_font(*face))
        room = QRectF(0, self._y, WIDE, HIGH)
        taken = painter.boundingRect(room, WRAP, text)
        painter.drawText(room, WRAP, text)
        self._y += taken.height() + after

    def _code(self) -> None:
        painter, gap, high = self._painter, 12, 48
        across = (WIDE - 2 * gap) / 3
        upright = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for place, group in enumerate(self._groups):
            x, y = place % 3 * (across + gap), self._y + place // 3 * (high + gap)
            painter.drawRoundedRect(QRectF(x, y, across, high), 10, 10)
            painter.setFont(_font(*SMALL))
            painter.drawText(QRectF(x + 14, y, 20, high), upright, str(place + 1))
            painter.setFont(_font(*SIGNS))
            painter.drawText(QRectF(x + 41, y, across - 45, high), upright, group)
        self._y += 3 * (high + gap)

    def _lines(self, heading: str, count: int) -> None:
        self._words(HEADING, heading, after=0)
        for _line in range(count):
            self._y += 40
            self._painter.drawLine(QPointF(0, self._y), QPointF(WIDE, self._y))
        self._y += 34

    def _foot(self) -> None:
        self._y = HIGH - 58
        self._painter.drawLine(QPointF(0, self._y), QPointF(WIDE, self._y))
        self._y += 14
        who = _(
            "Anyone who holds this page and the computer or a backup can read the notes. No name stands on "
            "it, on purpose."
        )
        self._words(SMALL, who, after=0)


def _steps() -> tuple[str, ...]:
    return (
        _("Start Rewire. On the locked screen choose “Use the recovery kit”."),
        _("Type the nine groups. Capitals and gaps do not matter."),
        _("Choose a new passphrase. Then make a new page, and tear this one up."),
    )


def _font(role: str, size: int) -> QFont:
    font = findable(theme.font(role))
    font.setPixelSize(size)
    return font


def draw(painter: QPainter, paper: QSizeF, groups: Sequence[str], made: date) -> None:
    """Draw the page as large as fits `paper`, in the middle from side to side."""
    scale = min(paper.width() / WIDE, paper.height() / HIGH)
    painter.translate((paper.width() - WIDE * scale) / 2, 0)
    painter.scale(scale, scale)
    KitPaper(painter, groups, made).draw()


def print_kit(printer: QPrinter, groups: Sequence[str], made: date) -> None:
    """Print the page. What is waiting to be printed is called only Rewire."""
    printer.setDocName("Rewire")
    painter = QPainter(printer)
    draw(painter, printer.pageRect(printer.Unit.DevicePixel).size(), groups, made)
    painter.end()


def kit_as_pdf(groups: Sequence[str], made: date) -> bytes:
    """The page as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Rewire")
    writer.setResolution(DPI)
    millimetre = QPageLayout.Unit.Millimeter
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, millimetre)
    )
    painter = QPainter(writer)
    draw(painter, QSizeF(writer.width(), writer.height()), groups, made)
    painter.end()
    return bytes(buffer.data().data())
