"""The focus ring: one overlay that follows the keyboard focus and is not there for the mouse.

Whether keys or the mouse are used is read from the keys that the focused widget gets and from the reason
with which it loses the focus, so that no filter on the whole application is needed: only that widget, its
ancestors and the window are watched. That code moves the focus as by Tab says nothing: it may follow a click.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from rewire_app.ui.widgets.field_frame import FieldBox
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
OUT_OF_WORDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that may lead out of a text field, where others are words."""
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
GAP, WIDTH = 2, 2
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


@runtime_checkable
class Ringed(Protocol):
    """A widget that says what the ring goes around: a part of it, and the radius there in px.

    Where `ring_inside` is true it lies inside that part: what stands edge to edge has no room around it.
    """

    def ring(self) -> tuple[QRect, int]:
        """The part in its own coordinates, and its radius."""


def paint_ring(painter: QPainter, rect: QRect, radius: int) -> None:
    """Paint a ring just inside `rect`; `radius` is that of its outer edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = WIDTH / 2
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    corner = max(2, min(radius - half, inner.height() / 2))
    painter.drawRoundedRect(inner, corner, corner)


def _ringed(target: QWidget) -> QWidget:
    """What the ring goes around when `target` has the focus: itself, its box, or the frame it stands in."""
    around = target.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, FieldBox) and around is target.parentWidget():
            return around
        if getattr(around, "rings_whole", False):
            return around
        around = around.parentWidget()
    return target


class FocusRing(QWidget):
    """A ring of 2 px with a gap of 2 px around whatever has the keyboard focus inside `window`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self.hide()
        self._window = window
        self._focused: QWidget | None = None
        self._watched: list[QWidget] = []
        self._keys = False
        self._out_of_sight = False
        self._radius = 0
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)
        self._moved(None, app.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What the ring is around now, or None."""
        return self._focused if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn from keys and from the reasons of focus changes; follow the target when it moves."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                self._keys = False
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            self._learn(event, here=watched is self._focused)
        elif kind == QEvent.Type.MouseButtonPress:
            self._keys = False
            self.hide()
        elif kind in MOVES and (self.isVisible() or self._out_of_sight):
            self._place()
        elif kind == QEvent.Type.Hide and watched in self._watched:
            self.hide()
        return False

    def _learn(self, event: QKeyEvent, *, here: bool) -> None:
        """A key was pressed; `here`: at what has the focus."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.type() == QEvent.Type.ShortcutOverride:
            self._keys = self._keys or (bool(held) and key not in MODIFIERS)
        elif key in TABS or (here and key not in MODIFIERS and not self._typing()):
            self._keys = True
            self._place()
        elif here and key in OUT_OF_WORDS:
            self._keys = True

    def _typing(self) -> bool:
        """Whether the focus is in a text field, where keys are words and no way of moving."""
        return self._focused is not None and isinstance(self._focused.parentWidget(), FieldBox)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if new is None or not self._window.isAncestorOf(new):
            self._focused = None
            self.hide()
            return
        self._focused = new
        walk: QWidget | None = new
        while walk is not None and walk is not self._window:
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        self._place()

    def _place(self) -> None:
        """Lay the ring around the target, clipped to what is in sight of a scrolled page."""
        target = self._focused
        self._out_of_sight = False
        if (
            target is None
            or not isValid(target)
            or not self._keys
            or target.focusPolicy() == Qt.FocusPolicy.NoFocus
        ):
            self.hide()
            return
        widget = _ringed(target)
        rect, radius = widget.ring() if isinstance(widget, Ringed) else (widget.rect(), 0)
        radius = radius or theme.px(RADIUS_CONTROL)
        inside = bool(getattr(widget, "ring_inside", False))
        reach = 0 if inside else GAP + WIDTH
        self._radius = radius if inside else radius + reach
        rect = QRect(widget.mapTo(self._window, rect.topLeft()), rect.size())
        rect.adjust(-reach, -reach, reach, reach)
        seen = self._window.rect()
        walk = widget.parentWidget()
        while walk is not None and walk is not self._window:
            area = walk.parentWidget()
            if isinstance(area, QAbstractScrollArea) and walk is area.viewport():
                seen &= QRect(walk.mapTo(self._window, QPoint(0, 0)), walk.size())
            walk = walk.parentWidget()
        self.setGeometry(rect)
        self.setMask(QRegion((rect & seen).translated(-rect.topLeft())))
        self._out_of_sight = not rect.intersects(seen)
        self.setVisible(not self._out_of_sight)
        self.raise_()
        self.update()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_ring(painter, self.rect(), self._radius)
        painter.end()
