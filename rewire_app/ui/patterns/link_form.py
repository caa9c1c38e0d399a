"""Two moments linked by hand: which came first, and which came next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rewire_app.i18n import _
from rewire_app.reports.patterns import LinkableMoment
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S3, S4, S5


class LinkForm(Card):
    """`linked(earlier, later)`: uids of two moments; `closed()`: nothing is linked."""

    linked = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(29, 25), name=_("Link two moments"))
        self._moments: Sequence[LinkableMoment] = ()
        ask = _("Choose a moment")
        self.first = Combo(_("Which came first?"), [], ask=ask)
        self.then = Combo(_("And which came next?"), [], ask=ask)
        self.first.changed.connect(self._offer_later)
        keep = MainButton(_("Link them"))
        keep.clicked.connect(self._keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.closed)
        about = _("Moments of your patterns, the newest first. That one came next does not say why.")
        put(self.body, Heading(_("Link two moments")), Second(about), S5, self.first, S4, self.then, S5)
        nest(self.body, hbox(keep, cancel, stretch(), gap=S3))

    def offer(self, moments: Sequence[LinkableMoment]) -> None:
        """Offer these, the newest first; the very newest has nothing after it."""
        self._moments = moments
        self.first.offer([(one.uid, one.words) for one in moments[1:]])
        self.first.set_value("")
        self.then.offer([])

    def begin(self) -> None:
        """Put the keyboard into the first list."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_later(self, uid: str) -> None:
        """Only what began later can have come next."""
        at = next((one.at_ms for one in self._moments if one.uid == uid), None)
        later = [one for one in self._moments if at is not None and one.at_ms > at]
        self.then.offer([(one.uid, one.words) for one in reversed(later)])

    def _keep(self) -> None:
        for part in (self.first, self.then):
            if not part.value():
                part.set_error(_("Choose one of these."))
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.linked.emit(self.first.value(), self.then.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
