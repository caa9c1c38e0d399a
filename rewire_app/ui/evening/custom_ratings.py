"""The person's own measures in the evening check: a row each, and a way to add and change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, MeasureKind
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.custom_measures import MeasuresPanel
from rewire_app.ui.base.measure_form import scale_words
from rewire_app.ui.evening.answer_words import answer_words
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import QUIET, clear, hung, put, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.question_rows import QuestionRows
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.theme import S3

YES, NO = "yes", "no"
"""The answers to a measure that is not a number."""


class CustomRatingsPart(QWidget):
    """A button that opens the measures themselves.

    `rows`: asks for every measure that is asked in the evening, and for those that the day already has;
    the owner lays it out. `counted()`: another number of them may be answered.
    """

    counted = Signal()

    def __init__(self, context: Context, keep: Callable[[str, Burst, Callable[[], Change]], bool]) -> None:
        """`keep(what, burst, write)` saves what is shown here; False when it could not be."""
        super().__init__()
        self._context, self._keep = context, keep
        self._day = date.min
        self._measures: tuple[CustomMeasure, ...] = ()
        self._unsaved: dict[str, int | None] = {}
        self._saving = Autosave(self._save, self)
        self.panel: MeasuresPanel | None = None
        self.form = Form((), self)
        self._asked = QuestionRows(self.form, ())
        self.rows = QWidget()
        self._held = vbox(self._asked, on=self.rows, gap=0)
        self._beside = True
        self.button = QuietButton(_("Measures of your own"), icon="plus")
        self.button.clicked.connect(self._open)
        self._down = vbox(hung(self.button, start=QUIET), on=self, gap=S3)

    @property
    def unsaved(self) -> bool:
        """Whether a value could not be saved yet."""
        return bool(self._unsaved)

    @property
    def asked(self) -> int:
        """How many rows there are."""
        return len(self.form.questions)

    @property
    def answered(self) -> int:
        """How many of them have an answer."""
        return sum(self.form.answer(uid) is not None for uid in self.form.questions)

    def read(self, day: date) -> tuple[tuple[CustomMeasure, ...], dict[str, int]]:
        """The measures to ask for on `day`, and the values it has by their uids; raises a StoreError."""
        store = self._context.store
        kept = {rating.measure_uid: rating.value for rating in store.custom_ratings.for_day(day)}
        return tuple(one for one in store.custom_measures.all() if one.asked or one.uid in kept), kept

    def show_day(self, day: date, measures: tuple[CustomMeasure, ...], kept: Mapping[str, int]) -> None:
        """Show what was read of a day; a value that could not be saved stays as it was given."""
        if day != self._day:
            self._day, self._unsaved = day, {}
            self._saving.stop()
            self.form.clear()  # what could not be read would stand under another day
        if measures != self._measures:
            self._measures = measures
            self._build()
        self.form.show_values(
            {
                uid: _to_answer(question, self._unsaved.get(uid, kept.get(uid)))
                for uid, question in self.form.questions.items()
            }
        )

    def _build(self) -> None:
        clear(self._held)
        questions = [_question(measure) for measure in self._measures]
        self.form.deleteLater()
        self.form = Form(questions, self)
        self.form.changed.connect(self._answered)
        self.form.left.connect(self._saving.flush)
        self._asked = QuestionRows(self.form, questions)
        self._asked.fit(beside=self._beside)
        put(self._held, *([Divider()] if questions else []), self._asked)

    def _answered(self, uid: str) -> None:
        self._unsaved[uid] = _to_value(self.form.questions[uid], self.form.answer(uid))
        self.counted.emit()
        if self.form.typed(uid):
            self._saving.soon()
        else:
            self._saving.now()

    def _save(self) -> bool:
        """Save each value, or take it away when it was emptied."""
        for uid, value in list(self._unsaved.items()):
            with self._context.hub.telling():
                if self._put(self._day, uid, value):
                    del self._unsaved[uid]
        return not self._unsaved

    def _put(self, day: date, uid: str, value: int | None) -> bool:
        """Whether a value is saved now; raises a StoreError when what is there cannot be read."""
        ratings, burst = self._context.store.custom_ratings, self._saving.burst(uid)
        question = self.form.questions[uid]
        what = answer_words(question, _to_answer(question, value))
        known = next((one for one in ratings.for_day(day) if one.measure_uid == uid), None)
        if value is not None:
            made = CustomRating(uid=new_uid(self._context.clock.now()), measure_uid=uid, day=day, value=value)
            return self._keep(what, burst, partial(ratings.put, made))
        return known is None or self._keep(what, burst, partial(ratings.remove, known.uid))

    def fit(self, *, beside: bool) -> None:
        """Words and controls side by side, or one below the other."""
        self._beside = beside
        self._asked.fit(beside=beside)

    def flush(self) -> None:
        """Save what is typed now, and what could not be saved before; a half written measure is held."""
        self._saving.flush()
        if self.panel is not None:
            self.panel.hold()

    def _open(self) -> None:
        """Show or hide the measures themselves."""
        if self.panel is not None:
            self._close()
            return
        with self._context.hub.telling():
            self.panel = panel = MeasuresPanel(self._context)
            panel.closed.connect(self._close)
            self._down.addWidget(panel)
            tab_after(self.button, panel)
            panel.begin()

    def _close(self) -> None:
        if self.panel is None:
            return
        panel, self.panel = self.panel, None
        self._down.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _question(measure: CustomMeasure) -> Question:
    """What is asked for a measure, by its kind; a scale that is not 0 to 10 is answered by a number."""
    rated = measure.kind is MeasureKind.RATING and (measure.low, measure.high) == (0, 10)
    chosen = measure.kind is MeasureKind.YES_OR_NO
    kind = AnswerKind.RATING if rated else AnswerKind.ONE if chosen else AnswerKind.NUMBER
    return Question(
        key=measure.uid,
        label=measure.name,
        kind=kind,
        low=measure.low_words if rated else "",
        high=measure.high_words if rated else "",
        hint=scale_words(measure) if kind is AnswerKind.NUMBER else "",
        options=((YES, _("Yes")), (NO, _("No"))) if chosen else (),
        least=measure.low,
        most=measure.high,
        unit=_("min") if measure.kind is MeasureKind.MINUTES else measure.unit,
        in_row=True,
    )


def _to_answer(question: Question, value: int | None) -> object:
    """A value as its question is answered."""
    return (YES if value else NO) if question.options and value is not None else value


def _to_value(question: Question, answer: object) -> int | None:
    """The number that an answer stands for."""
    return (int(answer == YES) if question.options else int(str(answer))) if answer is not None else None
