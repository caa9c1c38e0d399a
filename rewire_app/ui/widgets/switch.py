"""A switch: on or off, nothing between."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from rewire_app.ui.widgets.base import NO_PEN, box, fixed_size
from rewire_app.ui.widgets.theme import TARGET, theme

WIDTH, HEIGHT = 48, 28


class Switch(QCheckBox):
    """48 by 28 px in a target of 44; `name` is what screen readers say, the words stand beside it."""

    changed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None, *, on: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fixed_size(self)
        self.toggled.connect(self.changed)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.updateGeometry()
        self.update()

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, on: bool) -> None:
        """Turn it on or off; says `changed` when it differs."""
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        """The target, not only the drawing."""
        return QSize(theme.px(WIDTH), theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of the target reacts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter toggles as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def track_rect(self) -> QRectF:
        """The painted part of the target."""
        height = theme.px(HEIGHT)
        return QRectF(0, (self.height() - height) / 2, theme.px(WIDTH), height)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.track_rect().toAlignedRect(), theme.px(HEIGHT // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and knob: off is outlined with a small knob at the start, on is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self.track_rect()
        width, height = track.width(), track.height()
        on = self.isChecked()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(width, 0)
            painter.scale(-1, 1)
        middle = track.center().y()
        if on:
            colour = "primary" if self.isEnabled() else "edge"
            box(painter, track, height / 2, theme.color(colour))
            knob, x = theme.px(9), width - height / 2
            painter.setBrush(theme.color("onPrimary"))
        else:
            painter.setPen(QPen(theme.color("edge" if self.isEnabled() else "line"), 1.5))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), height / 2, height / 2)
            knob, x = theme.px(9), height / 2
            painter.setBrush(theme.color("edge"))
        painter.setPen(NO_PEN)
        painter.drawEllipse(QPointF(x, middle), knob, knob)
        painter.end()
