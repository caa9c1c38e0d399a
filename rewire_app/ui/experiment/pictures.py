"""The picture of an experiment that goes on: how many evenings of each week are rated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, box, fixed_height, words
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, theme

if TYPE_CHECKING:
    from rewire_app.charts.experiment_weeks import RatedEvenings

WEEK_DAYS = 7
SQUARE, PITCH, LABEL = 11, 15, 24
WIDEST = 76
"""Most px of the design that one week takes."""


class EveningsPicture(Painted):
    """A column of seven squares for each week: filled for a rated evening. Nothing about what was rated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evenings: RatedEvenings | None = None
        fixed_height(self)
        self.setAccessibleName(_("Evenings rated in each week"))

    def show_evenings(self, evenings: RatedEvenings) -> None:
        """Paint another state."""
        self._evenings = evenings
        self.setAccessibleDescription(evenings.summary)
        self.update()

    def sizeHint(self) -> QSize:
        """Seven squares and the number of the week."""
        return QSize(theme.px(8 * 44), theme.px(WEEK_DAYS * PITCH + LABEL))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand closer."""
        return QSize(theme.px(8 * 22), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint squares, filled from below, and numbers."""
        if self._evenings is None:
            return
        painter = self.painter()
        count = len(self._evenings.rated)
        step = min(theme.px(WIDEST), self.width() / max(1, count))
        side, pitch = theme.px(SQUARE), theme.px(PITCH)
        for number, rated in enumerate(self._evenings.rated):
            place = count - 1 - number if self.mirrored else number
            middle = place * step + step / 2
            now = number + 1 == self._evenings.now
            for day in range(WEEK_DAYS):
                top = (WEEK_DAYS - 1 - day) * pitch
                rect = QRectF(middle - side / 2, top, side, side)
                if day < rated:
                    box(painter, rect, theme.px(RADIUS_BLOCK), theme.color("primary"))
                elif day < self._evenings.days[number]:
                    box(painter, rect, theme.px(RADIUS_BLOCK), None, theme.color("edge"))
                else:
                    dot = QRectF(middle - 1.5, top + side / 2 - 1.5, 3, 3)
                    box(painter, dot, 1.5, theme.color("edge"))
            under = QRectF(middle - step / 2, WEEK_DAYS * pitch, step, theme.px(LABEL))
            words(painter, under, "tick_strong" if now else "tick", "ink" if now else "ink2", str(number + 1))
        painter.end()
