"""All ladders: each a fear with its next step and its tries; a new one guided, or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import LadderStep, ListKind
from rewire_app.domain.lists.ladder_words import ladder_title
from rewire_app.domain.lists.ladders import FearLadder, RungState
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.ladders.climbing import Climbing
from rewire_app.ui.ladders.drafting import LadderDrafts
from rewire_app.ui.ladders.step_form import NEW_LADDER, RungForm
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Lead, Second
from rewire_app.ui.widgets.theme import S1, S3, S4

FORM, NEW = "ladder", "new"
"""The name of its form in drafts, and what it is for."""
GUIDED = "c-ladder"


def summary(ladder: FearLadder) -> str:
    """How many steps a ladder has, how many were taken, and what comes next."""
    n = len(ladder.rungs)
    taken = sum(rung.state is RungState.TAKEN for rung in ladder.rungs)
    counted = ngettext("{n} step, {taken} taken", "{n} steps, {taken} taken", n).format(n=n, taken=taken)
    tries = sum(len(rung.tries) for rung in ladder.rungs)
    tried = ngettext("{n} try", "{n} tries", tries).format(n=tries) if tries else ""
    told = ", ".join(filter(None, (counted, tried)))
    if ladder.next is None:
        return told
    step, fear = ladder.next.step.step, ladder.next.step.distress
    if fear is None:
        return _("{told}. Next: {step}").format(told=told, step=step)
    return _("{told}. Next: {step}, fear {n}").format(told=told, step=step, n=fear)


class LadderOverview(QWidget):
    """`go(Route)`: into a ladder, or to the exercise that builds one. `opened(widget)`: a form is open."""

    go = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context, climbing: Climbing, drafts: LadderDrafts) -> None:
        super().__init__()
        self._context, self._climbing, self._drafts = context, climbing, drafts
        self.form: RungForm | None = None
        self._lead, self._safe = Lead(""), Second("")
        self._rows, self._place = vbox(gap=0), vbox(gap=0)
        acts = Flow(gap=S3)
        self.make = MainButton(list_words(ListKind.LADDER).make, icon="play")
        self.make.clicked.connect(lambda: self.go.emit(routes.run(GUIDED)))
        self.add = SecondButton(_("Write one by hand"), icon="plus")
        self.add.clicked.connect(self._open)
        acts.add(self.make)
        acts.add(self.add)
        column = vbox(self._lead, S1, self._safe, S4, self._rows, S4, self._place, acts, on=self, gap=0)
        put(column, stretch())

    def show_ladders(self, found: Sequence[FearLadder]) -> None:
        """A row for each ladder; with none, what a ladder is for."""
        words = list_words(ListKind.LADDER)
        self._lead.setText(words.lead if found else words.empty)
        self._safe.setText(self._context.library.exercise(GUIDED).cautions)
        clear(self._rows)
        for number, ladder in enumerate(found):
            if number:
                self._rows.addWidget(Divider())
            row = OpenRow(GUIDED, ladder_title(ladder), summary(ladder))
            chosen = ladder.next or ladder.rungs[0]
            row.clicked.connect(lambda uid=chosen.step.uid: self.go.emit(routes.ladder(uid)))
            self._rows.addWidget(row)
        answers = self._drafts.of(FORM, NEW)
        if self.form is None and answers:
            self._put()
            assert self.form is not None, "it was put there"
            self.form.restore(answers)

    def _open(self) -> None:
        if self.form is None:
            self._put()
        assert self.form is not None, "it was put there"
        self.form.begin()
        self.opened.emit(self.form)

    def _put(self) -> None:
        self.form = form = RungForm(_("A new ladder, with its first step"), NEW_LADDER, NEW, {})
        form.kept.connect(self._keep)
        form.cancelled.connect(self._close)
        form.form.changed.connect(
            lambda _key: self._drafts.note(FORM, NEW, form.form.answers() if form.filled else {})
        )
        put(self._place, form, S4)

    def _close(self) -> None:
        if self.form is not None:
            self.form = None
            clear(self._place)
            self._drafts.end(FORM, NEW)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, answers: Any) -> None:
        step = LadderStep(uid=new_uid(self._context.clock.now()), **answers)
        if self._climbing.add(step):
            self._close()
            self.go.emit(routes.ladder(step.uid))

    @property
    def unsaved(self) -> bool:
        """Whether a ladder is half written."""
        return self.form is not None and self.form.filled
