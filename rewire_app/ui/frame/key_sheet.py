"""The sheet of all keys, made from their table; it covers the page, never the rail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.keys import KEYS, KeyGroup, group_name, pressed
from rewire_app.ui.widgets.base import announce, give_focus_back
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.key_cap import KeyCap
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Second, SectionTitle, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S5, S6, S12, theme

LEFT = (KeyGroup.ANYWHERE, KeyGroup.EXERCISE, KeyGroup.DAY)
RIGHT = (KeyGroup.READING, KeyGroup.PICTURES)
NARROW = 760
"""Px of the design below which all keys stand in one column."""
CAPS = 148
"""Px of the design for the caps, so that the words of all begin in one line."""
AROUND, AROUND_NARROW = 28, 12


class KeySheet(QWidget):
    """Lies over `page` and has the keyboard until it is closed. `closed()`: it is gone.

    Esc and Close put it away, and the focus goes back; arrows and the page keys scroll it.
    """

    spoken = "Dialog"
    closed = Signal()

    def __init__(self, page: QWidget, before: QWidget | None, *, letters: bool) -> None:
        """`before`: what had the focus. `letters`: whether single characters are keys, and shown."""
        super().__init__(page)
        self._page, self._before = page, before
        self.setAccessibleName(_("Keys"))
        self.close_button = MainButton(_("Close"))
        self.close_button.clicked.connect(self.put_away)
        if letters:
            words = _(
                "Single letters work when no field is being typed in. They can be switched off in Settings."
            )
        else:
            words = _("Keys of a single letter are switched off. Settings can switch them on.")
        head = hbox(
            wide(vbox(SectionTitle(_("Keys")), Second(words), gap=0), 1),
            wide(self.close_button, 0, Qt.AlignmentFlag.AlignTop),
            gap=S3,
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for groups in (LEFT, RIGHT):
            nest(self._columns, _column(groups, letters=letters), 1)
        card = Card(padding=(36, 32), name=_("Keys"))
        put(card.body, head, S5, self._columns, stretch())
        holder = QWidget()
        self._around = vbox(card, on=holder)
        self._scroll = PageScroll(holder)
        vbox(self._scroll, on=self)
        page.installEventFilter(self)
        self._words = words

    def lay_over(self) -> None:
        """Cover the page, and take the focus."""
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.accessibleName()}. {self._words}")

    def put_away(self) -> None:
        """Close it, and give the focus back."""
        self.hide()
        self.closed.emit()
        give_focus_back(self._before)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page whatever its size."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return False

    def focusNextPrevChild(self, _onward: bool) -> bool:
        """Close is the only stop."""
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, arrows and the page keys scroll; no other key reaches the page below."""
        bar = self._scroll.verticalScrollBar()
        keys = Qt.Key
        by = {keys.Key_Up: -bar.singleStep(), keys.Key_Down: bar.singleStep()}
        by |= {keys.Key_PageUp: -bar.pageStep(), keys.Key_PageDown: bar.pageStep()}
        if pressed(event, "back"):
            self.put_away()
        else:
            bar.setValue(bar.value() + by.get(keys(event.key()), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(NARROW)
        around = AROUND if roomy else AROUND_NARROW
        self._around.setContentsMargins(around, around, around, around)
        self._columns.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._columns.setSpacing(S12 if roomy else S6)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the page step back."""
        painter = QPainter(self)
        veil = QColor(theme.color("edge"))
        veil.setAlphaF(0.5)
        painter.fillRect(self.rect(), veil)
        painter.end()


def _column(groups: Sequence[KeyGroup], *, letters: bool) -> QVBoxLayout:
    """The groups below each other, each key with its cap and its words."""
    column = vbox(gap=0)
    for group in groups:
        put(column, Strong(group_name(group)), S1, Divider(), S1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(S1 + 2)
        grid.setColumnMinimumWidth(0, theme.px(CAPS))
        grid.setColumnStretch(1, 1)
        shown = [key for key in KEYS.values() if key.group is group and (letters or not key.alone)]
        for row, key in enumerate(shown):
            grid.addWidget(KeyCap(key.cap), row, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Second(key.words(), ink="ink"), row, 1, Qt.AlignmentFlag.AlignVCenter)
        put(column, grid, S5)
    column.addSpacing(S2)
    column.addStretch(1)
    return column
