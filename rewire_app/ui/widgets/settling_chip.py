"""The chip that says that a moment is settling: in the rail, or in the bar of a small window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.buttons import ICON, PaintedButton
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import TARGET, theme

PAD, GAP = 14, 11
"""Px of the design before the icon, and between it and the words."""
HIGH, MINI_HIGH = 54, 60


class SettlingChip(PaintedButton):
    """It says how long and since when; hidden while nothing settles. A press leads to the moment.

    `mini`: the icon above the minutes, for the narrow rail. `short`: in one line, for the bar.
    """

    def __init__(self, parent: QWidget | None = None, *, short: bool = False) -> None:
        self._since, self._brief = "", ""
        self._short, self._mini = short, False
        super().__init__("", parent, icon="clock")
        self.setAccessibleDescription(_("Opens the moment, to say that it has settled"))
        if not short:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_time(self, lasting: str, since: str, brief: str) -> None:
        """Say "Settling, 6 min" and "since 18:42", or where there is little room `brief`."""
        if (lasting, since) == (self.label, self._since):
            return
        self._since, self._brief = since, brief
        self.setText(lasting)
        self.setAccessibleName(f"{lasting}, {since}")
        self.update()

    def set_mini(self, mini: bool) -> None:
        """Take the form for the narrow rail, or the wide one."""
        self._mini = mini
        self.restyle()

    def sizeHint(self) -> QSize:
        """54 high with two lines, 60 with the minutes below the icon, 44 in the bar."""
        if self._mini:
            advance = theme.metrics("tick_strong").horizontalAdvance(self._brief)
            return QSize(max(theme.px(67), round(advance) + theme.px(8)), theme.px(MINI_HIGH))
        role, said = ("button", self._brief) if self._short else ("strong", self.label)
        advance = theme.metrics(role).horizontalAdvance(said)
        below = 0.0 if self._short else theme.metrics("small").horizontalAdvance(self._since)
        wide = round(max(advance, below)) + theme.px(2 * PAD + GAP + ICON)
        return QSize(wide, theme.px(TARGET if self._short else HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box with its coral edge, the clock and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "sunken" if self._hot() or self.isDown() else "surface"
        box(painter, self.rect(), theme.px(self.radius), theme.color(fill), theme.color("coral"))
        side = theme.px(ICON)
        if self._mini:
            top = (self.height() - side - theme.px(3) - theme.line("tick_strong")) / 2
            draw_icon(painter, ((self.width() - side) / 2, top), "clock", "coral", side)
            below = QRectF(0, top + side + theme.px(3), self.width(), theme.line("tick_strong"))
            words(painter, below, "tick_strong", "ink", self._brief)
        else:
            self._paint_across(painter, side)
        painter.end()

    def _paint_across(self, painter: QPainter, side: int) -> None:
        pad, room = theme.px(PAD), theme.px(PAD + GAP) + side
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - pad - side if flipped else pad
        draw_icon(painter, (x, (self.height() - side) / 2), "clock", "coral", side)
        rest = QRectF(0 if flipped else room, 0, self.width() - room, self.height())
        along = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
        if self._short:
            words(painter, rest, "button", "ink", self._brief, align=along | Qt.AlignmentFlag.AlignVCenter)
            return
        first, second = theme.line("strong"), theme.line("small")
        rest.setTop((self.height() - first - second) / 2)
        rest.setHeight(first)
        words(painter, rest, "strong", "ink", self.label, align=along | Qt.AlignmentFlag.AlignVCenter)
        rest.moveTop(rest.bottom())
        rest.setHeight(second)
        words(painter, rest, "small", "ink2", self._since, align=along | Qt.AlignmentFlag.AlignVCenter)
