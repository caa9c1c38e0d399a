"""Making an exercise of one's own: what it is called, what it is for, its steps, and a way to try it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content import editing
from rewire_app.content.beginnings import Beginning
from rewire_app.content.custom_exercises import custom_faults
from rewire_app.content.faults import Fault
from rewire_app.content.half_written import missing
from rewire_app.domain.exercise.exercise import Exercise, Step
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.custom.exercise_draft import ExerciseDraft
from rewire_app.ui.custom.exercise_fields import AboutFields, AroundFields
from rewire_app.ui.custom.step_list import StepList
from rewire_app.ui.custom.step_words import fault_sentence
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, hung, nest, put, vbox
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Heading, Second, Small, Title
from rewire_app.ui.widgets.theme import S2, S3, S5, theme

CHECK_MS = 500
"""How long typing rests before what is wrong is looked for."""


class Editor(QWidget):
    """The exercise of `draft`, field by field. `go(Route)`; `save_wanted` and `removed`: its buttons."""

    go = Signal(object)
    save_wanted = Signal()
    removed = Signal()

    def __init__(self, context: Context, draft: ExerciseDraft) -> None:
        super().__init__()
        self._context, self.draft = context, draft
        self._asked = False
        draft.setParent(self)
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(CHECK_MS)
        self._check_timer.timeout.connect(self.check)
        self.about = AboutFields()
        self.steps = StepList()
        self.around = AroundFields(context.library)
        self._fault = Second("", ink="coralText")
        self._state = Small("")
        self._lay_out()
        self.about.changed.connect(self._take)
        self.around.changed.connect(self._take)
        self.steps.changed.connect(self._step_changed)
        self.steps.added.connect(self._add)
        self.steps.begun.connect(self._begin_with)
        self.steps.built.connect(self._order)
        self.steps.removed.connect(self._remove)
        self.steps.moved.connect(self._move)
        draft.kept.connect(self._say_state)
        draft.failed.connect(lambda: self._state.setText(_("Not kept yet. What you typed is here.")))
        self.show_exercise()

    def _lay_out(self) -> None:
        column = vbox(on=self, gap=theme.px(S3))
        back = BackLink(routes.CUSTOM)
        back.went.connect(self.go)
        nest(column, hung(back, start=CHEVRON))
        self._title = Title("")
        put(
            column,
            self._title,
            self._state,
            theme.px(S2),
            self.about,
            theme.px(S5),
            Heading(_("Steps")),
            Second(_("One after the other, one on a screen. Alt+Up and Alt+Down move a step.")),
            self.steps,
            self._fault,
            theme.px(S5),
            self.around,
            theme.px(S2),
        )
        acts = Flow(gap=S3)
        self.try_button = MainButton(_("Try it"), icon="play")
        self.try_button.clicked.connect(self.try_it)
        done = SecondButton(_("Done"), icon="check")
        done.clicked.connect(lambda: self.go.emit(routes.CUSTOM))  # what is typed is kept on the way out
        save = SecondButton(_("Save as file"), icon="download")
        save.clicked.connect(self.save_wanted)
        gone = QuietButton(_("Remove this exercise"), icon="trash")
        gone.clicked.connect(self.removed)
        for button in (self.try_button, done, save, gone):
            acts.add(button)
        column.addWidget(acts)
        self._ends = back, acts

    def _order(self) -> None:
        """Tab goes as it is read, also through steps that were made later than what stands below them."""
        back, acts = self._ends
        parts = [*stops_in(self.about), *self.steps.stops(), *stops_in(self.around), *stops_in(acts)]
        set_tab_order([back, *parts])

    # what is shown

    @property
    def exercise(self) -> Exercise:
        """The exercise as it stands in the fields."""
        return self.draft.exercise

    def show_exercise(self) -> None:
        """Show everything as the draft has it: at first, and after undo."""
        exercise = self.exercise
        self.about.show_values(exercise)
        self.around.show_values(exercise)
        opened = self.steps.opened
        self.steps.show_steps(exercise, opened if opened < len(exercise.steps) else -1)
        self._say_state()
        self.check()

    def _say_state(self) -> None:
        self._title.setText(self.exercise.title or _("A new exercise"))
        kept = self.draft.entry is not None and not self.draft.due
        self._state.setText(_("Kept on this computer.") if kept else _("Nothing is kept yet."))
        if self.draft.due:
            self._state.setText(_("Keeping soon."))

    def faults(self) -> list[Fault]:
        """What is missing or wrong; what is only missing is no fault until the person wants to try it."""
        gaps = missing(self.exercise)
        if gaps:
            return gaps
        library = self._context.library
        return custom_faults(self.exercise, library.link_ids(self.exercise.id), library.measure_ids())

    def check(self) -> list[QWidget]:
        """Look for faults and put each beside its field; returns the fields that have one, in order."""
        self._check_timer.stop()
        faults = self.faults()
        gaps = missing(self.exercise)
        said = faults if self._asked or not gaps else []
        found = [*self.about.show_faults(said), *self.steps.show_faults(said), *self.around.show_faults(said)]
        whole = [fault_sentence(one) for one in said if one.field == "steps"]
        self._fault.setText(" ".join(whole))
        self._fault.setVisible(bool(whole))
        return found

    # what the person does

    def _take(self) -> None:
        exercise = self.around.apply(self.about.apply(self.exercise))
        if exercise != self.exercise:
            self._put(exercise)

    def _put(self, exercise: Exercise) -> None:
        self.draft.put(exercise)
        self._say_state()
        self._check_timer.start()

    def _step_changed(self, number: str, step: object) -> None:
        assert isinstance(step, Step), "a form gives back its step"
        self._put(editing.put(self.exercise, number, step))
        self.steps.follow(self.exercise)

    def _add(self, kind: str) -> None:
        exercise = editing.added(self.exercise, kind)
        self._put(exercise)
        self.steps.show_steps(exercise, len(exercise.steps) - 1, focus="form")
        self.check()

    def _begin_with(self, beginning: Beginning) -> None:
        """Take over a few steps at once; the first is open, so that its words can be changed."""
        exercise = replace(self.exercise, steps=beginning.steps())
        self._in_one(_("first steps put in"), exercise)
        self.steps.show_steps(exercise, 0, focus="form")
        self.check()

    def _remove(self, index: int) -> None:
        self._in_one(_("Step {n} removed").format(n=index + 1), editing.removed(self.exercise, index))
        left = len(self.exercise.steps)
        self.steps.show_steps(self.exercise)
        if left:
            self.steps.cards[min(index, left - 1)].head.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.steps.setFocus(Qt.FocusReason.TabFocusReason)
        self.check()

    def _move(self, index: int, by: int) -> None:
        exercise = editing.moved(self.exercise, index, by)
        if exercise is self.exercise:
            return
        self._put(exercise)
        was_open = self.steps.opened == index
        self.steps.show_steps(exercise, index + by if was_open else -1)
        card = self.steps.cards[index + by]
        card.head.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, _("Step {n} of {of}").format(n=index + by + 1, of=len(exercise.steps)))
        self.check()

    def _in_one(self, label: str, exercise: Exercise) -> None:
        """A change with an undo of its own: what was typed before it is written down first."""
        if self.draft.keep():
            self.draft.put(exercise)
            self.draft.keep(label)
        else:
            self.draft.put(exercise)
        self._say_state()

    def try_it(self) -> None:
        """Run it in the player; what is missing is said first, and the first of it gets the focus."""
        self._asked = True
        wrong = self.check()
        if self.faults():
            count = len(self.faults())
            words = ngettext("{n} thing is to be mended first.", "{n} things are to be mended first.", count)
            self._state.setText(words.format(n=count))
            announce(self, self._state.text())
            if wrong:
                self._to(wrong[0])
            return
        if self.draft.keep():
            self.draft.settle()
            self.go.emit(routes.run(self.exercise.id))

    def _to(self, field: QWidget) -> None:
        for index, card in enumerate(self.steps.cards):
            if field is card.head:
                self.steps.open_step(index)
                found = self.check()
                inside = [one for one in found if self.steps.cards[index].isAncestorOf(one)]
                field = inside[0] if inside else self.steps.cards[index].head
                break
        field.setFocus(Qt.FocusReason.TabFocusReason)
