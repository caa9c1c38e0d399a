"""What is wrong with the cautions of a bundled exercise: too long, in the wrong place, or left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rewire_app.content.branches import numbered
from rewire_app.domain.exercise.aims import Grade
from rewire_app.domain.exercise.exercise import Exercise, Say

CAUTION_WORDS = 45
"""The most words of caution on a screen, when to stop included: more is not read."""

INWARD = {
    "often feeling unreal": r"unreal|cut off|far away",
    "a very high mood": r"high mood|high moods",
    "psychosis": r"psychosis|hear (?:or|and) believe|hear or see|voices|others do not|others don’t",
    "whom to ask": r"\bask\b|\bwith someone\b",
}
"""What a caution names before someone turns inward, each with the words that do."""

EYES = re.compile(r"\bclos\w+ (?:your |the )?eyes\b|\beyes (?:\w+ )?(?:clos\w+|shut)\b", re.IGNORECASE)
"""Where eyes may close nobody drives, nor where muscles let go."""

IN_A_HINT = re.compile(
    r"\b(?:stop (?:with|if|at once)|chest pain|dizz\w+|faintness|feel faint|flood|driving|doctor)\b",
    re.IGNORECASE,
)
"""Words of caution that are never in the smaller second line alone."""

UNTESTED = re.compile(
    r"\bby itself\b|\b(?:not|never|hardly|nobody has) (?:been )?(?:tested|studied)\b"
    r"|\buntested\b|\bless studied\b",
    re.IGNORECASE,
)
"""What a note says of something that has not been tested alone."""


def caution_faults(exercise: Exercise) -> Iterator[str]:
    """Everything wrong with what `exercise` warns of and how sure it says to be, as "field: reason"."""
    count = len(f"{exercise.cautions} {exercise.stop_if}".split())
    if count > CAUTION_WORDS:
        yield f"cautions: {count} words with stop_if; {CAUTION_WORDS} are the most on a screen"
    if "inward" in exercise.risk_tags:
        missing = [
            name for name, words in INWARD.items() if not re.search(words, exercise.cautions, re.IGNORECASE)
        ]
        if missing:
            yield f"cautions: before turning inward, also say: {', '.join(missing)}"
    texts = " ".join(f"{step.text} {step.hint}" for _number, step, _around in numbered(exercise.steps))
    asleep = "muscle" in exercise.risk_tags or EYES.search(texts)
    if asleep and "driv" not in exercise.cautions.lower():
        yield "cautions: where eyes close or muscles let go, say not while driving or at a machine"
    yield from _hints(exercise)
    if exercise.evidence.grade is Grade.A and (found := UNTESTED.search(exercise.evidence.note)):
        yield f"evidence.grade: the note says {found[0]!r}; what is part of a tested package is graded C"


def _hints(exercise: Exercise) -> Iterator[str]:
    """Words of caution that stand in a hint, and neither in its step nor in the cautions."""
    known = f"{exercise.cautions} {exercise.stop_if}".lower()
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, Say) and step.person_first:  # its second line is as large as the first
            continue
        for found in IN_A_HINT.finditer(step.hint):
            if found[0].lower() not in f"{known} {step.text.lower()}":
                yield f"steps {number}.hint: {found[0]!r} is said in the second line alone"
