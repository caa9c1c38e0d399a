"""From a place on the path to the screen that shows it, with every text filled in."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.exercise.breathing import OPEN, breath, minutes_of, offered
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Gate, PlanStep
from rewire_app.domain.exercise.following import handed_on, offered_next
from rewire_app.domain.exercise.measure import Measure, aftercare, change_sentence
from rewire_app.domain.exercise.path import AFTER, BEFORE, OFFERED_PLAN, Given, Path, Place, rating
from rewire_app.domain.exercise.person_first import safe_part
from rewire_app.domain.exercise.recall import Scope, recall
from rewire_app.domain.exercise.screens import (
    BreatheScreen,
    CautionScreen,
    ExitReason,
    ExitScreen,
    FinishScreen,
    Frame,
    Onward,
    PassPhase,
    RateScreen,
    Screen,
    ScreenKind,
    plan_words,
    step_screen,
)
from rewire_app.i18n import _


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
    step = place.step
    assert step is not None, "a place among the steps has its step"
    text, hint = recall(step.text, place.scope), recall(step.hint, place.scope, optional=True)
    frame = _frame(of, place, text, hint, step.link)
    if isinstance(step, Breathe):
        return _breathe(of, step, frame)
    return step_screen(step, frame, place.scope, place.options, of.given.get(place.key))


def _breathe(of: Pass, step: Breathe, frame: Frame) -> Screen:
    pace, rounds = breath(step, of.given)
    wanted = minutes_of(step, of.given)
    lengths = {length.minutes for length in step.lengths} | ({wanted} if wanted else set())
    return BreatheScreen(
        **frame,
        kind=ScreenKind.BREATHE,
        pace=pace,
        rounds=rounds,
        paces=offered(step),
        minutes=(*sorted(lengths), OPEN) if step.minutes_from else (),
    )


def _frame(of: Pass, place: Place, text: str, hint: str = "", link: str = "") -> Frame:
    first = of.path.places[0].id == place.id
    notice = ""
    if first and of.exercise.gate is Gate.NOTICE:
        notice = " ".join(part for part in (of.exercise.cautions, of.exercise.stop_if) if part)
    return Frame(id=place.id, phase=place.phase, text=text, hint=hint, link=link, notice=notice)


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
        settle=_settle(place),
        onward=_onward(of, place),
    )


def _settle(place: Place) -> str:
    step = place.step
    if step is None:
        return ""
    words = (recall(step.text, place.scope), recall(step.hint, place.scope, optional=True))
    return " ".join(part for part in words if part)


def _onward(of: Pass, place: Place) -> Onward:
    places = of.path.places
    if place.phase is PassPhase.AFTER:
        return Onward.GO_ON
    if isinstance(places[places.index(place) + 1].step, Breathe):
        return Onward.BREATHE
    return Onward.BEGIN if places[0] is place else Onward.GO_ON


def offered_plan(of: Pass) -> tuple[str, str, Scope]:
    """The plan text that the finish screen shows, the key of its answer, and what it may recall."""
    steps = [place for place in of.path.places if isinstance(place.step, PlanStep)]
    if steps and steps[-1].step is not None:
        return steps[-1].step.text, steps[-1].key, steps[-1].scope
    return of.exercise.plan, OFFERED_PLAN, of.path.scope


def plan_asked(path: Path) -> bool:
    """Whether a step asked for the plan already: it is asked for once."""
    return any(isinstance(place.step, PlanStep) for place in path.places)


def _finish(of: Pass, place: Place) -> Screen:
    before, after = rating(of.given, BEFORE), rating(of.given, AFTER)
    text, key, scope = offered_plan(of)
    saved = of.given.get(key)
    pieces, words, own = plan_words(text, scope, saved)
    asked = plan_asked(of.path)
    measure = of.measure
    hard = measure is not None and aftercare(measure, after)
    answers = safe_part(of.exercise.steps, of.path.scope)
    following = None if hard else offered_next(of.exercise, answers)
    return FinishScreen(
        **_frame(of, place, recall(of.exercise.real_life, of.path.scope)),
        kind=ScreenKind.FINISH,
        measure=measure,
        before=before,
        after=after,
        change=change_sentence(measure, before, after) if measure else "",
        pieces=() if asked else pieces,
        plan=words if saved is not None else "",
        own_words=own,
        note=of.note,
        aftercare=hard,
        next=following,
        article=of.exercise.article,
        hands=handed_on(following, answers) if following else (),
    )


def _exit(of: Pass, reason: ExitReason) -> Screen:
    texts = {
        ExitReason.STOPPED: _("You stopped. That is fine."),
        ExitReason.ENDED: _("This is a good place to stop."),
        ExitReason.WORSE: _("That was a hard one. Let’s slow this down."),
    }
    hints = {
        ExitReason.STOPPED: _("What you wrote is kept. If you like, look around the room for a minute."),
        ExitReason.ENDED: _("What you wrote is kept."),
        ExitReason.WORSE: _("A few minutes of grounding may help. So may talking to someone."),
    }
    hint = hints[reason]
    if reason is ExitReason.STOPPED and of.exercise.gentler:
        hint = _("{hint} A gentler way: {gentler}").format(hint=hint, gentler=of.exercise.gentler)
    if of.exercise.unkept:
        hint = " ".join((recall(of.exercise.real_life, of.path.scope), _("Nothing of this is kept.")))
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
