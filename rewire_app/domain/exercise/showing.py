"""From a place on the path to the screen that shows it, with every text filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Exercise,
    Gate,
    ListStep,
    Pace,
    Pick,
    PlanStep,
    Rate,
    Say,
    Step,
)
from rewire_app.domain.exercise.measure import Measure, aftercare, change_sentence
from rewire_app.domain.exercise.path import AFTER, BEFORE, OFFERED_PLAN, Given, Path, Place, rating
from rewire_app.domain.exercise.recall import Piece, Scope, plan_pieces, recall, sentence
from rewire_app.domain.exercise.screens import (
    AskScreen,
    BreatheScreen,
    CautionScreen,
    ExitReason,
    ExitScreen,
    FinishScreen,
    ListScreen,
    PassPhase,
    PickScreen,
    PlanScreen,
    RateScreen,
    SayScreen,
    Screen,
    ScreenKind,
)
from rewire_app.i18n import _


class _Frame(TypedDict):
    """The fields that all screens share."""

    id: str
    phase: PassPhase
    text: str
    hint: str
    link: str
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What a screen is made from: the exercise, its measure, the path and everything given so far."""

    exercise: Exercise
    measure: Measure | None
    path: Path
    given: Given
    confirmed: bool
    note: str


def screen(of: Pass, place: Place, stopped: bool = False) -> Screen:
    """The screen for `place`; the kind way out when the person stopped."""
    if stopped:
        return _exit(of, ExitReason.STOPPED)
    if place.phase is PassPhase.GATE:
        return _gate(of, place)
    if place.phase in (PassPhase.BEFORE, PassPhase.AFTER):
        return _measure(of, place)
    if place.phase is PassPhase.CLOSE:
        return _exit(of, place.reason) if place.reason else _finish(of, place)
    return _step(of, place)


def _frame(of: Pass, place: Place, text: str, hint: str = "", link: str = "") -> _Frame:
    first = of.path.places[0].id == place.id
    notice = ""
    if first and of.exercise.gate is Gate.NOTICE:
        notice = " ".join(part for part in (of.exercise.cautions, of.exercise.stop_if) if part)
    return _Frame(id=place.id, phase=place.phase, text=text, hint=hint, link=link, notice=notice)


def _gate(of: Pass, place: Place) -> Screen:
    exercise = of.exercise
    return CautionScreen(
        **_frame(of, place, exercise.cautions, link="help" if exercise.gate is Gate.HELP_FIRST else ""),
        kind=ScreenKind.CAUTION,
        gate=exercise.gate,
        stop_if=exercise.stop_if,
        gentler=exercise.gentler,
        confirmed=of.confirmed,
    )


def _measure(of: Pass, place: Place) -> Screen:
    measure = of.measure
    assert measure is not None, "a rating is on the path only with a measure"
    return RateScreen(
        **_frame(of, place, measure.question),
        kind=ScreenKind.RATE,
        lo=measure.low,
        hi=measure.high,
        scale=measure.scale,
        saved=rating(of.given, place.key),
    )


def _step(of: Pass, place: Place) -> Screen:
    step = place.step
    assert step is not None, "a place among the steps has its step"
    text, hint = recall(step.text, place.scope), recall(step.hint, place.scope, optional=True)
    frame = _frame(of, place, text, hint, step.link)
    saved = of.given.get(place.key)
    shown: Screen
    match step:
        case Say():
            shown = SayScreen(**frame, kind=ScreenKind.SAY, secs=step.secs, end=step.end)
        case Breathe():
            pace, rounds = breath(step, place.scope)
            shown = BreatheScreen(**frame, kind=ScreenKind.BREATHE, pace=pace, rounds=rounds)
        case Ask():
            words = None if isinstance(saved, tuple) else saved
            shown = AskScreen(**frame, kind=ScreenKind.ASK, input=step.input, saved=words)
        case Pick():
            shown = _pick(step, place, frame, saved)
        case Rate():
            number = saved if isinstance(saved, int) else None
            shown = RateScreen(
                **frame, kind=ScreenKind.RATE, lo=step.lo, hi=step.hi, scale=step.scale, saved=number
            )
        case ListStep():
            shown = _list(step, frame, saved)
        case _:
            shown = _plan(step, place, frame, saved)
    return shown


