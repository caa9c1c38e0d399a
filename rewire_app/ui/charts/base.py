"""A picture with a selection whose height follows from its width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.theme import theme


class Plot(SelectingPlot):
    """Gives layouts the height for a width, and is drawn anew when its size or its look changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(theme.px(588), self.heightForWidth(max(self.width(), theme.px(280))))

    def redraw(self) -> None:
        """Draw other contents, or the same for another size or look."""
        self.update()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self.redraw()
