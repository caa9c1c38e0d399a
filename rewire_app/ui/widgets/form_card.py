"""A form on a card that is kept, left or removed as a whole: its buttons, its keys, and a second thought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, put, stretch
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.theme import S4


class FormCard(Card):
    """The card lays out `form` and `buttons`. `kept(what it made)`; `cancelled()`; `removed(uid)`.

    `doubted()`: Esc was pressed although something is filled in; a second Esc cancels.
    """

    kept = Signal(object)
    cancelled = Signal()
    removed = Signal(str)
    doubted = Signal()

    def __init__(self, questions: Sequence[Question], *, padding: int | tuple[int, int] = 0) -> None:
        super().__init__(padding=padding)
        self.form = Form(questions, self)
        self._warned = False

    def buttons(self, keep: str, uid: str = "") -> QHBoxLayout:
        """The button called `keep`, Cancel, and Remove for what is there already under `uid`."""
        across = hbox(gap=S4)
        main = MainButton(keep)
        main.clicked.connect(self.keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        put(across, main, cancel, stretch())
        if uid:
            remove = QuietButton(_("Remove"), icon="trash")
            remove.clicked.connect(lambda: self.removed.emit(uid))
            across.addWidget(remove)
        return across

    @property
    def filled(self) -> bool:
        """Whether there is anything in it that would be lost."""
        return self.form.filled

    def made(self) -> object | None:
        """What is kept, or None when a field that needs a change was marked."""
        return self.form.answers() if self.form.check() else None

    def keep(self) -> None:
        """Say `kept` with what was made; else the field that needs a change is marked."""
        made = self.made()
        if made is not None:
            self.kept.emit(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it; Esc cancels, and asks for a second Esc when something is filled in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filled and not self._warned:
            self._warned = True
            self.doubted.emit()
        else:
            self.cancelled.emit()
