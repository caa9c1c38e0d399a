"""What a player shows, one frozen value a screen with every text ready to read, and what shows a step."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypedDict

from rewire_app.domain.exercise.answers import Answer, Row, minutes_in
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import (
    Ask,
    Column,
    Gate,
    Input,
    ListStep,
    NextExercise,
    Pace,
    Pick,
    Rate,
    Say,
    Scale,
    Step,
)
from rewire_app.domain.exercise.following import Handed
from rewire_app.domain.exercise.measure import Measure
from rewire_app.domain.exercise.person_first import told_by
from rewire_app.domain.exercise.recall import Piece, Scope, plan_pieces, sentence
from rewire_app.domain.exercise.shown_answers import AnswerRow, LadderRung, answer_rows, rungs


class ScreenKind(StrEnum):
    """The kinds of screen; each has exactly one view in the player."""

    CAUTION = "caution"
    SAY = "say"
    PERSON = "person"
    BREATHE = "breathe"
    ASK = "ask"
    PICK = "pick"
    CARE = "care"
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


class Onward(StrEnum):
    """Where a rating leads: on, into the first step, or straight to the first breath."""

    GO_ON = "go on"
    BEGIN = "begin"
    BREATHE = "breathe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Step `step` of `steps` on the present path (a repeat counts once), and the round inside a repeat.

    `steps` is 0 while answers still to come decide how many there are.
    """

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


class Frame(TypedDict):
    """The fields that all screens share."""

    id: str
    phase: PassPhase
    text: str
    hint: str
    link: str
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionScreen(Screen):
    """The gate. "confirm": "I have read this" is ticked (answer True). "help-first": help comes first."""

    gate: Gate
    stop_if: str
    gentler: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SayScreen(Screen):
    """Words to read; `secs` is the length of a quiet countdown, None without one; `end` closes after it.

    `clock`: it counts whole minutes, and may be stopped when it is enough. `rows` and `rungs` are answers
    shown back under the words.
    """

    secs: int | None
    end: bool
    clock: bool = False
    rows: tuple[AnswerRow, ...] = ()
    rungs: tuple[LadderRung, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonScreen(Screen):
    """People to call come first: `answered` is what was chosen to say so; `end` closes after it.

    `by_someone`: the danger may come from someone close.
    """

    answered: tuple[str, ...]
    end: bool
    by_someone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BreatheScreen(Screen):
    """A pacer: the breath in seconds, and how many (0: until the person stops).

    `paces` and `minutes` may be chosen meanwhile; without minutes the length is that of the step.
    Answer with a `Breathing`.
    """

    pace: Pace
    rounds: int
    paces: tuple[Pace, ...]
    minutes: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """How long it takes in all, seconds; infinite until the person stops."""
        return self.pace.seconds * self.rounds if self.rounds else math.inf


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
class CareScreen(Screen):
    """Questions on health; answer with a list of those `options` that are true, "none", or "not sure"."""

    options: tuple[str, ...]
    saved: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RateScreen(Screen):
    """A rating (also before and after); answer with a whole number from 0 to `scale.top`.

    Before the steps it is what one begins from: `settle` are the words to settle by, `onward` where it leads.
    """

    lo: str
    hi: str
    scale: Scale
    saved: int | None
    settle: str = ""
    onward: Onward = Onward.GO_ON


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

    `pieces` is the plan offered here, empty when none is or a step asked for it; `plan` the sentence kept so
    far, also from a step.
    `aftercare` asks for grounding and help to be offered. `next`: the exercise that follows from the answers,
    with what it is handed; None where none does, or where things are too hard for one. `article` says why
    the exercise may help.
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
    next: NextExercise | None = None
    hands: Handed = ()
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitScreen(Screen):
    """A kind way out: `text` says so; grounding and help are offered, and a note if the person likes."""

    reason: ExitReason
    note: str


def step_screen(
    step: Step, frame: Frame, scope: Scope, options: tuple[str, ...], saved: Answer | None
) -> Screen:
    """What shows `step`: `options` are the choices of a pick at present, `saved` the answer so far."""
    shown: Screen
    match step:
        case Say() if step.person_first:
            known = scope.known.get(step.when[-1].var) if step.when else None
            told = told_by(step, known.answer if known else None)
            shown = PersonScreen(
                **frame, kind=ScreenKind.PERSON, answered=told, end=step.end, by_someone=step.by_someone
            )
        case Say():
            shown = SayScreen(
                **frame,
                kind=ScreenKind.SAY,
                secs=_seconds(step, scope),
                clock=bool(step.minutes_from),
                end=step.end,
                rows=answer_rows(step.shows, scope),
                rungs=rungs(step.ladder, scope),
            )
        case Ask():
            words = None if isinstance(saved, tuple) else saved
            shown = AskScreen(**frame, kind=ScreenKind.ASK, input=step.input, saved=words)
        case Care():
            chosen = tuple(str(one) for one in saved) if isinstance(saved, tuple) else ()
            shown = CareScreen(**frame, kind=ScreenKind.CARE, options=step.options, saved=chosen)
        case Pick():
            shown = _pick(step, options, frame, saved)
        case Rate():
            number = saved if isinstance(saved, int) else None
            shown = RateScreen(
                **frame, kind=ScreenKind.RATE, lo=step.lo, hi=step.hi, scale=step.scale, saved=number
            )
        case ListStep():
            shown = _list(step, frame, saved)
        case _:
            shown = _plan(step, scope, frame, saved)
    return shown


def _seconds(step: Say, scope: Scope) -> int | None:
    """How long the countdown of `step` is: as it says, or as the answer that it names."""
    if not step.minutes_from:
        return step.secs
    known = scope.known.get(step.minutes_from)
    return round(60 * (minutes_in(known.answer if known else None) or step.minutes))


def _list(step: ListStep, frame: Frame, saved: Answer | None) -> Screen:
    rows = saved if isinstance(saved, tuple) else ()
    return ListScreen(
        **frame,
        kind=ScreenKind.LIST,
        columns=tuple(replace(column, label=column.label or column.name) for column in step.columns),
        min=step.min,
        max=step.max,
        saved=tuple(row for row in rows if not isinstance(row, str)),
    )


def _pick(step: Pick, options: tuple[str, ...], frame: Frame, saved: Answer | None) -> Screen:
    chosen = [text for text in saved if isinstance(text, str)] if isinstance(saved, tuple) else []
    free = step.other or not options
    return PickScreen(
        **frame,
        kind=ScreenKind.PICK,
        options=options,
        max=step.max,
        other=free,
        saved=tuple(text for text in chosen if free or text in options),
    )


def _plan(step: Step, scope: Scope, frame: Frame, saved: Answer | None) -> Screen:
    pieces, words, own = plan_words(step.text, scope, saved)
    frame["text"] = sentence(pieces)
    return PlanScreen(
        **frame,
        kind=ScreenKind.PLAN,
        pieces=pieces,
        sentence=words,
        own_words=own,
        kept=saved is not None,
    )


def plan_words(text: str, scope: Scope, saved: Answer | None) -> tuple[tuple[Piece, ...], str, bool]:
    """The pieces of a plan as last filled, its sentence, and whether the person wrote the whole of it."""
    fills = tuple(word for word in saved if isinstance(word, str)) if isinstance(saved, tuple) else ()
    pieces = plan_pieces(text, scope, fills)
    if isinstance(saved, str):
        return pieces, saved, True
    return pieces, sentence(pieces), False
