"""The steps of an own exercise in their order: one is open at a time, each can be moved and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.content.beginnings import beginnings
from rewire_app.content.editing import when_words
from rewire_app.content.faults import Fault
from rewire_app.content.steps import ADDED
from rewire_app.domain.exercise.exercise import Exercise, Step
from rewire_app.i18n import _
from rewire_app.ui.custom.step_form import StepForm
from rewire_app.ui.custom.step_words import heading, kind_words
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, hung, nest, put, vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.tab_order import stops_in
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, theme


class StepHead(QuietButton):
    """The heading of a step; Alt with an arrow is for the step, not for the button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class StepCard(Card):
    """One step: its heading opens and closes it. Alt+Up and Alt+Down move it.

    `turned`: open or close it. `moved(by)`: it is to go up (-1) or down (1). `removed`: it is to go.
    """

    turned = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, exercise: Exercise, index: int, form: StepForm | None) -> None:
        super().__init__(padding=(15, 8))
        step = exercise.steps[index]
        self.form = form
        self._number = index + 1
        self.head = StepHead("", icon="chevron-up" if form else "chevron-down")
        self.head.clicked.connect(self.turned)
        self.name(step)
        nest(self.body, hung(self.head, start=CHEVRON))
        if form is None:
            self._note = Second("", ink="coralText")
            self._note.hide()
            if step.when:
                reason = _(" and ").join(when_words(exercise, one) for one in step.when)
                self.body.addWidget(Second(_("Shown only when {reason}.").format(reason=reason)))
            self.body.addWidget(self._note)
            return
        put(self.body, theme.px(S2), form, theme.px(S2), hung(self._acts(len(exercise.steps)), start=QUIET))

    def _acts(self, count: int) -> Flow:
        acts = Flow(gap=0)
        self.up = QuietButton(_("Move up"), icon="chevron-up")
        self.down = QuietButton(_("Move down"), icon="chevron-down")
        gone = QuietButton(_("Remove this step"), icon="trash")
        self.up.setEnabled(self._number > 1)
        self.down.setEnabled(self._number < count)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        gone.clicked.connect(self.removed)
        for button in (self.up, self.down, gone):
            acts.add(button)
        return acts

    def name(self, step: Step) -> None:
        """Show in the heading what the step is now."""
        self.head.setText(f"{self._number}  {heading(step)}")
        self.head.setAccessibleDescription(_("open") if self.form else _("closed"))
        self.setAccessibleName(_("Step {n}").format(n=self._number))

    def show_faults(self, faults: Sequence[Fault]) -> list[QWidget]:
        """Show what is wrong beside its field, or under the heading of a closed step."""
        if self.form is not None:
            return self.form.show_faults(faults)
        wrong = any(_head(fault) == self._number for fault in faults)
        self._note.setText(_("This step needs a change.") if wrong else "")
        self._note.setVisible(wrong)
        return [self.head] if wrong else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the step."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
            return
        super().keyPressEvent(event)


def _head(fault: Fault) -> int:
    """The number of the step of a fault, 0 when it is of none."""
    words = fault.field.replace(".", " ").split()
    return int(words[1]) if len(words) > 1 and words[0] == "steps" and words[1].isdigit() else 0


