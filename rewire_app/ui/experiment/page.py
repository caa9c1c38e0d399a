"""A fair test: chosen, sealed, eight weeks blind, and its result; earlier ones below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import span_words
from rewire_app.domain.experiment.choice import Pair
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.domain.experiment.weeks import mondays
from rewire_app.i18n import _
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_result import result, week_means
from rewire_app.insight.experiment_words import title
from rewire_app.insight.fair_course import FairCourse
from rewire_app.insight.fair_words import span
from rewire_app.reports import experiments as kept
from rewire_app.reports.experiments_today import Stands, read_course, read_values
from rewire_app.reports.fair_start import prospect, used
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.withheld import withheld_now
from rewire_app.ui.experiment import acts
from rewire_app.ui.experiment.choose_card import ChooseCard
from rewire_app.ui.experiment.course_card import CourseCard
from rewire_app.ui.experiment.fair_course_card import FairCourseCard
from rewire_app.ui.experiment.fair_result_card import ClosedFairCard, FairResultCard
from rewire_app.ui.experiment.own_draft import OwnDraft
from rewire_app.ui.experiment.result_card import ResultCard
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import CHEVRON, hung, lay_on, put, stretch, vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Heading, Lead, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S6, theme


class EarlierList(QWidget):
    """`chosen(uid)`: this one is to be shown. Empty, it takes no room."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._column = vbox(Heading(_("Other tests")), S2, on=self, gap=0)
        self.hide()

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show (uid, title, detail) of each."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, (uid, name, detail) in enumerate(rows):
            if number:
                self._add(Divider())
            row = OpenRow("u-weekreview", name, detail)
            row.clicked.connect(lambda uid=uid: self.chosen.emit(uid))
            self._add(row)
        self.setVisible(bool(rows))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._column.addWidget(widget)


COLUMN = 900
MONDAYS = 4
"""How many Mondays are offered to begin on."""


