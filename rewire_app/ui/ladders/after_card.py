"""After a step: whether it came, what could be seen, how likely it is now, and what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.lists.expected import ExpectationOutcome
from rewire_app.domain.lists.ladder_words import aftermath_words, before_words, outcome_name
from rewire_app.domain.lists.ladders import Aftermath, TriedStep, aftermath
from rewire_app.i18n import _
from rewire_app.ui.ladders.card_head import PADDING, card_head
from rewire_app.ui.ladders.other_chips import chip_questions, follow_other, told
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Body, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4

NOTED = ("came", "later", "surprise", "found", "place", "company", "learned")
"""What may have been noted of a try before it is looked back on."""


class AfterCard(FormCard):
    """`kept(answers)`: what came, by the names of an expectation's fields. `stopped()`: I need to stop.

    `settled()`: after very strong fear, settling comes first. `help()`: Help now. `away()`: nobody went.
    """

    stopped = Signal()
    settled = Signal()
    help = Signal()
    away = Signal()

    def __init__(self, rung: TriedStep, safe: Sequence[str]) -> None:
        tried = rung.under_way
        assert tried is not None, "a try is under way"
        super().__init__(_questions(tried.chance, safe), padding=PADDING)
        self.step, self._expected = rung.step.uid, rung.step.distress
        self.setAccessibleName(_("Afterwards: {step}").format(step=rung.step.step))
        field, top = self.form.field, Qt.AlignmentFlag.AlignTop
        put(self.body, card_head(_("Step under way"), _("Afterwards"), rung.step.step), S2)
        before = Sunken(padding=12)
        lead = _("Before:")
        put(before.body, Second(f"{lead} {before_words(tried)}", lead=lead))
        stay = _stay_words(tried.stay, tried.stay_min)
        if stay:
            put(before.body, S1, Second(stay))
        put(self.body, before, S3, field("outcome"), S3, field("came"), S3, field("later"), S3)
        put(self.body, hbox(wide(field("surprise"), 1, top), wide(field("found"), 1, top), gap=S4), S2)
        self._strong = Body("")
        put(self.body, self._strong, S2, field("safe"), S2, field("safe_other"), S3)
        put(self.body, hbox(wide(field("place"), 1, top), wide(field("company"), 1, top), gap=S3), S3)
        put(self.body, field("learned"), S4, self._acts())
        put(self.body, S2, Small(_("Fear need not fall for a try to count.")))
        self.form.show_values({name: getattr(tried, name) for name in NOTED})
        self._follow()
        self.form.changed.connect(lambda _key: self._follow())

    def _acts(self) -> Flow:
        acts = Flow(gap=S3)
        self.main = MainButton(_("Keep what I learned"), icon="check")
        self.main.clicked.connect(self.keep)
        self.help_now = SecondButton(_("Help now"), icon="help")
        self.help_now.clicked.connect(self.help)
        stop = QuietButton(_("I need to stop"), icon="stop")
        stop.clicked.connect(self.stopped)
        not_gone = QuietButton(_("I did not go"))
        not_gone.clicked.connect(self.away)
        for button in (self.main, self.help_now, stop, not_gone):
            acts.add(button)
        return acts

    @property
    def too_strong(self) -> bool:
        """Whether fear was so strong that settling comes first."""
        return self._after is not Aftermath.NONE

    def _follow(self) -> None:
        """After very strong fear the main button leads to settling, and people stand beside it."""
        follow_other(self.form, "safe")
        self._after = aftermath(self.form.answer("found"), self._expected)
        words = _("Settle first, 2 minutes") if self.too_strong else _("Keep what I learned")
        if self.main.label != words:
            self.main.setText(words)
        self.help_now.setVisible(self.too_strong)
        self._strong.setText(aftermath_words(self._after))
        self._strong.setVisible(self.too_strong)

    def keep(self) -> None:
        """Keep what was learned; after very strong fear settle first, whatever is still open."""
        if self.too_strong and self.form.answer("outcome") is None:
            self.settled.emit()
        else:
            super().keep()

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was given and not kept."""
        self.form.restore({key: value for key, value in answers.items() if key in self.form.questions})
        self._follow()

    def told(self) -> dict[str, Any]:
        """What was given so far, as the fields of an expectation."""
        answers = self.form.answers()
        safe = told(answers, "safe")
        return {**answers, "safe": safe}

    def made(self) -> dict[str, Any] | None:
        """As `told`; None when it was not said whether it came."""
        return self.told() if self.form.check() else None

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self.form.begin("outcome")


def _stay_words(stay: str, minutes: int | None) -> str:
    """How long one stays: until something was seen, and not longer than so many minutes."""
    if minutes is None:
        return _("You stay until: {until}").format(until=stay) if stay else ""
    if not stay:
        return _("You stay {n} min at most.").format(n=minutes)
    return _("You stay {n} min at most, until: {until}").format(n=minutes, until=stay)


def _questions(chance: int | None, safe: Sequence[str]) -> list[Question]:
    return [
        Question(
            key="outcome",
            label=_("Did it come?"),
            kind=AnswerKind.ONE,
            options=[(one, outcome_name(one)) for one in ExpectationOutcome],
            needed=_("Choose one of these; the rest can stay open."),
        ),
        Question(
            key="came", label=_("What would a camera have seen?"), kind=AnswerKind.TEXT, voice=True, rows=1
        ),
        Question(
            key="later",
            label=_("How likely would you call it now"),
            kind=AnswerKind.SLIDE,
            most=100,
            before=chance,
        ),
        Question(key="surprise", label=_("Surprised"), kind=AnswerKind.SLIDE, most=10),
        Question(key="found", label=_("Strongest fear"), kind=AnswerKind.SLIDE, most=10),
        *chip_questions("safe", _("What I did to feel safe"), safe),
        Question(key="place", label=_("Where")),
        Question(key="company", label=_("With whom, or alone")),
        Question(key="learned", label=_("What I learned"), kind=AnswerKind.TEXT, voice=True, rows=1),
    ]