class StepList(QWidget):
    """All steps and the ways to add one.

    `changed(number, step)`: a field of a step is other. `added(kind)`, `removed(index)`, `moved(index, by)`.
    `begun(Beginning)`: the first steps are wanted all at once. `built()`: other cards are there.
    """

    changed = Signal(str, object)
    added = Signal(str)
    removed = Signal(int)
    moved = Signal(int, int)
    begun = Signal(object)
    built = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercise: Exercise | None = None
        self._open = -1
        self.cards: list[StepCard] = []
        column = vbox(on=self, gap=theme.px(S3))
        self._holder = vbox(gap=theme.px(S2))
        nest(column, self._holder)
        self._none = self._beginnings()
        put(column, self._none, Second(_("Add a step")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(S3))
        grid.setVerticalSpacing(theme.px(S2))
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(ADDED):
            button = SecondButton(kind.title(), icon="plus")
            button.setAccessibleName(_("Add a step: {kind}").format(kind=kind.title()))
            button.setAccessibleDescription(kind_words(kind.name))
            button.clicked.connect(lambda _on=False, name=kind.name: self.added.emit(name))
            grid.addWidget(button, row, 0)
            grid.addWidget(Second(kind_words(kind.name)), row, 1, Qt.AlignmentFlag.AlignVCenter)
        nest(column, grid)

    def _beginnings(self) -> QWidget:
        """What can be begun with, while there is no step."""
        offered = QWidget()
        down = vbox(on=offered, gap=theme.px(S2), margins=(0, 0, 0, theme.px(S3)))
        down.addWidget(
            Second(_("No step yet. Begin with one of these and change its words, or add steps below."))
        )
        for one in beginnings():
            row = OpenRow("own", one.title, one.about)
            row.clicked.connect(lambda chosen=one: self.begun.emit(chosen))
            down.addWidget(row)
        return offered

    def show_steps(self, exercise: Exercise, opened: int = -1, *, focus: str = "") -> None:
        """Show the steps of `exercise`, the one at `opened` open; `focus` is "form", "head" or nothing."""
        self._exercise, self._open = exercise, opened
        old, self.cards = self.cards, []
        for index, step in enumerate(exercise.steps):
            form = StepForm(exercise, str(index + 1), step) if index == opened else None
            if form is not None:
                form.changed.connect(self.changed)
            card = StepCard(exercise, index, form)
            card.turned.connect(lambda index=index: self._turn(index))
            card.moved.connect(lambda by, index=index: self.moved.emit(index, by))
            card.removed.connect(lambda index=index: self.removed.emit(index))
            self._holder.addWidget(card)
            self.cards.append(card)
        self._none.setVisible(not exercise.steps)
        if 0 <= opened < len(self.cards) and focus:
            card = self.cards[opened]
            to = card.form.first() if focus == "form" and card.form else card.head
            to.setFocus(Qt.FocusReason.TabFocusReason)
        for card in old:
            self._holder.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.built.emit()

    def follow(self, exercise: Exercise) -> None:
        """Take over `exercise`, whose steps are as many and of the same kinds as those shown."""
        self._exercise = exercise
        for card, step in zip(self.cards, exercise.steps, strict=True):
            card.name(step)
            if card.form is not None:
                card.form.follow(step)

    def open_step(self, index: int) -> None:
        """Open the step at `index`."""
        if self._exercise is not None and index != self._open:
            self.show_steps(self._exercise, index)

    def _turn(self, index: int) -> None:
        assert self._exercise is not None, "a step that is shown belongs to an exercise"
        self.show_steps(self._exercise, -1 if index == self._open else index)
        self.cards[index].head.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def opened(self) -> int:
        """Which step is open, from 0; -1 for none."""
        return self._open

    def show_faults(self, faults: Sequence[Fault]) -> list[QWidget]:
        """Show every fault at its step; returns the fields and headings that have one."""
        return [field for card in self.cards for field in card.show_faults(faults)]

    def stops(self) -> list[QWidget]:
        """What Tab goes through here: the cards as they stand, then what adds one."""
        cards = [stop for card in self.cards for stop in stops_in(card)]
        known = set(map(id, cards))
        rest = [stop for stop in stops_in(self) if id(stop) not in known and not _leaving(self.cards, stop)]
        return [*cards, *rest]


def _leaving(cards: Sequence[StepCard], stop: QWidget) -> bool:
    """Whether `stop` is in a card that is on its way out."""
    walk: QWidget | None = stop
    while walk is not None and not isinstance(walk, StepCard):
        walk = walk.parentWidget()
    return isinstance(walk, StepCard) and not any(walk is card for card in cards)
