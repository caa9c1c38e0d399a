"""The marks of what was noted on a day: night, practice, moment, evening and note, always in this order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, diamond, fixed_size, words
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.theme import theme

NIGHT, PRACTICE, MOMENT, EVENING, NOTE = MARKS = ("night", "practice", "moment", "evening", "note")
"""The kinds of mark, in the order in which they stand."""
SIDE, PITCH = 12, 17
"""Px of the design across a mark, and from one to the next."""


def draw_mark(painter: QPainter, mark: str, room: QRectF) -> None:
    """Paint one mark, as large as `room` lets it be."""
    side = min(room.width(), room.height())
    middle = room.center()
    part = side / SIDE
    if mark == NIGHT:
        bar = QRectF(middle.x() - side * 0.58, middle.y() - 2 * part, side * 1.16, 4 * part)
        box(painter, bar, 2 * part, theme.color("indigo"))
    elif mark == PRACTICE:
        square = QRectF(middle.x() - 6 * part, middle.y() - 6 * part, 12 * part, 12 * part)
        box(painter, square, 3 * part, theme.color("primary"))
    elif mark == MOMENT:
        diamond(painter, middle, 5.5 * part, theme.color("coral"))
    elif mark == EVENING:
        painter.setPen(QPen(theme.color("amber"), 2 * part))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 5 * part, 5 * part)
    else:
        painter.setPen(NO_PEN)
        for number, long in enumerate((13, 13, 8)):
            line = QRectF(middle.x() - 6.5 * part, middle.y() + (number - 1) * 4 * part - 0.9 * part, 0, 0)
            line.setSize(QRectF(0, 0, long * part, 1.8 * part).size())
            box(painter, line, 0.9 * part, theme.color("ink2"))


def draw_marks(painter: QPainter, marks: Iterable[str], room: QRectF, *, mirrored: bool = False) -> None:
    """Paint marks in a row from the start of `room`, closer together where it is narrow."""
    shown = list(marks)
    pitch = min(theme.px(PITCH), (room.width() + theme.px(PITCH - SIDE)) / max(1, len(shown)))
    side = min(theme.px(SIDE), pitch * 0.75)
    for number, mark in enumerate(shown):
        across = number * pitch
        x = room.right() - across - side if mirrored else room.left() + across
        draw_mark(painter, mark, QRectF(x, room.center().y() - side / 2, side, side))


def mark_name(mark: str) -> str:
    """What a mark stands for."""
    return {
        NIGHT: _("night"),
        PRACTICE: _("practice"),
        MOMENT: _("moment"),
        EVENING: _("evening check"),
        NOTE: _("note"),
    }[mark]


class _MarkName(Painted):
    """One mark with what it stands for."""

    spoken = "StaticText"

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setAccessibleName(mark_name(mark))
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """The mark, its words, and room to the next one."""
        wide = theme.metrics("small").horizontalAdvance(mark_name(self._mark))
        return QSize(round(wide) + theme.px(21 + 18), theme.line("small") + theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark before its words."""
        painter = self.painter()
        side, indent = theme.px(SIDE), theme.px(21)
        x = self.width() - side if self.mirrored else 0
        draw_mark(painter, self._mark, QRectF(x + 1, (self.height() - side) / 2, side, side))
        room = QRectF(self.rect()).adjusted(*((0, 0, -indent, 0) if self.mirrored else (indent, 0, 0, 0)))
        edge = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        align = edge | Qt.AlignmentFlag.AlignVCenter
        words(painter, room, "small", "ink2", mark_name(self._mark), align=align)
        painter.end()


class MarksKey(Flow):
    """What each mark stands for, in a line or more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=0)
        for mark in MARKS:
            self.add(_MarkName(mark))
