"""The path: steps to read, do and write, in any order. Each unfolds, and its answer is typed right there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.library.learning_path import LearningPath, PathStep, StepState, where_to_go_on
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.library.article_list import exercise_minutes, reading_minutes
from rewire_app.ui.library.replies import SavedText
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Strong, Text
from rewire_app.ui.widgets.theme import RADIUS_CARD, S1, S2, S3, S4, S5, S6, theme

NUMBER = 34
"""Px of the design for the number of a step."""


class PathStepHead(PressRow):
    """The line of a step that is always seen: number, title, what was done. Enter unfolds the step."""

    def __init__(self, number: int, step: PathStep) -> None:
        super().__init__()
        self._title = step.title
        self._open = False
        self._number = Text(str(number), role="heading", ink="primaryText", wrap=False)
        self._done = Small("", ink="ink3")
        self._chevron = Glyph("chevron-down", 24, role="ink2", folder="icons")
        self._across = across = QHBoxLayout(self)
        across.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        text = vbox(Heading(step.title), self._done, gap=0)
        put(across, wide(text, 1), wide(self._chevron, 0, Qt.AlignmentFlag.AlignTop))
        self.setAccessibleName(_("Step {n}: {title}").format(n=number, title=step.title))
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._number.setFixedWidth(theme.px(NUMBER))
        self._across.setContentsMargins(theme.px(23), theme.px(17), theme.px(19), theme.px(17))
        self._across.setSpacing(0)
        super().restyle()

    def show_state(self, state: StepState, *, is_open: bool) -> None:
        """Say what was done of the step, and whether it is unfolded."""
        parts = [
            _("read") if state.read else "",
            _("practised") if state.practised else "",
            _("answered") if state.reply else "",
        ]
        done = ", ".join(part for part in parts if part)
        self._done.setText(done[:1].upper() + done[1:])
        self._done.setVisible(bool(done))
        self._chevron.set_name("chevron-up" if is_open else "chevron-down")
        unfolded = _("unfolded") if is_open else _("folded")
        self.setAccessibleDescription(", ".join(part for part in (done, unfolded) if part))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CARD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the border of the card around it in the colour of what can be clicked, under the mouse."""
        if self.underMouse():
            painter = self.painter()
            box(painter, self.rect(), theme.px(RADIUS_CARD), None, theme.color("edge"))
            painter.end()


class PathPart(QWidget):
    """One thing to do in a step: what it is, where it stands, and a button."""

    clicked = Signal()

    def __init__(self, name: str, title: str, button: str) -> None:
        super().__init__()
        self._state = Small("", ink="ink2")
        do = SecondButton(button)
        do.setAccessibleName(_("{button}: {title}").format(button=button, title=title))
        do.clicked.connect(self.clicked)
        text = vbox(Small(name, ink="ink3"), Strong(title), self._state, gap=0)
        hbox(
            wide(text, 1), wide(do, 0, Qt.AlignmentFlag.AlignVCenter), on=self, gap=S4, margins=(0, S3, 0, S3)
        )

        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self.setMaximumWidth(theme.px(NEAR))

    def say(self, state: str) -> None:
        """Say where it stands."""
        self._state.setText(state)


class StepBody(QWidget):
    """What a step holds when it is unfolded. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context, state: StepState) -> None:
        super().__init__()
        self._context = context
        step, library = state.step, context.library
        article, exercise = library.article(step.article), library.exercise(step.exercise)
        self._about = reading_minutes(article), exercise_minutes(exercise)
        self._read = PathPart(_("To read"), article.title, _("Read"))
        self._do = PathPart(_("To do"), exercise.title, _("Begin"))
        self._read.clicked.connect(lambda: self.go.emit(routes.library(step.article)))
        self._do.clicked.connect(lambda: self.go.emit(routes.run(step.exercise)))
        self.answer = SavedText(
            context, step.article, step.reply_name, step.question, state.reply, named=True
        )
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        put(column, Body(step.intro), S2)
        for part in (self._read, self._do):
            put(column, part, Divider())
        put(column, S4, Small(_("To write, in your own words"), ink="ink3"), S1, self.answer)
        self.restyle()
        self.show_state(state)

    def restyle(self) -> None:
        """Take over new sizes."""
        side = theme.px(23)
        self._column.setContentsMargins(side + theme.px(NUMBER), 0, side, side)

    def show_state(self, state: StepState) -> None:
        """Say where each part stands; what is being typed stays."""
        reading, doing = self._about
        year = self._context.today.year
        if state.read is not None:
            reading = _("Read on {day}").format(day=day_words(state.read, year=state.read.year != year))
        if state.practised is not None:
            day = day_words(state.practised, year=state.practised.year != year)
            said = _("Practised since, on {day}") if state.since_reading else _("Practised on {day}")
            doing = said.format(day=day)
        self._read.say(reading)
        self._do.say(doing)
        self.answer.take(state.reply)


class PathStepCard(Card):
    """One step of the path: its head, and under it, when it is unfolded, its three parts. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context, number: int, state: StepState) -> None:
        super().__init__(padding=(0, 0))
        self._context = context
        self._state = state
        self.body_of: StepBody | None = None
        self.head = PathStepHead(number, state.step)
        self.head.clicked.connect(self.toggle)
        self.body.addWidget(self.head)
        self.head.show_state(state, is_open=False)

    def _pad(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)

    @property
    def is_open(self) -> bool:
        """Whether the step is unfolded."""
        return self.body_of is not None and not self.body_of.isHidden()

    def toggle(self) -> None:
        """Unfold the step, or fold it; its parts are made when they are first seen."""
        if self.body_of is None:
            self.body_of = StepBody(self._context, self._state)
            self.body_of.go.connect(self.go)
            self.body.addWidget(self.body_of)
            self.body_of.show()  # at once: its head says whether it is
            tab_after(self.head, self.body_of)
        else:
            self.flush()
            self.body_of.setVisible(self.body_of.isHidden())
        self.head.show_state(self._state, is_open=self.is_open)

    def show_state(self, state: StepState) -> None:
        """Say where the step stands."""
        self._state = state
        self.head.show_state(state, is_open=self.is_open)
        if self.body_of is not None:
            self.body_of.show_state(state)

    def flush(self) -> None:
        """Save what was typed."""
        if self.body_of is not None:
            self.body_of.answer.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.body_of is not None and self.body_of.answer.unsaved


class PathView(QWidget):
    """All steps; the first one with something open is unfolded at first, of `first` rather than others.

    `first` are articles. `go(Route)`.
    """

    go = Signal(object)

    def __init__(
        self, context: Context, path: LearningPath, states: Sequence[StepState], first: Collection[str] = ()
    ) -> None:
        super().__init__()
        self.cards: dict[str, PathStepCard] = {}
        column = vbox(Second(path.intro), S5 - S3, on=self, gap=S3)
        for number, state in enumerate(states, start=1):
            card = PathStepCard(context, number, state)
            card.go.connect(self.go)
            self.cards[state.step.id] = card
            if state.step.part:
                put(column, S4 if number > 1 else 0, Heading(state.step.part))
            column.addWidget(card)
        put(column, S6, stretch())
        here = where_to_go_on(states, first)
        if here is not None:
            self.cards[here.id].toggle()

    def show_states(self, states: Sequence[StepState]) -> None:
        """Say where each step stands; what is unfolded stays so."""
        for state in states:
            self.cards[state.step.id].show_state(state)

    def flush(self) -> None:
        """Save what was typed."""
        for card in self.cards.values():
            card.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return any(card.unsaved for card in self.cards.values())
