"""What lies over an exercise at night: how to get up, a line for tomorrow, and nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.key_cap import KeyCap
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import theme

WIDE = 780
"""Px of the design that words and keys may be wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightKey:
    """A key with what it does, in words."""

    cap: str
    words: str
    key: Qt.Key
    act: Callable[[], object]


class KeyWords(PressRow):
    """A cap and its words, which a click presses too."""

    def __init__(self, key: NightKey) -> None:
        super().__init__()
        side = theme.px(8)
        words = Second(key.words, wrap=False)
        hbox(KeyCap(key.cap), words, on=self, gap=theme.px(12), margins=(side, side, side, side))
        self.setAccessibleName(_("{key}, {words}").format(key=key.cap, words=key.words))
        self.clicked.connect(key.act)


class NightKeys(QWidget):
    """All keys of a screen side by side, and what a press of each does."""

    def __init__(self, keys: Sequence[NightKey], letters: Callable[[], bool] = lambda: True) -> None:
        """`letters`: whether keys of a single letter may do something; a click always does."""
        super().__init__()
        self._keys, self._letters = tuple(keys), letters
        rows = [KeyWords(key) for key in self._keys]
        self.first = rows[0] if rows else None
        flow = Flow(gap=20)
        for row in rows:
            flow.add(row)
        vbox(flow, on=self, gap=0)

    def take(self, key: int) -> bool:
        """Do what `key` does; False when it does nothing here."""
        known = (one for one in self._keys if len(one.cap) > 1 or self._letters())
        found = next((one for one in known if one.key == key), None)
        if found is not None:
            found.act()
        return found is not None


class NightLayer(QWidget):
    """Fills `view` with words and the keys that lead on."""

    def __init__(self, view: QWidget, title: str, lines: Sequence[str], keys: Sequence[NightKey]) -> None:
        super().__init__(view)
        self.setAutoFillBackground(True)
        self.keys = NightKeys(keys)
        self.words = vbox(QuestionText(title), theme.px(28), gap=theme.px(20))
        put(self.words, *map(Lead, lines))
        side = theme.px(40)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDE))
        put(vbox(on=holder, gap=theme.px(20)), stretch(), self.words, stretch(), self.keys)
        hbox(stretch(), wide(holder, 100), stretch(), on=self, margins=(side, side, side, side))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(view.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the keys that are named do something; the others go no further."""
        if not self.keys.take(event.key()):
            event.accept()


class TomorrowLayer(NightLayer):
    """A `field` for one line to write down for tomorrow."""

    def __init__(self, view: QWidget, keys: Sequence[NightKey]) -> None:
        lines = (_("It is kept with your worries. Nothing has to be done about it before the morning."),)
        super().__init__(view, _("One line, for tomorrow"), lines, keys)
        self.field = Field(_("One line, for tomorrow"), show_label=False)
        self.words.addWidget(self.field)
        self.setFocusProxy(self.field.line)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class BlackLayer(QWidget):
    """Nothing to see; any key or click takes it away. `gone`."""

    gone = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAccessibleName(_("The screen is dark. Any key brings it back."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(view.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back what was there."""
        event.accept()
        self.gone.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring back what was there."""
        event.accept()
        self.gone.emit()
