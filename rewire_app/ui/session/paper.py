"""Paints the page for a session: on a printer, into a PDF file, or as its own preview. Black on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from rewire_app.charts.handout_lanes import HandoutShape, ShapeKind
from rewire_app.i18n import _
from rewire_app.reports.session_handout import Handout
from rewire_app.ui.session.setting import PAPERS, HandoutPaper, SetPage, paper_font, set_handout
from rewire_app.ui.widgets.base import NO_PEN
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication

DPI = 300
INCH = 96.0
"""Px of the paper in an inch."""
FINE, STRONG = 0.5, 1.4
"""How thick rules and curves of the chart are, px."""
WORDS = ("strong", 12), ("body", 11)
"""How names, and how scales and dates of the chart are set."""
BLACK, WHITE = Qt.GlobalColor.color1, Qt.GlobalColor.color0


def paint_page(painter: QPainter, page: SetPage) -> None:
    """Paint one page, in px of the paper."""
    painter.setPen(QPen(BLACK))
    for one in page.lines:
        one.line.draw(painter, QPointF(one.x, one.y) - one.line.position())
    for rule in page.rules:
        painter.setPen(QPen(BLACK, rule.thick))
        painter.drawLine(QPointF(rule.x, rule.y), QPointF(rule.x + rule.wide, rule.y))
    for set_shape in page.shapes:
        painter.save()
        painter.translate(set_shape.x, set_shape.y)
        _paint_shape(painter, set_shape.shape)
        painter.restore()


def _paint_shape(painter: QPainter, shape: HandoutShape) -> None:
    points = [QPointF(x, y) for x, y in shape.points]
    if shape.text:
        _paint_words(painter, shape, points[0])
        return
    half, at = shape.reach / 2, points[0]
    painter.setPen(QPen(BLACK, FINE if shape.kind is ShapeKind.RULE else STRONG))
    match shape.kind:
        case ShapeKind.RULE | ShapeKind.CURVE:
            painter.drawPolyline(points)
        case ShapeKind.DASH:
            painter.setPen(QPen(BLACK, 2.6))
            painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0))
        case ShapeKind.RING:
            painter.setPen(QPen(BLACK, 1.1))
            painter.drawEllipse(at, half, half)
        case _:
            painter.setPen(NO_PEN)
            painter.setBrush(QBrush(BLACK))
            _paint_filled(painter, shape.kind, at, half)


def _paint_filled(painter: QPainter, kind: ShapeKind, at: QPointF, half: float) -> None:
    if kind is ShapeKind.SQUARE:
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    elif kind is ShapeKind.DOT:
        painter.drawEllipse(at, half, half)
    else:
        painter.drawPolygon(
            [at - QPointF(0, half), at + QPointF(half, 0), at + QPointF(0, half), at - QPointF(half, 0)]
        )


def _paint_words(painter: QPainter, shape: HandoutShape, at: QPointF) -> None:
    """Names begin, scales end, and dates stand in the middle of their point."""
    painter.setFont(paper_font(WORDS[0] if shape.kind is ShapeKind.NAME else WORDS[1]))
    middle = Qt.AlignmentFlag.AlignVCenter
    side, rect = {
        ShapeKind.NAME: (Qt.AlignmentFlag.AlignLeft, QRectF(at.x(), at.y() - 10, 80, 20)),
        ShapeKind.SCALE: (Qt.AlignmentFlag.AlignRight, QRectF(at.x() - 40, at.y() - 10, 40, 20)),
    }.get(shape.kind, (Qt.AlignmentFlag.AlignHCenter, QRectF(at.x() - 40, at.y() - 10, 80, 20)))
    painter.setPen(QPen(BLACK))
    painter.drawText(rect, int(side | middle | Qt.TextFlag.TextDontClip), shape.text)


def page_layout(paper: HandoutPaper) -> QPageLayout:
    """The paper as Qt knows it, without margins: they are part of the page."""
    size = QPageSize.PageSizeId.A4 if paper.key == "a4" else QPageSize.PageSizeId.Letter
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def print_handout(printer: QPrinter, handout: Handout, paper: HandoutPaper) -> None:
    """Print what is not struck out. What is waiting to be printed is called only Rewire."""
    printer.setDocName("Rewire")
    printer.setFullPage(True)
    printer.setPageSize(page_layout(paper).pageSize())
    found, fitted = set_handout(handout.printed(), paper)
    painter = QPainter(printer)
    whole = QSizeF(printer.pageLayout().fullRectPixels(printer.resolution()).size())
    for number, page in enumerate(found.pages):
        if number:
            printer.newPage()
        painter.save()
        painter.scale(whole.width() / fitted.set_wide, whole.width() / fitted.set_wide)
        paint_page(painter, page)
        painter.restore()
    painter.end()


def handout_as_pdf(handout: Handout, paper: HandoutPaper) -> bytes:
    """What is not struck out as a PDF file, whose text can be found and whose fonts are in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_("For the session"))
    writer.setCreator("Rewire")
    writer.setResolution(DPI)
    writer.setPageLayout(page_layout(paper))
    painter = QPainter(writer)
    found, fitted = set_handout(handout.printed(), paper)
    for number, page in enumerate(found.pages):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(DPI / INCH * fitted.scale, DPI / INCH * fitted.scale)
        paint_page(painter, page)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def painted(qt: QApplication, handout: Handout, paper: str) -> bytes:
    """As `handout_as_pdf`, where no window is open; `paper` is a key of `PAPERS`."""
    theme.use(qt)
    return handout_as_pdf(handout, PAPERS[paper])
