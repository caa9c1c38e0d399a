"""The strip at the foot: what was done or taken back, and the way on from there, for as long as one reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, fixed_height, give_focus_back
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.key_cap import KeyedButton
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.theme import S3, S4, theme

STAY_MS = 8_000
"""How long it stays at least, milliseconds."""
WORD_MS = 500
"""What a word takes a slow reader, milliseconds: 120 words a minute."""
HEIGHT = 64
NARROW = 760
"""Px of the design below which keys are left out and the sides are narrower."""
SIDE, SIDE_NARROW, END = 40, 16, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class StripOffer:
    """What was done, in short (`lead`) and with more `words`, and what can be done about it now.

    `quiet`: words of a second, quieter action, "" none; `then` does that.
    """

    lead: str
    words: str = ""
    action: str
    keys: str = ""
    act: Callable[[], None]
    quiet: str = ""
    then: Callable[[], None] = lambda: None


class UndoStrip(Painted):
    """Has a place of its own in the layout: what stands above it gets lower, and nothing is covered.

    It goes after 8 s, with a long sentence later, but stays while it has the focus or the mouse; Esc sends it
    away. `came()`: it takes room now.
    """

    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self._told = False
        self._before: QWidget | None = None
        self._icon = Glyph("undo", 20, role="ink2", folder="icons")
        self._text = Body("", ink="ink2")
        self.button = KeyedButton()
        self.button.clicked.connect(self._do)
        self.quiet = QuietButton("")
        self.quiet.clicked.connect(self._do_quietly)
        self.close_button = IconButton(_("Put this line away"), "x")
        self.close_button.clicked.connect(self.dismiss)
        self._row = hbox(on=self, gap=S3)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._said.addWidget(self.quiet)
        put(self._row, wide(self._icon, 0, middle), wide(self._said, 1))
        put(self._row, wide(self.button, 0, middle), wide(self.close_button, 0, middle))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        fixed_height(self)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    @property
    def text(self) -> str:
        """The words now shown."""
        return self._text.text()

    def offer(self, offer: StripOffer) -> None:
        """Say what was done, and offer what can be done about it."""
        self._act, self._then = offer.act, offer.then if offer.quiet else None
        self.button.set_action(offer.action, offer.keys)
        self.quiet.setText(offer.quiet)
        lead = f"{offer.lead}," if offer.words else offer.lead
        self._show(f"{lead} {offer.words}".strip(), lead)

    def withdraw(self) -> None:
        """What was offered can be done no more: a strip that offers it goes."""
        if self._act is not None:
            self.dismiss()

    def say(self, sentence: str) -> None:
        """Say something about which nothing can be done."""
        self._act = self._then = None
        self._show(sentence, "")

    def _show(self, sentence: str, lead: str) -> None:
        self._told = True
        leaves = (self.button, self._act), (self.quiet, self._then)
        if any(button.hasFocus() and does is None for button, does in leaves):
            give_focus_back(self._before)
        for part in (self._icon, self.button):
            part.setVisible(self._act is not None)
        self.quiet.setVisible(self._then is not None)
        self._text.setText(sentence)
        self._text.set_lead(lead)
        self._text.set_ink("ink2" if lead else "ink")
        self.setAccessibleName(sentence)
        self._lay_out()
        self.show()
        announce(self, sentence)
        self._timer.start(max(STAY_MS, WORD_MS * len(sentence.split())))
        QTimer.singleShot(0, self, self.came.emit)  # once what is above it has its new height

    def dismiss(self) -> None:
        """Take the strip away, and its words with it; the focus goes back to where it came from."""
        self._timer.stop()
        if self._focused:
            give_focus_back(self._before)
        self.hide()
        self._act = self._then = self._before = None
        for forget in (self._text.setText, self._text.set_lead, self.setAccessibleName):
            forget("")
        self._text.restyle()  # it measured the words, and would keep them

    def _do(self) -> None:
        self._run(self._act)

    def _do_quietly(self) -> None:
        self._run(self._then)

    def _run(self, act: Callable[[], None] | None) -> None:
        self._act = self._then = None
        self._told = False
        if act is not None:
            act()
        if not self._told:
            self.dismiss()

    @property
    def _focused(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def _end(self) -> None:
        """Its time is over; while it is held it waits for the focus or the mouse to leave."""
        if not self.underMouse() and not self._focused:
            self.dismiss()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        came, left = (one is not None and self.isAncestorOf(one) for one in (new, old))
        if came and not left:
            self._before = old
        elif left and not came and self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone: its time begins anew."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    # sizes

    def _lay_out(self) -> None:
        roomy = self.width() >= theme.px(NARROW)
        side = theme.px(SIDE if roomy else SIDE_NARROW)
        self._row.setContentsMargins(side, S3 - 2, theme.px(END) if roomy else S4, S3 - 2)
        self.button.set_roomy(roomy)
        ways = QBoxLayout.Direction
        self._said.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._said.setAlignment(
            self.quiet, Qt.AlignmentFlag.AlignVCenter if roomy else Qt.AlignmentFlag.AlignLeft
        )
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """64, or what the words need."""
        return max(theme.px(HEIGHT), self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its words need there."""
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words that find no room break."""
        return QSize(0, theme.px(HEIGHT))

    def restyle(self) -> None:
        """Take over new sizes."""
        self._lay_out()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the words have the room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sunken ground and the line above it."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.end()
