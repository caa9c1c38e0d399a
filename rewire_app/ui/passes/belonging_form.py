"""What a record belongs to, chosen by hand: a moment and a pattern; each choice is kept at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent

from rewire_app.domain.exercise.belonging import PassLinks
from rewire_app.i18n import _
from rewire_app.reports.records import NamedThing
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, put, stretch
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S3, S4, S5

NONE = "none"
"""The key of the choice that there is none."""


class BelongingForm(Card):
    """`chosen(PassLinks)`: the record belongs to these now; `closed()`: that was all."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(29, 25), name=_("What this belongs to"))
        self._links = PassLinks()
        self.moment = Combo(_("Which moment is it about?"), [], ask=_("Choose a moment"))
        self.pattern = Combo(_("Which pattern does it belong to?"), [], ask=_("Choose a pattern"))
        for part in (self.moment, self.pattern):
            part.changed.connect(self._choose)
        done = SecondButton(_("Done"))
        done.clicked.connect(self.closed)
        about = _("Moments of the month before it, the newest first. It stands there, too, from then on.")
        put(self.body, Heading(_("What this belongs to")), Second(about), S5, self.moment, S4, self.pattern)
        put(self.body, S5, hbox(done, stretch(), gap=S3))

    def offer(self, moments: Sequence[NamedThing], patterns: Sequence[NamedThing], links: PassLinks) -> None:
        """Offer these, and show what is chosen; says nothing."""
        self._links = links
        both = ((self.moment, moments, links.moment), (self.pattern, patterns, links.pattern))
        for part, things, value in both:
            with QSignalBlocker(part.picker):
                none = [(NONE, _("None"))] if value else []
                part.offer([*none, *((one.uid, one.words) for one in things)])
                part.set_value(value)
            part.set_error("")

    def _choose(self, _key: str) -> None:
        moment, pattern = (
            "" if part.value() == NONE else part.value() for part in (self.moment, self.pattern)
        )
        links = PassLinks(moment=moment, pattern=pattern)
        if links != self._links:
            self._links = links
            self.chosen.emit(links)

    def begin(self) -> None:
        """Put the keyboard into the first list."""
        self.moment.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
