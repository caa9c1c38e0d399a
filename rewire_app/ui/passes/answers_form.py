"""The answers of a pass changed by hand, one by one: each is saved by itself as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rewire_app.domain.exercise.answer_fields import AnswerField
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S4, S5

Keep = Callable[[str, str, Burst], bool]
"""Saves the words of a field under its name; False where that could not be. May raise BadInputError."""


class AnswersForm(Card):
    """The fields of one pass. `closed()`: that was all, and everything is saved."""

    closed = Signal()

    def __init__(self, fields: Sequence[AnswerField], keep: Keep) -> None:
        super().__init__(padding=(29, 25), name=_("Change the answers"))
        self._keep = keep
        self._waiting: list[str] = []
        self.form = Form([_question(one) for one in fields], self)
        self._saving = Autosave(self._save, self)
        about = _("Each answer is saved as you type. What this led to elsewhere stays as it is.")
        put(self.body, Heading(_("Change the answers")), Second(about), S5, self.form.column(S4), S5)
        self._done = MainButton(_("Done"), icon="check")
        self._done.clicked.connect(self.close_form)
        nest(self.body, hbox(self._done, stretch()))
        self.show_fields(fields)
        self.form.changed.connect(self._answered)
        self.form.left.connect(lambda _key: self._saving.flush())

    def show_fields(self, fields: Sequence[AnswerField]) -> None:
        """Show what is kept; what is not saved yet stays as it is typed."""
        self.form.show_values({one.name: one.words for one in fields if one.name not in self._waiting})

    def _answered(self, name: str) -> None:
        if name not in self._waiting:
            self._waiting.append(name)
        self._saving.soon()

    def _save(self) -> bool:
        """Save each answer by itself, so that one that is refused keeps no other from being saved."""
        for name in list(self._waiting):
            try:
                if self._keep(name, str(self.form.answer(name)), self._saving.burst(name)):
                    self._waiting.remove(name)
            except BadInputError as error:
                self.form.field(name).set_error(str(error))
        return not self._waiting

    def close_form(self) -> None:
        """Save what is typed, and close; what cannot be saved stays open."""
        if self._saving.flush():
            self.closed.emit()
        else:
            self.form.begin(self._waiting[0])

    def flush(self) -> None:
        """Save what is typed now."""
        self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be saved yet."""
        return self._saving.due

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.begin(next(iter(self.form.questions)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it: nothing is lost."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


def _question(field: AnswerField) -> Question:
    kind = AnswerKind.TEXT if field.long else AnswerKind.LINE
    hint = _("One on each line.") if field.several else ""
    return Question(key=field.name, label=field.title, kind=kind, hint=hint, rows=3, voice=field.long)
