"""The answers of an earlier pass as offers for a new one: what its exercise still asks and still takes."""

from __future__ import annotations

from rewire_app.domain.exercise.answers import Answer, clean, from_plain
from rewire_app.domain.exercise.exercise import Exercise, Pick, Repeat, Step, saves
from rewire_app.domain.exercise.pass_answers import Kept, asked
from rewire_app.domain.exercise.path import Given
from rewire_app.errors import BadInputError


def offers_from(exercise: Exercise, answers: Kept) -> Given:
    """What stands in each field of a new pass, by the key of its answer.

    Ratings before and after are new, and so is every answer that decides the way: whether one is safe, or
    well enough, is asked each time.
    """
    found: dict[str, Answer | None] = {}
    anew = deciding(exercise)
    for step, around in asked(exercise):
        if saves(step) in anew:
            continue
        value = answers.get(saves(step))
        rounds = value if around is not None and isinstance(value, list) else [value]
        for number, given in enumerate(rounds, start=1):
            answer = _taken(step, given)
            if answer is not None:
                found[saves(step) if around is None else f"{saves(step)}#{number}"] = answer
    return found


def deciding(exercise: Exercise) -> set[str]:
    """The answers on which it hangs which steps are shown."""
    repeats = [step for step in exercise.steps if isinstance(step, Repeat)]
    steps = [*exercise.steps, *(inner for step in repeats for inner in step.steps)]
    conditions = [*(step.when for step in steps), *(step.until for step in repeats)]
    return {one.name for group in conditions for one in group}


def _taken(step: Step, value: object) -> Answer | None:
    """`value` if the step would take it today."""
    options = () if isinstance(step, Pick) and step.options_from else getattr(step, "options", ())
    try:
        return clean(step, from_plain(value), options)
    except (BadInputError, TypeError):
        return None
