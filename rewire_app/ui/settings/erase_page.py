"""ErasingWish everything: what it does, what backups still hold, and two steps until it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.reports.your_data import copies_words, copy_words
from rewire_app.store.backups.listing import backups
from rewire_app.store.everything import every_place
from rewire_app.store.vault.copies import Backup
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.erasing_wish import ErasingWish
from rewire_app.ui.settings.rows import SettingRow, rows_card
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Lead, Second, SectionTitle, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4


class ErasePage(QWidget):
    """Nothing is erased before the second step. `left()`: everything stays."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        title, lead = (
            _("Erase everything"),
            _("Rewire then starts as if it were new. This cannot be taken back."),
        )
        self._backups = self._found()
        self.chosen: dict[Switch, Backup] = {}
        self.settings = Switch(_("Erase the settings too"))
        column = vbox(SectionTitle(title), Lead(lead), S4, on=self, gap=0)
        put(column, self._what_goes(), S3, self._copies(), S3)
        told = _("Colours, size of text and all else you chose. Without this they stay as they are.")
        put(column, rows_card([SettingRow(_("The settings too"), told, self.settings)]), S4)
        self.keep, self.erase = (
            MainButton(_("Keep everything")),
            SecondButton(_("Erase everything"), icon="trash"),
        )
        self.keep.clicked.connect(self.left)
        self.erase.clicked.connect(self._ask)
        self._first = _beside(self.keep, self.erase)
        self._sure = self._last_question()
        put(column, self._first, self._sure)
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self.setFocusProxy(self.keep)

    def _found(self) -> tuple[Backup, ...]:
        with self._context.hub.telling():
            return backups(self._context.vault.files, self._context.second_folder)
        return ()

    def _what_goes(self) -> Card:
        card = Card(padding=(24, 18), name=_("What goes"))
        said = (
            _(
                "Every word and number in Rewire: moments, nights, days, practices, lists, answers, and "
                "what is half written. Also the search index, what was put aside, and reports of faults."
            ),
            _(
                "The key is written over first. Without it, nobody can read what the disk may still hold of "
                "the old file."
            ),
            _("What you printed, saved or copied elsewhere is not known to Rewire, and stays."),
        )
        put(card.body, Strong(_("What goes")))
        for sentence in said:
            put(card.body, S2, Body(sentence))
        return card

    def _copies(self) -> QWidget:
        """The backups one by one; each stays unless it is chosen."""
        if not self._backups:
            card = Card(padding=(24, 18), name=_("Backups"))
            put(card.body, Strong(_("Backups")), S2, Body(copies_words(())))
            return card
        every = Switch(_("Erase all backups"))
        every.changed.connect(self._choose_all)
        held = _(
            "They hold what you erase here. Those you leave stay until you remove them, and can be opened as "
            "before."
        )
        told = f"{copies_words(self._backups)} {held}"
        rows: list[QWidget] = [SettingRow(_("All backups too"), told, every)]
        for copy in self._backups:
            words = copy_words(copy)
            one = Switch(_("Erase the backup of {words}").format(words=words))
            self.chosen[one] = copy
            open_to = "" if copy.locked else _("Made without a passphrase")
            rows.append(SettingRow(words, open_to, one))
        return rows_card(rows)

    def _choose_all(self, on: bool) -> None:
        for one in self.chosen:
            one.set_value(on)

    # the second step

    def _last_question(self) -> Card:
        card = Card(padding=(24, 18), name=_("Erase everything now?"))
        self._summary = Second("")
        self.no, self.yes = MainButton(_("No, keep it")), SecondButton(_("Erase it now"), icon="trash")
        self.no.clicked.connect(self.left)
        self.yes.clicked.connect(self._go)
        put(card.body, Strong(_("Erase everything now?")), S2, self._summary, S3, _beside(self.no, self.yes))
        card.hide()
        return card

    def _ask(self) -> None:
        wanted = len(self._wanted())
        left = len(self._backups) - wanted
        said = [_("There is no way back after this.")]
        if wanted:
            said.append(ngettext("{n} backup goes too.", "{n} backups go too.", wanted).format(n=wanted))
        if left:
            said.append(ngettext("{n} backup stays.", "{n} backups stay.", left).format(n=left))
        self._summary.setText(" ".join(said))
        self._sure.setAccessibleDescription(self._summary.text())
        self._first.hide()
        self._sure.show()
        self.setFocusProxy(self.no)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> tuple[Backup, ...]:
        return tuple(copy for one, copy in self.chosen.items() if one.value())

    def _go(self) -> None:
        paths = every_place(self._wanted(), self._context.second_folder)
        self.yes.setEnabled(False)
        self._context.hub.erasing_wanted.emit(ErasingWish(backups=paths, choices=self.settings.value()))


def _beside(*buttons: QWidget) -> Flow:
    flow = Flow(gap=S3)
    for button in buttons:
        flow.add(button)
    return flow
