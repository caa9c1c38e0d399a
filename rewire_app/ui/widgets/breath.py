"""The course of paced breathing as a pure function of the seconds gone by; no clock, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rewire_app.i18n import _, ngettext


def phase_word(phase: str) -> str:
    """The word inside the disc."""
    return {
        "in": _("Breathe in"),
        "hold": _("Hold"),
        "out": _("Breathe out"),
        "hold_out": _("Rest"),
        "done": _("Breathe as you like"),
    }[phase]


def seconds_word(left: int) -> str:
    """How long the phase still takes."""
    if left <= 0:
        return ""
    return ngettext("{n} more second", "{n} more seconds", left).format(n=left)


def length_word(phase: str, seconds: float) -> str:
    """A phase with its length ("In, 4 seconds")."""
    shown = int(seconds) if seconds == int(seconds) else seconds
    name = {"in": _("In"), "hold": _("Hold"), "out": _("Out"), "hold_out": _("Rest")}[phase]
    count = ngettext("{n} second", "{n} seconds", round(seconds)).format(n=shown)
    return f"{name}, {count}"


def progress_sentence(pattern: BreathRhythm, now: Breath) -> str:
    """Which breath it is and about how long there is to go, counted from the start of this breath.

    Without an end there is no count, and nothing is said.
    """
    if not pattern.breaths:
        return ""
    minutes = round((pattern.last - now.number + 1) * pattern.breath_seconds / 60)
    where = _("Breath {n} of {all}").format(n=now.number, all=pattern.last)
    if now.phase == "done":
        return where
    if minutes < 1:
        return _("{where}, less than a minute left").format(where=where)
    left = ngettext("about {n} minute left", "about {n} minutes left", minutes).format(n=minutes)
    return f"{where}, {left}"


PHASES = ("in", "hold", "out", "hold_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Breath:
    """Where the breathing stands.

    phase: one of PHASES, or "done". part: share of the phase gone by, 0 to 1. left: whole seconds of
    the phase still to come, at least 1. number: which breath, from 1. level: how full the lungs are, 0 to 1.
    along: share of the breath gone by, 0 to 1.
    """

    phase: str
    part: float
    left: int
    number: int
    level: float
    along: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathRhythm:
    """Seconds for each phase of a breath, and how many breaths; a phase of 0 s is left out.

    Without breaths (0) it has no end. `first` is the number of the first, where another rhythm went before.
    """

    breathe_in: float = 4
    hold: float = 0
    breathe_out: float = 6
    hold_out: float = 0
    breaths: int = 24
    first: int = 1

    def __post_init__(self) -> None:
        if self.breaths < 0 or min(self.lengths) < 0 or self.breathe_in <= 0:
            raise ValueError("a breath needs seconds to breathe in, and no fewer than no rounds")

    @property
    def last(self) -> int:
        """The number of the last breath."""
        return self.first + self.breaths - 1

    @property
    def lengths(self) -> tuple[float, float, float, float]:
        """Seconds of each phase, in the order of PHASES."""
        return (self.breathe_in, self.hold, self.breathe_out, self.hold_out)

    @property
    def breath_seconds(self) -> float:
        """Seconds of one breath."""
        return sum(self.lengths)

    @property
    def seconds(self) -> float:
        """Seconds of the whole practice."""
        return self.breath_seconds * self.breaths if self.breaths else math.inf

    def at(self, seconds: float) -> Breath:
        """Where the breathing stands `seconds` after it began."""
        if seconds >= self.seconds:
            return Breath(phase="done", part=1, left=0, number=self.last, level=0, along=1)
        seconds = max(0.0, seconds)
        gone = int(seconds // self.breath_seconds)
        within = seconds - gone * self.breath_seconds
        number = self.first + gone
        along = within / self.breath_seconds
        for phase, length in zip(PHASES, self.lengths, strict=True):
            if within < length:
                part = within / length
                left = max(1, math.ceil(length - within - 1e-9))
                level = _level(phase, part)
                return Breath(phase=phase, part=part, left=left, number=number, level=level, along=along)
            within -= length
        last = max(index for index, length in enumerate(self.lengths) if length > 0)
        level = _level(PHASES[last], 1)
        return Breath(phase=PHASES[last], part=1, left=1, number=number, level=level, along=1)

    def level_along(self, along: float) -> float:
        """How full the lungs are at a share of one breath; the shape of the breath line."""
        if along >= 1:
            return 0.0
        return self.at(along * self.breath_seconds).level


def _level(phase: str, part: float) -> float:
    eased = (1 - math.cos(math.pi * part)) / 2
    return {"in": eased, "hold": 1.0, "out": 1 - eased, "hold_out": 0.0}[phase]
