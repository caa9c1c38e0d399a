"""The pauses of the plan: the one that goes on, as a switch, and those that were, each by its days."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import Pause, new_uid
from rewire_app.domain.journal.pausing import pause_length, pause_span
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.rows import SettingRow
from rewire_app.ui.widgets.act_row import ActRow
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import clear, put, vbox, wide
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

SHOWN = 3
"""So many pauses are listed; earlier ones are one press away."""


class PausesPart(QWidget):
    """`wanted(uid)`: a pause is to be changed, or a new one to be written ("")."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._showing = self._every = False
        self._switch = Switch(_("Pause the plan"))
        self._switch.changed.connect(self._turn)
        self._since = Small("")
        add = SecondButton(_("Add a pause by date"))
        add.clicked.connect(lambda: self.wanted.emit(""))
        self._rows = vbox(gap=0)
        told = _("For illness or a holiday. Paused days count for nothing either way.")
        card = Card(padding=(29, 11))
        put(card.body, SettingRow(_("Pause the plan"), told, self._switch), self._rows)
        column = vbox(Heading(_("Pauses")), S2, card, S2, self._since, S3, on=self, gap=0)
        put(column, wide(add, 0, Qt.AlignmentFlag.AlignLeading))

    def refresh(self) -> None:
        """Show the pauses there are; raises a StoreError."""
        store, today = self._context.store, self._context.today
        running, pauses = store.pauses.open(today), store.pauses.all()
        self._showing = True
        self._switch.set_value(running is not None)
        self._showing = False
        clear(self._rows)
        newest = sorted(pauses, key=lambda one: one.from_day, reverse=True)
        shown = newest if self._every else newest[:SHOWN]
        for pause in shown:
            put(self._rows, Divider(), self._row(pause))
        if rest := len(newest) - len(shown):
            more = LinkButton(ngettext("{n} earlier pause", "{n} earlier pauses", rest).format(n=rest))
            more.clicked.connect(self._show_every)
            put(self._rows, Divider(), more)
        since = _("Paused since {day}.").format(day=long_day(running.from_day, today)) if running else ""
        self._since.setText(since)
        self._since.setVisible(bool(since))

    def _row(self, pause: Pause) -> ActRow:
        today = self._context.today
        days = pause_length(pause, today)
        length = ngettext("{n} day", "{n} days", days).format(n=days) if days else _("still to come")
        span = pause_span(pause.from_day, pause.to_day, today)
        reason = _("“{words}”").format(words=pause.reason) if pause.reason else ""
        said = ", ".join(filter(None, (length, reason)))
        row = ActRow(span[:1].upper() + span[1:], said, _("Change"))
        row.button.clicked.connect(partial(self.wanted.emit, pause.uid))
        return row

    def _show_every(self) -> None:
        self._every = True
        with self._context.hub.telling():
            self.refresh()

    def _turn(self) -> None:
        """Begin a pause today, or end what goes on with yesterday."""
        if self._showing:
            return
        context = self._context
        store, today = context.store, context.today
        running = store.pauses.open(today)
        if self._switch.value() and running is None:
            pause = Pause(uid=new_uid(context.clock.now()), from_day=today)
            context.hub.do(_("plan paused"), store.pauses.add, pause)
        elif not self._switch.value() and running is not None:
            context.hub.do(_("pause ended"), store.pauses.end, today)
