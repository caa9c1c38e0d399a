"""The steps of a ladder to be put in order: with the mouse by a handle, with the keys by Alt and arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.ladders import TriedStep
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, fixed_size
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import RADIUS_TAG, S2, S3, TARGET, theme

HANDLE = 24
"""Px across the handle; it is as high as what can be pressed."""
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepHandle(Painted):
    """`moved(by)`: places up (-) or down (+), by Alt and an arrow. `dropped(y)`: let go there, px."""

    spoken = "Button"
    moved = Signal(int)
    dropped = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Alt with Up or Down moves it"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._held = False
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """24 by 44."""
        return QSize(theme.px(HANDLE), theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_TAG)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the step."""
        by = MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._held = event.button() == Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go where the mouse is."""
        held, self._held = self._held, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()
        if held:
            self.dropped.emit(event.globalPosition().y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Six dots, on a soft field while it is held."""
        painter = self.painter()
        if self._held or self.underMouse():
            box(painter, self.rect(), theme.px(RADIUS_TAG), theme.color("primarySoft"))
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("ink2"))
        middle, apart = QPointF(self.width() / 2, self.height() / 2), theme.px(6)
        for row in (-1, 0, 1):
            for side in (-0.5, 0.5):
                at = QPointF(middle.x() + side * apart, middle.y() + row * apart)
                painter.drawEllipse(at, theme.px(3) / 2, theme.px(3) / 2)
        painter.end()


class StepRow(QWidget):
    """A step in the list that is put in order. `edit()`; `removed()`."""

    edit = Signal()
    removed = Signal()

    def __init__(self, rung: TriedStep, place: int, count: int) -> None:
        super().__init__()
        self.step = rung.step
        words = rung.step.step
        told = _("Move: {words}, {n} of {count}").format(words=words, n=place + 1, count=count)
        self.handle = StepHandle(told)
        self.change = QuietButton(_("Edit"))
        self.change.setAccessibleName(_("Edit: {words}").format(words=words))
        self.change.clicked.connect(self.edit)
        remove = QuietButton(_("Remove"))
        remove.setAccessibleName(_("Remove: {words}").format(words=words))
        remove.clicked.connect(self.removed)
        fear = rung.step.distress
        detail = _("Expected fear not noted") if fear is None else _("Expected fear {n}").format(n=fear)
        middle = Qt.AlignmentFlag.AlignVCenter
        hbox(
            wide(self.handle, 0, middle),
            wide(vbox(Strong(words), Second(detail), gap=0), 1),
            wide(self.change, 0, middle),
            wide(remove, 0, middle),
            on=self,
            gap=S3,
            margins=(0, S2, 0, S2),
        )
