"""The second step: what one would like to work on, and one small plan that follows from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.goals import GOALS, KEY, because, first_exercises, goal_names, read_goals, serving
from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.domain.plan_parts import OWN, cues, plan_lengths, usual_length
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import by_title
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.grouped_combo import GroupedChoice, GroupedCombo
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Lead, PlanSentence, Second, SectionTitle, Title
from rewire_app.ui.widgets.theme import S2, S3, S5, S8

PER_WEEK = (2, 3, 4, 5, 6, 7)
USUAL_WEEK = "3"
SUGGESTED = 5
"""How many exercises are suggested before all of them."""


class FirstPlan(QWidget):
    """The exercise and its minutes follow what is chosen above, until the person chooses them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._minutes_chosen = self._exercise_chosen = False
        self._kept: Plan | None = None
        title = _("What would you like to work on?")
        self.setAccessibleName(title)
        keys = [key for key, _words in goal_names()]
        self._goals = ChoiceList(
            goal_names(), max_chosen=len(GOALS), glyphs={key: key for key in keys}, columns=2, name=title
        )
        self._goals.changed.connect(self._follow_goals)
        lead = _(
            "Choose one or two. It decides what Today suggests, the order of Practice and your first article."
        )
        self._own_cue = Field(_("After I …"), _("Something you do every day, in your own words."))
        self._own_cue.hide()
        column = vbox(Title(title), 2, Lead(lead), S5, self._goals, S8 + 4, on=self, gap=0)
        put(column, SectionTitle(_("One small plan")), S3 + 2, self._sentence(), self._own_cue, S3)
        put(column, self._why(), stretch())
        self._follow_goals()
        self._show_kept()
        self._shown = self._said()
        self._drafting = Drafting(context, "first-plan", self._typed, self)
        self._own_cue.changed.connect(self._drafting.soon)
        self._bring_back()

    def hold(self) -> bool:
        """Hold a cue in the person's own words until the plan is kept; False when that could not be."""
        return self._drafting.now()

    def forget(self) -> None:
        """What was not kept is not wanted any more."""
        self._own_cue.set_value("")
        self._drafting.now()

    def _typed(self) -> FormDraft | None:
        cue = self._own_cue.value()
        if self._cue.value() != OWN or not cue or (self._kept is not None and cue == self._kept.cue):
            return None
        return FormDraft(uid="", answers={"cue": cue})

    def _bring_back(self) -> None:
        """Show the cue that an earlier window left half written."""
        draft = self._drafting.first_read()
        if draft is not None:
            self._cue.set_value(OWN)
            self._own_cue.set_value(draft.answers["cue"])
            self._own_cue.show()

    def _show_kept(self) -> None:
        """A first start that comes again begins with what was kept, and asks for none of it anew."""
        context = self._context
        self._goals.set_value([goal.key for goal in read_goals(context.store.profile.get(KEY))])
        self._kept = plan = context.store.plans.current(context.today)
        if plan is None:
            return
        self._cue.set_value(next((key for key, words in cues() if words == plan.cue), OWN))
        if self._cue.value() == OWN:
            self._own_cue.set_value(plan.cue)
        self._exercise.set_value(plan.exercise)
        self._exercise_chosen = self._minutes_chosen = True
        self._minutes.set_value(str(plan.minutes))
        self._week.set_value(str(plan.per_week))

    def _said(self) -> tuple[str, ...]:
        """What stands in the sentence."""
        parts = (self._cue, self._own_cue, self._exercise, self._minutes, self._week)
        return tuple(part.value() for part in parts)

    def _sentence(self) -> Flow:
        self._cue = Combo(_("After I"), cues(), show_label=False, snug=True)
        self._cue.changed.connect(lambda: self._own_cue.setVisible(self._cue.value() == OWN))
        self._exercise = GroupedCombo(_("I will do"))
        self._exercise.touched.connect(self._choose_exercise)
        self._minutes = Combo(_("for"), plan_lengths(), show_label=False, snug=True)
        self._minutes.picker.activated.connect(self._choose_minutes)
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in PER_WEEK]
        self._week = Combo(_("Days a week"), days, show_label=False, snug=True)
        self._week.set_value(USUAL_WEEK)
        flow = Flow(gap=S2, below=10)
        for words, control in (
            (_("After I"), self._cue),
            (_("I will do"), self._exercise),
            (_("for"), self._minutes),
            (_("on"), self._week),
        ):
            flow.add(PlanSentence(words, wrap=False))
            flow.add(control)
        flow.add(PlanSentence(_("a week."), wrap=False))
        return flow

    def _why(self) -> QWidget:
        holder = QWidget()
        self._reason = Second("")
        told = Second(_("Both answers can be changed in Settings, under “Your plan”."))
        icon = wide(Glyph("info", 20, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignTop)
        hbox(icon, wide(vbox(self._reason, told, gap=6), 1), on=holder, gap=S2)
        return holder

    def _follow_goals(self) -> None:
        """Suggest what fits the goals; what the person chose by hand stays."""
        library, goals = self._context.library, read_goals(" ".join(self._goals.chosen()))
        suggested = first_exercises(goals)[:SUGGESTED]

        def row(name: str) -> GroupedChoice:
            exercise = library.exercise(name)
            return GroupedChoice(key=name, words=exercise.title, second=exercise.summary)

        every = [row(name) for name, _title in by_title(library.exercises())]
        first = _("For what you chose") if goals else _("To begin with")
        self._exercise.fill([(first, [row(name) for name in suggested]), (_("All exercises"), every)])
        if not self._exercise_chosen:
            self._exercise.set_value(suggested[0])
        self._follow_exercise()

    def _choose_exercise(self) -> None:
        self._exercise_chosen = True
        self._follow_exercise()

    def _choose_minutes(self) -> None:
        self._minutes_chosen = True

    def _follow_exercise(self) -> None:
        """Let the minutes fit the exercise, and say why it is this one."""
        name = self._exercise.value()
        if not self._minutes_chosen:
            self._minutes.set_value(str(usual_length(*self._context.library.exercise(name).minutes)))
        why = because(serving(read_goals(" ".join(self._goals.chosen())), name))
        no_cost = _("Days without it cost nothing.")
        self._reason.setText(no_cost if self._exercise_chosen or not why else f"{why} {no_cost}")

    def arrange(self, *, roomy: bool) -> None:
        """Set what one may work on in two columns where there is room."""
        self._goals.set_columns(2 if roomy else 1)

    def keep(self) -> bool:
        """Keep plan and goals; False when something is missing or could not be kept, which is said."""
        return self._keep_plan() and self._context.hub.keep(
            _("what you work on"), None, self._context.store.profile.put, KEY, " ".join(self._goals.chosen())
        )

    def _keep_plan(self) -> bool:
        """Keep the sentence, unless it says what is kept already."""
        if self._kept is not None and self._said() == self._shown:
            return True
        cue = self._own_cue.value() if self._cue.value() == OWN else dict(cues())[self._cue.value()]
        if not cue:
            self._own_cue.set_error(_("Write what you do every day, or choose one from the list."))
            self._own_cue.setFocus()
            return False
        context, days = self._context, int(self._week.value())
        before = self._kept or Plan(uid="", from_day=context.today, per_week=days)
        plan = replace(
            before,
            uid=new_uid(context.clock.now()),
            from_day=context.today,
            per_week=days,
            weekdays=before.weekdays if before.per_week == days else None,
            cue=cue,
            exercise=self._exercise.value(),
            minutes=int(self._minutes.value()),
        )
        if not context.hub.keep(_("your plan"), None, context.store.plans.put, plan):
            return False
        self._kept, self._shown = plan, self._said()
        return self._drafting.now()
