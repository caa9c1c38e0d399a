"""Whether the keychain of the computer may open the notes too; there only where there is such a keychain."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.store.vault.key_change import join_keychain, leave_keychain
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.base.secret_cover import ask_again
from rewire_app.ui.settings.rows import SettingRow
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.switch import Switch


class KeychainRow(QWidget):
    """Shows itself once it is known that there is a keychain, which may take some seconds to say so."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        name = _("Let the keychain of this computer open your notes")
        told = _(
            "Whoever is logged in to your account need not type the passphrase when Rewire starts. Once it "
            "is locked, they do. The passphrase works in any case."
        )
        self._switch = Switch(name, on=context.vault.in_keychain)
        self._switch.clicked.connect(self._turn)
        vbox(Divider(), SettingRow(name, told, self._switch), on=self, gap=0)
        self.hide()
        self._errand = Errand(_found)
        self._errand.done.connect(self._show_if)
        self._errand.start()

    def _show_if(self, there: bool) -> None:
        self.setVisible(there)

    def _turn(self) -> None:
        """Do as the switch says, once it is known who turned it; until then it stays as it was."""
        wanted = self._switch.value()
        self._show_state()
        if wanted:
            reason = _("Before the keychain of this computer may open your notes.")
            ask_again(self._context, reason, partial(self._change, wanted=True))
        else:
            self._change(wanted=False)

    def _change(self, *, wanted: bool) -> None:
        work = partial(join_keychain if wanted else leave_keychain, self._context.vault)
        self._switch.setEnabled(False)
        if not self._context.aside.run(self, work, self._changed, self._fail):
            self._show_state()

    def _changed(self, _nothing: None) -> None:
        self._show_state()

    def _fail(self, sentence: str) -> None:
        self._show_state()
        self._context.hub.failed.emit(sentence)

    def _show_state(self) -> None:
        self._switch.setEnabled(True)
        self._switch.set_value(self._context.vault.in_keychain)
        if self.isVisible() and self.window().focusWidget() is None:
            self._switch.setFocus(Qt.FocusReason.OtherFocusReason)


def _found() -> bool:
    """Whether there is a keychain; asks the system, which may take its time."""
    from rewire_app.store.vault import keychain

    return keychain.is_there()
