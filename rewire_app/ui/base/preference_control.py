"""What a setting is chosen by: made from what the setting says of itself, and in force at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from rewire_app.choosing import Choice, Control
from rewire_app.settings import choices
from rewire_app.ui.base.context import Preferences
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.switch import Switch


def control_for(preferences: Preferences, name: str) -> Switch | Combo | Segmented:
    """The control of the setting `name`: it shows what is in force and keeps what is chosen."""
    choice = choices()[name]
    control = _made(choice)
    _Bound(control, choice, preferences, name)
    return control


def _made(choice: Choice) -> Switch | Combo | Segmented:
    if choice.control is Control.SWITCH:
        return Switch(choice.label())
    options = [(str(value), choice.words(value)) for value in choice.allowed()]
    if choice.control is Control.LIST:
        return Combo(choice.label(), options, show_label=False)
    return Segmented(options, name=choice.label())


class _Bound(QObject):
    """Keeps a control and its setting the same; where a choice could not be saved, the old one is shown."""

    def __init__(self, control: Any, choice: Choice, preferences: Preferences, name: str) -> None:
        super().__init__(control)
        self._control, self._preferences, self._name = control, preferences, name
        self._values = {str(value): value for value in choice.allowed()}
        self._showing = False
        self.show()
        control.changed.connect(self._put)
        preferences.changed.connect(self.show)

    def show(self) -> None:
        """Show the setting in force."""
        now = getattr(self._preferences.now, self._name)
        self._showing = True
        self._control.set_value(now if isinstance(now, bool) else str(now))
        self._showing = False

    def _put(self) -> None:
        value = self._values[str(self._control.value())]
        if not self._showing and not self._preferences.put(**{self._name: value}):
            self.show()
