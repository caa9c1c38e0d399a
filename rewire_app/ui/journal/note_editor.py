"""The field in which a note is written, its tags, and what can be done with it meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.journal.notes import Note, checked_tags, read_tags, tags_line
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.fields import Field, TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, clear, hung, nest, vbox
from rewire_app.ui.widgets.theme import S1, S3

BRACKETS = "[["
"""Typed, it asks for a link."""
CHIPS = 8
"""So many of the tags used most are offered."""


class NoteEditor(QWidget):
    """`changed()`: other words or tags were given. `done()`, `remove()`: it is to be put away, or out.

    `begin_with()`, `link()`, `earlier()`: what there is to begin with, to link to, or what it said before, is
    asked for; it is shown in `below`.
    """

    changed = Signal()
    done = Signal()
    remove = Signal()
    begin_with = Signal()
    link = Signal()
    earlier = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextArea(_("Note"), voice=True, placeholder=_("Write here"))
        self.tags = Field(_("Tags"), _("With commas between them"))
        self._used: QVBoxLayout = vbox(gap=0)
        self._offered = Flow()
        self._used.addWidget(self._offered)
        self._closable = False
        self._acts = Flow(gap=S1, below=0)
        self.below: QVBoxLayout = vbox(gap=S3)
        self._starting = self._act(_("Begin with …"), "text", self.begin_with)
        self._link = self._act(_("Link"), "bookmark", self.link)
        self._done = self._act(_("Done"), "check", self.done)
        self._remove = self._act(_("Remove the note"), "trash", self.remove)
        self._earlier = self._act(_("Earlier versions"), "undo", self.earlier)
        acts = hung(self._acts, start=QUIET, end=1)
        vbox(self.words, S3, self.tags, self._used, S1, acts, self.below, on=self, gap=0)
        self.words.changed.connect(self._written)
        self.tags.changed.connect(self._tagged)
        self._fit()

    def _act(self, words: str, icon: str, signal: SignalInstance) -> QuietButton:
        button = QuietButton(words, icon=icon)
        button.clicked.connect(signal)
        self._acts.add(button)
        return button

    # what is given

    def text(self) -> str:
        """The words as they stand."""
        return self.words.value()

    def given_tags(self) -> tuple[str, ...] | None:
        """The tags as they stand; None while they cannot be kept, which the field says."""
        tags = read_tags(self.tags.value())
        try:
            return checked_tags(tags)
        except BadInputError as error:
            self.tags.set_error(str(error))
            return None

    def _written(self, _words: str) -> None:
        self._fit()
        self.changed.emit()
        edit = self.words.edit
        at = edit.textCursor().position()
        if edit.hasFocus() and edit.toPlainText()[max(0, at - len(BRACKETS)) : at] == BRACKETS:
            self.link.emit()

    def _tagged(self, _words: str) -> None:
        self.tags.set_error("")
        self.changed.emit()

    # what is shown

    def show_note(self, note: Note | None, *, earlier: bool) -> None:
        """Show a note, None a new one, and say nothing; `earlier`: there are earlier versions of it."""
        with QSignalBlocker(self):
            self.words.set_value(note.text if note else "")
            if read_tags(self.tags.value()) != (note.tags if note else ()):
                self.tags.set_value(tags_line(note.tags) if note else "")
        self._earlier.setVisible(earlier)
        self._fit()

    def set_closable(self, *, closable: bool) -> None:
        """Whether the field can be put away while it is empty."""
        self._closable = closable
        self._fit()

    def offer_tags(self, tags: list[str]) -> None:
        """Offer some tags to add."""
        clear(self._used)
        self._offered = Flow(gap=S1, below=0)
        given = read_tags(self.tags.value())
        for tag in [one for one in tags if one not in given][:CHIPS]:
            button = QuietButton(tag, icon="plus")
            button.setAccessibleName(_("Add the tag {tag}").format(tag=tag))
            button.clicked.connect(lambda _on=False, tag=tag: self._add_tag(tag))
            self._offered.add(button)
        nest(self._used, hung(self._offered, start=QUIET, end=1))
        self._fit()

    def _add_tag(self, tag: str) -> None:
        self.tags.set_value(tags_line(read_tags(f"{self.tags.value()},{tag}")))

    def _fit(self) -> None:
        """Nothing but the field and a beginning is there until there are words."""
        begun = bool(self.text())
        self._starting.setHidden(begun)
        for part in (self.tags, self._offered, self._link, self._remove):
            part.setVisible(begun)
        self._done.setVisible(begun or self._closable)
        if not begun:
            self._earlier.hide()
        self._acts.restyle()  # what is shown or hidden while the page is not seen asks for no place

    def begin(self) -> None:
        """Put the keyboard behind the words."""
        self.words.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, words: str) -> None:
        """Put `words` where the cursor stands, in the place of what asked for a link."""
        edit = self.words.edit
        cursor = edit.textCursor()
        at = cursor.position()
        if edit.toPlainText()[max(0, at - len(BRACKETS)) : at] == BRACKETS:
            for _letter in BRACKETS:
                cursor.deletePreviousChar()
        if len(words) > edit.room:
            edit.full.emit()
        else:
            cursor.insertText(words)
            edit.setTextCursor(cursor)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is asked for

    def show_below(self, part: QWidget | None) -> None:
        """Show `part` under the field, in the place of what was there; None puts that away."""
        clear(self.below)
        if part is not None:
            self.below.addWidget(part)
