"""Writing a step, a ladder with its first step, or the name of a ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rewire_app.domain.lists.entries import LadderStep
from rewire_app.i18n import _
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import nest, put
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3, S4

FEAR, STEP, DISTRESS, TAKEN = "fear", "step", "distress", "taken"
NEW_LADDER = (FEAR, STEP, DISTRESS)
NEW_STEP = (STEP, DISTRESS)
CHANGED_STEP = (STEP, DISTRESS, TAKEN)
NAME = (FEAR,)
"""What is asked for each."""
YES, NO = "yes", "no"


class RungForm(FormCard):
    """`kept(answers)` by the questions of `keys`; `key` names what it is about in drafts."""

    def __init__(self, title: str, keys: Sequence[str], key: str, known: Mapping[str, Any]) -> None:
        asked = _questions()
        super().__init__([asked[name] for name in keys], padding=(24, 20))
        self.key, self.keys = key, tuple(keys)
        self.setAccessibleName(title)
        put(self.body, Heading(title), S3, self.form.column(S4), S4)
        nest(self.body, self.buttons(_("Keep")))
        self.form.show_values({name: value for name, value in known.items() if name in keys})

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was given and not kept."""
        self.form.restore({name: value for name, value in answers.items() if name in self.form.questions})

    def begin(self) -> None:
        """Put the keyboard into the first question."""
        self.form.begin(self.keys[0])


def known_of(step: LadderStep) -> dict[str, Any]:
    """What is noted of a step, as the form asks for it."""
    return {
        FEAR: step.fear,
        STEP: step.step,
        DISTRESS: step.distress,
        TAKEN: NO if step.done_day is None else YES,
    }


def _questions() -> Mapping[str, Question]:
    asked = (
        Question(
            key=FEAR,
            label=_("What is it about?"),
            hint=_("A few words for something that is in fact safe, such as phones, lifts or speaking up."),
            needed=_("Name it in a few words."),
        ),
        Question(key=STEP, label=_("The step"), needed=_("Write what you would do.")),
        Question(
            key=DISTRESS,
            label=_("How much fear do you expect?"),
            kind=AnswerKind.RATING,
            low=_("calm"),
            high=_("as much as can be"),
        ),
        Question(
            key=TAKEN,
            label=_("Have you taken it?"),
            kind=AnswerKind.ONE,
            options=((NO, _("Not yet")), (YES, _("Taken"))),
        ),
    )
    return {one.key: one for one in asked}
