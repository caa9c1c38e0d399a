"""Before a step: what is expected, how likely and how bad, how one will know, and how long one stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from rewire_app.domain.lists.ladders import TriedStep
from rewire_app.i18n import _
from rewire_app.ui.ladders.card_head import PADDING, card_head
from rewire_app.ui.ladders.other_chips import chip_questions, follow_other, told
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S3, S4

MINUTES = (20, 10, 30)
"""How long one stays at most; the first is preset."""


class BeforeCard(FormCard):
    """`kept(answers)`: the expectation, by the names of its fields; `cancelled()`: not today."""

    def __init__(self, rung: TriedStep, habits: Sequence[str]) -> None:
        super().__init__(_questions(habits), padding=PADDING)
        self.step = rung.step.uid
        self.setAccessibleName(_("Before you go: {step}").format(step=rung.step.step))
        field, top = self.form.field, Qt.AlignmentFlag.AlignTop
        put(self.body, card_head(_("Your guess"), _("Before you go"), rung.step.step), S3)
        put(self.body, field("predict"), S3, field("chance"), S3, field("guess"), S3)
        put(self.body, hbox(wide(field("know"), 1, top), wide(field("stay"), 1, top), gap=S3), S3)
        put(self.body, field("stay_min"), S3, field("left_out"), S2, field("left_out_other"), S4)
        acts = Flow(gap=S3)
        self.main = MainButton(_("Keep this and go"), icon="check")
        self.main.clicked.connect(self.keep)
        later = QuietButton(_("Not today"))
        later.clicked.connect(self.cancelled)
        acts.add(self.main)
        acts.add(later)
        put(self.body, acts, S2, Small(_("Fear may stay. The guess is what is tested.")))
        planned = rung.planned
        if planned is not None:
            self.form.show_values({"predict": planned.predict, "guess": planned.guess})
        follow_other(self.form, "left_out")
        self.form.changed.connect(lambda key: follow_other(self.form, key) if key == "left_out" else None)

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was given and not kept."""
        known = {key: value for key, value in answers.items() if key in self.form.questions}
        self.form.restore(known)
        follow_other(self.form, "left_out")

    def made(self) -> dict[str, Any] | None:
        """What is expected, as the fields of an expectation; None when a field that is needed was marked."""
        if not self.form.check():
            return None
        answers = self.form.answers()
        left_out = told(answers, "left_out")
        return {**answers, "stay_min": int(answers["stay_min"]), "left_out": left_out}

    def begin(self) -> None:
        """Put the keyboard into the first question."""
        self.form.begin("predict")


def _questions(habits: Sequence[str]) -> list[Question]:
    minutes = [(str(n), _("{n} min at most").format(n=n)) for n in MINUTES]
    return [
        Question(
            key="predict",
            label=_("What do you expect to happen?"),
            kind=AnswerKind.TEXT,
            voice=True,
            rows=1,
            needed=_("Write what you expect, in a few words: that is what the step tests."),
        ),
        Question(
            key="chance",
            label=_("How likely is that"),
            kind=AnswerKind.SLIDE,
            most=100,
            low=_("it will not come"),
            high=_("it is certain"),
            needed=_("Say how likely it seems, with a press on the line."),
        ),
        Question(
            key="guess",
            label=_("How bad would it be?"),
            kind=AnswerKind.RATING,
            low=_("not at all"),
            high=_("as bad as can be"),
        ),
        Question(key="know", label=_("I will know by")),
        Question(key="stay", label=_("I stay until")),
        Question(key="stay_min", label=_("And in any case"), kind=AnswerKind.CHOICE, options=minutes),
        *chip_questions("left_out", _("What I leave out this time"), habits),
    ]
