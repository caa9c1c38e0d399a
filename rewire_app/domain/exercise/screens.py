"""What a player shows: one frozen value a screen, with every text ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rewire_app.domain.exercise.answers import Row
from rewire_app.domain.exercise.exercise import Column, Gate, Input, Pace, Scale
from rewire_app.domain.exercise.measure import Measure
from rewire_app.domain.exercise.recall import Piece


class ScreenKind(StrEnum):
    """The kinds of screen; each has exactly one view in the player."""

    CAUTION = "caution"
    SAY = "say"
    BREATHE = "breathe"
    ASK = "ask"
    PICK = "pick"
    RATE = "rate"
    LIST = "list"
    PLAN = "plan"
    EXIT = "exit"
    FINISH = "finish"


class PassPhase(StrEnum):
    """Which part of the pass a screen belongs to."""

    GATE = "gate"
    BEFORE = "before"
    STEPS = "steps"
    AFTER = "after"
    CLOSE = "close"


class ExitReason(StrEnum):
    """Why an exercise closes without its finish screen."""

    STOPPED = "stopped"
    ENDED = "ended"
    WORSE = "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Step `step` of `steps` on the present path (a repeat counts once), and the round inside a repeat."""

    step: int
    steps: int
    round: int = 0
    rounds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What all screens share. `notice`: the caution of a "notice" gate and when to stop, on the first screen.

    `link` is "", "help", an exercise id or an article id.
    """

    id: str
    kind: ScreenKind
    phase: PassPhase
    text: str
    hint: str = ""
    link: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionScreen(Screen):
    """The gate. "confirm": "I have read this" is ticked (answer True). "help-first": help comes first."""

    gate: Gate
    stop_if: str
    gentler: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SayScreen(Screen):
    """Words to read; `secs` is the length of a quiet countdown, None without one; `end` closes after it."""

    secs: int | None
    end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BreatheScreen(Screen):
    """A pacer: the breath in seconds, how many, and whether the person wished to set the pace."""

    pace: Pace
    rounds: int

    @property
    def seconds(self) -> float:
        """How long it takes in all, seconds."""
        return self.pace.seconds * self.rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class AskScreen(Screen):
    """An open question; answer with text (time as HH:MM), or with a number for number and minutes."""

    input: Input
    saved: str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PickScreen(Screen):
    """A choice; answer with a list of texts (or one text). `other` offers a free entry."""

    options: tuple[str, ...]
    max: int
    other: bool
    saved: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RateScreen(Screen):
    """A rating (also before and after); answer with a whole number from 0 to `scale.top`."""

    lo: str
    hi: str
    scale: Scale
    saved: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListScreen(Screen):
    """Rows; answer with a list of mappings from column name to text, number or None."""

    columns: tuple[Column, ...]
    min: int
    max: int
    saved: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanScreen(Screen):
    """An if-then sentence. Answer with the words of the slots in order, with a whole sentence, or with None.

    `pieces` are the words between and in the slots, as last filled; `sentence` is what is kept so far.
    `own_words` is true when the person wrote the whole sentence.
    """

    pieces: tuple[Piece, ...]
    sentence: str
    own_words: bool
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishScreen(Screen):
    """The end: both ratings and what may be said, the real-life line (`text`), the plan, a note.

    `pieces` is the plan offered here (empty when none is); `plan` the sentence kept so far, also from a step.
    `aftercare` asks for grounding and help to be offered.
    """

    measure: Measure | None
    before: int | None
    after: int | None
    change: str
    pieces: tuple[Piece, ...]
    plan: str
    own_words: bool
    note: str
    aftercare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitScreen(Screen):
    """A kind way out: `text` says so; grounding and help are offered, and a note if the person likes."""

    reason: ExitReason
    note: str
