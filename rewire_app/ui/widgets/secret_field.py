"""A field for a passphrase: hidden until the person looks, and it tells when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.bare_line import BareLine
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.field_frame import LabelledField
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import TARGET, theme

MOST = 1024
"""More signs than a passphrase may have are not taken."""
SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def caps_lock(event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on, by the letter that was typed; None where it tells nothing."""
    letter = event.text()
    if len(letter) != 1 or letter.upper() == letter.lower() or event.modifiers() & SHORTCUTS:
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() is not shifted


class SecretLine(BareLine):
    """A line that shows dots. `caps(bool)`: Caps Lock is on now, or off, as far as keys tell."""

    caps = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._caps: bool | None = None
        self.setMaxLength(MOST)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        self.show_words(False)

    def show_words(self, seen: bool) -> None:
        """Show what is typed, or dots."""
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if seen else modes.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look what the key tells about Caps Lock, which Qt itself cannot say."""
        told = caps_lock(event)
        if event.key() == Qt.Key.Key_CapsLock and self._caps is not None:
            told = not self._caps
        if told is not None and told is not self._caps:
            self._caps = told
            self.caps.emit(told)
        super().keyPressEvent(event)


class Eye(IconButton):
    """As high as the inside of a field."""

    def sizeHint(self) -> QSize:
        """44 across, and no reason for the field to grow."""
        return QSize(theme.px(TARGET), theme.px(TARGET) - 2 * theme.px(2))


class SecretField(LabelledField):
    """A passphrase to type. `changed(str)` with each key; `entered()`: Enter was pressed in it.

    Below it stands a fault, then a note and whether Caps Lock is on.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(self, label: str, note: str = "", parent: QWidget | None = None) -> None:
        self.line = SecretLine()
        super().__init__(label, self.line, parent)
        self._note, self._caps = note, False
        self._eye = Eye("", "eye")
        self._eye.clicked.connect(self._turn)
        self.frame.add_at_end(self._eye)
        self._below = Second("")
        self._column.insertWidget(self._column.count() - 1, self._below)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.entered)
        self.line.caps.connect(self._tell_caps)
        self._name_eye()
        self._show_note()

    def value(self) -> str:
        """What was typed, with every blank."""
        return self.line.text()

    def clear(self) -> None:
        """Empty it, and show dots again."""
        self.line.clear()
        self.line.show_words(False)
        self._name_eye()

    def set_note(self, note: str) -> None:
        """Say something else below."""
        self._note = note
        self._show_note()

    @property
    def note(self) -> str:
        """What stands below now."""
        return self._below.text()

    def _typed(self, text: str) -> None:
        self.set_error("")
        self.changed.emit(text)

    def _turn(self) -> None:
        self.line.show_words(self._hidden)
        self._name_eye()

    @property
    def _hidden(self) -> bool:
        return self.line.echoMode() is QLineEdit.EchoMode.Password

    def _name_eye(self) -> None:
        self._eye.set_icon("eye" if self._hidden else "eye-off")
        show = _("Show what is typed: {field}") if self._hidden else _("Hide what is typed: {field}")
        self._eye.setAccessibleName(show.format(field=self.label.text()))

    def _tell_caps(self, on: bool) -> None:
        self._caps = on
        self._show_note()
        announce(self.line, _("Caps Lock is on.") if on else _("Caps Lock is off."))

    def _show_note(self) -> None:
        words = " ".join(filter(None, (self._note, _("Caps Lock is on.") if self._caps else "")))
        self._below.setText(words)
        self._below.setVisible(bool(words))
