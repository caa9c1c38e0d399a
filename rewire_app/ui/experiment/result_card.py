"""A test that is over or was stopped: what is said, the weeks, what it supports, how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.charts.experiment_weeks import weeks_in_order
from rewire_app.domain.day_words import span_words
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _
from rewire_app.insight.experiment_course import NEEDED, Course, ExperimentPhase
from rewire_app.insight.experiment_result import Result, WeekMean
from rewire_app.insight.experiment_words import (
    Outcome,
    sentence,
    stopped_words,
    supports,
    title,
    worked_out,
)
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.weeks_picture import WeeksPicture
from rewire_app.ui.experiment.seal_block import SealBlock
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, hung, nest, put, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5
from rewire_app.ui.widgets.unfold import Unfold


class WeeksBlock(QWidget):
    """The picture of the weeks with the names of both options, and its numbers as a table."""

    def __init__(self, weeks: Sequence[WeekMean], experiment: Experiment, outcome: Outcome) -> None:
        super().__init__()
        spec = weeks_in_order(weeks, experiment, outcome)
        self.picture = WeeksPicture()
        self.week = Small("", role="small_strong")
        self.picture.looked.connect(lambda number: self.week.setText(self.picture.sentence(number)))
        self.picture.show_weeks(spec)
        self.below = TableBelow(_("The weeks, as a table"))
        self.below.show_table(lambda: spec.table)
        column = vbox(self.picture, self.week, on=self, gap=S1)
        under = _("{name}, average of each week.").format(name=outcome.name)
        if any(each.mean is None for each in weeks):
            under += " " + _("A dashed line: fewer than {needed} evenings rated.").format(needed=NEEDED)
        put(column, Small(under), self.below)


class ResultCard(Card):
    """`opened()`: the result is looked at for the first time. `again()`: a new test. `remove()`."""

    opened = Signal()
    again = Signal()
    remove = Signal()

    def __init__(
        self,
        experiment: Experiment,
        course: Course,
        outcome: Outcome,
        *,
        result: Result | None,
        weeks: Sequence[WeekMean],
        sealed: bool,
        may_begin: bool,
    ) -> None:
        super().__init__(name=_("Result of the test"))
        self._experiment, self._outcome, self._weeks = experiment, outcome, weeks
        self._may_begin = may_begin
        self.sentence: Text
        body = self.body
        head = _("{title}. {span}").format(
            title=title(experiment), span=span_words(experiment.start_day, course.last)
        )
        put(body, Small(head, role="second"), S3)
        if course.phase is ExperimentPhase.STOPPED:
            self._stopped(course)
        elif sealed or result is None:
            self._closed()
        else:
            self._told(result)

    def _closed(self) -> None:
        self.sentence = Voice(_("The eight weeks are over. The result is ready when you are."))
        put(self.body, self.sentence, S5)
        button = MainButton(_("Show the result"), large=True)
        button.clicked.connect(self.opened)
        put(self.body, wide(button, 0, Qt.AlignmentFlag.AlignLeft), S3)
        self._ways_out(again=False)

    def _told(self, result: Result) -> None:
        body = self.body
        self.sentence = Voice(sentence(result, self._experiment, self._outcome))
        put(
            body,
            self.sentence,
            S5,
            WeeksBlock(self._weeks, self._experiment, self._outcome),
            S3,
            Divider(),
            S4,
        )
        for text in supports(result):
            put(body, Body(text, role="second", ink="ink2"), S1)
        how = Unfold(_("How this was worked out"))
        how.set_words(list(worked_out(result, self._experiment)))
        put(body, how, S3, SealBlock(self._experiment, opened=True), S3)
        self._ways_out(again=self._may_begin)

    def _stopped(self, course: Course) -> None:
        body = self.body
        self.sentence = Body(stopped_words(self._experiment, course))
        put(body, self.sentence, S4)
        self._place = QVBoxLayout()
        nest(body, self._place)
        if self._weeks:
            self.look = SecondButton(_("Look at the weeks anyway"))
            self.look.clicked.connect(self._describe)
            self._place.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._place.addWidget(Second(_("No week was over, so there is no week to look at.")))
        body.addSpacing(S3)
        self._ways_out(again=self._may_begin)

    def _describe(self) -> None:
        """Show the weeks as they were, without comparing anything."""
        self.look.hide()
        put(self._place, Second(_("The weeks as they were. They describe; they do not compare.")), S3)
        block = WeeksBlock(self._weeks, self._experiment, self._outcome)
        self._place.addWidget(block)
        block.picture.setFocus(Qt.FocusReason.TabFocusReason)

    def _ways_out(self, *, again: bool) -> None:
        remove = QuietButton(_("Remove this test"))
        remove.clicked.connect(self.remove)
        if not again:
            nest(self.body, hung(remove, start=QUIET))
            return
        row = Flow(gap=S2)
        begin = SecondButton(_("Begin a new test"))
        begin.clicked.connect(self.again)
        row.add(begin)
        row.add(remove)
        self.body.addWidget(row)
