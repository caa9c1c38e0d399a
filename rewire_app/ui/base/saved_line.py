"""Where a page says that what was noted is on the disk, or that it is not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.days import Clock
from rewire_app.i18n import _
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, stretch
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S1


class SavedLine(QWidget):
    """ "Saved on this computer at 19:30", at the end of its line. Nothing moves when it is said."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._tick = Glyph("check", 18, role="ink2", folder="icons")
        self._words = Small("", wrap=False)
        hbox(stretch(), self._tick, self._words, on=self, gap=S1)
        for part in (self._tick, self._words):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.say_nothing()

    def say(self, *, kept: bool) -> None:
        """Say that all is kept now, or that it is not."""
        words = _("Saved on this computer at {time}").format(time=clock_words(self._clock.now().wall))
        self._tick.setVisible(kept)
        self._words.setText(words if kept else _("Not saved. What you typed is here."))
        self._words.show()

    def say_nothing(self) -> None:
        """It said something of what is seen no more."""
        self._tick.hide()
        self._words.hide()
