"""What an exercise of which nothing is kept cannot have: everything that is written down."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.content.branches import numbered
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Breathe, Exercise, PassFrame, PlanStep
from rewire_app.domain.exercise.sources import last_answer, named


def unkept_faults(exercise: Exercise) -> Iterator[str]:
    """Everything in an unkept exercise that would be kept, and ratings where it is night."""
    if exercise.frame is PassFrame.NIGHT and exercise.measure != "none":
        yield 'measure: nothing is rated at night; use "none"'
    if not exercise.unkept:
        return
    if exercise.measure != "none":
        yield 'measure: nothing of this exercise is kept; use "none"'
    for field in ("plan", "keeps", "next", "document"):
        if getattr(exercise, field):
            yield f"{field}: nothing of this exercise is kept"
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, PlanStep):
            yield f"steps {number}: a plan is kept, and nothing of this exercise is"
        if isinstance(step, Care):
            yield f"steps {number}: what is answered to care is kept, and nothing of this exercise is"
        if isinstance(step, Breathe) and (step.pace_from or step.minutes_from):
            yield f"steps {number}: a pace that is chosen is kept, and nothing of this exercise is"
    for name in sorted(named(exercise)):
        if (found := last_answer(name)) and found[0] in ("", exercise.id):
            yield f"steps: {name!r}: nothing of this exercise is kept"
