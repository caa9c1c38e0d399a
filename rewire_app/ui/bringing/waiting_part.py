"""While a file is read or written: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.layout import hung, put, stretch, vbox
from rewire_app.ui.widgets.progress_bar import ProgressBar
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S1, S2, S4


class WaitingPart(QWidget):
    """`cancelled()`: it is enough."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._lead = Title(""), Second("")
        self.bar, self.reached = ProgressBar(_("How far it is")), Second("")
        self.cancel = SecondButton(_("Cancel"))
        self.cancel.clicked.connect(self._stop)
        self._all = 0
        put(vbox(on=self, gap=0), self._title, S1, self._lead, S4, self.bar, S2, self.reached, S4)
        column = self.layout()
        assert column is not None
        put(column, hung(self.cancel), stretch())  # type: ignore[arg-type]  # it is the box from above

    def begin(self, title: str, lead: str, of: int = 0) -> None:
        """It has begun; `of` so many rows, 0 not known."""
        self._all = of
        self._title.setText(title)
        self._lead.setText(lead)
        self.reached.setText("")
        self.bar.setVisible(bool(of))
        self.bar.show_share(0, "")
        self.cancel.setEnabled(True)
        announce(self, f"{title}. {lead}")

    def show_reached(self, done: int) -> None:
        """So many rows are done."""
        if not self.cancel.isEnabled() or not done:
            return
        if self._all:
            words = _("{n} of {all}").format(n=f"{done:,}", all=f"{self._all:,}")
            self.bar.show_share(min(done / self._all, 1), words)
        else:
            words = _("{n} rows are read").format(n=f"{done:,}")
        self.reached.setText(words)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._lead.setText(_("This stops in a moment. Nothing was changed."))
        self.cancelled.emit()
