"""The key of what settles me: one moment, one that was still going, and about how long with what fits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.settling import paint_about, paint_dot
from rewire_app.ui.widgets.base import Painted, fixed_size, words
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.theme import theme

DOT, GOING, ABOUT = "dot", "going", "about"
WIDE = {DOT: 14, GOING: 34, ABOUT: 40}
"""Px of the design for each mark."""


class _Entry(Painted):
    """One mark and its words."""

    spoken = "StaticText"

    def __init__(self, mark: str, text: str) -> None:
        super().__init__()
        self._mark = mark
        self.text = text
        self.setAccessibleName(text)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """The mark and the words beside it."""
        wide = theme.metrics("small").horizontalAdvance(self.text)
        return QSize(
            round(wide) + theme.px(WIDE[self._mark]) + theme.px(8), theme.line("small") + theme.px(6)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark before the words."""
        painter = self.painter()
        y, wide = self.height() / 2, theme.px(WIDE[self._mark])
        if self._mark == ABOUT:
            paint_about(painter, y, 0, wide - theme.px(6), wide / 2 - theme.px(3))
        else:
            paint_dot(
                painter, QPointF(theme.px(5), y), going=self._mark == GOING, end=float(wide - theme.px(8))
            )
        room = QRectF(self.rect()).adjusted(wide + theme.px(2), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words(painter, room, "small", "ink2", self.text, align=align)
        painter.end()


class SettlingKey(Flow):
    """A line (or more) of marks and words below the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=18, below=4)
        for mark, text in (
            (DOT, _("one moment")),
            (GOING, _("still going then")),
            (ABOUT, _("about, and what fits")),
        ):
            self.add(_Entry(mark, text))
