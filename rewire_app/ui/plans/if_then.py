"""If-then plans: the sentences that wait for their moment, and those it came for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain import limits
from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.entries import MAX_TEXT, Intention, IntentionOutcome
from rewire_app.domain.lists.standing import outcome_words, plan_state, waits
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.keys import register
from rewire_app.ui.entries.short_list import ShortAct, ShortKind, ShortList
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Lead
from rewire_app.ui.widgets.theme import S2, S4, S5

MAKES = "u-ifthen"
"""The exercise that makes a plan."""
FIRST = 10
"""So many of each list are shown at first."""
NOTHING_YET = "none"
"""The chip for a plan that nobody answered."""


class IfThenPlans(QWidget):
    """`go(Route)`; `opened(widget)`: a form was opened."""

    go = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plans: list[Intention] = []
        self.waiting: ShortList[Intention] = self._list(_("Write a plan"))
        self.over: ShortList[Intention] = self._list("")
        self._make = MainButton(_("Make an if-then plan"), icon="play")
        self._make.clicked.connect(lambda: self.go.emit(routes.run(MAKES)))
        self._copy = QuietButton(_("Copy as text"), icon="copy")
        self._copy.clicked.connect(lambda: context.hub.said.emit(copy_private(self.text())))
        self._paper = QuietButton(_("Print"), icon="printer")
        self._paper.clicked.connect(self._print)
        register("print", self, self._print)
        self._before = QWidget()
        head = Heading(_("Looked back on"))
        vbox(S5, head, S2, self.over, on=self._before, gap=0)
        lead = Lead(_("When this comes, I will do that. Each is asked about once."))
        column = vbox(lead, S4, self.waiting, on=self, gap=0)
        acts = Flow(gap=S2)
        for button in (self._make, self._copy, self._paper):
            acts.add(button)
        put(column, S4, acts, self._before, stretch())

    def _list(self, add: str) -> ShortList[Intention]:
        found: ShortList[Intention] = ShortList(
            self._context, self._kind(add), lambda: self._context.store.intentions, first=FIRST
        )
        found.opened.connect(self.opened)
        return found

    def _kind(self, add: str) -> ShortKind[Intention]:
        context = self._context

        def asks(plan: Intention | None) -> Sequence[Question]:
            label, hint = _("The sentence"), _("When … comes, I will …")
            asked = [Question(key="text", label=label, hint=hint, kind=AnswerKind.TEXT, rows=2)]
            if plan is not None:
                options = [
                    (NOTHING_YET, _("Not answered")),
                    *((one, outcome_words(one)) for one in IntentionOutcome),
                ]
                asked.append(
                    Question(key="came", label=_("What came of it?"), kind=AnswerKind.ONE, options=options)
                )
            return asked

        def made(uid: str, answers: Mapping[str, Any], before: Intention | None) -> Intention:
            limits.words(answers["text"], "text", MAX_TEXT, needed=True)
            plan = before or Intention(uid=uid, day=context.today, text="")
            came = answers.get("came")
            recalled = None if came in (None, NOTHING_YET) else IntentionOutcome(came)
            day = plan.recalled_day if recalled is plan.recalled else context.today if recalled else None
            return replace(plan, uid=uid, text=answers["text"], recalled=recalled, recalled_day=day)

        return ShortKind(
            draft="plans" if add else "plans-over",
            add=add,
            change=_("Change this plan"),
            main="text",
            asks=asks,
            shown=lambda plan: {"text": plan.text, "came": plan.recalled or NOTHING_YET},
            made=made,
            lines=lambda plan: (plan_state(plan, context.today),),
            acts=self._acts,
        )

    def _acts(self, plan: Intention) -> Sequence[ShortAct]:
        uid = plan.practice
        if uid is None:
            return ()
        return (ShortAct(words=_("Read the practice"), do=lambda: self.go.emit(routes.practice(uid))),)

    def refresh(self) -> None:
        """Read them anew; raises a StoreError."""
        plans = self._context.store.intentions.all()
        waiting, over = [one for one in plans if waits(one)], [one for one in plans if not waits(one)]
        self._plans = [*waiting, *over]
        for button in (self._copy, self._paper):
            button.setVisible(bool(plans))
        self.waiting.show_entries(waiting)
        self.over.show_entries(over)
        self._before.setVisible(bool(over))

    def text(self) -> str:
        """All plans as plain text, each with where it stands."""
        today = self._context.today
        head = _("{name}, {day}").format(name=_("If-then plans"), day=day_words(today, year=True))
        told = (f"- {' '.join(plan.text.split())}\n  {plan_state(plan, today)}" for plan in self._plans)
        return "\n".join((head, "", *told, ""))

    def _print(self) -> None:
        from rewire_app.ui.plans.printing import print_on
        from rewire_app.ui.widgets.paper import ask_and_print

        plans, today = tuple(self._plans), self._context.today
        if plans:
            ask_and_print(self.window(), _("Print the plans"), lambda on: print_on(on, plans, today))

    @property
    def rows(self) -> Mapping[str, QWidget]:
        """What is listed, by its uid."""
        return {**self.waiting.rows, **self.over.rows}

    def begin(self) -> None:
        """Put the keyboard into what is being written, or where a plan is made."""
        if self.waiting.unsaved:
            self.waiting.begin()
        else:
            self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self) -> bool:
        """Hold what is half written as drafts; False when that could not be."""
        return all([self.waiting.draft.now(), self.over.draft.now()])

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.waiting.unsaved or self.over.unsaved
