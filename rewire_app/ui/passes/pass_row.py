"""One pass in the list: glyph, exercise, its words, before and after, when and how long. One target."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.library.searching import Marked
from rewire_app.i18n import _
from rewire_app.reports.pass_lines import PassLine, no_words
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.change_mark import REACH, draw_change
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.marked_line import draw_marked
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

GLYPH, INDENT, CHEVRON = 32, 50, 24
WHEN, MARK, MARK_TIGHT = 164, 128, 92
ROOMY, TIGHT = 714, 614
"""Px of the design from which on a row has its wide and its narrower columns; below, three lines."""
HIGH, HIGH_NARROW = 66, 90

MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class PassRow(PressRow):
    """`asked(uid)`: open it. `removed(uid)`: take it out. `past(int)`: so many rows on. `reached()`."""

    asked = Signal(str)
    removed = Signal(str)
    past = Signal(int)
    reached = Signal()

    def __init__(self, line: PassLine, found: Marked, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._found = found if found.text else Marked(text=no_words(line))
        self._role = "voice" if found.text else "second"
        self._when = line.when(today)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(line.spoken(today))
        self.clicked.connect(self._ask)

    def _narrow(self) -> bool:
        return self.width() < theme.px(TIGHT)

    def sizeHint(self) -> QSize:
        """66 high; with the third line of a narrow row 90."""
        return QSize(theme.px(TIGHT), theme.px(HIGH_NARROW if self._narrow() else HIGH))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(theme.px(180), self.sizeHint().height())

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CONTROL)

    # keys and mouse

    def _ask(self) -> None:
        self.asked.emit(self.line.uid)

    def event(self, event: QEvent) -> bool:
        """A new width may need another height."""
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to the row that was last looked at."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out, arrows go on."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.past.emit(MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.line.uid)
        else:
            super().keyPressEvent(event)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns, or below a certain width the lines."""
        painter = self.painter()
        if self.underMouse():
            box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color("primarySoft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        narrow, right = self._narrow(), self.width() - theme.px(CHEVRON)
        side = theme.px(GLYPH)
        self._icon(painter, QPointF(0, (self.height() - side) / 2), self.line.glyph, side, "glyphs")
        chevron = "chevron-left" if self.mirrored else "chevron-right"
        at = QPointF(right + theme.px(4), (self.height() - theme.px(18)) / 2)
        self._icon(painter, at, chevron, theme.px(18), "icons")
        top = theme.px(8 if narrow else 7)
        if not narrow:
            right = self._columns(painter, right)
        room = QRectF(theme.px(INDENT), top, right - theme.px(INDENT + 12), theme.line("strong"))
        draw_marked(painter, self._turned(room), "strong", "ink", Marked(text=self.line.title))
        room.translate(0, theme.line("strong"))
        room.setHeight(theme.line("voice"))
        draw_marked(painter, self._turned(room), self._role, "ink2", self._found)
        if narrow:
            room.translate(0, theme.line("voice"))
            room.setHeight(theme.line("small"))
            parts = (self._when, self.line.length, self.line.rating_words)
            told = Marked(text=", ".join(filter(None, parts)))
            draw_marked(painter, self._turned(room), "small", "ink2", told)
        painter.end()

    def _columns(self, painter: QPainter, right: int) -> int:
        """Before and after, and when; returns where they begin."""
        wide = theme.px(WHEN)
        upper = QRectF(right - wide, theme.px(10), wide - theme.px(6), theme.line("small"))
        end = Qt.AlignmentFlag.AlignLeft if self.mirrored else Qt.AlignmentFlag.AlignRight
        self._line(painter, upper, "ink", self._when, end)
        self._line(painter, upper.translated(0, theme.line("small") + 2), "ink2", self.line.length, end)
        roomy = self.width() >= theme.px(ROOMY)
        mark = theme.px(MARK if roomy else MARK_TIGHT)
        left = right - wide - mark - theme.px(8)
        rated = self.line.rating_words if roomy else self.line.short_rating
        middle = Qt.AlignmentFlag.AlignHCenter
        under = QRectF(left, upper.top() + theme.line("small") + 2, mark, theme.line("small"))
        if not rated:
            under.moveTop((self.height() - under.height()) / 2)
            self._line(painter, under, "ink2", _("not rated"), middle)
            return left
        room = self._turned(QRectF(left, theme.px(10), mark, theme.px(20)))
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawLine(QPointF(room.left(), room.center().y()), QPointF(room.right(), room.center().y()))
        top = 100 if self.line.percent else 10
        draw_change(painter, room, self.line.before, self.line.after, top=top, reach=theme.px(REACH))
        self._line(painter, under, "ink2", rated, middle)
        return left

    def _turned(self, room: QRectF) -> QRectF:
        """Where `room` lies when everything is laid out from right to left."""
        across = self.width() - room.left() - room.right() if self.mirrored else 0
        return room.translated(across, 0)

    def _icon(self, painter: QPainter, at: QPointF, name: str, side: int, folder: str) -> None:
        room = self._turned(QRectF(at.x(), at.y(), side, side))
        role = "primary" if folder == "glyphs" else "ink2"
        draw_icon(painter, (room.left(), room.top()), name, role, side, folder=folder)

    def _line(self, painter: QPainter, room: QRectF, ink: str, text: str, align: Qt.AlignmentFlag) -> None:
        """One small line, cut at its end where there is too little room."""
        room = self._turned(QRectF(room))
        text = theme.metrics("small").elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        words(painter, room, "small", ink, text, align=align | Qt.AlignmentFlag.AlignVCenter)
