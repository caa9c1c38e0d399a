"""A test by days or by weeks that goes on: today's way, how many evenings are rated, the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rewire_app.charts.fair_test import rated_by_week
from rewire_app.domain.day_words import day_words
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.i18n import _
from rewire_app.insight.drawn_words import option_words
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_words import Outcome, broken_words, title
from rewire_app.insight.fair_course import FairCourse
from rewire_app.insight.fair_words import where
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.day_answers import DayAnswers
from rewire_app.ui.charts.weeks_picture import EveningsPicture
from rewire_app.ui.experiment.seal_block import SealBlock
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest, put, stretch
from rewire_app.ui.widgets.text import Body, CardTitle, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5


class FairCourseCard(Card):
    """Blind: there is nothing here about what was rated.

    `note()`: today's evening check. `stop()` and `remove()`.
    """

    note = Signal()
    stop = Signal()
    remove = Signal()

    def __init__(
        self, context: Context, experiment: Experiment, course: FairCourse, outcome: Outcome
    ) -> None:
        super().__init__(name=_("Your test"))
        self._course = course
        put(self.body, Small(title(experiment), role="second"), S1)
        put(self.body, CardTitle(self._head(experiment), role="card_title_small"), S2)
        put(self.body, Body(broken_words() if course.phase is ExperimentPhase.BROKEN else where(course)))
        if course.now is not None:
            self.answers = DayAnswers(context)
            self.answers.show_day(experiment, course.now)
            put(self.body, S3, hbox(self.answers, stretch()))
        if course.going:
            self._add_course(experiment, outcome)
        self.body.addSpacing(S4)
        self._ways_out()

    def _head(self, experiment: Experiment) -> str:
        course = self._course
        if course.now is None:
            if course.phase is ExperimentPhase.BROKEN:
                return _("This test cannot be read")
            return _("The order is drawn and sealed")
        if course.now.out:
            return _("Today is left out")
        option = option_words(experiment, course.now.option)
        text = _("This week: {option}") if course.rule is Rule.WEEKS else _("Today: {option}")
        return text.format(option=option)

    def _add_course(self, experiment: Experiment, outcome: Outcome) -> None:
        body, course = self.body, self._course
        if course.now is not None:
            self.picture = EveningsPicture()
            self.picture.show_evenings(rated_by_week(course))
            words = _("One square for each evening. What you rated stays out of sight here until {day}.")
            put(body, S5, self.picture, Small(words.format(day=day_words(course.last, year=True))))
        judged = _("Judged by: {name}. Trends goes on showing your evenings; a look there may colour them.")
        put(
            body,
            S4,
            Second(judged.format(name=outcome.name)),
            S3,
            Second(_("“Not today” leaves an evening out, on hard days too. It does not end the test.")),
            S4,
            Divider(),
            S4,
            SealBlock(experiment, opened=False),
        )

    def _ways_out(self) -> None:
        row, phase = Flow(gap=S2), self._course.phase
        remove = QuietButton(_("Remove this test"))
        remove.clicked.connect(self.remove)
        if phase is not ExperimentPhase.RUNNING:
            nest(self.body, hung(remove, start=QUIET))
            return
        note = SecondButton(_("Note this evening"))
        note.clicked.connect(self.note)
        stop = QuietButton(_("Stop this test"))
        stop.clicked.connect(self.stop)
        for button in (note, stop, remove):
            row.add(button)
        self.body.addWidget(row)
