"""One line of words in which what was looked for is set off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout

from rewire_app.domain.library.searching import Marked
from rewire_app.ui.widgets.theme import theme


def _hit_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(600)
    look.setForeground(theme.color("ink"))
    look.setBackground(theme.color("selection"))
    return look


def draw_marked(painter: QPainter, room: QRectF, role: str, ink: str, found: Marked) -> None:
    """Paint one line with what was looked for in bold on a soft ground, cut where `room` ends."""
    text = theme.metrics(role).elidedText(found.text, Qt.TextElideMode.ElideRight, room.width())
    layout = QTextLayout(text, theme.font(role))
    looks = []
    for start, end in found.marks:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, min(end, len(text)) - start, _hit_look()
        if part.length > 0:
            looks.append(part)
    layout.setFormats(looks)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width() + 200)  # bold marks are wider than what was measured
    layout.endLayout()
    rightwards = painter.layoutDirection() != Qt.LayoutDirection.RightToLeft
    spare = 0 if rightwards else room.width() - line.naturalTextWidth()
    painter.save()
    painter.setClipRect(room)
    painter.setPen(theme.color(ink))
    layout.draw(painter, QPointF(room.left() + spare, room.top() + (room.height() - line.height()) / 2))
    painter.restore()
