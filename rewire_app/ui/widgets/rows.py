"""Rows of a page: something to open, and a name with its value and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Body, Small, Strong
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, S1, S2, S4, theme


class OpenRow(PressRow):
    """A row that is one target: glyph, words, what they mean, and a chevron. Enter opens it."""

    def __init__(self, glyph: str, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = hbox(Glyph(glyph, 40), on=self, gap=S4 + 2, margins=(S1, S4, S1, S4))
        text = vbox(Strong(title, role="button_large"), gap=0)
        self._detail = Small(detail, role="second")
        text.addWidget(self._detail)
        put(across, wide(text, 1), Glyph("chevron-right", 24, role="ink2", folder="icons"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)

    def set_detail(self, detail: str) -> None:
        """Say something else under the words."""
        self._detail.setText(detail)
        self.setAccessibleDescription(detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft field under the mouse."""
        if self.underMouse():
            painter = self.painter()
            box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color("primarySoft"))
            painter.end()


class FactRow(QWidget):
    """A name, what is noted (or "Not noted yet"), a smaller line under it, and one quiet button."""

    clicked = Signal()

    def __init__(self, name: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Body(name, ink="ink2", wrap=False)
        self._value = Body("")
        self._detail = Small("")
        self._detail.hide()
        self._button = QuietButton(button)
        self._button.clicked.connect(self.clicked)
        self._tight = False
        self._row = across = hbox(on=self, gap=0)
        across.addWidget(self._name)
        self._told = vbox(stretch(), self._value, self._detail, stretch(), gap=0)
        put(across, wide(self._told, 1), wide(self._button, 0, Qt.AlignmentFlag.AlignVCenter))
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._name.setFixedWidth(theme.px(92))
        above = theme.px(3 if self._tight else S2)
        self._row.setContentsMargins(0, above, 0, above)
        self.setMinimumHeight(theme.px(51 if self._tight else 60))
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Be 51 high instead of 60, where there is little room."""
        if tight != self._tight:
            self._tight = tight
            self.restyle()

    def show_fact(self, value: str, detail: str, button: str, *, noted: bool = True) -> None:
        """Show `value` in bold when something is noted, with `detail` below and `button` to act."""
        self._value.set_role("strong" if noted else "body")
        self._value.set_ink("ink" if noted else "ink2")
        self._value.setText(value)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._button.setText(button)
        self._button.setAccessibleName(f"{self._name.text()}: {button}")

    def sizeHint(self) -> QSize:
        """At least 60 high, 51 when tight."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.minimumHeight()))
