"""The column a screen stands in: in the middle, scrolled where it is long, faded in over the one before."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import Position
from rewire_app.i18n import _
from rewire_app.ui.player.view import View
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme

FADE_MS = 160

AROUND = 24
"""Px that stay free above and below what has the focus."""
ABOVE, BELOW = 2, 3
"""Shares of what is left over, above and below a screen that does not take all the height."""


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


class ScreenColumn(PageScroll):
    """A screen below the line that counts rounds. `scrolls(bool)`: whether it is longer than the window."""

    scrolls = Signal(bool)

    def __init__(self) -> None:
        page = QWidget()
        super().__init__(page)
        self._screen: View | None = None
        self._side = self._top = 0
        self._holder = QWidget()
        self._down = vbox(on=self._holder, gap=theme.px(8))
        self._round = Second("")
        put(self._down, stretch(ABOVE), self._round, stretch(BELOW))
        self._across = hbox(stretch(), wide(self._holder, 100), stretch(), on=page, margins=None)
        self.verticalScrollBar().rangeChanged.connect(self._balance)
        self._fade = Fade(self)

    def put(self, screen: View, position: Position) -> None:
        """Show the top of `screen` in the place of the one before, whose picture is kept until `fade`."""
        self._fade.keep_picture()
        old, self._screen = self._screen, screen
        if old is not None:
            old.run(False)
            old.hide()
            self._down.removeWidget(old)
            old.deleteLater()
        self._round.setText(_("Round {n} of {of}").format(n=position.round, of=position.rounds))
        self._round.setVisible(position.rounds > 1)
        self._down.insertWidget(self._down.count() - 1, screen, int(screen.fills))
        self._down.setStretch(0, 0 if screen.fills else ABOVE)
        self._down.setStretch(self._down.count() - 1, 0 if screen.fills else BELOW)
        self.verticalScrollBar().setValue(0)

    def fade(self) -> None:
        """Let the picture of the screen before go."""
        self._fade.run()

    def reveal(self) -> None:
        """Bring what has the focus into sight, once the person works with it."""
        focused = self.window().focusWidget()
        if focused is not None and self._holder.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 16, AROUND)

    def reveal_whole(self) -> None:
        """The same, with all of it: of a field Qt brings no more into sight than its cursor."""
        focused, content = self.window().focusWidget(), self.widget()
        if focused is None or content is None or not self._holder.isAncestorOf(focused):
            return
        if focused.height() + 2 * AROUND < self._pane.height():
            middle = focused.mapTo(content, focused.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 16, focused.height() // 2 + AROUND)
        self.reveal()

    def lay_out(self, *, wide: int, side: int, top: int) -> None:
        """Let the column be `wide` px at most, with `side` px beside and `top` px above it."""
        self._side, self._top = side, top
        self._holder.setMaximumWidth(wide)
        self._balance()

    def _balance(self) -> None:
        """Keep the column above the buttons, whether a scroll bar takes room beside it or not."""
        bar = self.verticalScrollBar()
        self.scrolls.emit(bar.maximum() > 0)
        spare = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._across.setContentsMargins(self._side + spare, self._top, self._side, 16)
