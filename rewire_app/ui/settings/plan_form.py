"""One small plan to write or change: cue, exercise, minutes, days, and what may get in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.domain.journal.planned import weekday_mask, weekdays_in
from rewire_app.domain.plan_parts import minutes_words, plan_lengths
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import by_title
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import FormDraft
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.text import Heading, Second, Small, Strong
from rewire_app.ui.widgets.theme import S3, S4, S5
from rewire_app.ui.widgets.weekday_buttons import WeekdayButtons

ANY, NAMED = "any", "named"
USUAL_WEEK = 3
CUE, OBSTACLE, ANSWER = "cue", "obstacle", "answer"
CHOSEN = ("exercise", "minutes", "how", "per_week", "weekdays")
"""What is chosen and not typed, as a draft holds it."""


class PlanForm(FormCard):
    """A new plan, or `plan` again; it makes a plan that counts from today.

    `name`: the thread of the plan. `typed_on()`: something was typed or chosen. `removed(name)`: it ends.
    """

    typed_on = Signal()

    def __init__(self, context: Context, thread: str, plan: Plan | None = None) -> None:
        super().__init__(_questions(), padding=(29, 25))
        self._context, self.name, self.plan = context, thread, plan
        self._showing = True
        title = _("Change this plan") if plan is not None else _("A small plan")
        self.setAccessibleName(title)
        exercises = [("", _("Any exercise")), *by_title(context.library.exercises())]
        if plan is not None and plan.exercise not in dict(exercises):
            exercises.append((plan.exercise, _("An exercise that is not there any more")))
        self.exercise = Combo(_("I will do"), exercises)
        self.minutes = Combo(_("For how long"), [("", _("As the exercise says")), *plan_lengths()])
        self._how = Segmented([(ANY, _("Any days")), (NAMED, _("Set weekdays"))], name=_("Which days"))
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in range(1, 8)]
        self._week = Segmented(days, name=_("Days a week"))
        self._weekdays = WeekdayButtons(_("Weekdays"))
        self._fault = Second(_("Choose at least one day."), ink="coralText")
        self._fault.hide()
        self._lay_out(title)
        self._show(plan)
        self.exercise.changed.connect(self._choose_exercise)
        for control in (self.minutes, self._how, self._week, self._weekdays):
            control.changed.connect(self._chosen)
        self.form.changed.connect(self._tell)
        self._showing = False

    def _lay_out(self, title: str) -> None:
        self.body.setSpacing(S5)
        days = vbox(Strong(_("On which days?")), self._how, self._week, self._weekdays, self._fault, gap=S3)
        lead = Second(
            _("Something may get in the way: tired, no time, a bad mood. An answer at hand can help.")
        )
        ahead = vbox(lead, self.form.field(OBSTACLE), self.form.field(ANSWER), gap=S4)
        told = Small(
            _("It counts from today on; earlier days keep the plan they had. Days of rest cost nothing.")
        )
        put(self.body, Heading(title), self.form.field(CUE), self.exercise, self.minutes, days, ahead)
        put(self.body, vbox(told, S3, self._acts(), gap=0))

    def _acts(self) -> QWidget:
        acts = Flow(gap=S3)
        keep, cancel = MainButton(_("Keep this plan")), SecondButton(_("Cancel"))
        keep.clicked.connect(self.keep)
        cancel.clicked.connect(self.cancelled)
        acts.add(keep)
        acts.add(cancel)
        if self.plan is not None:
            end = QuietButton(_("End this plan"))
            end.clicked.connect(lambda: self.removed.emit(self.name))
            acts.add(end)
        return acts

    # values

    def _show(self, plan: Plan | None) -> None:
        self.form.show_values(
            {
                CUE: plan.cue if plan else "",
                OBSTACLE: plan.obstacle if plan else "",
                ANSWER: plan.answer if plan else "",
            }
        )
        self.exercise.set_value(plan.exercise if plan else "")
        self._show_minutes(str(plan.minutes or "") if plan else "")
        named = plan.weekdays if plan is not None else None
        self._how.set_value(NAMED if named else ANY)
        self._week.set_value(str(plan.per_week if plan is not None else USUAL_WEEK))
        self._weekdays.set_days(weekdays_in(named) if named else ())
        self._show_days()
        self._shown = self._choices()

    def _show_minutes(self, key: str) -> None:
        """Show so many minutes, also a number that is not among the usual ones."""
        if key and self.minutes.picker.findData(key) < 0:
            self.minutes.picker.addItem(minutes_words(int(key)), key)
        self.minutes.set_value(key)

    def _choices(self) -> dict[str, Any]:
        values = (
            self.exercise.value(),
            self.minutes.value(),
            only(self._how),
            only(self._week),
            self._weekdays.days(),
        )
        return dict(zip(CHOSEN, values, strict=True))

    @property
    def filled(self) -> bool:
        """Whether anything is other than it was."""
        return super().filled or self._choices() != self._shown

    def typed(self) -> FormDraft:
        """What is typed and chosen, as a draft."""
        known = self.name if self.plan is not None else ""
        return FormDraft(uid=self.name, under=known, answers=self.form.answers() | self._choices())

    def restore(self, given: Mapping[str, Any]) -> None:
        """Show answers that were given and not kept."""
        self._showing = True
        self.form.restore({key: given[key] for key in self.form.questions if key in given})
        self.exercise.set_value(str(given.get("exercise", self.exercise.value())))
        self._show_minutes(str(given.get("minutes", self.minutes.value())))
        self._how.set_value(str(given.get("how", only(self._how))))
        self._week.set_value(str(given.get("per_week", only(self._week))))
        self._weekdays.set_days(tuple(given.get("weekdays", self._weekdays.days())))
        self._show_days()
        self._showing = False

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.form.begin(CUE)

    def become_new(self, name: str) -> None:
        """The plan has ended elsewhere, what was typed stays: keeping it makes a new one."""
        self.name, self.plan = name, None

    # choosing

    def _tell(self) -> None:
        if not self._showing:
            self.typed_on.emit()

    def _chosen(self) -> None:
        if not self._showing:
            self._show_days()
            self._tell()

    def _choose_exercise(self) -> None:
        """Minutes that were meant for the other exercise go with it."""
        before = str(self.plan.minutes or "") if self.plan is not None else ""
        if not self._showing and before and self.minutes.value() == before:
            self._showing = True
            self._show_minutes("")
            self._showing = False
        self._chosen()

    def _show_days(self) -> None:
        named = only(self._how) == NAMED
        self._week.setVisible(not named)
        self._weekdays.setVisible(named)
        self._fault.hide()

    # keeping

    def made(self) -> Plan | None:
        """The plan as it is written, or None when something that needs a change was marked."""
        if not self.form.check():
            return None
        named = only(self._how) == NAMED
        mask = weekday_mask(self._weekdays.days()) if named else None
        if mask == 0:
            self._fault.show()
            self._weekdays.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        context = self._context
        before = self.plan or Plan(uid="", from_day=context.today, per_week=1, thread=self.name)
        return replace(
            before,
            uid=new_uid(context.clock.now()),
            from_day=context.today,
            per_week=mask.bit_count() if mask is not None else int(only(self._week)),
            weekdays=mask,
            exercise=self.exercise.value(),
            minutes=int(self.minutes.value() or 0) or None,
            **self.form.answers(),
        )


def _questions() -> list[Question]:
    return [
        Question(key=CUE, label=_("After I …"), hint=_("Something you do every day: close my laptop")),
        Question(key=OBSTACLE, label=_("What in me may get in the way?")),
        Question(key=ANSWER, label=_("If it does, I will …"), hint=_("Less is fine: one minute, one breath")),
    ]
