"""Asking for the passphrase, or for the code of the recovery kit, with a wait after wrong tries."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.store.vault.recovery_code import read_code
from rewire_app.store.vault.unlocking import Secret, SecretKind, seconds_to_wait
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.secret_field import SecretField
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S1, S3, S4, theme

TICK_MS = 250
LONGEST_CODE = 200
LEAST_MAIN = 120
"""Px of the design across: the main button is no narrower."""


class SecretForm(QWidget):
    """Gives what was typed, one try at a time. `given(Secret)`: it is to be tried now.

    Whoever tries it says `wrong`, or takes the form away; until then a second Enter does nothing.
    """

    given = Signal(object)

    def __init__(self, *, go: str, busy: str, note: str = "", more: tuple[QWidget, ...] = ()) -> None:
        """`go` and `busy`: the words of the main button, and those while it is tried. `more`: buttons."""
        super().__init__()
        self._go_words, self._busy_words, self._note = go, busy, note
        self._kind, self._busy, self._back = SecretKind.PASSPHRASE, False, False
        self._wrong, self._until = 0, 0.0
        self.passphrase = SecretField(_("Passphrase"), note)
        hint = _("Nine groups of four. Capitals and gaps do not matter.")
        self.code = Field(_("The code of your recovery kit"), hint, limit=LONGEST_CODE)
        self._waiting = ""
        self._below_code = Second("")
        self.go = MainButton(go)
        self._other = QuietButton()
        buttons = Flow(gap=S3)
        for button in (self.go, self._other, *more):
            buttons.add(button)
        column = vbox(self.passphrase, self.code, S1, self._below_code, S4, buttons, on=self, gap=0)
        put(column, S1)
        self.passphrase.entered.connect(self._give)
        self.code.line.returnPressed.connect(self._give)
        self.go.clicked.connect(self._give)
        self._other.clicked.connect(self.turn)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._count_down)
        self.restyle()
        self._show_kind()

    def restyle(self) -> None:
        """Take over new sizes."""
        self.go.setMinimumWidth(theme.px(LEAST_MAIN))

    @property
    def waits(self) -> bool:
        """Whether the next try has to wait."""
        return self._until > time.monotonic()

    @property
    def waiting(self) -> str:
        """The sentence that says how long it has to."""
        return self._waiting

    def wrong(self, sentence: str) -> None:
        """It was not the right one: say so, keep what was typed, and let the next try wait."""
        self._set_busy(False)
        self._wrong += 1
        self._until = time.monotonic() + seconds_to_wait(self._wrong)
        field = self._field
        field.set_error(sentence)
        self._count_down()
        self._timer.start()
        announce(field.line, f"{sentence} {self.waiting}")  # once: the seconds are not counted aloud
        field.line.setFocus()
        field.line.selectAll()

    def failed(self, sentence: str) -> None:
        """It could not be tried: say why; the next try need not wait."""
        self._set_busy(False)
        self._field.set_error(sentence)
        announce(self._field.line, sentence)

    def take_focus(self) -> None:
        """Let the person type."""
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self, *, back: bool) -> None:
        """Let something else on the screen be the main thing, or be it again."""
        self._back = back
        self.go.set_second(back)
        self.go.setDefault(not back)
        self._show_waiting()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.code.set_value("")

    @property
    def _field(self) -> SecretField | Field:
        return self.passphrase if self._kind is SecretKind.PASSPHRASE else self.code

    def turn(self) -> None:
        """Ask for the code instead of the passphrase, or the other way round."""
        kinds = SecretKind
        self._kind = kinds.RECOVERY if self._kind is kinds.PASSPHRASE else kinds.PASSPHRASE
        self._show_kind()
        self.take_focus()

    def _show_kind(self) -> None:
        code = self._kind is SecretKind.RECOVERY
        self.passphrase.setVisible(not code)
        self.code.setVisible(code)
        self._other.setText(_("Use the passphrase") if code else _("Use the recovery kit"))
        self._show_waiting()

    def _give(self) -> None:
        if self._busy or self.waits:
            return
        text = self._field.value()
        try:
            if self._kind is SecretKind.RECOVERY:
                read_code(text)
        except BadInputError as error:
            self.failed(str(error))
            return
        if not text:
            self.failed(_("Type your passphrase first."))
            return
        self._set_busy(True)
        self.given.emit(Secret(kind=self._kind, text=text))

    def _show_waiting(self) -> None:
        self.passphrase.set_note(self._waiting or ("" if self._wrong or self._back else self._note))
        self._below_code.setText(self._waiting)
        self._below_code.setVisible(bool(self._waiting) and self._kind is SecretKind.RECOVERY)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.setText(self._busy_words if busy else self._go_words)
        self._other.setEnabled(not busy)
        for field in (self.passphrase.line, self.code.line):
            field.setReadOnly(busy)
        if busy:
            announce(self._field.line, self._busy_words)

    def _count_down(self) -> None:
        left = max(0, round(self._until - time.monotonic() + 0.499))
        words = ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", left)
        self._waiting = words.format(n=left) if left else ""
        self._show_waiting()
        self.go.setEnabled(not left)
        if not left:
            self._timer.stop()
