"""A document read aloud, sentence by sentence: what is read is set off, and it can be held and stopped."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.speech import Speech, installed
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.tab_order import as_read
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.theme import S2

_STOP = re.compile(r"[.!?…]+[”’\"')\]]*\s+")
"""What ends a sentence: a stop inside a word or a number ends none."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends; a new line ends one, too."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(line[0]):
            found.append((start, line.start() + stop.end()))
            start = line.start() + stop.end()
        found.append((start, line.end()))
    return [(a, a + len(text[a:b].rstrip())) for a, b in found if text[a:b].strip()]


class ReadingAloud(QObject):
    """Reads the words of a document. `changed()`: it begins, is held, goes on, or is over."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._speech = Speech(self)
        self._speech.changed.connect(self._go_on)
        self._left: list[tuple[Text, int, int]] = []
        self._here: Text | None = None

    @property
    def offered(self) -> bool:
        """Whether there is a voice; without the library nothing is loaded to find out."""
        return installed() and self._speech.available

    @property
    def reads(self) -> bool:
        """Whether it is under way, also while it is held."""
        return self._here is not None

    @property
    def held(self) -> bool:
        """Whether it waits."""
        return self._speech.held

    def begin(self, document: QWidget) -> None:
        """Read all words of `document`, which stays there until `stop`."""
        self.stop()
        words = [one for one in as_read(document) if isinstance(one, Text) and one.text().strip()]
        self._left = [(one, a, b) for one in words for a, b in sentences(one.text())]
        self._next()

    def turn(self) -> None:
        """Hold it, or go on with it."""
        if self.held:
            self._speech.resume()
        else:
            self._speech.pause()

    def stop(self) -> None:
        """Be silent, and set nothing off."""
        self._left = []
        was, self._here = self._here, None
        if was is not None:
            was.mark()
            self._speech.stop()
            self.changed.emit()

    def _next(self) -> None:
        """Read the next sentence, or end."""
        if not self._left:
            self.stop()
            return
        before, (self._here, start, end) = self._here, self._left.pop(0)
        if before is not None and before is not self._here:
            before.mark()
        self._here.mark(start, end - start)
        self._speech.speak(self._here.text()[start:end])
        if self._speech.available:
            self.changed.emit()
        else:  # the voice went away in between
            self.stop()

    def _go_on(self) -> None:
        """The voice began, holds, or has come to the end of a sentence."""
        if not self.reads:
            return
        if self._speech.speaking or self._speech.held:
            self.changed.emit()
        else:
            self._next()


class AloudBar(QWidget):
    """What stands in the place of the button while it reads. `turned()`: hold or go on. `stopped()`."""

    turned = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Reading aloud"))
        self.hold = SecondButton(_("Pause"), icon="pause")
        self.hold.clicked.connect(self.turned)
        self.end = SecondButton(_("Stop"), icon="stop")
        self.end.clicked.connect(self.stopped)
        hbox(wide(self.hold, 1), wide(self.end, 1), on=self, gap=S2)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees how to stop it: it is over, also when the window goes."""
        super().hideEvent(event)
        self.stopped.emit()

    def show_state(self, *, held: bool) -> None:
        """Offer to hold it, or to go on."""
        words = _("Go on") if held else _("Pause")
        if words != self.hold.label:
            self.hold.setText(words)
            self.hold.set_icon("play" if held else "pause")
            announce(self, _("Held") if held else _("Reading aloud"))

    def begin(self) -> None:
        """Put the keyboard on what holds it."""
        self.hold.setFocus(Qt.FocusReason.OtherFocusReason)
