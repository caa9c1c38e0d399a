"""Who can open the notes: only someone with a passphrase, or anyone who uses the account."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.new_passphrase import NewPassphrase
from rewire_app.ui.widgets.choices import ChoiceList, only
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S3

WITH, WITHOUT = "passphrase", "account"


class WhoCanOpen(QWidget):
    """Neither is chosen at first; no choice means the second. `entered()`: Enter in the last field.

    `kept()`: the passphrase is in force. `busy(bool)`: it is being put in force.
    """

    entered = Signal()
    kept = Signal()
    busy = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        name = _("Who can open your notes?")
        self._choice = ChoiceList(
            [(WITH, _("Only someone with the passphrase")), (WITHOUT, _("Anyone who uses my account"))],
            columns=2,
            name=name,
        )
        self._choice.set_details(
            {
                WITH: _("You type it when Rewire opens. A recovery kit to print comes next."),
                WITHOUT: _("Nothing to remember. On a shared account others can open it."),
            }
        )
        self._choice.changed.connect(self._follow)
        self._form = NewPassphrase(context)
        self._form.hide()
        self._form.entered.connect(self.entered)
        self._form.kept.connect(self.kept)
        self._form.busy.connect(self.busy)
        told = _("Everything you write stays on this computer, stored encrypted. Rewire never goes online.")
        vbox(Heading(name), Second(told), S3, self._choice, S3 + S1, self._form, on=self, gap=0)

    @property
    def chosen(self) -> bool:
        """Whether one of the two was chosen."""
        return bool(self._choice.chosen())

    @property
    def wants_passphrase(self) -> bool:
        """Whether a passphrase is wanted, and there is none yet."""
        return only(self._choice) == WITH and not self.isHidden()

    def choose(self, key: str) -> None:
        """Choose one of the two; the keyboard goes to the passphrase, if one is wanted."""
        self._choice.set_value(key)
        if self.wants_passphrase:
            self._form.take_focus()

    def look(self) -> None:
        """Ask only where there is no passphrase yet, as there may be when a first start comes again."""
        self.setVisible(not self._context.vault.protected)

    def keep(self) -> None:
        """Put the passphrase in force; what is missing is said."""
        self._form.keep()

    def forget(self) -> None:
        """Nothing that was typed is kept."""
        self._form.clear()

    def arrange(self, *, roomy: bool) -> None:
        """Set the two side by side where there is room."""
        self._choice.set_columns(2 if roomy else 1)

    def _follow(self, _value: object) -> None:
        self._form.setVisible(self.wants_passphrase)
