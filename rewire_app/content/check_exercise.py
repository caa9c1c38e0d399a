"""What is wrong with one exercise that can be read: links, names, words, cautions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from rewire_app.content import words
from rewire_app.content.branches import numbered
from rewire_app.content.check_cautions import caution_faults
from rewire_app.content.document_shape import document_faults
from rewire_app.content.keeps import keep_faults
from rewire_app.content.names import name_faults
from rewire_app.content.steps import kind_of
from rewire_app.content.unkept import unkept_faults
from rewire_app.content.unsafe import unsafe_faults
from rewire_app.content.words import word_faults
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Gate, PassFrame, PlanStep, Step
from rewire_app.domain.exercise.recall import unguarded
from rewire_app.paths import picture

STEP_WORDS = 60
"""The most words in one step's text."""

RISKS = {
    "cold": ("cold", "cool"),
    "exertion": ("exercise", "movement", "effort", "exert"),
    "breath": ("breath", "dizz"),
    "hold": ("hold",),
    "muscle": ("muscle", "tens", "injur"),
    "inward": ("eyes",),
    "trauma": ("trauma", "memor", "flood"),
    "exposure": ("danger", "safe"),
    "thoughts": ("help",),
    "sleep": ("sleep",),
}
"""Known risk tags, and the words of which the caution must use one."""


def exercise_faults(
    exercise: Exercise, shipped: Collection[str], measures: Collection[str], root: Path
) -> Iterator[str]:
    """Everything wrong with a bundled exercise, as "field: reason"; `root` is the content folder."""
    yield from use_faults(exercise, shipped, measures, root.parent / "glyphs")
    yield from _holds(exercise)
    if exercise.frame is PassFrame.NIGHT and exercise.measure != "none":
        yield "measure: nothing is rated at night"
    yield from caution_faults(exercise)
    yield from document_faults(exercise)
    yield from unsafe_faults(exercise)
    for field, text in exercise_texts(exercise):
        yield from word_faults(field, text, words.TextPlace.EXERCISE)


def exercise_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Every text of `exercise` that a person reads, with its field."""
    for field in (
        "title",
        "summary",
        "module",
        "credit",
        "cautions",
        "stop_if",
        "gentler",
        "real_life",
        "plan",
    ):
        yield field, getattr(exercise, field)
    yield "evidence.note", exercise.evidence.note
    for number, part in enumerate(exercise.document.parts if exercise.document else (), start=1):
        yield f"document.parts {number}.title", part.title
    yield from ((f"steps {number}", text) for number, text in _step_texts(exercise))


def use_faults(
    exercise: Exercise,
    shipped: Collection[str],
    measures: Collection[str],
    glyphs: Path,
    *,
    english: bool = True,
) -> Iterator[str]:
    """What would go wrong when `exercise` is used: drawing, measure, cautions, names, keeps, links, plans.

    `glyphs` is the folder of the drawings. The words of a caution that is not `english` are not looked at.
    """
    if exercise.glyph and not picture(exercise.glyph, glyphs):
        yield f"glyph: there is no picture glyphs/{exercise.glyph}.svg"
    if exercise.measure != "none" and exercise.measure not in measures:
        yield f"measure: there is no measure {exercise.measure!r}"
    yield from _cautions(exercise, english=english)
    yield from name_faults(exercise)
    yield from keep_faults(exercise)
    yield from unkept_faults(exercise)
    for number, step, _around in numbered(exercise.steps):
        if step.link and step.link not in shipped:
            yield f"steps {number}.link: there is no {step.link!r}"
        if (count := len(step.text.split())) > STEP_WORDS:
            yield f"steps {number}.text: {count} words; {STEP_WORDS} are the most"
    yield from _gaps(exercise)


def _gaps(exercise: Exercise) -> Iterator[str]:
    """Recalls in plans that would leave a gap when their question is skipped."""
    plans = [(f"steps {n}.text", step.text) for n, step, _a in numbered(exercise.steps) if _is_plan(step)]
    for where, text in [*plans, ("plan", exercise.plan)]:
        for name in unguarded(text):
            yield f"{where}: say what stands there when it is skipped: {{{{{name}|or these words}}}}"


def _is_plan(step: Step) -> bool:
    return isinstance(step, PlanStep)


def _step_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Every text of the steps that a person reads, with the number of its step."""
    for number, step, _around in numbered(exercise.steps):
        yield from ((number, text) for text in kind_of(step).texts(step))


def _cautions(exercise: Exercise, *, english: bool) -> Iterator[str]:
    caution = exercise.cautions.lower()
    if exercise.gate is not Gate.NONE and not caution:
        yield f"cautions: the gate {exercise.gate.value!r} has nothing to show"
    for tag in exercise.risk_tags:
        if tag not in RISKS:
            yield f"risk_tags: {tag!r} is not known; use one of: {', '.join(RISKS)}"
        elif not any(word in caution for word in RISKS[tag]) if english else not caution.strip():
            yield f"cautions: nothing is said about {tag!r} (one of: {', '.join(RISKS[tag])})"


def _holds(exercise: Exercise) -> Iterator[str]:
    """Breath holds that nothing warns of."""
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, Breathe):
            held = any(pace.hold or pace.hold_out for pace in (step.pace, *step.paces))
            if held and exercise.gate is Gate.NONE:
                yield f"steps {number}.hold: holding the breath needs a gate"
