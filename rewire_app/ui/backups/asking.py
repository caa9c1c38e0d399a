"""What is asked about a copy: whether to go back to it, and the passphrase of one that has its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.backups.restore_sheet import RestoreSheet
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.secret_cover import SecretCover, ask_again
from rewire_app.ui.base.secret_form import SecretForm
from rewire_app.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from rewire_app.store.vault.copies import Backup


def ask_to_go_back(context: Context, page: QWidget, copy: Backup) -> None:
    """Show both sides over `page`, then go back to `copy` if that is wanted; raises a StoreError.

    Where the notes cannot be opened there is only the copy to show, and nothing to prove first.
    """
    from rewire_app.ui.backups.words import count_rows, entries_words, when_words

    held, here = entries_words(copy.entries), _here(context)
    if here is None:
        words = _("{entries} are in this copy.").format(entries=held)
    else:
        words = _("The copy was opened when it was made and is whole: {copy}, against {here} here.")
        words = words.format(copy=held, here=sum(here.values()))
    sheet = RestoreSheet(
        page,
        when=when_words(copy.made, context.clock.now().wall.date(), inside=True),
        words=words,
        rows=count_rows(here, copy.counts),
    )

    def back() -> None:
        context.copies.back.emit(copy, None)

    reason = _("Going back to a copy changes all of your notes.")
    sheet.chosen.connect(back if here is None else lambda: ask_again(context, reason, back))
    sheet.lay_over()


def _here(context: Context) -> Mapping[str, int] | None:
    """The entries of each kind in the open notes, by table; None while they are not open."""
    from rewire_app.store.backups.trial import counts_here

    return counts_here(context.vault) if context.ready else None


def ask_secret_of_copy(leave: QuietButton) -> SecretCover:
    """A screen that asks for what opens a copy, where that is not known here; `leave` stands beside it."""
    form = SecretForm(go=_("Go on"), busy=_("Opening"), more=(leave,))
    words = _("It opens with the passphrase, or the recovery kit, of the day it was made.")
    return SecretCover(_("The passphrase of this copy"), words, form)
