"""Instead of dialogs: one sheet over the window with two buttons, and a calm notice that fills a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from rewire_app.ui.theme import theme
from rewire_app.ui.widgets.base import Painted
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.text import Body, SectionTitle, Title

SHEET_WIDTH = 520
NOTICE_WIDTH = 620


class SheetPanel(Painted):
    """Asks one thing over `window`. `decided(True)`: the other way was chosen; False: the safe one, or Esc.

    The safe answer is the main button and has the focus first; Tab stays between the two.
    """

    decided = Signal(bool)

    def __init__(self, window: QWidget, title: str, text: str, *, safe: str, other: str) -> None:
        super().__init__(window)
        self._before = QApplication.focusWidget()
        self._window = window
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._card = Card(self, name=title)
        column = self._card.body
        column.addWidget(SectionTitle(title))
        column.addSpacing(8)
        column.addWidget(Body(text, ink="ink2"))
        column.addSpacing(24)
        row = QHBoxLayout()
        self.other = SecondButton(other)
        self.safe = MainButton(safe)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addSpacing(16)
        row.addWidget(self.safe)
        column.addLayout(row)
        self.safe.clicked.connect(lambda: self._decide(False))
        self.other.clicked.connect(lambda: self._decide(True))
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.safe.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        wide = min(self.width() - 48, max(theme.px(SHEET_WIDTH), self._card.minimumSizeHint().width()))
        high = self._card.body.heightForWidth(wide)
        self._card.setGeometry((self.width() - wide) // 2, max(24, (self.height() - high) // 2), wide, high)

    def _decide(self, other: bool) -> None:
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.decided.emit(other)
        self.deleteLater()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab goes from one button to the other and nowhere else."""
        target = self.other if self.safe.hasFocus() else self.safe
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the safe answer."""
        if event.key() == Qt.Key.Key_Escape:
            self._decide(False)
            return
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def restyle(self) -> None:
        """Take over new sizes."""
        self._place()
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay a plain veil over the page."""
        painter = self.painter()
        veil = QColor(theme.color("sunken"))
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        painter.end()


class CalmNotice(QWidget):
    """A page that says what happened and what can be done. Actions are (key, words); the first is main."""

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        actions: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.buttons: dict[str, PaintedButton] = {}
        across = QHBoxLayout(self)
        across.addStretch(1)
        self._holder = QWidget()
        across.addWidget(self._holder, 100)
        across.addStretch(1)
        column = QVBoxLayout(self._holder)
        column.addStretch(2)
        column.addWidget(Title(title))
        column.addSpacing(12)
        for sentence in sentences:
            column.addWidget(Body(sentence, ink="ink2"))
            column.addSpacing(8)
        column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, (key, text) in enumerate(actions):
            button: PaintedButton = MainButton(text) if place == 0 else QuietButton(text)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._holder.setMaximumWidth(theme.px(NOTICE_WIDTH))
