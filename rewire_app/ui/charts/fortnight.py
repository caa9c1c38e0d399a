"""The last fourteen days: a square a day, filled when practised, a diamond above when a moment was noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.base import Painted, box, diamond, fixed_height, fixed_size, words
from rewire_app.ui.widgets.theme import theme

SQUARE = 18
BELOW = 8
"""Px between the squares and their letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FortnightDay:
    """One day: its letter, whether it was practised, whether a moment was noted, whether it was paused."""

    letter: str
    practised: bool = False
    moment: bool = False
    paused: bool = False


class Fortnight(Painted):
    """Days from the oldest to today; today is dashed until it is practised. No streak is drawn."""

    spoken = "Graphic"

    def __init__(self, days: Sequence[FortnightDay] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[FortnightDay, ...] = ()
        self.setAccessibleName(_("Last 14 days"))
        fixed_height(self)
        self.set_days(days)

    def set_days(self, days: Sequence[FortnightDay]) -> None:
        """Show other days, the last of them today."""
        self._days = tuple(days)
        practised = sum(day.practised for day in self._days)
        moments = sum(day.moment for day in self._days)
        first = _("Practised on {n} of {all} days.").format(n=practised, all=len(self._days))
        second = ngettext("A moment on {n} day.", "Moments on {n} days.", moments).format(n=moments)
        self.setAccessibleDescription(f"{first} {second}")
        self.update()

    def sizeHint(self) -> QSize:
        """Diamonds, squares and letters."""
        return QSize(theme.px(388), theme.px(38) + theme.px(BELOW) + theme.line("tick"))

    def minimumSizeHint(self) -> QSize:
        """Squares with a gap of 3 px."""
        return QSize(14 * (SQUARE + 3), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a column a day."""
        if not self._days:
            return
        painter = self.painter()
        count, side = len(self._days), min(theme.px(SQUARE), self.width() // max(1, len(self._days)) - 3)
        pitch = min((self.width() - side - 2) / max(1, count - 1), 27.7 * theme.scale / 100)
        top, last = theme.px(20), count - 1
        for place, day in enumerate(self._days):
            shown = last - place if self.mirrored else place
            x = 1 + shown * pitch
            rect = QRectF(round(x), top, side, side)
            middle = rect.center().x()
            if day.moment:
                diamond(painter, QPointF(middle, theme.px(6)), theme.px(5.5), theme.color("coral"))
            if day.practised:
                box(painter, rect, 5, theme.color("primary"))
            elif place == last:
                pen = QPen(theme.color("primary"), 2)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([1.9, 1.5])
                painter.setPen(pen)
                painter.setBrush(theme.color("surface"))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4.5, 4.5)
            elif day.paused:
                middle_y = rect.center().y()
                painter.setPen(QPen(theme.color("edge"), 2))
                painter.drawLine(QPointF(rect.left() + 4, middle_y), QPointF(rect.right() - 4, middle_y))
            else:
                painter.setPen(QPen(theme.color("edge"), 1.2))
                painter.setBrush(theme.color("surface"))
                painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 5, 5)
            here = place == last
            below = QRectF(middle - pitch / 2, top + side + theme.px(BELOW), pitch, theme.line("tick"))
            words(painter, below, "tick_strong" if here else "tick", "ink" if here else "ink2", day.letter)
        painter.end()


class LegendMark(Painted):
    """The mark of a series beside its words: a practised square or a moment's diamond."""

    def __init__(self, series: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square of 16."""
        return QSize(theme.px(16), theme.px(16))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = self.painter()
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._series == "practice":
            side = theme.px(13)
            square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            box(painter, square, 3, theme.color("primary"))
        else:
            diamond(painter, middle, theme.px(6), theme.color("coral"))
        painter.end()
