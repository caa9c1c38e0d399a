"""Steps to begin an exercise of one's own with, so that nobody faces an empty form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewire_app.domain.exercise.exercise import Ask, Breathe, Input, Pace, Pick, PlanStep, Say, Step
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A few steps that belong together: what they are called, what they do, and the steps."""

    name: str
    title: str
    about: str
    steps: Callable[[], tuple[Step, ...]]


def beginnings() -> tuple[Beginning, ...]:
    """What can be begun with, the shortest first; every word in it can be changed."""
    return (
        Beginning(
            name="pause",
            title=_("A pause"),
            about=_("A line to stop, a few breaths, a line to go on."),
            steps=_pause,
        ),
        Beginning(
            name="choice",
            title=_("A choice"),
            about=_("A question with answers to choose from, and a line to end."),
            steps=_choice,
        ),
        Beginning(
            name="thought",
            title=_("Thinking it through"),
            about=_("Two questions in your own words, and a plan."),
            steps=_thought,
        ),
    )


def _pause() -> tuple[Step, ...]:
    return (
        Say(text=_("Stop for a moment. Feel your feet on the floor.")),
        Breathe(text=_("Breathe along, small and easy."), pace=Pace(inhale=4, exhale=6), rounds=6),
        Say(text=_("Look around, and go on with one thing.")),
    )


def _choice() -> tuple[Step, ...]:
    options = (_("Wait five minutes"), _("Say what I need"), _("Go for a short walk"))
    return (
        Pick(text=_("What would help a little now?"), save="answer1", max=1, options=options, other=True),
        Say(text=_("Do that first. The rest can wait.")),
    )


def _thought() -> tuple[Step, ...]:
    return (
        Ask(text=_("What happened?"), save="answer1", input=Input.TEXT),
        Ask(text=_("What would I say to a friend?"), save="answer2", input=Input.TEXT),
        PlanStep(text=_("When [it happens again], I will [do one small thing].")),
    )
