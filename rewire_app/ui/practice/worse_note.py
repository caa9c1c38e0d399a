"""On the page of an exercise: what the person noted about it making things worse, and whether to offer it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.unwanted import noted_line
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.layout import clear, hbox, put, vbox, wide
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Second, Voice
from rewire_app.ui.widgets.theme import S1, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton


class WorseNote(QWidget):
    """One plain line and the words that were written, with a switch. Hidden where nothing was noted.

    `go(Route)`: to what was answered.
    """

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._exercise = ""
        self.switch = Switch(_("Offer this again"))
        self.switch.changed.connect(self._turn)
        self._words = vbox(gap=S1)
        self._read = LinkButton(_("Read what you answered"))
        self._read.clicked.connect(lambda: self.go.emit(routes.UNWANTED))
        middle = Qt.AlignmentFlag.AlignVCenter
        again = hbox(self.switch, wide(Body(_("Offer this again")), 1, middle), gap=S3)
        vbox(self._words, S1, again, self._read, on=self, gap=S1, margins=(0, 0, 0, S4))
        self.hide()

    def show_exercise(self, exercise: str) -> None:
        """Show what was noted about `exercise`; raises a StoreError."""
        self._exercise = exercise
        found = self._context.store.unwanted_effects.of(exercise)
        line = noted_line(found, self._context.today)
        clear(self._words)
        self.setVisible(bool(line))
        if not line:
            return
        put(self._words, Second(line))
        note = next((one.note for one in found if one.note), "")
        if note:
            self._words.addWidget(Voice(note))
        self.switch.blockSignals(True)
        self.switch.set_value(all(one.offered for one in found))
        self.switch.blockSignals(False)

    def _turn(self) -> None:
        again = self.switch.value()
        label = _("offered again") if again else _("not offered any more")
        store = self._context.store.unwanted_effects
        if not self._context.hub.do(label, store.offer, self._exercise, again=again):
            self.show_exercise(self._exercise)
