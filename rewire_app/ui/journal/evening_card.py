"""The evening of a day, told in words, with the one way to note it or to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from rewire_app.domain.journal.entries import DayEntry
from rewire_app.i18n import _
from rewire_app.ui.base.evening_questions import answers_said
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Body, Heading, Second, Text
from rewire_app.ui.widgets.theme import S1, S3


class EveningSummary(Card):
    """`wanted()`: it is to be noted or changed."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(29, 23))
        self._told = vbox(gap=S1)
        self.button = SecondButton("")
        self.button.clicked.connect(self.wanted)
        put(self.body, Heading(_("Evening")), S3, self._told, S3, hung(self.button), stretch())

    def show_day(self, entry: DayEntry | None, own: Sequence[tuple[str, str]]) -> None:
        """Show what is noted of a day; `own`: its measures of one's own, by name."""
        said = [*(answers_said(entry) if entry is not None else ()), *own]
        good = entry.good if entry is not None else ""
        clear(self._told)
        for what, answer in said:
            self._told.addWidget(Body(_("{what}: {answer}").format(what=what, answer=answer)))
        if good:
            self._told.addWidget(Text(good, role="voice"))
        if not said and not good:
            self._told.addWidget(Second(_("Not noted yet. It takes about a minute.")))
        self.button.setText(_("Change the evening") if said or good else _("Note the evening"))
