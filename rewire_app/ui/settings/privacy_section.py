"""Privacy: who can open the notes, the recovery kit, when Rewire locks, and what it cannot prevent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.choosing import SettingsSection
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.privacy_choices import CAPTURE_CAN_BE_PREVENTED
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import cap
from rewire_app.ui.base.kit_page import KitMaker
from rewire_app.ui.base.kit_state import KitStep, read_kit
from rewire_app.ui.base.secret_cover import ask_again
from rewire_app.ui.settings.key_pages import PassphrasePage, RemovePage
from rewire_app.ui.settings.keychain_row import KeychainRow
from rewire_app.ui.settings.rows import SettingRow, chosen_in, rows_card
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5


class PrivacySection(QWidget):
    """What can be chosen, or one page about the keys. `go(Route)`: leads on. `turned()`: another is shown.

    What is done to keys is no step to undo: who has an old passphrase is not let in by Ctrl+Z.
    """

    go = Signal(object)
    turned = Signal()

    def __init__(self, context: Context, title: QWidget) -> None:
        """`title`: the name of the section, which makes room for a page."""
        super().__init__()
        self._context, self._title = context, title
        self._page: QWidget | None = None
        self._chosen = rows_card(chosen_in(SettingsSection.PRIVACY, context.preferences))
        self._overview = QWidget()
        self._keys = vbox(gap=0)
        put(
            vbox(on=self._overview, gap=0),
            self._promise(),
            S5,
            self._keys,
            S4,
            self._chosen,
            S4,
            self._limits(),
        )
        self._column = vbox(self._overview, on=self, gap=0)
        context.copies.changed.connect(self._look_again)

    def _promise(self) -> QWidget:
        holder = QWidget()
        told = Body(_("Everything you write stays on this computer. Rewire never goes online."))
        hbox(Glyph("lock", 22, folder="icons"), wide(told, 1), on=holder, gap=S2)
        return holder

    def _limits(self) -> QWidget:
        holder = QWidget()
        hides = _(
            "Hiding quickly hides this screen. It cannot protect against programs that watch this computer, "
            "or somebody who knows your passphrase."
        )
        column = vbox(Small(hides), on=holder, gap=0)
        helping = QuietButton(_("Somebody watches what I do"))
        helping.clicked.connect(partial(self.go.emit, routes.HELP))
        put(column, hung(helping, start=13))
        if not CAPTURE_CAN_BE_PREVENTED:
            put(
                column,
                Small(
                    _(
                        "Screenshots and recordings by other programs cannot be prevented on this system. "
                        "What is locked or hidden is not on the screen."
                    )
                ),
            )
        return holder

    # what is there

    def _look_again(self) -> None:
        """Copies were made anew or removed, on another page; rows that are looked at keep the focus."""
        if not self.isVisible():
            with self._context.hub.telling():
                self.refresh()

    def refresh(self) -> None:
        """Show how it stands with the keys."""
        clear(self._keys)
        if self._context.ready:
            rows = [self._passphrase_row()]
            if self._context.vault.protected:
                rows += [*self._older_copies(), self._kit_row(), self._lock_row()]
            card = rows_card(rows)
            if self._context.vault.protected:
                card.body.addWidget(KeychainRow(self._context))
            self._keys.addWidget(card)

    def _passphrase_row(self) -> QWidget:
        name = _("Passphrase")
        if not self._context.vault.protected:
            self._first_button = set_one = SecondButton(_("Set a passphrase"))
            set_one.clicked.connect(self.new_passphrase)
            told = _("None. Anyone who uses your account on this computer can open your notes.")
            return SettingRow(name, told, set_one)
        self._first_button = change = SecondButton(_("Change"))
        change.clicked.connect(self._change)
        remove = QuietButton(_("Remove"))
        remove.clicked.connect(self._remove)
        told = _("On. If passphrase and recovery kit are both lost, nobody can open your notes, not even us.")
        return SettingRow(name, told, _together(remove, change))

    def _older_copies(self) -> list[QWidget]:
        """A row, as long as copies from before a passphrase keep it from holding."""
        from rewire_app.store.backups.listing import backups
        from rewire_app.store.vault.copies import opens_otherwise

        vault = self._context.vault
        copies = backups(vault.files, self._context.second_folder)
        count = sum(opens_otherwise(copy, vault.keys) for copy in copies)
        if not count:
            return []
        show = SecondButton(_("Show backups"))
        show.clicked.connect(partial(self.go.emit, routes.settings("backups")))
        told = ngettext(
            "{n} backup opens without this passphrase, and its key opens your notes too. "
            "Make it anew, or remove it.",
            "{n} backups open without this passphrase, and their key opens your notes too. "
            "Make them anew, or remove them.",
            count,
        )
        return [SettingRow(_("Backups from before"), told.format(n=count), show)]

    def _kit_row(self) -> QWidget:
        kit, has = read_kit(self._context), self._context.vault.has_recovery
        make = SecondButton(_("Make a new one") if has else _("Make one"))
        make.clicked.connect(self._make_kit)
        if not has:
            told = _("None. It is one page that opens your notes if the passphrase is forgotten.")
        elif kit is None:
            told = _("Made. A new one takes its place, and the old page stops working.")
        elif kit.step is KitStep.CONFIRMED:
            words = _(
                "Made on {day} and read back. A new one takes its place, and the old page stops working."
            )
            told = words.format(day=day_words(kit.made, year=True))
        else:
            words = _("Made on {day}, not read back yet. If the page is not at hand, make a new one.")
            told = words.format(day=day_words(kit.made, year=True))
        return SettingRow(_("Recovery kit"), told, make)

    def _lock_row(self) -> QWidget:
        lock = SecondButton(_("Lock"))
        lock.clicked.connect(lambda: self.go.emit(routes.LOCK))
        told = _("{key} does it from anywhere. What you typed is kept, and you come back to this place.")
        return SettingRow(_("Lock now"), told.format(key=cap("lock")), lock)

    # pages about the keys

    def open_at(self, at: str) -> None:
        """Show what a route wants here."""
        if at == routes.NEW_PASSPHRASE.at and self._context.vault.protected:
            self.new_passphrase(by_kit=True)

    def _change(self) -> None:
        reason = _("Before the passphrase is changed.")
        ask_again(self._context, reason, self.new_passphrase)

    def new_passphrase(self, _on: bool = False, *, by_kit: bool = False) -> None:
        """Ask for a new passphrase; `by_kit`: the one before is forgotten."""
        page = PassphrasePage(self._context, by_kit=by_kit)
        page.kept.connect(self._passphrase_kept)
        page.left.connect(self.show_overview)
        self.show_page(page)

    def _passphrase_kept(self, first: bool) -> None:
        if first or not self._context.vault.has_recovery:
            self._show_kit()
        else:
            self.show_overview()
            self._context.hub.said.emit(
                _("The new passphrase is in force. Your recovery kit stays as it is.")
            )

    def _remove(self) -> None:
        ask_again(self._context, _("Before the passphrase is removed."), self._show_remove)

    def _show_remove(self) -> None:
        page = RemovePage(self._context)
        page.left.connect(self.show_overview)
        self.show_page(page)

    def _make_kit(self) -> None:
        reason = _("Before a new recovery kit is made. The old page stops working then.")
        ask_again(self._context, reason, self._show_kit)

    def _show_kit(self) -> None:
        page = KitMaker(self._context)
        page.ended.connect(self.show_overview)
        page.failed.connect(self._tell_failed)
        self.show_page(page)
        page.begin()

    def _tell_failed(self, sentence: str) -> None:
        self.show_overview()
        self._context.hub.failed.emit(sentence)

    def show_page(self, page: QWidget) -> None:
        """Show `page` in place of what can be chosen."""
        self._drop_page()
        back = QuietButton(_("Privacy"), icon="chevron-left")
        back.clicked.connect(self.show_overview)
        self._page = QWidget()
        put(vbox(-S4, hung(back, start=CHEVRON), -S1, page, on=self._page, gap=0), stretch())
        self._title.hide()
        self._overview.hide()
        self._column.addWidget(self._page)
        self.turned.emit()
        page.setFocus()

    def show_overview(self) -> None:
        """Back to what can be chosen; nothing that was typed on a page about the keys is kept."""
        if self._page is None:
            return
        self._drop_page()
        self._title.show()
        self.refresh()
        self._overview.show()
        self.turned.emit()
        if self.isVisible():
            self._first_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Another page comes: what was typed here is forgotten, but a kit waits: it is shown only once."""
        kit = self._page is not None and self._page.findChild(KitMaker) is not None
        if not kit and not self._context.aside.busy:
            self.show_overview()

    def _drop_page(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.hide()
            page.deleteLater()


def _together(*buttons: QWidget) -> QWidget:
    """Buttons side by side, or below each other where there is little room."""
    flow = Flow(gap=S3)
    for button in buttons:
        flow.add(button)
    return flow
