"""A small card over the page, beside what it is about, until Esc, a click elsewhere or Tab past it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.theme import RADIUS_CARD, S3, theme

GAP = 6
"""Px between a popover and what it is about."""


class Popover(Card):
    """A card over `page`. `closed()`: it is gone, and the focus is back where it came from."""

    spoken = "Dialog"
    closed = Signal()
    wide = 340
    """The most px of the design across."""

    def __init__(self, page: QWidget, *, name: str, padding: int | tuple[int, int] = 20) -> None:
        super().__init__(page, padding=padding, name=name)
        self._page = page
        self._before: QWidget | None = None
        self._about = QRect()
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def open_at(self, about: QRect, focus: QWidget | None) -> None:
        """Lie beside `about`, a part of the page, and give the focus to `focus`, if there is one."""
        self._about = about
        self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.place()  # once more: now its parts know how wide they are
        self.raise_()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Below what it is about, or above it, and always inside the page."""
        size = self._size()
        room = self._page.rect().adjusted(S3, S3, -S3, -S3)
        left = min(self._about.left(), room.right() + 1 - size.width())
        top = self._about.bottom() + GAP
        if top + size.height() > room.bottom():
            above = self._about.top() - GAP - size.height()
            top = min(above if above >= room.top() else room.bottom(), room.bottom() + 1 - size.height())
        self.setGeometry(QRect(QPoint(max(room.left(), left), max(room.top(), top)), size))

    def _size(self) -> QSize:
        body, room = self.body, self._page.width() - 2 * S3
        wanted = max(body.sizeHint().width(), body.minimumSize().width())
        width = min(room, theme.px(self.wide), wanted)
        high = body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        return QSize(width, min(high, self._page.height() - 2 * S3))

    def close_up(self) -> None:
        """Go, and give the focus back."""
        if self.isHidden():
            return
        here = QApplication.focusWidget()
        held = here is not None and self.isAncestorOf(here)
        before, self._before = self._before, None
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        inside = old is not None and isValid(old) and self.isAncestorOf(old)
        if self.isVisible() and inside and new is not None and not self.isAncestorOf(new):
            self._before = None  # the person went on
            self.pass_by()

    def pass_by(self) -> None:
        """The person went on to something else."""
        self.close_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take over new sizes, and stay where it is."""
        super().restyle()
        if self.isVisible():
            self.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface with a border that can be told from any page."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("bg"))
        box(painter, self.rect(), theme.px(RADIUS_CARD), theme.color("surface"), theme.color("edge"))
        painter.end()
