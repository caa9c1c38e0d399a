"""Words that could not be saved when they were typed, offered again once the notes are open."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.i18n import _
from rewire_app.store.vault.draft_file import Draft
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.frame.moved_notes import CalmScreen
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Second, Voice
from rewire_app.ui.widgets.theme import S3, S4


class WaitingWords(CalmScreen):
    """One card for each field whose words wait. `closed`: the person goes on; what is left waits on."""

    closed = Signal()

    def __init__(self, context: Context, drafts: tuple[Draft, ...]) -> None:
        self._context = context
        self._cards: dict[str, QWidget] = {}
        lead = _(
            "When you wrote this, your notes could not be saved, so it was held beside them. "
            "What you leave here is offered again at the next start."
        )
        rows = QWidget()
        column = vbox(on=rows, gap=S4)
        for draft in drafts:
            card = self._cards[draft.name] = self._card(draft)
            put(column, card)
        super().__init__(_("Some of your words are waiting"), Voice(lead), rows)
        on = MainButton(_("Go on"))
        on.clicked.connect(self.closed)
        self.buttons.add(on)

    def _card(self, draft: Draft) -> Card:
        day = day_words(date.fromordinal(draft.day))
        card = Card(dense=True, name=draft.label)
        shown = TextArea(draft.label, rows=2)
        shown.set_value(draft.text)
        shown.edit.setReadOnly(True)
        keep = SecondButton(_("Keep it as a note of {day}").format(day=day))
        keep.clicked.connect(partial(self._keep, draft))
        copy = QuietButton(_("Copy"))
        copy.clicked.connect(partial(self._copy, draft))
        remove = QuietButton(_("Remove"))
        remove.clicked.connect(partial(self._ask, draft, remove))
        row = Flow(gap=S3)
        for button in (keep, copy, remove):
            row.add(button)
        put(card.body, Second(draft.where), S3, shown, S3, row)
        return card

    def _copy(self, draft: Draft) -> None:
        self._context.hub.said.emit(copy_private(draft.text))

    def _keep(self, draft: Draft) -> None:
        """Keep the words as a note of their day."""
        if self._context.hub.do(_("words kept as a note"), self._write, draft):
            self._done(draft)

    def _write(self, draft: Draft) -> Change:
        now = self._context.clock.now()
        note = Note(uid=new_uid(now), day=date.fromordinal(draft.day), at=now, text=draft.text)
        return self._context.store.notes.add(note)

    def _ask(self, draft: Draft, remove: QuietButton) -> None:
        """The first press asks, since these words are nowhere else."""
        asked = _("Remove these words for good")
        if remove.text() != asked:
            remove.setText(asked)
            return
        self._done(draft)

    def _done(self, draft: Draft) -> None:
        try:
            self._context.vault.drafts.let_go((draft.name,))
        except OSError:
            return  # it is offered once more, which harms nothing
        self._cards.pop(draft.name).hide()
        if not self._cards:
            self.closed.emit()
