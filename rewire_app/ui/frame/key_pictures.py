"""Pictures of the lock, the pages about keys and the kit, without making a key, which takes a second."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drop_card import DropKind
from rewire_app.ui.base.kit_page import KitPage
from rewire_app.ui.base.secret_cover import AskAgain, lock_screen
from rewire_app.ui.frame.window import Window
from rewire_app.ui.settings.key_pages import PassphrasePage, RemovePage
from rewire_app.ui.settings.privacy_section import PrivacySection
from rewire_app.ui.setup.page import SetupPage
from rewire_app.ui.setup.who_can_open import WITH, WhoCanOpen

CODE = "K7QM-3TXW-9DHB-R2NV-6JCP-YF4K-W8TG-M5XD-HQ3R"
"""A code that opens nothing."""
Keep = Callable[[QWidget, str], None]


def look_at_lock(context: Context, size: tuple[int, int], keep: Keep) -> None:
    """Give `keep` the lock screen first, with its card, after a wrong try, and asking for the kit."""
    context.vault.box.prepare()
    holder = QStackedWidget()
    holder.setAutoFillBackground(True)
    shown = lock_screen(context)
    holder.addWidget(shown)
    holder.resize(*size)
    holder.show()
    shown.setFocus()
    keep(holder, "lock")
    if below := shown.below:
        for kind in DropKind:
            below.open(kind)
            if kind is DropKind.RATING:
                below.card.value.set_value(6)
                below.card.words.set_value(_("On the train, before the talk"))
            keep(holder, f"lock-{kind}")
        below.card.left.emit()
        shown.setFocus()
    form = shown.form
    form.wrong(_("That passphrase did not open it. Your notes are as they were."))
    keep(holder, "lock-wrong")
    form.turn()
    form.failed(
        _("There is a slip somewhere in this code. Compare each group with the paper, letter by letter.")
    )
    keep(holder, "lock-kit")
    holder.close()
    holder.deleteLater()


def look_at_choice(setup: SetupPage, keep: Keep) -> None:
    """Give `keep` the last step of the first start once a passphrase is wanted."""
    [who] = setup.findChildren(WhoCanOpen)
    who.choose(WITH)
    keep(setup.window(), "setup-passphrase")


def look_at_keys(window: Window, keep: Keep) -> None:
    """Give `keep` the pages of Privacy, and the question for the passphrase."""
    context = window.context
    window.go(routes.PRIVACY)
    [section] = window.shell.page("settings").findChildren(PrivacySection)
    pages = (
        ("passphrase", partial(PassphrasePage, context)),
        ("remove", partial(RemovePage, context)),
        ("kit", partial(KitPage, context, CODE)),
    )
    for name, make in pages:
        section.show_page(make())
        keep(window, f"privacy-{name}")
    section.show_overview()
    again = AskAgain(context, _("Before the passphrase is changed."))
    window.shell.covers.lay(again)
    keep(window, "ask-again")
    window.shell.covers.take_away(again)