def _list(step: ListStep, frame: _Frame, saved: Answer | None) -> Screen:
    rows = saved if isinstance(saved, tuple) else ()
    return ListScreen(
        **frame,
        kind=ScreenKind.LIST,
        columns=tuple(replace(column, label=column.label or column.name) for column in step.columns),
        min=step.min,
        max=step.max,
        saved=tuple(row for row in rows if not isinstance(row, str)),
    )


def _pick(step: Pick, place: Place, frame: _Frame, saved: Answer | None) -> Screen:
    chosen = [text for text in saved if isinstance(text, str)] if isinstance(saved, tuple) else []
    free = step.other or not place.options
    return PickScreen(
        **frame,
        kind=ScreenKind.PICK,
        options=place.options,
        max=step.max,
        other=free,
        saved=tuple(text for text in chosen if free or text in place.options),
    )


def _plan(step: Step, place: Place, frame: _Frame, saved: Answer | None) -> Screen:
    pieces, words, own = plan_words(step.text, place.scope, saved)
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


def breath(step: Breathe, scope: Scope) -> tuple[Pace, int]:
    """The pace and the number of breaths for the answers given; the step's own where nothing was chosen."""
    pace = step.pace
    chosen = _first(scope, step.pace_from)
    for choice in step.paces:
        if choice.option == chosen:
            pace = replace(pace, option=choice.option, custom=True) if choice.custom else choice
    wanted = _first(scope, step.minutes_from)
    minutes: float | None = wanted if isinstance(wanted, int | float) else None
    for length in step.lengths:
        if length.option == wanted:
            minutes = length.minutes
    if minutes is None and not _chose_pace(step, chosen):
        return pace, step.rounds
    seconds = step.rounds * step.pace.seconds if minutes is None else minutes * 60
    return pace, max(1, round(seconds / pace.seconds))


def _chose_pace(step: Breathe, chosen: Answer | None) -> bool:
    return any(choice.option == chosen for choice in step.paces)


def _first(scope: Scope, name: str) -> str | int | float | None:
    known = scope.known.get(name)
    answer = known.answer if known else None
    if isinstance(answer, tuple):
        return answer[0] if answer and isinstance(answer[0], str) else None
    return answer


def offered_plan(of: Pass) -> tuple[str, str, Scope]:
    """The plan text that the finish screen shows, the key of its answer, and what it may recall."""
    steps = [place for place in of.path.places if isinstance(place.step, PlanStep)]
    if steps and steps[-1].step is not None:
        return steps[-1].step.text, steps[-1].key, steps[-1].scope
    return of.exercise.plan, OFFERED_PLAN, of.path.scope


def _finish(of: Pass, place: Place) -> Screen:
    before, after = rating(of.given, BEFORE), rating(of.given, AFTER)
    text, key, scope = offered_plan(of)
    saved = of.given.get(key)
    pieces, words, own = plan_words(text, scope, saved)
    measure = of.measure
    return FinishScreen(
        **_frame(of, place, recall(of.exercise.real_life, of.path.scope)),
        kind=ScreenKind.FINISH,
        measure=measure,
        before=before,
        after=after,
        change=change_sentence(measure, before, after) if measure else "",
        pieces=pieces,
        plan=words if saved is not None else "",
        own_words=own,
        note=of.note,
        aftercare=measure is not None and aftercare(measure, after),
    )


def _exit(of: Pass, reason: ExitReason) -> Screen:
    texts = {
        ExitReason.STOPPED: _("You stopped. That is fine."),
        ExitReason.ENDED: _("This is a good place to stop."),
        ExitReason.WORSE: _("That was a hard one. Let's slow this down."),
    }
    hints = {
        ExitReason.STOPPED: _("What you wrote is kept. If you like, look around the room for a minute."),
        ExitReason.ENDED: _("What you wrote is kept."),
        ExitReason.WORSE: _("A few minutes of grounding may help. So may talking to someone."),
    }
    hint = hints[reason]
    if reason is ExitReason.STOPPED and of.exercise.gentler:
        hint = _("{hint} A gentler way: {gentler}").format(hint=hint, gentler=of.exercise.gentler)
    return ExitScreen(
        id="exit",
        kind=ScreenKind.EXIT,
        phase=PassPhase.CLOSE,
        text=texts[reason],
        hint=hint,
        link="help" if reason is not ExitReason.ENDED else "",
        reason=reason,
        note=of.note,
    )
