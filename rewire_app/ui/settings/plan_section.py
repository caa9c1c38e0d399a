"""The plan in Settings: what one works on, small plans, and pauses; one of them opens to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.choosing import SettingsSection
from rewire_app.domain.goals import KEY, goal_names, read_goals
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.plan_words import plan_answer, plan_title, plan_when
from rewire_app.domain.journal.planned import planned_week
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import page_of
from rewire_app.ui.base.routes import PlanRoute, Route
from rewire_app.ui.settings.calendar_sheet import CalendarSheet
from rewire_app.ui.settings.pauses_part import PausesPart
from rewire_app.ui.settings.plan_writing import PAUSE, PLAN, PlanWriting
from rewire_app.ui.settings.rows import SettingRow, chosen_in, rows_card
from rewire_app.ui.widgets.act_row import ActRow
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Second, Small
from rewire_app.ui.widgets.theme import S2, S3, S5

NEW = "new"
"""Where in this section a new plan is written; a thread is where its plan is changed."""


class PlanSection(QWidget):
    """The overview, or one form in its place. `turned()`: the other of the two is shown now."""

    turned = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._showing = self._every_pause = False
        self._goals = ChipGroup(goal_names(), several=True, name=_("What you work on"))
        self._goals.changed.connect(self._change_goals)
        self._add = SecondButton(_("Add a plan"))
        self._add.clicked.connect(lambda: self._write(PLAN, ""))
        self.calendar = QuietButton(_("Into a calendar"), icon="calendar")
        self.calendar.clicked.connect(lambda: CalendarSheet(page_of(self)).lay_over())
        self._pauses = PausesPart(context)
        self._pauses.wanted.connect(lambda uid: self._write(PAUSE, uid))
        self._overview = QWidget()
        self._writing = PlanWriting(context)
        self._writing.done.connect(self._show_overview)
        self._lay_out()

    def _lay_out(self) -> None:
        self._plans = Card(padding=(29, 11))
        self._together = Small("")
        goals = SettingRow(
            _("What you work on"),
            _("It decides what Today suggests, the order of Practice and your first article."),
            self._goals,
            below=True,
        )
        column = vbox(on=self._overview, gap=0)
        acts = Flow(gap=S3)
        acts.add(self._add)
        acts.add(self.calendar)
        put(column, self._plans, S2, self._together, S2, acts, S5, self._pauses, S5)
        put(column, rows_card([goals, *chosen_in(SettingsSection.PLAN, self._context.preferences)]))
        put(vbox(on=self, gap=0), self._overview, self._writing)
        self._writing.hide()

    # showing

    def refresh(self) -> None:
        """Show what one works on, the plans and pauses of today; a form that is open stays."""
        if not self._context.ready:
            return
        today, store = self._context.today, self._context.store
        self._writing.bring_back()
        self._writing.look_after()
        self._showing = True
        self._goals.set_value([goal.key for goal in read_goals(store.profile.get(KEY))])
        self._showing = False
        self._show_plans(store.plans.holding(today))
        self.calendar.setVisible(bool(store.plans.history()))
        self._pauses.refresh()
        self._turn()

    def _turn(self) -> None:
        writing = self._writing.form is not None
        if writing == self._overview.isHidden():
            return
        self._overview.setHidden(writing)
        self._writing.setVisible(writing)
        self.turned.emit()

    def _show_plans(self, plans: Sequence[Plan]) -> None:
        library = self._context.library
        clear(self._plans.body)
        for number, plan in enumerate(plans):
            if number:
                self._plans.body.addWidget(Divider())
            title = plan_title(plan, library.title(plan.exercise) if plan.exercise else "")
            said = " ".join(filter(None, (plan_when(plan), plan_answer(plan))))
            row = ActRow(title, said, _("Change"))
            row.button.clicked.connect(partial(self._write, PLAN, plan.thread))
            self._plans.body.addWidget(row)
        if not plans:
            none = Second(_("No plan yet. One small thing on two or three days a week is enough to begin."))
            put(self._plans.body, S3, none, S3)
        week = planned_week(plans)
        words = ngettext(
            "Together they come to {n} day a week.", "Together they come to {n} days a week.", week
        )
        self._together.setText(words.format(n=week))
        self._together.setVisible(len(plans) > 1)

    # writing

    def open_at(self, route: Route) -> None:
        """Open the form that `route` leads to, with what it has filled in already."""
        if not route.at:
            return
        self._write(PLAN, "" if route.at == NEW else route.at)
        form = self._writing.form
        if isinstance(route, PlanRoute) and form is not None and not form.filled:
            form.restore(route.given())

    def _write(self, kind: str, name: str) -> None:
        with self._context.hub.telling():
            self._writing.write(kind, name)
            self._turn()
            if self._writing.form is not None:
                self._writing.form.begin()

    def _show_overview(self) -> None:
        self._turn()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        with self._context.hub.telling():
            self.refresh()

    def hold(self) -> bool:
        """Hold what is half written; False when that could not be."""
        return self._writing.hold()

    # keeping

    def _change_goals(self) -> None:
        if self._showing:
            return
        context = self._context
        chosen = " ".join(self._goals.chosen())
        if not context.hub.do(_("what you work on"), context.store.profile.put, KEY, chosen):
            with context.hub.telling():
                self.refresh()
