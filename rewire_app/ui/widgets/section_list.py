"""The sections of a page that has several, one of them here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.theme import RADIUS_ITEM, theme

WIDTH = 210
IN_ITEM = 14
"""Px from the edge of a section to its words."""
QWIDGETSIZE_MAX = 16_777_215

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SectionButton(PaintedButton):
    """One section."""

    ring_inside: ClassVar[bool] = True
    spoken = "PageTab"

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.tight = False
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """The list decides which section is here."""

    def sizeHint(self) -> QSize:
        """210 by 42; as wide as its words when tight."""
        own = round(theme.metrics("button").horizontalAdvance(self.label)) + 2 * theme.px(IN_ITEM)
        return QSize(own if self.tight else max(theme.px(WIDTH), own + theme.px(8)), theme.px(42))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_ITEM)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it at rest, under the mouse, or here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, radius = self.isChecked(), theme.px(RADIUS_ITEM)
        if here:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("line"))
            left = self.width() - 3 if self._mirrored() else 0
            bar = QRectF(left, theme.px(11), 3, self.height() - theme.px(22))
            painter.fillRect(bar, theme.color("primary"))
        elif self._hot():
            box(painter, self.rect(), radius, theme.color("sunken"))
        pad = theme.px(IN_ITEM)
        room = QRectF(pad, 0, self.width() - 2 * pad, self.height())
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignVCenter | side
        words(painter, room, "button" if here else "body", "ink" if here else "ink2", self.label, align=align)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's: by itself a button would move the focus and open nothing."""
        if event.key() in STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)


class SectionList(QWidget):
    """`chosen(key)`: another section is asked for. Up and Down move."""

    spoken = "PageTabList"
    chosen = Signal(str)

    def __init__(
        self, sections: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        whole = vbox(on=self)
        self._flow = Flow(gap=0)
        whole.addWidget(self._flow)
        self._across = False
        self._buttons: list[SectionButton] = []
        for key, text in sections:
            button = SectionButton(key, text)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._flow.add(button)
            self._buttons.append(button)
        self.restyle()

    def set_across(self, across: bool) -> None:
        """Set the sections in lines above their content, or below each other beside it."""
        if across != self._across:
            self._across = across
            for button in self._buttons:
                button.tight = across
                button.updateGeometry()
            self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        self.setMinimumWidth(0 if self._across else widest)
        self.setMaximumWidth(QWIDGETSIZE_MAX if self._across else widest)
        self._flow.restyle()

    def set_current(self, key: str) -> None:
        """Mark the section called `key`."""
        for button in self._buttons:
            button.setChecked(button.key == key)

    def focus_current(self) -> None:
        """Give the focus to the section that is marked."""
        for button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down (or Left and Right) go to the neighbour and open it."""
        step = STEPS.get(Qt.Key(event.key()))
        held = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if step is None or not held:
            super().keyPressEvent(event)
            return
        target = self._buttons[(held[0] + step) % len(self._buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(target.key)
