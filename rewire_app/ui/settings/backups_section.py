"""Backups in Settings: the copies there are, one more now, and what can be done with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.errors import RewireError
from rewire_app.i18n import _, ngettext
from rewire_app.ui.backups.rows import CopyTable, ShownCopy
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.copy_acts import CopyActs
from rewire_app.ui.settings.copy_places import CopyPlaces
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.act_row import ActRow
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, SectionTitle, Small
from rewire_app.ui.widgets.theme import S1, S3, S4

if TYPE_CHECKING:
    from rewire_app.store.backups.listing import Listing
    from rewire_app.store.backups.taking import Shrunk
    from rewire_app.store.vault.copies import Backup


class BackupsSection(QWidget):
    """`go(Route)`: something else is asked for. It reads the folders when it is seen, and as they change."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._copies: dict[Path, Backup] = {}
        self._shrunk: Shrunk | None = None
        self.now_button = MainButton(_("Back up now"))
        self.now_button.clicked.connect(self._back_up)
        self._sentence, self._damaged = Body("", ink="ink2"), Small("")
        self._empty = Body(_("The first copy is made when you close Rewire today."))
        self._empty_card = Card(padding=(29, 22))
        self._empty_card.body.addWidget(self._empty)
        self._table = CopyTable()
        self._table.look.connect(self._look)
        self._table.more.connect(self._more)
        self._acts = CopyActs(context, self)
        self._acts.go.connect(self.go)
        self._asked = Card(padding=(29, 11))
        self._asked_row = ActRow(_("There is less than before"), "", _("It was meant"))
        self._asked_row.button.clicked.connect(self._answered)
        self._asked.body.addWidget(self._asked_row)
        self._older: tuple[Backup, ...] = ()
        self._anew = Card(padding=(29, 11))
        self._anew_row = ActRow(_("Made with other keys"), "", _("Make them anew"))
        self._anew_row.button.clicked.connect(lambda: self._acts.lock_anew(self._older))
        self._anew.body.addWidget(self._anew_row)
        self._places = CopyPlaces(context, self._acts)
        head = hbox(wide(SectionTitle(_("Backups")), 1), gap=S3)
        put(head, wide(self.now_button, 0, Qt.AlignmentFlag.AlignTop))
        column = vbox(head, S1, self._sentence, S4, on=self, gap=0)
        for part in (self._asked, self._anew, self._empty_card, self._table, self._damaged):
            put(column, part)
        put(column, S3 + 2, self._places, stretch())
        for part in (self._asked, self._anew, self._table, self._damaged):
            part.hide()
        context.copies.changed.connect(self._changed)
        context.copies.shrank.connect(self._ask)

    def _changed(self) -> None:
        if self._context.ready and self.isVisible():
            with self._context.hub.telling():
                self.refresh()

    def refresh(self) -> None:
        """Read which copies there are; raises a StoreError."""
        from rewire_app.store.backups.listing import listing
        from rewire_app.store.vault.copies import opens_otherwise
        from rewire_app.ui.backups.words import shown

        context = self._context
        found = listing(context.vault.files, context.second_folder)
        self._copies = {copy.path: copy for copy in found.backups}
        today = context.clock.now().wall.date()
        vault = context.vault
        self._older = tuple(copy for copy in found.backups if opens_otherwise(copy, vault.keys))
        older = set(self._older)
        rows = [shown(copy, today, older_secret=copy in older) for copy in found.backups]
        self.show_copies(rows)
        self._say_older()
        self._say(found)
        self._places.show_state(found)

    def show_copies(self, rows: Sequence[ShownCopy]) -> None:
        """Show these rows, or when the first copy is made."""
        self._table.show_copies(rows)
        self._table.setHidden(not rows)
        self._empty_card.setHidden(bool(rows))

    def _say_older(self) -> None:
        """A passphrase that was set or changed does not change the copies that were made before."""
        count = len(self._older)
        self._anew.setHidden(not count)
        if self._context.vault.protected:
            words = ngettext(
                "{n} copy was made before your passphrase of today: it opens without it, and so "
                "do your notes with its key.",
                "{n} copies were made before your passphrase of today: they open without it, and "
                "so do your notes with their key.",
                count,
            )
        else:
            words = ngettext(
                "{n} copy still needs the passphrase of the day it was made.",
                "{n} copies still need the passphrase of the day they were made.",
                count,
            )
        self._anew_row.set_sentence(words.format(n=count))

    def _say(self, found: Listing) -> None:
        from rewire_app.store.backups.restoring import unconfirmed

        vault = self._context.vault
        if unconfirmed(self._context.folder) is not None:
            words = _("No copy is made until you say whether the copy you are looking at is right.")
        elif vault.protected:
            words = _(
                "A copy is made each day you write, locked with your passphrase, and opened once to check it."
            )
        else:
            words = _(
                "A copy is made each day you write, and opened once to check it. Without a passphrase, "
                "anyone who has a copy can read it."
            )
        self._sentence.setText(words)
        said = ngettext(
            "{n} file among the copies cannot be read.",
            "{n} files among the copies cannot be read.",
            found.damaged,
        )
        self._damaged.setText(said.format(n=found.damaged))
        self._damaged.setHidden(not found.damaged)

    # making one

    def _back_up(self) -> None:
        from rewire_app.store.backups.restoring import unconfirmed

        if unconfirmed(self._context.folder) is not None:
            self._context.hub.failed.emit(
                _("First say whether this copy is right: the two buttons are at the top of the page.")
            )
            return
        errand = self._context.copies.back_up()
        if errand is None:
            return
        self.now_button.setEnabled(False)
        self.now_button.setText(_("One moment"))
        errand.done.connect(self._backed_up)
        errand.failed.connect(self._not_backed_up)

    def _ready_again(self) -> None:
        self.now_button.setText(_("Back up now"))
        self.now_button.setEnabled(True)
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _backed_up(self, _made: object) -> None:
        self._ready_again()
        self._context.hub.said.emit(_("A copy was made, and opened to check it."))

    def _not_backed_up(self, error: RewireError) -> None:
        self._ready_again()
        self._context.hub.failed.emit(str(error))

    # one of them

    def _look(self, path: Path) -> None:
        copy = self._copies.get(path)
        if copy is not None:
            self._context.copies.looked.emit(copy)

    def _more(self, path: Path, at: QPoint) -> None:
        copy = self._copies.get(path)
        if copy is None:
            return
        from rewire_app.store.vault.copies import Pin

        menu = ActMenu(self._acts.page, name=_("What to do with this copy"))
        kept = copy.pin is Pin.PERSON
        words = _("Let it go in its time") if kept else _("Keep it until you remove it")
        menu.offer(_("Go back to it"), "clock", partial(self._acts.ask_to_go_back, copy))
        menu.offer(words, "bookmark", partial(self._acts.pin, copy, not kept))
        menu.offer(_("Try it out"), "eye", partial(self._acts.practise, copy))
        menu.offer(_("Remove it"), "trash", partial(self._acts.ask_to_remove, copy, self._newest))
        menu.open_beside(at)

    @property
    def _newest(self) -> Path | None:
        """The newest good copy, which is never removed."""
        return next(iter(self._copies), None)

    # fewer than before

    def _ask(self, shrunk: Shrunk) -> None:
        """A copy holds much less than the one before, which is kept: was that meant?"""
        self._shrunk = shrunk
        words = _(
            "The newest copy holds {now} entries, the one before {before}. That one is kept for safety."
        )
        self._asked_row.set_sentence(words.format(now=shrunk.after.entries, before=shrunk.before.entries))
        self._asked.show()

    def _answered(self) -> None:
        """It was meant: the older copy goes in its time."""
        shrunk, self._shrunk = self._shrunk, None
        self._asked.hide()
        if shrunk is not None:
            self._acts.pin(shrunk.before, False)
