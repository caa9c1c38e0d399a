"""The card of a day's note."""

from __future__ import annotations

from rewire_app.i18n import _
from rewire_app.ui.base.day_fields import DayCard
from rewire_app.ui.widgets.question import AnswerKind, Question


class NoteCard(DayCard):
    """The day's note, in the person's own words."""

    def __init__(self) -> None:
        note = Question(
            key="note", label=_("Note"), kind=AnswerKind.TEXT, voice=True, placeholder=_("Write here")
        )
        super().__init__([note], above=17)
        self.body.addWidget(self.form.field("note"))
