"""The nights from noon to noon, painted: Up and Down go through them, Enter opens the day of one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.charts.nights_raster import ROWS, Raster
from rewire_app.ui.charts.nights_picture import NightsPicture, raster_height
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.theme import theme


class NightsPlot(SelectingPlot):
    """One row a night; the newest is chosen at first."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raster: Raster | None = None
        self._picture: NightsPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def raster(self) -> Raster | None:
        """What is painted."""
        return self._raster

    def show_raster(self, raster: Raster) -> None:
        """Paint other nights."""
        self._raster, self._picture = raster, None
        self.setAccessibleName(raster.name)
        self.setAccessibleDescription(raster.summary)
        noted = [number for number, row in enumerate(raster.rows) if row.night is not None]
        self.choose(noted[-1] if noted else -1)
        self.update()

    def count(self) -> int:
        """How many nights there are."""
        return len(self._raster.rows) if self._raster else 0

    def sentence(self, number: int) -> str:
        """What a night was like."""
        return self._raster.rows[number].words if self._raster and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which night is looked at."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The night under the mouse."""
        picture = self.picture
        return None if picture is None else picture.row_at(where.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the nights, as Left and Right do."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        last = self.count() - 1
        if by is None or last < 0:
            super().keyPressEvent(event)
            return
        self.choose(max(0, min(last, self.chosen + by)), announce=True)

    def sizeHint(self) -> QSize:
        """The width of the design and five weeks of rows."""
        return QSize(theme.px(588), raster_height(ROWS))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), raster_height(ROWS))

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._picture = None
        self.updateGeometry()
        self.update()

    @property
    def picture(self) -> NightsPicture | None:
        """The picture for the present width."""
        if self._raster is None:
            return None
        if self._picture is None or self._picture.width != self.width():
            self._picture = NightsPicture(self._raster, self.width())
        return self._picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the nights, and the frame around the one that is looked at."""
        picture = self.picture
        if picture is None:
            return
        painter = QPainter(self)
        picture.paint(painter)
        picture.frame(painter, self.shown)
        painter.end()
