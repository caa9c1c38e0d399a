"""A new passphrase, typed twice: with what its length means, and what happens when it is forgotten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.passphrase import fault_of
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.secret_field import SecretField
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, theme

SHORT, LONG = 16, 24
"""So many signs are still few, and so many are many."""
BESIDE = 560
"""From so many px of the design on the two fields stand side by side."""


def length_words(text: str) -> str:
    """What the length of a passphrase means, in words: no score, since it cannot know how it was chosen."""
    if not text:
        return _("Four or more words work well. Blanks count.")
    if len(text) < SHORT:
        return _("Short ones can be guessed by a computer that tries many. Four or more words work well.")
    if len(text) < LONG:
        return _("A good length. One more word makes it much harder to guess.")
    return _("A long one. It holds if the words have nothing to do with you, and are no known saying.")


class NewPassphrase(QWidget):
    """Two fields and what is to be known. `entered()`: Enter in the last. `kept()`: it is in force.

    `busy(bool)`: it is being put in force, or was tried to be.
    """

    entered = Signal()
    kept = Signal()
    busy = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        label = _("New passphrase") if context.ready and context.vault.protected else _("Passphrase")
        self._first = SecretField(label)
        self._again = SecretField(_("The same again"))
        self._first.changed.connect(self._say_length)
        self._first.entered.connect(self._go_on)
        self._again.entered.connect(self.entered)
        self._length = Second(length_words(""))
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(S3)
        put(self._fields, wide(self._first, 1), wide(self._again, 1))
        lost = Second(
            _("If passphrase and recovery kit are both lost, nobody can open your notes, not even us.")
        )
        vbox(self._fields, S2, self._length, lost, on=self, gap=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._fields.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        super().resizeEvent(event)

    def take_focus(self) -> None:
        """Let the person type. A proxy for the focus would lead Tab past what stands before the field."""
        self._first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._first, self._again):
            field.clear()

    def keep(self) -> None:
        """Put it in force, unless it cannot be a passphrase or was not typed twice: that is said."""
        text = self._first.value()
        if fault := fault_of(text):
            self._tell(self._first, fault)
        elif self._again.value() != text:
            self._tell(self._again, _("The two are not the same. Type it once more here."))
        else:
            work = partial(set_passphrase, self._context.vault, text)
            if self._context.aside.run(self, work, self._done, self._fail):
                self.busy.emit(True)

    def _done(self, _nothing: None) -> None:
        self.clear()
        self.busy.emit(False)
        self._context.hub.guarded.emit()
        self.kept.emit()

    def _fail(self, sentence: str) -> None:
        self.busy.emit(False)
        self._tell(self._first, sentence)

    def _tell(self, field: SecretField, sentence: str) -> None:
        field.set_error(sentence)
        announce(field.line, sentence)
        field.line.setFocus()
        field.line.selectAll()

    def _go_on(self) -> None:
        self._again.line.setFocus()

    def _say_length(self, text: str) -> None:
        self._length.setText(length_words(text))
