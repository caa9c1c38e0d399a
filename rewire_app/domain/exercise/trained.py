"""What practice trains, in words: eight names from teaching, and what each of them means."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.exercise.aims import Target
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedWords:
    """How a process is called: its `name`, the same within a sentence (`said`), and what it means."""

    name: str
    said: str
    meaning: str


def trained_words() -> dict[Target, TrainedWords]:
    """The words for each process, in the order in which they are shown."""
    return {
        Target.ALARM: TrainedWords(
            name=_("Calm the alarm"),
            said=_("calming the alarm"),
            meaning=_("Breath, body and senses, so that a strong feeling goes down sooner."),
        ),
        Target.BRAKE: TrainedWords(
            name=_("Use the brake"),
            said=_("using the brake"),
            meaning=_("A pause between an urge and what you do."),
        ),
        Target.NOTICE: TrainedWords(
            name=_("Notice"),
            said=_("noticing"),
            meaning=_("Seeing a thought, a feeling or an urge as it comes, before you follow it."),
        ),
        Target.UNLEARN: TrainedWords(
            name=_("Unlearn"),
            said=_("unlearning"),
            meaning=_("Meeting what set an old reaction off, and seeing what comes this time."),
        ),
        Target.REAL: TrainedWords(
            name=_("In real life"),
            said=_("practice in real life"),
            meaning=_("Doing it where life happens: a step, a test, a plan for a certain place."),
        ),
        Target.BODY: TrainedWords(
            name=_("Body and sleep"),
            said=_("body and sleep"),
            meaning=_("Rest, sleep, food and movement, on which the rest stands."),
        ),
        Target.DIRECTION: TrainedWords(
            name=_("Direction"),
            said=_("direction"),
            meaning=_("What matters to you, and small steps that way."),
        ),
        Target.CONNECT: TrainedWords(
            name=_("Connect"),
            said=_("connecting"),
            meaning=_("Asking, saying no, and being close to other people."),
        ),
    }


def taught_not_measured() -> str:
    """What all eight names are, and what they are not."""
    return _(
        "These are names from teaching: what an exercise was made to train. None of it was measured in "
        "your brain."
    )
