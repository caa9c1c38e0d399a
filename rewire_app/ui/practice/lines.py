"""Words that a painted card lays out itself: wrapped lines in a font role, measured once for each width."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from rewire_app.ui.widgets.theme import theme


class Lines:
    """`text` in a font role, wrapped to a width in px."""

    def __init__(self, text: str, role: str) -> None:
        self._text, self._role = text, role
        self._laid: tuple[tuple[object, ...], QTextLayout, int] | None = None
        self._heights: dict[int, int] = {}
        self._measured: tuple[tuple[object, ...], float, int] = ((), 0.0, 0)

    def _at(self, width: int, direction: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
        key = (width, direction, theme.scale, theme.line_spacing, theme.plain_font)
        if self._laid is not None and self._laid[0] == key:
            return self._laid[1], self._laid[2]
        height, count = theme.line(self._role), 0
        layout = QTextLayout(self._text, theme.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        self._laid = (key, layout, count * height)
        return layout, count * height

    def height(self, width: int, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> int:
        """The height of all lines in px; layouts ask for it many times over, mostly for a single line."""
        look = (theme.scale, theme.line_spacing, theme.plain_font)
        if self._measured[0] != look:
            advance = theme.metrics(self._role).horizontalAdvance(self._text)
            self._measured = (look, advance, theme.line(self._role))
            self._heights.clear()
        _look, advance, line = self._measured
        if advance < width:
            return line
        if width not in self._heights:
            self._heights[width] = self._at(width, direction)[1]
        return self._heights[width]

    def draw(self, painter: QPainter, at: tuple[float, float], width: int, ink: str) -> None:
        """Paint the lines with their top left corner at `at`, in the colour role `ink`."""
        layout, _height = self._at(width, painter.layoutDirection())
        painter.setPen(theme.color(ink))
        layout.draw(painter, QPointF(*at))
