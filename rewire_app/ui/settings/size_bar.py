"""A bar in parts, as wide as each of them is big, with their names below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.reports.your_data import Part, part_words
from rewire_app.ui.widgets.base import Painted, box, fixed_height, fixed_size, tell
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, vbox
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S4, theme

HEIGHT, GAP, RADIUS, LEAST = 20, 3, 4, 6
"""Px of the design: its height, the room between parts, the corners and the least width of a part."""
SWATCH, SWATCH_RADIUS = 10, 3
ROLES = {"words": "primary", "moments": "coral", "nights": "indigo", "index": "edge"}
"""The colour of each part."""


class Swatch(Painted):
    """A square in the colour of a part; its name stands beside it."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """10 by 10, growing with the text."""
        return QSize(theme.px(SWATCH), theme.px(SWATCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        painter = self.painter()
        edge = theme.color("edge") if theme.contrast else None
        box(painter, self.rect(), theme.px(SWATCH_RADIUS), theme.color(self._role), edge)
        painter.end()


class Bar(Painted):
    """The parts beside each other."""

    spoken = "Graphic"

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts
        fixed_height(self)
        tell(self, ", ".join(map(part_words, parts)))

    def sizeHint(self) -> QSize:
        """20 high, growing with the text."""
        return QSize(theme.px(120), theme.px(HEIGHT))

    def _widths(self) -> list[float]:
        """How wide each part is in px; none is too narrow to be seen."""
        room = self.width() - theme.px(GAP) * (len(self._parts) - 1)
        least, whole = theme.px(LEAST), sum(part.size for part in self._parts)
        wanted = [max(least, room * part.size / whole) for part in self._parts]
        return [width * room / sum(wanted) for width in wanted]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them from the side where reading begins."""
        painter, at = self.painter(), 0.0
        edge = theme.color("edge") if theme.contrast else None
        for part, width in zip(self._parts, self._widths(), strict=True):
            left = self.width() - at - width if self.mirrored else at
            rect = QRectF(left, 0, width, self.height())
            box(painter, rect, theme.px(RADIUS), theme.color(ROLES[part.key]), edge)
            at += width + theme.px(GAP)
        painter.end()


class SizeBar(QWidget):
    """The bar and its names."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        names = Flow(gap=S4, below=S2)
        for part in parts:
            name = QWidget()
            hbox(Swatch(ROLES[part.key]), Second(part_words(part), wrap=False), on=name, gap=S2)
            names.add(name)
        vbox(Bar(parts), S2, names, on=self, gap=0)
