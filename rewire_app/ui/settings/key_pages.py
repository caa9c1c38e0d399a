"""Pages of Privacy: a new passphrase, and doing without one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.store.vault.key_change import remove_passphrase
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.new_passphrase import NewPassphrase
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Body, Lead, Second, SectionTitle
from rewire_app.ui.widgets.theme import S3, S4


class PassphrasePage(QWidget):
    """A first passphrase, or another one. `kept(bool)`: it was the first. `left()`: not yet."""

    kept = Signal(bool)
    left = Signal()

    def __init__(self, context: Context, *, by_kit: bool = False) -> None:
        """`by_kit`: the notes were opened with the recovery kit, so the passphrase before is forgotten."""
        super().__init__()
        self._first = not context.vault.protected
        title = _("A passphrase for your notes") if self._first else _("A new passphrase")
        self._form = NewPassphrase(context)
        self._form.entered.connect(self._form.keep)
        self._form.kept.connect(self._tell_kept)
        self._form.busy.connect(self._show_busy)
        self._main = MainButton()
        self._main.clicked.connect(self._form.keep)
        self._leave = QuietButton(_("Not now"))
        self._leave.clicked.connect(self.left)
        buttons = Flow(gap=S3)
        for button in (self._main, self._leave):
            buttons.add(button)
        card = Card(padding=(28, 22), name=title)
        put(card.body, self._form, S4, buttons)
        column = vbox(SectionTitle(title), Lead(self._lead(by_kit=by_kit)), S4, card, S4, on=self, gap=0)
        for told in self._told():
            put(column, Second(told), S3)
        self.setAccessibleName(title)
        self._show_busy(False)

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """The focus is where one types."""
        self._form.take_focus()

    def _lead(self, *, by_kit: bool) -> str:
        if by_kit:
            return _(
                "You opened your notes with the recovery kit. Choose a passphrase that you will remember."
            )
        if self._first:
            return _("You type it when Rewire opens. A recovery kit to print comes next.")
        return _("From now on only the new one opens your notes. Your recovery kit stays as it is.")

    def _told(self) -> tuple[str, ...]:
        older = (
            _(
                "Backups made before open without it, and their key opens your notes too. Make them anew "
                "afterwards: Settings, Backups does that with one press. Remove those you keep elsewhere."
            )
            if self._first
            else _("Backups made before keep the passphrase they were made with.")
        )
        return older, _("Ctrl+Z does not take this back. You can change it again here at any time.")

    def _show_busy(self, busy: bool) -> None:
        words = _("Set the passphrase") if self._first else _("Change the passphrase")
        self._main.setText(_("Making the key") if busy else words)
        self._leave.setEnabled(not busy)

    def _tell_kept(self) -> None:
        self.kept.emit(self._first)


class RemovePage(QWidget):
    """Doing without a passphrase. `left()`: it is gone, or stays."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        title = _("Do without a passphrase")
        keep = MainButton(_("Keep the passphrase"))
        keep.clicked.connect(self.left)
        self._keep = keep
        remove = QuietButton(_("Remove it"))
        remove.clicked.connect(self._remove)
        buttons = Flow(gap=S3)
        for button in (keep, remove):
            buttons.add(button)
        card = Card(padding=(28, 22), name=title)
        said = (
            _("Then anyone who uses your account on this computer can open your notes."),
            _("The recovery kit stops working, and Rewire does not lock by itself any more."),
            _(
                "Backups made until now keep their passphrase. Those made from then on open for whoever has "
                "them."
            ),
            _("Ctrl+Z does not take this back. You can set a passphrase again here."),
        )
        for sentence in said:
            put(card.body, Body(sentence), S3)
        put(card.body, buttons)
        vbox(SectionTitle(title), S3, card, on=self, gap=0)
        self.setAccessibleName(title)

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """The focus is on what changes nothing."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        work = partial(remove_passphrase, self._context.vault)
        self._context.aside.run(self, work, self._done, self._fail)

    def _done(self, _nothing: None) -> None:
        self._context.hub.guarded.emit()
        self._context.hub.said.emit(_("Your notes open without a passphrase now."))
        self.left.emit()

    def _fail(self, sentence: str) -> None:
        self._context.hub.failed.emit(sentence)
