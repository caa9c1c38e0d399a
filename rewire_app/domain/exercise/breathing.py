"""How a breathing step is breathed: its pace and length, as the person, the plan or the file has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rewire_app.domain.exercise.exercise import Ask, Breathe, Exercise, Pace, Pick, Step, saves
from rewire_app.i18n import _, ngettext

if TYPE_CHECKING:
    from rewire_app.domain.custom import BreathPattern
    from rewire_app.domain.exercise.answers import Answer

PACE = "@pace"
"""The key of the pace that was set for a pass: four numbers of seconds in one text."""

MINUTES = "@minutes"
"""The key of the minutes that were set for a pass; `OPEN` is as long as the person likes."""

OPEN = 0
"""Instead of minutes: until the person stops."""

LONGEST = 60
"""Seconds of one part of a breath, at most; what a kept pace says beyond that is damage."""

Given = Mapping[str, "Answer | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathing:
    """What is set for the breathing of one pass; None leaves it as the step has it."""

    pace: Pace | None = None
    minutes: float | None = None

    def into(self, given: Given) -> dict[str, Answer | None]:
        """`given` with what is set here."""
        fresh = dict(given)
        if self.pace is not None:
            fresh[PACE] = pace_text(self.pace)
        if self.minutes is not None:
            fresh[MINUTES] = self.minutes
        return fresh


def pace_text(pace: Pace) -> str:
    """The seconds of `pace` as one text, as `read_pace` reads it."""
    return " ".join(f"{seconds:g}" for seconds in (pace.inhale, pace.hold, pace.exhale, pace.hold_out))


def read_pace(text: object) -> Pace | None:
    """The pace that `pace_text` wrote; None for anything else."""
    try:
        inhale, hold, exhale, hold_out = map(float, str(text).split())
    except ValueError:
        return None
    kept = [0 <= seconds <= LONGEST for seconds in (hold, hold_out)]
    if not all([*kept, *(1 <= seconds <= LONGEST for seconds in (inhale, exhale))]):
        return None
    return Pace(inhale=inhale, hold=hold, exhale=exhale, hold_out=hold_out)


def rhythm(pace: Pace | BreathPattern) -> str:
    """The pace in words and seconds: "in 4, hold 2, out 6.5"."""
    parts = [_("in {n}").format(n=f"{pace.inhale:g}")]
    if pace.hold:
        parts.append(_("hold {n}").format(n=f"{pace.hold:g}"))
    parts.append(_("out {n}").format(n=f"{pace.exhale:g}"))
    if pace.hold_out:
        parts.append(_("hold {n}").format(n=f"{pace.hold_out:g}"))
    return ", ".join(parts)


def length_words(minutes: float) -> str:
    """A length as it is offered and kept: "4 minutes", "Until I stop"."""
    if minutes == OPEN:
        return _("Until I stop")
    return ngettext("{n} minute", "{n} minutes", round(minutes)).format(n=f"{minutes:g}")


def holds(pace: Pace | BreathPattern) -> bool:
    """Whether the breath is held anywhere."""
    return bool(pace.hold or pace.hold_out)


def offered(step: Breathe) -> tuple[Pace, ...]:
    """The paces that may be chosen for `step`: those of the file, or its one."""
    return step.paces or (step.pace,)


def breath(step: Breathe, given: Given) -> tuple[Pace, int]:
    """The pace and the number of breaths; 0 breaths go on until the person stops."""
    pace, minutes = pace_of(step, given), minutes_of(step, given)
    if minutes == OPEN:
        return pace, 0
    if minutes is None and pace.seconds == step.pace.seconds:
        return pace, step.rounds
    seconds = step.rounds * step.pace.seconds if minutes is None else minutes * 60
    return pace, max(1, round(seconds / pace.seconds))


def pace_of(step: Breathe, given: Given) -> Pace:
    """The pace that was set, the one an older run chose, or that of the step.

    A hold is left out of a step that offers none: that step may be the way for whoever must not hold.
    """
    chosen = _first(given.get(step.pace_from))
    older = next((pace for pace in step.paces if pace.option == chosen), step.pace)
    wanted = read_pace(given.get(PACE)) or older
    if not any(holds(pace) for pace in (step.pace, *step.paces)):
        wanted = replace(wanted, hold=0, hold_out=0)
    text = pace_text(wanted)
    return next((pace for pace in step.paces if pace_text(pace) == text), wanted)


def minutes_of(step: Breathe, given: Given) -> float | None:
    """The minutes that were set or an older run chose; None where the rounds of the step hold."""
    if not step.minutes_from:
        return None
    for wanted in (given.get(MINUTES), _first(given.get(step.minutes_from))):
        if isinstance(wanted, int | float):
            return wanted
        for length in step.lengths:
            if length.option == wanted:
                return length.minutes
    return None


def _first(answer: Answer | None) -> str | int | float | None:
    if isinstance(answer, tuple):
        return answer[0] if answer and isinstance(answer[0], str) else None
    return answer


def settings(exercise: Exercise) -> dict[str, Step]:
    """The names under which pace and length are kept, each with the question that has them, or the step.

    Such a question has no screen: it is answered while breathing.
    """
    steps = [step for step in exercise.steps if isinstance(step, Breathe)]
    asked = {saves(step): step for step in exercise.steps if isinstance(step, Ask | Pick)}
    return {
        name: asked.get(name, step) for step in steps for name in (step.pace_from, step.minutes_from) if name
    }


def recorded(step: Breathe, given: Given) -> dict[str, str]:
    """What is kept of pace and length under the names of `step`: in the words in which they are offered."""
    pace, rounds = breath(step, given)
    minutes = minutes_of(step, given)
    if minutes is None:
        minutes = max(0.5, round(rounds * pace.seconds / 60 * 2) / 2)
    named = (length.option for length in step.lengths if length.minutes == minutes)
    known = next(named, length_words(minutes))
    texts = {step.pace_from: pace.option or rhythm(pace), step.minutes_from: known}
    return {name: text for name, text in texts.items() if name}
