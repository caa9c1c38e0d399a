"""Edit steps: a ladder's steps in order, each changed, moved or taken out, and new ones added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import LadderStep
from rewire_app.domain.lists.ladders import FearLadder
from rewire_app.domain.lists.reading import moved
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.ladders.climbing import Climbing
from rewire_app.ui.ladders.drafting import LadderDrafts
from rewire_app.ui.ladders.step_form import CHANGED_STEP, NAME, NEW_STEP, TAKEN, YES, RungForm, known_of
from rewire_app.ui.ladders.step_rows import StepRow
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

FORM = "step"
"""The name of its form in drafts."""
NEW, RENAMED = "new", "name"


class StepEditor(Card):
    """`done()`: back to the ladder. `order(uids)`: all steps of this ladder, moved."""

    done = Signal()
    order = Signal(object)

    def __init__(self, context: Context, climbing: Climbing, drafts: LadderDrafts) -> None:
        super().__init__(padding=(22, 18), name=_("Edit steps"))
        self._context, self._climbing, self._drafts = context, climbing, drafts
        self._ladder: FearLadder | None = None
        self.form: RungForm | None = None
        self.rows: list[StepRow] = []
        self._body = vbox(gap=0)
        self._place = vbox(gap=0)
        acts = Flow(gap=S3)
        self._done = MainButton(_("Done"), icon="check")
        self._done.clicked.connect(self.done)
        self.add = QuietButton(_("Add a step"), icon="plus")
        self.add.clicked.connect(lambda: self._open(_("A new step"), NEW_STEP, NEW, {}))
        name = QuietButton(_("Rename"), icon="pencil")
        name.clicked.connect(self._rename)
        for button in (self._done, self.add, name):
            acts.add(button)
        put(self.body, Second(_("The hardest at the top. Two points of fear from step to step are enough.")))
        put(self.body, S3, self._body, S3, self._place, S2, acts)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes: a step stands near what can be done with it."""
        super().restyle()
        self.setMaximumWidth(theme.px(NEAR))

    # showing

    def show_ladder(self, ladder: FearLadder) -> None:
        """Show its steps; a form that is open stays, and one that was half written comes back."""
        self._ladder = ladder
        held = next((row.step.uid for row in self.rows if row.handle.hasFocus()), "")
        clear(self._body)
        self.rows = []
        for place, rung in enumerate(ladder.rungs):
            if place:
                self._body.addWidget(Divider())
            self._body.addWidget(self._row(StepRow(rung, place, len(ladder.rungs)), rung.step, place))
        if self.form is None:
            self._bring_back()
        for row in self.rows:
            if row.step.uid == held:
                row.handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: StepRow, step: LadderStep, place: int) -> StepRow:
        words = _("Change this step")
        row.edit.connect(lambda: self._open(words, CHANGED_STEP, step.uid, known_of(step)))
        row.removed.connect(lambda: self._climbing.remove(step))
        row.handle.moved.connect(lambda by: self._move(place, place + by))
        row.handle.dropped.connect(lambda y: self._move(place, self._place_at(y, place)))
        self.rows.append(row)
        return row

    def _bring_back(self) -> None:
        """The form of this ladder as an earlier window left it."""
        assert self._ladder is not None, "a ladder is shown"
        for rung in self._ladder.rungs:
            answers = self._drafts.of(FORM, rung.step.uid)
            if answers:
                self._put(_("Change this step"), CHANGED_STEP, rung.step.uid, known_of(rung.step), answers)
                return
        for key, title, keys in ((NEW, _("A new step"), NEW_STEP), (RENAMED, _("Rename"), NAME)):
            answers = self._drafts.of(FORM, self._key(key))
            if answers:
                self._put(title, keys, key, {}, answers)
                return

    def _key(self, key: str) -> str:
        """What a draft is held under: a new step and a name belong to their ladder."""
        assert self._ladder is not None, "a ladder is shown"
        return f"{key} {self._ladder.fear}" if key in (NEW, RENAMED) else key

    # order

    def _place_at(self, y: float, place: int) -> int:
        """Where the step from `place` comes to stand when its handle is let go at `y`, px of the screen."""
        middles = [row.mapToGlobal(QPoint(0, row.height() // 2)).y() for row in self.rows]
        above = sum(y > middle for middle in middles)
        return above - (above > place)

    def _move(self, place: int, to: int) -> None:
        if self._ladder is None:
            return
        uids = [rung.step.uid for rung in self._ladder.rungs]
        to = max(0, min(len(uids) - 1, to))
        if to != place:
            self.order.emit(moved(uids, uids[place], to - place))
            announce(self, _("Moved to {n} of {count}").format(n=to + 1, count=len(uids)))

    # writing

    def _rename(self) -> None:
        fear = self._ladder.fear if self._ladder is not None else ""
        self._open(_("Rename"), NAME, RENAMED, {"fear": fear})

    def _open(self, title: str, keys: tuple[str, ...], key: str, known: Mapping[str, Any]) -> None:
        if self.form is not None and self.form.filled:
            self._context.hub.failed.emit(_("There is a step here that is not kept yet. Keep it, or cancel."))
            self.form.begin()
            return
        self._close()
        self._put(title, keys, key, known, {})
        assert self.form is not None, "it was put there"
        self.form.begin()

    def _put(
        self,
        title: str,
        keys: tuple[str, ...],
        key: str,
        known: Mapping[str, Any],
        answers: Mapping[str, Any],
    ) -> None:
        self.form = form = RungForm(title, keys, key, known)
        form.restore(answers)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._close)
        form.form.changed.connect(
            lambda _key: self._drafts.note(FORM, self._key(key), form.form.answers() if form.filled else {})
        )
        put(self._place, form, S4)

    def _close(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            self._drafts.end(FORM, self._key(form.key))
            clear(self._place)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, answers: Any) -> None:
        form, ladder = self.form, self._ladder
        if form is not None and ladder is not None and self._write(form.key, ladder, answers):
            self._close()

    def _write(self, key: str, ladder: FearLadder, answers: dict[str, Any]) -> bool:
        if key == RENAMED:
            return self._climbing.rename(ladder, answers["fear"])
        if key == NEW:
            uid = new_uid(self._context.clock.now())
            return self._climbing.add(LadderStep(uid=uid, fear=ladder.fear, **answers))
        rung = ladder.rung(key)
        if rung is None:
            return True  # it was taken out meanwhile
        taken = answers.pop(TAKEN) == YES
        day = (rung.step.done_day or self._context.today) if taken else None
        return self._climbing.change(replace(rung.step, done_day=day, **answers))

    def begin(self) -> None:
        """Put the keyboard into what is half written, or on the first step."""
        if self.form is not None:
            self.form.begin()
        elif self.rows:
            self.rows[0].handle.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.form is not None and self.form.filled
