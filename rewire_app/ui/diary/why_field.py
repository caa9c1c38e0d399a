"""Why no skill was used on a day: one line that is saved as it is typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.diary_words import why_title
from rewire_app.ui.base.context import Context
from rewire_app.ui.diary.writing import DiaryWriting
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import vbox

LONGEST = 200
"""So many letters fit the line, and the card."""


class WhyField(QWidget):
    """The line for one day at a time; before it turns to another, what was typed is saved."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._writing = DiaryWriting(context)
        self._day = date.min
        self._typed: tuple[date, str] | None = None
        self.field = Field(_("Why no skill"), limit=LONGEST)
        self.field.line.textEdited.connect(self._edited)
        self.field.line.editingFinished.connect(self.flush)
        vbox(self.field, on=self)
        self._saving = Autosave(self._save, self)

    def show_day(self, day: date, words: str) -> None:
        """Show what was read of a day; what is not saved yet stays as it was typed."""
        if day != self._day:
            self.flush()
        self._day = day
        self.field.set_words(why_title(day), "")
        if self._typed is None and self.field.value() != words:
            self.field.set_value(words)

    def _edited(self) -> None:
        self._typed = (self._day, self.field.value())
        self._saving.soon()

    def _save(self) -> bool:
        if self._typed is None:
            return True
        day, words = self._typed
        self._typed = None  # who hears of the write reads what is saved
        if self._writing.put_why(day, words, self._saving.burst(f"diary/why/{day.isoformat()}")):
            return True
        self._typed = (day, words)
        return False

    def flush(self) -> bool:
        """Save what is typed now; False when it could not be."""
        return self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether what was typed is not saved."""
        return self._typed is not None
