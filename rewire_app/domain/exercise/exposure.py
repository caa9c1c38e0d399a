"""What comes before a step of a ladder and when one is stopped, as the exercise that takes steps says it.

The exercise is the only place that has these words: pages ask what it asks, and refuse as it refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rewire_app.domain.exercise.exercise import Exercise, Op, Pick, Say
from rewire_app.i18n import _

TAKES_STEPS = "c-exposure"
"""The exercise that takes one step of a ladder."""
STOPPED = "why"
"""Its question about what was part of stopping."""
SAFETY_HABITS = "habit"
"""The question, of the exercise that builds ladders, about what to leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureGate:
    """One question before a step: only the answer `safe` leads on, any other is met with `refusal`."""

    text: str
    hint: str
    options: tuple[str, ...]
    safe: str
    refusal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopReason:
    """One thing that can be part of stopping, and what is said then ("" nothing more).

    `person_first`, `by_someone`: people to call stand with the words. `link`: where they lead, "" nowhere.
    """

    option: str
    text: str = ""
    hint: str = ""
    link: str = ""
    person_first: bool = False
    by_someone: bool = False


def gates(exercise: Exercise) -> tuple[ExposureGate, ...]:
    """What is asked before a step, in order: what the exercise asks, then what is true of this hour."""
    return (*_asked(exercise), hour_gate())


def _asked(exercise: Exercise) -> Iterator[ExposureGate]:
    for pick in (step for step in exercise.steps if isinstance(step, Pick)):
        for say in (step for step in exercise.steps if isinstance(step, Say) and step.end and step.when):
            last = say.when[-1]
            if last.var == pick.save and last.op is Op.NE:
                yield ExposureGate(
                    text=pick.text,
                    hint=pick.hint,
                    options=pick.options,
                    safe=str(last.value),
                    refusal=say.text,
                )


def hour_gate() -> ExposureGate:
    """No step after alcohol or drugs, and none in the two hours before bed; only the person knows either."""
    safe = _("None of them")
    return ExposureGate(
        text=_("And today: alcohol or drugs in the last hours, or bed within the next two hours?"),
        hint=_("Prescribed medicine stays as it is, and is none of these."),
        options=(safe, _("One or more, or not sure")),
        safe=safe,
        refusal=_("Then another day is better for this step, in a clear hour. It waits where it is."),
    )


def stop_question(exercise: Exercise) -> str:
    """What is asked when a step was stopped."""
    found = (step.text for step in exercise.steps if isinstance(step, Pick) and step.save == STOPPED)
    return next(found, _("You stopped, and that is fine."))


def stop_reasons(exercise: Exercise) -> tuple[StopReason, ...]:
    """What can be part of stopping, each with what the exercise says to it."""
    options = (step.options for step in exercise.steps if isinstance(step, Pick) and step.save == STOPPED)
    return tuple(_reason(exercise, option) for option in next(options, ()))


def _reason(exercise: Exercise, option: str) -> StopReason:
    for step in exercise.steps:
        if not (isinstance(step, Say) and step.end and step.when):
            continue
        last = step.when[-1]
        if (last.var, last.op, last.value) == (STOPPED, Op.EQ, option):
            return StopReason(
                option=option,
                text=step.text,
                hint=step.hint,
                link=step.link,
                person_first=step.person_first,
                by_someone=step.by_someone,
            )
    return StopReason(option=option)


def habits(exercise: Exercise) -> tuple[str, ...]:
    """What can be left out on a step, as the exercise that builds ladders offers it; never medicine."""
    picks = (step for step in exercise.steps if isinstance(step, Pick) and step.save == SAFETY_HABITS)
    return next((pick.options[:-1] for pick in picks), ())  # the last one is "none"
