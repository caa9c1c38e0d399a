"""A practice that was done away from the screen, noted afterwards, with a few words where there are any."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import Practice, Status, new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.theme import S4

WORDS = "words"
"""The key of the words in the draft."""


def note_away(context: Context, name: str, words: str = "") -> bool:
    """Note that the exercise `name` was practised today without Rewire; how long it took is not known.

    False, and it is said why, where it could not be saved.
    """
    now = context.clock.now()
    made = Practice(
        uid=new_uid(now),
        exercise=name,
        version=context.library.exercise(name).version,
        started=now,
        ended=now,
        day=context.today,
        status=Status.DONE,
        seconds=0,
        steps_done=0,
        steps_seen=0,
        note=words,
        away=True,
    )
    title = context.library.title(name)
    label = _("noted as done away from the screen, {exercise}").format(exercise=title)
    return context.hub.do(label, context.store.practices.add, made)


class AwaySheet(Sheet):
    """Asks for a few words, which nobody has to give; Enter notes it. What was typed waits for next time."""

    def __init__(self, context: Context, name: str, page: QWidget) -> None:
        title = _("Done away from the screen")
        super().__init__(page, title=title, words=context.library.title(name))
        self._context, self._name = context, name
        self.words_field = Field(_("A few words, if you like"))
        self._drafting = Drafting(context, f"away/{name}", self._typed, self)
        put(self.body, S4, self.words_field)
        note, leave = MainButton(_("Note it")), QuietButton(_("Not now"))
        note.clicked.connect(self.note)
        leave.clicked.connect(self.put_away)
        self.put_answers(leave, note, focus=self.words_field.line)
        with context.hub.telling():
            held = self._drafting.first_read()
            if held is not None:
                self.words_field.set_value(str(held.answers.get(WORDS, "")))
        self.words_field.changed.connect(self._drafting.soon)
        self.words_field.line.returnPressed.connect(self.note)
        self.closed.connect(self._drafting.now)

    def _typed(self) -> FormDraft | None:
        text = self.words_field.value()
        return FormDraft(uid="", under=self._name, answers={WORDS: text}) if text else None

    def note(self) -> None:
        """Keep it for today, with the words; where that cannot be, they stay where they were typed."""
        if note_away(self._context, self._name, self.words_field.value()):
            self.words_field.set_value("")
            self.put_away()
