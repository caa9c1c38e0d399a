"""A questionnaire that is answered: its items as they were published, and where they come from."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.questionnaires import Questionnaire
from rewire_app.domain.journal.scores import Score
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hung, put
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.question_rows import BESIDE, QuestionRows
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S3, S4, theme

NAME = "questionnaire/{id}"
"""The name of the draft of a questionnaire that is half answered."""


class AskingCard(Card):
    """Asks `asked`; what is answered so far is held as a draft. `done()`: it is kept."""

    done = Signal()

    def __init__(self, context: Context, asked: Questionnaire) -> None:
        super().__init__(padding=(29, 23), name=asked.name)
        self._context, self._asked = context, asked
        numbered = [(str(asked.first + place), words) for place, words in enumerate(asked.options)]
        questions = [
            Question(
                key=str(number),
                label=item.text,
                kind=AnswerKind.ONE,
                options=numbered,
                needed=_("This one is still open. A total takes all of them."),
                in_row=True,
            )
            for number, item in enumerate(asked.items)
        ]
        self.form = Form(questions, self)
        self._rows = QuestionRows(self.form, questions)
        self.keep_button = MainButton(_("Keep the result"))
        self.keep_button.clicked.connect(self.keep)
        put(self.body, Strong(asked.stem), S3, self._rows, S4, hung(self.keep_button), S4)
        put(self.body, Small(asked.source), S1, Small(asked.licence))
        self._drafting = Drafting(context, NAME.format(id=asked.id), self._typed, self)
        draft = self._drafting.first_read()
        if draft is not None:
            known = {key: value for key, value in draft.answers.items() if key in self.form.questions}
            self.form.restore(known)
        self.form.changed.connect(self._drafting.soon)

    @property
    def id(self) -> str:
        """Of the questionnaire that is asked."""
        return self._asked.id

    def begin(self) -> None:
        """Give the keyboard to the first item that is open."""
        open_ones = [key for key in self.form.questions if self.form.answer(key) is None]
        self.form.begin(next(iter(open_ones), "0"))

    def hold(self) -> bool:
        """Hold what is answered so far as a draft; False when that could not be."""
        return self._drafting.now()

    def _typed(self) -> FormDraft | None:
        answers = self.form.answers()
        return FormDraft(uid="", answers=answers) if any(answers.values()) else None

    def keep(self) -> None:
        """Keep the result, or lead to the item that is still open."""
        if not self.form.check():
            return
        answers = tuple(int(self.form.answer(key)) for key in self.form.questions)
        now = self._context.clock.now()
        score = Score(
            uid=new_uid(now),
            questionnaire=self._asked.id,
            day=self._context.today,
            at=now,
            total=self._asked.total(answers),
            answers=answers,
        )
        if self._context.hub.do(_("questionnaire kept"), self._context.store.scores.add, score):
            self.form.clear()
            self._drafting.now()
            self.done.emit()

    def fit(self, width: int) -> None:
        """Words and answers side by side where `width` px give room for it."""
        self._rows.fit(beside=width >= theme.px(BESIDE))
