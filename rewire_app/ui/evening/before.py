"""What is told of the evening before, which is nowhere to be seen until the day's own is answered."""

from __future__ import annotations

from rewire_app.domain.journal.entries import DayEntry
from rewire_app.i18n import _
from rewire_app.ui.base.evening_questions import answers_said, evening_questions, noted_of

ANSWERS = ("reactivity", "stress", "mood")


def evening_before(entry: DayEntry | None, *, shown: bool, yesterday: bool) -> str:
    """A quiet line about the evening before; `shown`: this one is answered. `yesterday`: it was that."""
    if not shown:
        return (
            _("Yesterday’s answers are shown after today’s.")
            if yesterday
            else _("The answers of the day before are shown after these.")
        )
    if entry is None or not noted_of(entry, evening_questions()):
        return ""
    listed = _(", ").join(
        _("{what} {answer}").format(what=what, answer=answer) for what, answer in answers_said(entry, ANSWERS)
    )
    words = _("Yesterday: {answers}.") if yesterday else _("The day before: {answers}.")
    return words.format(answers=listed) if listed else ""
