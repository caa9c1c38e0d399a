"""What is asked before a step: one question after the other; any answer but the safe one ends it kindly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.exposure import ExposureGate, gates
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.ladders.card_head import PADDING, card_head
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChoiceList, only
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton

WITH_SOMEONE = "L10"
"""The article that says what is done with a professional, trauma memories and EMDR among it, and how."""


class GateCard(Card):
    """`passed()`: every answer was the safe one. `left()`: not today. `go(Route)`: to help.

    No answer is written down.
    """

    passed = Signal()
    left = Signal()
    go = Signal(object)

    def __init__(self, step: str, exercise: Exercise, reading: str) -> None:
        """`reading`: what the article about trauma memories and EMDR is called."""
        super().__init__(padding=PADDING, name=_("Before a step: {step}").format(step=step))
        self._gates: Sequence[ExposureGate] = gates(exercise)
        self._number, self._reading = 0, reading
        self.refused = False
        put(self.body, card_head(_("Before you go"), "", step), S2)
        for lead, text in (
            ("", exercise.cautions),
            (_("When to stop:"), exercise.stop_if),
            (_("A gentler way:"), exercise.gentler),
        ):
            if text:
                put(self.body, Second(f"{lead} {text}".strip(), lead=lead), S2)
        self._down = vbox(gap=0)
        put(self.body, S2, self._down)
        self._ask()

    @property
    def gate(self) -> ExposureGate:
        """The question that is asked now."""
        return self._gates[self._number]

    def _ask(self) -> None:
        clear(self._down)
        gate = self.gate
        self.choice = ChoiceList([(option, option) for option in gate.options], name=gate.text)
        self._on = MainButton(_("Continue"))
        self._on.setEnabled(False)
        self.choice.changed.connect(lambda _value: self._on.setEnabled(True))
        self._on.clicked.connect(self._answered)
        place = _("Question {n} of {count}").format(n=self._number + 1, count=len(self._gates))
        put(self._down, Second(place), S2, Strong(gate.text), S2, Second(gate.hint), S3, self.choice, S4)
        self._put_acts(self._on)

    def _put_acts(self, first: MainButton) -> None:
        acts = Flow(gap=S3)
        acts.add(first)
        back = QuietButton(_("Not today"))
        back.clicked.connect(self.left)
        acts.add(back)
        self._down.addWidget(acts)

    def _answered(self) -> None:
        if only(self.choice) != self.gate.safe:
            self._refuse()
        elif self._number + 1 < len(self._gates):
            self._number += 1
            self._ask()
            self.begin()
        else:
            self.passed.emit()

    def _refuse(self) -> None:
        """Say why not today, with the way to people; nothing of it is kept."""
        words = self.gate.refusal
        self.refused = True
        clear(self._down)
        self._on = MainButton(_("Help now"), icon="help")
        self._on.clicked.connect(lambda: self.go.emit(routes.HELP))
        link = LinkButton(_("Read: {title}").format(title=self._reading))
        link.clicked.connect(lambda: self.go.emit(routes.library(WITH_SOMEONE)))
        put(self._down, Body(words), S3, wide(link, 0, Qt.AlignmentFlag.AlignLeading), S4)
        self._put_acts(self._on)
        announce(self, words)
        self.begin()

    def begin(self) -> None:
        """Put the keyboard on the answers, or on the way to people."""
        (self._on if self.refused else self.choice).setFocus(Qt.FocusReason.OtherFocusReason)
