"""Rows of a page: something to open, and a name with its value and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Body, Small, Strong
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, S1, S2, S4, theme

NO_END = 16_777_215
"""The greatest width Qt knows, px: none is set."""


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
        self._tight = self._upright = False
        self._row = across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        across.setSpacing(0)
        across.addWidget(self._name)
        self._told = vbox(stretch(), self._value, self._detail, stretch(), gap=0)
        put(across, wide(self._told, 1), self._button)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        upright, flag = self._upright, Qt.AlignmentFlag
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if upright else ways.LeftToRight)
        self._row.setAlignment(self._button, flag.AlignLeading if upright else flag.AlignVCenter)
        beside = theme.px(92)
        self._name.setMinimumWidth(0 if upright else beside)
        self._name.setMaximumWidth(NO_END if upright else beside)
        inset = theme.px(QUIET) if upright else 0  # the words stand over those of the button
        for part in (self._name, self._told):
            part.setContentsMargins(inset, 0, 0, 0)
        above = 0 if upright else theme.px(6 if self._tight else S2)
        self._row.setContentsMargins(0, above, 0, above)
        self.setMinimumHeight(theme.px(self._height()))
        self.update()

    def _height(self) -> int:
        return 0 if self._upright else 56 if self._tight else 60

    def set_upright(self, upright: bool) -> None:
        """Stand as a column beside others, its parts below each other, with a hairline before them."""
        if upright != self._upright:
            self._upright = upright
            self.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline of a column."""
        if self._upright:
            painter = QPainter(self)
            at = self.width() - 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
            painter.fillRect(at, 0, 1, self.height(), theme.color("line"))
            painter.end()

    def set_tight(self, tight: bool) -> None:
        """Be 56 high instead of 60, for small windows."""
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
        """At least 60 high, 56 when tight."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(self._height())))
