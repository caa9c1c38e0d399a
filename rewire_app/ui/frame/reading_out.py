"""Reading out what can still be read: what was found and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, nest, put, vbox
from rewire_app.ui.widgets.progress_bar import ProgressBar
from rewire_app.ui.widgets.text import Body, Second, Title, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5

if TYPE_CHECKING:
    from rewire_app.store.backups.progress import Reached


class ReadingOut(QWidget):
    """`cancelled()`: stop. `adopted()`: go on with what was read. `left()`: back to the choices."""

    cancelled = Signal()
    adopted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quarter = -1
        self._title, self._lead = Title(""), Voice("")
        self.bar, self.reached = ProgressBar(_("How far it is")), Second("")
        self._far = QWidget()
        put(vbox(on=self._far, gap=0), self.bar, S2, self.reached)
        self._card = Card(padding=(32, 26))
        self._lines = vbox(gap=S2)
        nest(self._card.body, self._lines)
        self.cancel_button = SecondButton(_("Cancel"))
        self.adopt_button = MainButton(_("Go on with this"), large=True)
        self.back_button = QuietButton(_("Back"))
        for button, signal in (
            (self.cancel_button, self.cancelled),
            (self.adopt_button, self.adopted),
            (self.back_button, self.left),
        ):
            button.clicked.connect(signal)
        row = Flow(gap=S3)
        for button in (self.adopt_button, self.cancel_button, self.back_button):
            row.add(button)
        put(vbox(on=self, gap=0), self._title, S1, self._lead, S5)
        column = self.layout()
        assert column is not None
        put(column, self._far, self._card, S4, row)  # type: ignore[arg-type]  # it is the box from above

    @property
    def main(self) -> PaintedButton:
        """To go on with what was read, or, while that is not over, to stop."""
        if not self.adopt_button.isHidden():
            return self.adopt_button
        return self.back_button if self.cancel_button.isHidden() else self.cancel_button

    def _say(self, title: str, lead: str) -> None:
        self._title.setText(title)
        self._lead.setText(lead)
        announce(self, f"{title}. {lead}")

    def begin(self) -> None:
        """It has begun."""
        self._say(
            _("Reading what can still be read"),
            _("The damaged notes are not changed. This takes about a minute."),
        )
        self._card.hide()
        self._quarter = -1
        self.bar.show_share(0, "")
        self.reached.setText("")
        self._far.show()
        self.adopt_button.hide()
        self.back_button.hide()
        self.cancel_button.show()
        self.cancel_button.setEnabled(True)

    def show_reached(self, reached: Reached) -> None:
        """Say how far it is; a screen reader hears each quarter."""
        from rewire_app.ui.frame.salvage_words import reached_words

        if self._far.isHidden():  # it was told before it was stopped
            return
        words = reached_words(reached)
        self.reached.setText(words)
        self.bar.show_share(reached.done / reached.of, words)
        if (quarter := 4 * reached.done // reached.of) != self._quarter:
            self._quarter = quarter
            announce(self, words)

    def stopping(self) -> None:
        """It was cancelled: it stops with the next page, and what was read is let go."""
        self._far.hide()
        self.cancel_button.setEnabled(False)
        self._say(_("This stops in a moment"), _("Nothing was changed."))

    def show_report(self, lead: str, lines: Sequence[str], *, usable: bool) -> None:
        """Say what was read and what was not; `usable`: there is something to go on with."""
        self._say(_("This could be read") if usable else _("Nothing more could be read"), lead)
        self._far.hide()
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(Body(line))
        self._card.setVisible(bool(lines))
        self.cancel_button.hide()
        self.adopt_button.setVisible(usable)
        self.back_button.show()
        self.main.setFocus()
