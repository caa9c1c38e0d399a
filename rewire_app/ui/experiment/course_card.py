"""A test that goes on: this week's way, how many evenings are rated, the sealed code, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rewire_app.charts.experiment_weeks import rated_evenings
from rewire_app.domain.day_words import day_words
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _
from rewire_app.insight.drawn_words import this_week
from rewire_app.insight.experiment_course import Course, ExperimentPhase
from rewire_app.insight.experiment_words import (
    Outcome,
    broken_words,
    still_possible,
    title,
    where,
)
from rewire_app.ui.charts.weeks_picture import EveningsPicture
from rewire_app.ui.experiment.seal_block import SealBlock
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, hung, nest, put
from rewire_app.ui.widgets.text import Body, CardTitle, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5


class CourseCard(Card):
    """Blind: there is nothing here about what was rated.

    `note()`: today's evening check. `rest(bool)`: leave this week out, or take it back in. `stop()` and
    `remove()`.
    """

    note = Signal()
    rest = Signal(bool)
    stop = Signal()
    remove = Signal()

    def __init__(self, experiment: Experiment, course: Course, outcome: Outcome) -> None:
        super().__init__(name=_("Your test"))
        self._course = course
        body = self.body
        put(body, Small(title(experiment), role="second"), S1)
        self.head = CardTitle(self._head(experiment), role="card_title_small")
        put(body, self.head, S2)
        self.where = Body(broken_words() if course.phase is ExperimentPhase.BROKEN else where(course))
        body.addWidget(self.where)
        if course.going:
            self._add_course(experiment, outcome)
        body.addSpacing(S4)
        self._ways_out()

    def _head(self, experiment: Experiment) -> str:
        course = self._course
        if course.phase is ExperimentPhase.WAITING:
            return _("The order is drawn and sealed")
        if course.phase is ExperimentPhase.RESTING:
            return _("This week is left out")
        if course.phase is ExperimentPhase.BROKEN:
            return _("This test cannot be read")
        return this_week(experiment, course.now.option if course.now is not None else "")

    def _add_course(self, experiment: Experiment, outcome: Outcome) -> None:
        body, course = self.body, self._course
        if course.phase is not ExperimentPhase.WAITING:
            body.addSpacing(S5)
            self.picture = EveningsPicture()
            self.picture.show_evenings(rated_evenings(course))
            put(
                body,
                self.picture,
                Small(
                    _(
                        "One square for each evening. What you rated stays out of sight here until {day}."
                    ).format(day=day_words(course.last, year=True))
                ),
            )
        lost = still_possible(course)
        if lost:
            put(body, S4, Body(lost))
        put(
            body,
            S4,
            Second(
                _(
                    "Judged by: {name}. Trends goes on showing your evenings; a look there may colour them."
                ).format(name=outcome.name)
            ),
            S4,
            Divider(),
            S4,
            SealBlock(experiment, opened=False),
        )

    def _ways_out(self) -> None:
        row, phase = Flow(gap=S2), self._course.phase
        if phase is ExperimentPhase.RUNNING:
            note = SecondButton(_("Note this evening"))
            note.clicked.connect(self.note)
            row.add(note)
            rest = QuietButton(_("Leave this week out"))
            rest.setAccessibleDescription(_("for a week of crisis; the test waits"))
            rest.clicked.connect(lambda: self.rest.emit(True))
            row.add(rest)
        elif phase is ExperimentPhase.RESTING:
            back = SecondButton(_("Take this week back in"))
            back.clicked.connect(lambda: self.rest.emit(False))
            row.add(back)
        if phase in (ExperimentPhase.RUNNING, ExperimentPhase.RESTING):
            stop = QuietButton(_("Stop this test"))
            stop.clicked.connect(self.stop)
            row.add(stop)
        remove = QuietButton(_("Remove this test"))
        remove.clicked.connect(self.remove)
        if phase in (ExperimentPhase.WAITING, ExperimentPhase.BROKEN):
            nest(self.body, hung(remove, start=QUIET))
            return
        row.add(remove)
        self.body.addWidget(row)
        if phase is ExperimentPhase.RUNNING:
            put(
                self.body,
                S3,
                Small(
                    _("Leave a week out when it turns into a crisis. The test then waits one week longer.")
                ),
            )
