"""Whether Rewire begins with the computer, as a row of Settings; what the system holds is what it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.desktop import autostart
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.rows import SettingRow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.switch import Switch


class AutostartRow(QWidget):
    """One switch."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        name = _("Start with the computer")
        possible = autostart.possible() and not context.sample
        words = _("Needed for reminders after a restart")
        if not possible:
            words = _("From here Rewire cannot say so; the settings of your desktop can.")
        self.switch = Switch(name, on=possible and autostart.is_on())
        self.switch.setEnabled(possible)
        self.switch.clicked.connect(self._turn)
        vbox(SettingRow(name, words, self.switch), on=self, gap=0)

    def _turn(self) -> None:
        wanted = self.switch.value()
        try:
            autostart.turn(autostart.command(self._context.folder), on=wanted)
        except OSError as error:
            from rewire_app.store.vault.faults import from_system

            why = from_system(error, self._context.folder)
            words = _("Whether Rewire starts with the computer could not be changed. {why}")
            self._context.hub.failed.emit(words.format(why=why))
        self.switch.set_value(autostart.is_on())
