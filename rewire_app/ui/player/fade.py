"""The change from one step to the next: the old picture fades for 160 ms, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.theme import theme

FADE_MS = 160


class Fade(QWidget):
    """The picture of what was there, over what is there now; it takes no keys, no mouse and no time."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._picture = QPixmap()
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(FADE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.valueChanged.connect(self.update)
        self._animation.finished.connect(self.hide)
        self.hide()

    def keep_picture(self) -> None:
        """Take the picture of what is about to go; nothing with reduced motion."""
        self._animation.stop()
        self.hide()
        still = theme.reduced_motion or not self._over.isVisible()
        self._picture = QPixmap() if still else self._over.grab()

    def run(self) -> None:
        """Let it fade."""
        if self._picture.isNull():
            return
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._animation.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(float(self._animation.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