class ExperimentPage(Page):
    """One test at a time: the one that goes on, else one that was asked for, else what a new one would be."""

    above = routes.TRENDS
    topics = frozenset({"experiments", "days", "custom_measures", "custom_ratings"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen = ""
        self._opened = ""
        self.form: ChooseCard | None = None
        self.card: QWidget | None = None
        self.title, self.lead = Title(_("A fair test")), Lead("")
        column = vbox(gap=0)
        back = BackLink(routes.TRENDS)
        back.went.connect(self.go)
        put(
            column,
            hung(back, start=CHEVRON),
            S3,
            self.title,
            S1,
            self.lead,
            S4 + 4,
        )
        self._place = QVBoxLayout()
        put(column, self._place, S6)
        self.earlier = EarlierList()
        self.earlier.chosen.connect(self.choose)
        put(column, self.earlier, stretch())
        holder = QWidget()
        lay_on(holder, column)
        column.setContentsMargins(0, 0, 0, 0)
        self._holder = holder
        whole = vbox(holder)
        self.set_body(whole, linked=False)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._holder.setMaximumWidth(theme.px(COLUMN))
        super().restyle()

    # showing

    def refresh(self) -> None:
        """Read the experiments and show the one that matters now."""
        self._today = self.context.today
        vault = self.context.vault
        found = {
            each.uid: (each, read_course(vault, each, self._today))
            for each in self.context.store.experiments.all()
        }
        going = next((uid for uid, (_each, course) in found.items() if course.going), "")
        waiting = next((uid for uid, (each, course) in found.items() if self._matters(each, course)), "")
        shown = self._chosen if self._chosen in found else going or waiting
        self.title.setText(_("A fair test"))
        self.lead.setText(_("Chance decides the days, so that a difference can mean something."))
        if self.form is not None:
            self.form.offer_mondays(mondays(self._today, MONDAYS))
            self.form.read_again()
        if shown:
            self._show(self._card_of(*found[shown], may_begin=not going))
        else:
            self._show(self._form())
        self.earlier.show_rows(
            [
                (each.uid, title(each), self._detail(each, course))
                for each, course in found.values()
                if each.uid != shown
            ]
        )

    def _matters(self, experiment: Experiment, course: Stands) -> bool:
        """Whether a result was not looked at yet, or a test broke off in the middle."""
        if course.phase is ExperimentPhase.BROKEN:
            return self._today <= course.last
        return course.phase is ExperimentPhase.OVER and experiment.opened_day is None

    def _card_of(self, experiment: Experiment, course: Stands, *, may_begin: bool) -> QWidget:
        if isinstance(course, FairCourse):
            return self._fair_card(experiment, course, may_begin=may_begin)
        vault = self.context.vault
        outcome = kept.outcome_of(vault, experiment)
        if course.phase not in (ExperimentPhase.OVER, ExperimentPhase.STOPPED):
            card = CourseCard(experiment, course, outcome)
            card.note.connect(lambda: self.go.emit(routes.evening(self._today)))
            card.rest.connect(lambda out: acts.rest(self.context, experiment, out=out))
            card.stop.connect(lambda: self._stay(experiment, partial(acts.stop, self.context, experiment)))
            card.remove.connect(lambda: acts.remove(self.context, experiment))
            return card
        values = read_values(vault, experiment)
        told = ResultCard(
            experiment,
            course,
            outcome,
            result=result(experiment, values, self._today),
            weeks=week_means(experiment, values, self._today),
            sealed=experiment.opened_day is None and self._opened != experiment.uid,
            may_begin=may_begin,
        )
        told.opened.connect(lambda: self._open(experiment))
        told.again.connect(self.begin)
        told.remove.connect(lambda: acts.remove(self.context, experiment))
        return told

    def _fair_card(self, experiment: Experiment, course: FairCourse, *, may_begin: bool) -> QWidget:
        outcome = kept.outcome_of(self.context.vault, experiment)
        if course.phase not in (ExperimentPhase.OVER, ExperimentPhase.STOPPED):
            card = FairCourseCard(self.context, experiment, course, outcome)
            card.note.connect(lambda: self.go.emit(routes.evening(self._today)))
            card.stop.connect(lambda: self._stay(experiment, partial(acts.stop, self.context, experiment)))
            card.remove.connect(lambda: acts.remove(self.context, experiment))
            return card
        found = kept.read_fair_result(self.context.vault, experiment, self._today)
        told: ClosedFairCard | FairResultCard
        if found is None or (experiment.opened_day is None and self._opened != experiment.uid):
            told = ClosedFairCard(experiment, course, may_begin=may_begin)
            told.opened.connect(lambda: self._open(experiment))
        else:
            self.title.setText(title(experiment))
            self.lead.setText(span(experiment, course, found))
            told = FairResultCard(experiment, course, outcome, found, may_begin=may_begin)
            keep = partial(acts.keep, self.context, experiment)
            told.kept.connect(lambda what: self._stay(experiment, partial(keep, what)))
        told.ways.again.connect(self.begin)
        told.ways.remove.connect(lambda: acts.remove(self.context, experiment))
        return told

    def _detail(self, experiment: Experiment, course: Stands) -> str:
        if course.phase is ExperimentPhase.OVER and experiment.opened_day is not None:
            words = kept.told_in_short(self.context.vault, experiment, self._today)
        else:
            words = {
                ExperimentPhase.WAITING: _("Has not begun"),
                ExperimentPhase.RUNNING: _("Goes on now"),
                ExperimentPhase.RESTING: _("Waits this week"),
                ExperimentPhase.OVER: _("The result waits for you"),
                ExperimentPhase.STOPPED: _("Stopped"),
                ExperimentPhase.BROKEN: _("Cannot be read"),
            }[course.phase]
        return f"{words}. {span_words(experiment.start_day, course.last)}"

    def _show(self, card: QWidget) -> None:
        old, self.card = self.card, card
        if old is card:
            return
        had_focus = old is not None and old.isAncestorOf(self.focusWidget() or self)
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            if old is not self.form:
                old.deleteLater()
        self._place.addWidget(card)
        card.show()
        if had_focus:
            self._first_stop(card)

    def _first_stop(self, card: QWidget) -> None:
        for part in card.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # choosing

    def _form(self) -> ChooseCard:
        """The form, as it was left."""
        if self.form is None:
            vault, withheld = self.context.vault, withheld_now(self.context)
            self.form = ChooseCard(
                [one for one in self.context.library.exercises() if one.id not in withheld],
                used(vault, self.context.today),
                kept.outcomes(vault),
                mondays(self.context.today, MONDAYS),
                lambda outcome: prospect(self.context.vault, outcome, self.context.today),
            )
            self._own_draft = OwnDraft(self.context, self.form.options)
            self.form.sealed.connect(self._seal)
            self.form.judged.connect(self._work_out)
            self.form.away.connect(lambda: self.go.emit(routes.TRENDS))
        return self.form

    def _work_out(self) -> None:
        """Say what a test could show when something else tells the difference."""
        with self.context.hub.telling():
            if self.form is not None:
                self.form.read_again()

    def begin(self) -> None:
        """Show the form, fresh unless something is still chosen in it."""
        self._chosen = ""
        with self.context.hub.telling():
            form = self._form()
            self._show(form)
            form.options.kind.setFocus(Qt.FocusReason.TabFocusReason)

    def _seal(self, pair: Pair, rule: Rule, outcome: str, start: date) -> None:
        form = self.form
        if acts.seal(self.context, pair, rule, outcome, start):
            self.form = None
            self._own_draft.end()
            if form is not None and form is not self.card:
                form.deleteLater()

    # what can be done with one

    def choose(self, uid: str) -> None:
        """Show the test called `uid`."""
        self._chosen = uid
        self.refresh()
        if self.card is not None:
            self._first_stop(self.card)
            self.bring_into_sight(self.card)

    def _open(self, experiment: Experiment) -> None:
        """Show the result, also when the disk is full and the day cannot be noted."""
        self._opened = self._chosen = experiment.uid
        if not acts.look(self.context, experiment):
            self.refresh()

    def _stay(self, experiment: Experiment, act: Callable[[], bool]) -> None:
        """Do `act` and go on showing `experiment`."""
        before, self._chosen = self._chosen, experiment.uid
        if not act():
            self._chosen = before

    def leave(self) -> None:
        """What was asked for is not shown again at the next look; what was chosen in the form stays."""
        self._chosen = ""
        self.mark_stale()
