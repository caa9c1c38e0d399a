"""The plan in Settings: what one works on, days, cue, exercise and minutes, and its pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from rewire_app.choosing import SettingsSection
from rewire_app.domain.day_words import long_day
from rewire_app.domain.goals import KEY, goal_names, read_goals
from rewire_app.domain.journal.entries import Pause, Plan, new_uid
from rewire_app.domain.plan_parts import minutes_words, plan_lengths
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import by_title
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.rows import SettingRow, chosen_in, rows_card
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.choices import ChipGroup, Segmented, only
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S4


class PlanSection(QWidget):
    """Every change is kept at once, and counts from today."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._showing = False
        self._waits = False
        self._saving = Autosave(self._save_cue, self)
        self._goals = ChipGroup(goal_names(), several=True, name=_("What you work on"))
        self._goals.changed.connect(self._change_goals)
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in range(1, 8)]
        self._week = Segmented(days, name=_("Days a week"))
        self._week.changed.connect(self._change_plan)
        self._cue = Field(_("After I …"), _("Something you do every day"))
        self._cue.line.textEdited.connect(self._wait)
        self._cue.line.editingFinished.connect(self._change_plan)
        exercises = [("", _("Any exercise")), *by_title(context.library.exercises())]
        self._exercise = Combo(_("I will do"), exercises)
        self._exercise.changed.connect(self._change_plan)
        self._minutes = Combo(_("For how long"), [("", _("As the exercise says")), *plan_lengths()])
        self._minutes.changed.connect(self._change_plan)
        self._pause = Switch(_("Pause the plan"))
        self._pause.changed.connect(self._change_pause)
        self._since = Small("")
        put(vbox(on=self, gap=0), rows_card(self._rows()), S2, self._since)

    def _rows(self) -> list[QWidget]:
        words = QWidget()
        vbox(self._cue, self._exercise, self._minutes, on=words, gap=S4, margins=(0, 14, 0, 18))
        return [
            SettingRow(
                _("What you work on"),
                _("It decides what Today suggests, the order of Practice and your first article."),
                self._goals,
                below=True,
            ),
            SettingRow(
                _("Days a week"),
                _("A change counts from today on. Earlier days keep the plan they had."),
                self._week,
                below=True,
            ),
            words,
            SettingRow(
                _("Pause the plan"),
                _("For illness or a holiday. Paused days count for nothing either way."),
                self._pause,
            ),
            *chosen_in(SettingsSection.PLAN, self._context.preferences),
        ]

    def refresh(self) -> None:
        """Show what one works on, the plan and the pause of today."""
        today, store = self._context.today, self._context.store
        plan, pause = store.plans.current(today), store.pauses.open(today)
        goals = read_goals(store.profile.get(KEY))
        self._showing = True
        self._goals.set_value([goal.key for goal in goals])
        if not self._waits:
            self._week.set_value(str(plan.per_week) if plan else None)
            self._cue.set_value(plan.cue if plan else "")
            self._exercise.set_value(plan.exercise if plan else "")
            self._show_minutes(plan.minutes if plan else None)
        self._pause.set_value(pause is not None)
        self._since.setText(
            _("Paused since {day}.").format(day=long_day(pause.from_day, today)) if pause else ""
        )
        self._since.setVisible(pause is not None)
        self._showing = False

    def _show_minutes(self, minutes: int | None) -> None:
        """Show `minutes`, also a number that is not among the usual ones."""
        key = str(minutes or "")
        showing, self._showing = self._showing, True
        if minutes and self._minutes.picker.findData(key) < 0:
            self._minutes.picker.addItem(minutes_words(minutes), key)
        self._minutes.set_value(key)
        self._showing = showing

    def flush(self) -> None:
        """Save a plan that was typed and is not saved yet."""
        if self._waits:
            self._change_plan()

    @property
    def unsaved(self) -> bool:
        """Whether a plan that was typed is not saved yet."""
        return self._waits

    def _wait(self) -> None:
        self._waits = True
        self._saving.soon()

    def _save_cue(self) -> bool:
        """Save the words of the cue as they are typed; False when that could not be."""
        if self._waits:
            with self._context.hub.telling():
                self._waits = not self._put_plan(self._saving.burst("cue"))
        return not self._waits

    def _change_plan(self) -> None:
        if self._showing:
            return
        self._waits = True
        with self._context.hub.telling():
            self._waits = not self._put_plan()

    def _put_plan(self, burst: Burst | None = None) -> bool:
        """Whether the plan is as it stands here; raises a StoreError when the one before cannot be read."""
        if not self._week.chosen():
            return not self._cue.value()
        chosen = only(self._week)
        context = self._context
        before = context.store.plans.current(context.today)
        cue, exercise = self._cue.value(), self._exercise.value()
        minutes = int(self._minutes.value() or 0) or None
        if before and before.exercise != exercise and before.minutes == minutes:
            minutes = None  # it was for the other exercise
            self._show_minutes(None)
        wanted = (int(chosen), cue, exercise, minutes)
        if before and (before.per_week, before.cue, before.exercise, before.minutes) == wanted:
            return True
        plan = Plan(
            uid=new_uid(context.clock.now()),
            from_day=context.today,
            per_week=int(chosen),
            cue=cue,
            exercise=exercise,
            minutes=minutes,
        )
        label, put = _("plan changed"), context.store.plans.put
        return context.hub.keep(label, burst, put, plan) if burst else context.hub.do(label, put, plan)

    def _change_goals(self) -> None:
        if self._showing:
            return
        context = self._context
        chosen = " ".join(self._goals.chosen())
        if not context.hub.do(_("what you work on"), context.store.profile.put, KEY, chosen):
            with context.hub.telling():
                self.refresh()

    def _change_pause(self) -> None:
        if self._showing:
            return
        context = self._context
        store, today = context.store, context.today
        running = store.pauses.open(today)
        if self._pause.value() and running is None:
            pause = Pause(uid=new_uid(context.clock.now()), from_day=today)
            context.hub.do(_("plan paused"), store.pauses.add, pause)
        elif not self._pause.value() and running is not None:
            last = today - timedelta(days=1)
            if running.from_day > last:  # begun today: no day was paused
                context.hub.do(_("pause ended"), store.pauses.remove, running.uid)
            else:
                context.hub.do(_("pause ended"), store.pauses.edit, replace(running, to_day=last))
