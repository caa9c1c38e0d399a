"""The key of alarm and brake: the mark of each period with its name and how many moments it holds."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.base import Painted, fixed_size, words
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.moments_plane import MomentsPlane

ROLES = ("amber", "edge", "indigo")
"""The colour of each period; 18 or more apart (CIEDE2000) however colours are seen."""
SYMBOLS = ("t1", "s", "d")
"""Their shapes: triangle, square, diamond."""
CORNERS = {"t1": (3, -pi / 2, 1.1), "s": (4, -pi / 4, 1.25), "d": (4, -pi / 2, 1.15)}
SIZE = 6


class _Entry(Painted):
    """One mark and its words."""

    spoken = "StaticText"

    def __init__(self, symbol: str, role: str, text: str, *, typical: bool = False) -> None:
        super().__init__()
        self._symbol, self._role, self._typical = symbol, role, typical
        self.text = text
        self.setAccessibleName(text)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """The mark and the words beside it."""
        wide = theme.metrics("small").horizontalAdvance(self.text)
        return QSize(round(wide) + theme.px(24), theme.line("small") + theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark before the words."""
        painter = self.painter()
        middle = QPointF(theme.px(9), self.height() / 2)
        _shape(painter, self._symbol, middle, self._role, typical=self._typical)
        room = QRectF(self.rect()).adjusted(theme.px(22), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words(painter, room, "small", "ink2", self.text, align=align)
        painter.end()


def _shape(painter: QPainter, symbol: str, at: QPointF, role: str, *, typical: bool) -> None:
    corners, turn, size = CORNERS[symbol]
    wide = theme.px(SIZE) * size
    shape = QPolygonF(
        [
            QPointF(
                at.x() + wide * cos(turn + 2 * pi * n / corners),
                at.y() + wide * sin(turn + 2 * pi * n / corners),
            )
            for n in range(corners)
        ]
    )
    painter.setPen(QPen(theme.color("ink"), 2) if typical else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.color("surface" if typical else role))
    painter.drawPolygon(shape)


class PeriodKey(Flow):
    """A line (or more) of marks and words above the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=8)
        self.entries: list[_Entry] = []

    def show_plane(self, plane: MomentsPlane) -> None:
        """Name the periods of another picture."""
        texts = [
            ngettext("{name}, {n} moment", "{name}, {n} moments", period.outcomes.moments).format(
                name=period.name, n=period.outcomes.moments
            )
            for period in plane.periods
        ]
        typical = any(period.typical is not None for period in plane.periods)
        if typical:
            texts.append(_("With an edge: the typical moment"))
        if [entry.text for entry in self.entries] == texts:
            return
        for entry in self.entries:
            self.drop(entry)
        self.entries = []
        for number, text in enumerate(texts):
            last = number == len(plane.periods)
            which = min(number, len(ROLES) - 1)
            entry = _Entry(SYMBOLS[which], ROLES[which], text, typical=last)
            self.entries.append(entry)
            self.add(entry)
        self.updateGeometry()

    def drop(self, entry: QWidget) -> None:
        """Let an entry go."""
        self._held.remove(entry)
        entry.hide()
        entry.deleteLater()
