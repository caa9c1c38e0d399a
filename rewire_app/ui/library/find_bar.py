"""Find in an article: a line to type in, how many places there are, on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, tell
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import hbox, stretch
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

FIELD = 300


class FindBar(Painted):
    """`asked(str)`: find these words. `step(int)`: on (1) or back (-1). `left()`: no more finding."""

    asked = Signal(str)
    step = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = Field(_("Find in this article"), icon="search", show_label=False)
        self.field.line.setPlaceholderText(_("Find in this article"))
        self.field.changed.connect(self.asked)
        self._count = Second("", wrap=False)
        self.back = IconButton(_("Place before"), "chevron-up")
        self.on = IconButton(_("Next place"), "chevron-down")
        self.close_button = IconButton(_("Stop finding"), "x")
        self.back.clicked.connect(lambda: self.step.emit(-1))
        self.on.clicked.connect(lambda: self.step.emit(1))
        self.close_button.clicked.connect(self.left)
        self._row = hbox(self.field, S3, self._count, stretch(), on=self, gap=S2, margins=None)
        for button in (self.back, self.on, self.close_button):
            self._row.addWidget(button)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._row.setContentsMargins(S4, S2, S4, S2)
        self.field.setMaximumWidth(theme.px(FIELD))
        super().restyle()

    def words(self) -> str:
        """What is to be found."""
        return self.field.value()

    def begin(self, words: str) -> None:
        """Be ready to type; `words`, if there are any, are what to find."""
        if words:
            self.field.set_value(words)
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, here: int, number: int) -> None:
        """Say which of `number` places is `here`, counted from 1; heard as well as seen."""
        if not self.words():
            text = ""
        elif number:
            text = _("{here} of {number}").format(here=here, number=number)
        else:
            text = _("No such words here")
        self._count.setText(text)
        tell(self.field.line, text)
        for button in (self.back, self.on):
            button.setEnabled(number > 0)

    @property
    def count(self) -> str:
        """The words of the count."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc ends."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band and the line below it."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()
