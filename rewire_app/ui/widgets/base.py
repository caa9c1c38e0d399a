"""What painted widgets share: crisp rounded boxes and words for screen readers."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from rewire_app.ui.widgets.theme import theme

NO_PEN = QPen(Qt.PenStyle.NoPen)


class Painted(QWidget):
    """A widget that paints itself from the theme and follows its changes."""

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.update()

    def painter(self) -> QPainter:
        """A smooth painter on this widget; call `end()` when done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    @property
    def mirrored(self) -> bool:
        """Whether this widget is laid out from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    width: int = 1,
) -> None:
    """Paint a rounded box whose `width` px border lies wholly inside `rect`, so that it stays crisp."""
    inset = width / 2 if edge is not None else 0
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = max(0.0, min(radius - inset, inner.width() / 2, inner.height() / 2))
    painter.setPen(QPen(edge, width) if edge is not None else NO_PEN)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def ground(painter: QPainter, rect: QRect | QRectF, radius: float, role: str = "sunken") -> None:
    """Paint a band, or what is not filled yet (`role` "line"); in high contrast its edge is what is seen."""
    fill = None if theme.contrast and role == "line" else theme.color(role)
    box(painter, rect, radius, fill, theme.color("edge") if theme.contrast else None)


def diamond(painter: QPainter, centre: QPointF, reach: float, colour: QColor) -> None:
    """Paint a filled diamond, the mark of reactivity; `reach` is half its height in px."""
    x, y = centre.x(), centre.y()
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawPolygon(
        [QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)]
    )


def words(
    painter: QPainter,
    rect: QRect | QRectF,
    role: str,
    colour: str,
    text: str,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Paint one line of `text` in a font and colour role, placed in `rect`."""
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(colour))
    painter.drawText(QRectF(rect), int(align | Qt.TextFlag.TextDontClip), text)


def tell(widget: QWidget, words: str) -> None:
    """Keep what a painted widget shows as words for screen readers, which hear when they change."""
    if widget.accessibleDescription() != words:
        widget.setAccessibleDescription(words)


def tell_value(widget: QWidget, value: int) -> None:
    """Let screen readers know that `widget`, which is `spoken.Valued`, has another value.

    The accessibility types take some ms to load, so they are asked for only once the widget is on screen.
    """
    if not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say `sentence` now, without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Undoable(Protocol):
    """Text with steps of its own to take back."""

    def isUndoAvailable(self) -> bool:
        """Whether there is one to take back."""
        ...

    def isRedoAvailable(self) -> bool:
        """Whether there is one to do again."""
        ...


def left_to_window(event: QKeyEvent, text: Undoable) -> bool:
    """Whether `event` asks if the window may have the keys of undo, since `text` has nothing to undo."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not text.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()


def give_focus_back(widget: QWidget | None) -> None:
    """Let `widget` have the keyboard again, if it is still there and seen."""
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def goes_on(widget: QWidget) -> bool:
    """Whether `widget` is shown, or would be were its whole window not minimised or put away for now."""
    window = widget.window()
    if window is widget or window.isVisible():
        return widget.isVisible()
    was_shown = window.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return was_shown and widget.isVisibleTo(window)


def fixed_height(widget: QWidget) -> None:
    """Let `widget` take all the width and only the height it asks for."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def fixed_size(widget: QWidget) -> None:
    """Let `widget` have the size it asks for, no more and no less."""
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
