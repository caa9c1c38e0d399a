"""How regular the practice is: share of plan and strength, each with its reason."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, fixed_height, words
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.text import Strong, Text
from rewire_app.ui.widgets.theme import S1, S2, S3, theme
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.consistency import Consistency
    from rewire_app.charts.spec import Lane


class StrengthCurve(Painted):
    """The strength over the range that is shown, 0 to 100%, as a thin line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane: Lane | None = None
        self._columns = 1
        fixed_height(self)

    def show_lane(self, lane: Lane, columns: int) -> None:
        """Paint another curve."""
        self._lane, self._columns = lane, max(1, columns)
        self.setAccessibleName(f"{lane.title}: {lane.what}")
        known = [value for marks in lane.marks for value in marks.y]
        if known:
            self.setAccessibleDescription(
                _("From {first}% to {last}%.").format(first=round(known[0]), last=round(known[-1]))
            )
        self.update()

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(theme.px(200), theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """As high as the hint."""
        return QSize(theme.px(120), theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid and the line."""
        if self._lane is None:
            return
        painter = self.painter()
        high = theme.line("tick")
        plot = QRectF(theme.px(44), high / 2, self.width() - theme.px(48), self.height() - high - 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        lane = self._lane
        for tick in lane.ticks[:: max(1, len(lane.ticks) - 1)]:
            y = round(_down(plot, lane, tick.y))
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.color("line"))
            rect = QRectF(0, y - high / 2, plot.left() - theme.px(8), high)
            words(painter, rect, "tick", "ink2", tick.text, align=right)
        lines = []
        for run in lane.runs:
            points = [
                QPointF(plot.left() + (x + 0.5) / self._columns * plot.width(), _down(plot, lane, y))
                for x, y in zip(run.x, run.y, strict=True)
            ]
            if not run.across_gap:
                lines += [QLineF(a, b) for a, b in pairwise(points)]
        painter.setPen(QPen(theme.color(lane.look.colour), 2 if len(lines) < 130 else 1))
        painter.drawLines(lines)
        painter.end()


def _down(plot: QRectF, lane: Lane, value: float) -> float:
    return plot.bottom() - (value - lane.lo) / (lane.hi - lane.lo) * plot.height()


class ConsistencyCard(Card):
    """Two numbers in words; each says why it is what it is when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.share = Text("", role="second", ink="ink")
        self.strength = Text("", role="second", ink="ink")
        self.share_why = Unfold(_("Why this number?"), _("Share of plan"))
        self.strength_why = Unfold(_("Why this number?"), _("Strength"))
        self.curve = StrengthCurve()
        body = self.body
        body.addWidget(Strong(_("Practice consistency")))
        body.addSpacing(S2)
        body.addWidget(self.share)
        body.addWidget(self.share_why)
        body.addSpacing(S1)
        body.addWidget(Divider())
        body.addSpacing(S3)
        body.addWidget(self.strength)
        body.addSpacing(S2)
        body.addWidget(self.curve)
        body.addWidget(self.strength_why)

    def show_consistency(self, now: Consistency, strength: Lane, columns: int) -> None:
        """Show today's numbers and the curve of the range."""
        self.share.setText(now.share_words)
        self.share_why.set_words([now.share_why])
        self.strength.setText(now.strength_words)
        self.strength_why.set_words([now.strength_why])
        self.curve.show_lane(strength, columns)
        self.curve.setVisible(bool(strength.runs))
