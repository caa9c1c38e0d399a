"""The popovers of the reader: how text looks, what a word means, what to do with selected words, a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.library.glossary import GlossaryWord
from rewire_app.i18n import _
from rewire_app.settings import choices
from rewire_app.ui.base.context import Preferences
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, wide
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.text import Heading, Second, Small, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4


class LookPopover(Popover):
    """Colours, text size, line spacing and font: the settings of Reading and text, applied at once."""

    wide = 420

    def __init__(self, page: QWidget, preferences: Preferences) -> None:
        super().__init__(page, name=_("Text size and line spacing"))
        names = ("text_size", "line_spacing", "theme", "plain_font")
        self.controls = {name: control_for(preferences, name) for name in names}
        for name in names[:-1]:
            put(self.body, Strong(choices()[name].label()), S2, self.controls[name], S4)
        across = QHBoxLayout()
        plain = choices()["plain_font"].label()
        put(across, wide(Strong(plain), 1, Qt.AlignmentFlag.AlignVCenter), self.controls["plain_font"])
        nest(self.body, across)

    def first(self) -> QWidget:
        """What the keyboard comes to."""
        return self.controls["text_size"].focusProxy() or self.controls["text_size"]


class WordPopover(Popover):
    """What a word means, seen and heard."""

    wide = 380

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, name="")
        self._word = Heading("")
        self._meaning = Second("", ink="ink")
        self.done = QuietButton(_("Close"))
        self.done.clicked.connect(self.close_up)
        put(self.body, self._word, S2, self._meaning, S2)
        across = hbox(stretch(), self.done)
        nest(self.body, across)

    def explain(self, word: GlossaryWord) -> None:
        """Hold the meaning of `word`."""
        title = word.word[:1].upper() + word.word[1:]
        self._word.setText(title)
        self._meaning.setText(word.meaning)
        self.setAccessibleName(title)
        self.setAccessibleDescription(word.meaning)
        self.done.setAccessibleDescription(f"{title}. {word.meaning}")
        announce(self, f"{title}. {word.meaning}")


class SelectionBar(Popover):
    """What can be done with selected words (`fresh`), or with a highlight that was touched."""

    wide = 560
    highlight = Signal()
    copy = Signal()
    note = Signal()
    remove = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, name=_("Selected words"), padding=4)
        across = hbox(gap=0)
        self.mark = QuietButton(_("Highlight"), icon="pencil")
        self.mark.setAccessibleDescription(_("or press H"))
        self._copy = QuietButton(_("Copy"), icon="copy", plain=True)
        self.write = QuietButton(_("Note"), icon="message")
        self._remove = QuietButton(_("Remove highlight"), icon="trash", plain=True)
        for button, signal in (
            (self.mark, self.highlight),
            (self.write, self.note),
            (self._copy, self.copy),
            (self._remove, self.remove),
        ):
            button.clicked.connect(signal)
            across.addWidget(button)
        nest(self.body, across)

    def offer(self, *, fresh: bool, marked: bool) -> None:
        """Offer what fits: `fresh` words can be highlighted and copied, `marked` ones noted and removed."""
        self.mark.setVisible(fresh and not marked)
        self._copy.setVisible(fresh)
        self.write.setVisible(marked)
        self._remove.setVisible(marked)

    def first(self) -> QWidget:
        """What the keyboard comes to."""
        return self.write if self.write.isVisibleTo(self) else self.mark


class NotePopover(Popover):
    """A note beside a highlight. `kept(str)`: the note as it is now wanted."""

    wide = 420
    kept = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, name=_("Note on these words"))
        self.field = TextArea(_("Your note"), voice=True, rows=3)
        self._fault = Small("", ink="coralText")
        self._fault.hide()
        self.done = SecondButton(_("Keep the note"))
        self.done.clicked.connect(lambda: self.kept.emit(self.field.value()))
        self.leave = QuietButton(_("Cancel"))
        self.leave.clicked.connect(self.close_up)
        put(self.body, self.field, self._fault, S3)
        across = hbox(self.leave, stretch(), self.done)
        nest(self.body, across)
        self.field.edit.textChanged.connect(self._grown)
        self._was = ""

    def write(self, note: str) -> None:
        """Begin with `note`."""
        self._was = note
        self._fault.hide()
        self.field.set_value(note)

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not kept."""
        return not self.isHidden() and self.field.value() != self._was

    def close_up(self) -> None:
        """Go; what is typed is kept by now, or left out on purpose."""
        self._was = self.field.value()
        super().close_up()

    def pass_by(self) -> None:
        """Who goes on keeps what they wrote; where that fails it stays open."""
        if self.changed:
            self.kept.emit(self.field.value())
        else:
            super().pass_by()

    def say_not_saved(self) -> None:
        """Say that what was typed is here, and not on the disk."""
        self._fault.setText(_("Not saved. What you typed is here."))
        self._fault.show()
        self.place()

    def _grown(self) -> None:
        if self.isVisible():
            self.place()
