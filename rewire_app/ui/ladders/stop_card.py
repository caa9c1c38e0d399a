"""A step was stopped, which is fine: what was part of it can be said, and leads to what is right then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.exposure import StopReason, stop_question, stop_reasons
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.people import PeopleCard
from rewire_app.ui.ladders.card_head import PADDING, card_head
from rewire_app.ui.ladders.step_card import SETTLE_MINUTES, SETTLES
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChoiceList, only
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Body, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4


class StopCard(Card):
    """`done()`: back to the ladder. `go(Route)`: to help or to settling. The answer is not written down."""

    done = Signal()
    go = Signal(object)

    def __init__(self, context: Context, step: str, exercise: Exercise) -> None:
        super().__init__(padding=PADDING, name=_("Stopped: {step}").format(step=step))
        self._context = context
        self._reasons = {one.option: one for one in stop_reasons(exercise)}
        put(self.body, card_head(_("It counts as a try"), "", step), S3)
        words = stop_question(exercise)
        self.choice = ChoiceList([(one, one) for one in self._reasons], name=words)
        self.choice.changed.connect(self._chosen)
        self._said = vbox(gap=0)
        put(self.body, Strong(words), S3, self.choice, S3, self._said)
        lead = _("A gentler way:")
        if exercise.gentler:
            put(self.body, Second(f"{lead} {exercise.gentler}", lead=lead), S3)
        acts = Flow(gap=S3)
        self.settle = SecondButton(_("Settle first, 2 minutes"), icon="play")
        self.settle.clicked.connect(lambda: self.go.emit(routes.run(SETTLES, minutes=SETTLE_MINUTES)))
        help_now = SecondButton(_("Help now"), icon="help")
        help_now.clicked.connect(lambda: self.go.emit(routes.HELP))
        back = QuietButton(_("Back to the ladder"))
        back.clicked.connect(self.done)
        for button in (self.settle, help_now, back):
            acts.add(button)
        self.body.addWidget(acts)

    def _chosen(self, _value: object) -> None:
        reason = self._reasons.get(only(self.choice))
        clear(self._said)
        if reason is not None and reason.text:
            self._say(reason)

    def _say(self, reason: StopReason) -> None:
        put(self._said, Body(reason.text), S2)
        if reason.hint:
            put(self._said, Second(reason.hint), S2)
        if reason.person_first:
            people = PeopleCard(self._context, few=True, by_someone=reason.by_someone)
            put(self._said, people, S2)
        put(self._said, S4)
        announce(self, reason.text)

    def begin(self) -> None:
        """Put the keyboard on the reasons."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
