"""Breathing patterns of a person's own: as exercises of their own, and as choices in paced breathing."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import replace

from rewire_app.domain.custom import BREATH_PREFIX, BreathPattern
from rewire_app.domain.exercise.aims import Evidence, Family, Grade, Need, Target
from rewire_app.domain.exercise.breathing import holds, length_words, rhythm
from rewire_app.domain.exercise.exercise import (
    Breathe,
    Condition,
    Exercise,
    Gate,
    Op,
    Pace,
    PacedLength,
    Pick,
    Say,
    Step,
)
from rewire_app.i18n import _

PACED = "b-paced"
"""The exercise that offers the patterns beside its own paces."""

_ID = re.compile(re.escape(BREATH_PREFIX) + r"([0-9a-f]{32})")


def pattern_id(uid: str) -> str:
    """The id of the exercise that the pattern with `uid` is."""
    return f"{BREATH_PREFIX}{uid}"


def pattern_uid(exercise: str) -> str:
    """The uid of the pattern that an exercise is, empty when it is none."""
    found = _ID.fullmatch(exercise)
    return found[1] if found else ""


def hold_caution() -> str:
    """What is to be read before a breath is held."""
    return _(
        "This pattern holds the breath. Leave the hold out if you are pregnant, if you have heart or lung "
        "disease, high blood pressure or epilepsy, or if you panic easily. Never in water or while driving."
    )


def breath_caution() -> str:
    """What is to be read before breathing to a count."""
    return _(
        "If you get dizzy, breathe as you like. With heart or lung disease, epilepsy or late pregnancy, "
        "ask a doctor first. Not while driving or in water."
    )


def pattern_exercise(pattern: BreathPattern) -> Exercise:
    """The pattern as an exercise: the caution, one line to settle, the pacer, one line to end."""
    held = holds(pattern)
    words = rhythm(pattern)
    return Exercise(
        id=pattern_id(pattern.uid),
        version=zlib.crc32(f"{words} {pattern.minutes}".encode()) % 9_999 + 1,
        title=pattern.name,
        summary=_("Your breathing pattern: {rhythm}.").format(rhythm=words),
        family=Family.BREATH,
        module="breathing",
        targets=(Target.ALARM, Target.BODY),
        needs=(Need.CALM,),
        minutes=(pattern.minutes, pattern.minutes),
        measure="tension",
        gate=Gate.CONFIRM if held else Gate.NOTICE,
        cautions=hold_caution() if held else breath_caution(),
        stop_if=_("Stop if you feel dizzy, tingly, short of breath or panicky."),
        gentler=_("Let the breath go as it likes, or look around and name what you see."),
        real_life=_("A few of these breaths before something you do each day."),
        glyph=PACED,
        evidence=Evidence(
            grade=Grade.D, note=_("This is your own pattern. Nobody has tested it."), refs=(_("Yours"),)
        ),
        steps=(
            Say(text=_("Sit or lie down. Small, quiet breaths. Nothing forced."), secs=10),
            Breathe(
                text=_("Breathe along, small and easy."),
                pace=_pace(pattern),
                rounds=max(1, round(pattern.minutes * 60 / pattern.seconds)),
                minutes_from="mins",
                lengths=tuple(
                    PacedLength(option=length_words(minutes), minutes=minutes)
                    for minutes in sorted({1, 2, 5, pattern.minutes})
                ),
            ),
            Say(text=_("Let the breath do as it likes now."), secs=10),
        ),
    )


def with_patterns(exercise: Exercise, patterns: Iterable[BreathPattern]) -> Exercise:
    """Paced breathing with these patterns among its paces; every other exercise as it is.

    Where one that holds the breath was chosen, its caution is a step of its own before it.
    """
    if exercise.id != PACED:
        return exercise
    chosen = next((one for one in exercise.steps if isinstance(one, Breathe) and one.pace_from), None)
    if chosen is None:
        return exercise
    named = {f"{one.name}: {rhythm(one)}": one for one in patterns}
    extra = tuple(replace(_pace(one), option=option, own=True) for option, one in named.items())
    steps: list[Step] = []
    for step in exercise.steps:
        if isinstance(step, Pick) and step.save == chosen.pace_from:
            steps.append(replace(step, options=(*step.options, *named)))
        elif step is chosen:
            steps += [_warning(chosen.pace_from, option) for option, one in named.items() if holds(one)]
            steps.append(replace(chosen, paces=(*chosen.paces, *extra)))
        else:
            steps.append(step)
    return replace(exercise, steps=tuple(steps))


def _pace(pattern: BreathPattern) -> Pace:
    return Pace(inhale=pattern.inhale, hold=pattern.hold, exhale=pattern.exhale, hold_out=pattern.hold_out)


def _warning(asked: str, option: str) -> Say:
    return Say(text=hold_caution(), when=(Condition(var=asked, op=Op.EQ, value=option),))
