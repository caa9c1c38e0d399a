"""The entries of one invented day: practices, the evening check, moments and the night before."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from rewire_app.content.library import Library
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.measure import Better
from rewire_app.domain.journal.entries import (
    DayEntry,
    Lasted,
    Managed,
    Moment,
    Night,
    Practice,
    Response,
    Status,
)
from rewire_app.exchange.sample.course import DayCourse, SampleTime
from rewire_app.exchange.sample.words import SampleWords

STRESS_ABOUT = ("work", "family", "health", "other")
PLACES = ("home", "work", "street", "online", "transport")
COMPANY = ("alone", "partner", "family", "colleagues", "friends", "strangers")
DID_OLD = ("argued", "shut down", "scrolled", "ate or drank", "checked", "walked away")
DID_NEW = (
    "stopped",
    "breathed",
    "named it",
    "checked facts",
    "opposite action",
    "made room",
    "asked for help",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDraw:
    """What every invented entry is drawn from."""

    rng: Random
    clock: ZoneClock
    words: SampleWords
    library: Library

    def uid(self, at: Instant) -> str:
        """A UUIDv7 in hex whose random part comes from the seed."""
        noise = self.rng.getrandbits(76)
        high, low = noise >> 62 & 0xFFF, noise & (1 << 62) - 1
        return f"{max(at.utc_ms, 0):012x}7{high:03x}{1 << 63 | low:016x}"

    def chance(self, share: float) -> bool:
        """True in `share` (0-1) of all draws."""
        return self.rng.random() < share

    def at(self, day: date, hour: float, spread_min: float = 0) -> Instant:
        """The instant about `hour` (26 is 2 in the morning after) of `day`, whole minutes."""
        minutes = round(hour * 60 + self.rng.gauss(0, spread_min))
        return self.clock.at(datetime.combine(day, time()) + timedelta(minutes=minutes))


def rating(value: float, top: int = 10) -> int:
    """`value` as a person would give it: a whole number from 0 to `top` (per cent: steps of five)."""
    whole = round(value) if top == 10 else round(value / 5) * 5
    return min(top, max(0, whole))


def draw_practice(source: SampleDraw, day: date, how: DayCourse, preferred: str) -> Practice:
    """One pass through an exercise: `preferred` often, harder ones the more practice there was before."""
    return draw_pass(source, day, how, _choose(source, how, preferred), turn=day.toordinal())


def draw_pass(source: SampleDraw, day: date, how: DayCourse, exercise: Exercise, *, turn: int) -> Practice:
    """One pass through `exercise`; `turn`: which of the answers told for it were given."""
    rng = source.rng
    stopped = source.chance(0.1)
    share = rng.uniform(0.1, 0.7) if stopped else 1
    shortest, longest = exercise.minutes
    seconds = round(rng.uniform(shortest * 60, longest * 60) * share)
    steps = len(exercise.steps)
    started = source.at(day, 7.7, 18) if source.chance(0.25) else source.at(day, 18.9, 40)
    ended_wall = started.wall + timedelta(seconds=seconds)
    before, after = _before_after(source, exercise.measure, how)
    return Practice(
        uid=source.uid(started),
        exercise=exercise.id,
        version=exercise.version,
        started=started,
        ended=source.clock.at(ended_wall),
        day=day,
        status=Status.STOPPED if stopped else Status.DONE,
        seconds=seconds,
        steps_done=max(1, math.floor(steps * share)),
        steps_seen=steps,
        measure=exercise.measure,
        before=None if source.chance(0.05) else before,
        after=None if stopped or source.chance(0.05) else after,
        answers=_answers(source, exercise, turn, share),
        note=rng.choice(source.words.notes) if source.chance(0.12) else "",
    )


def _answers(source: SampleDraw, exercise: Exercise, turn: int, share: float) -> str:
    """What was answered, as far as a pass that took its `share` got."""
    told = source.words.answers.get(exercise.id, ())
    given = list(told[turn % len(told)].items()) if told else []
    return json.dumps(dict(given[: math.ceil(len(given) * share)]), ensure_ascii=False)


def _choose(source: SampleDraw, how: DayCourse, preferred: str) -> Exercise:
    known = source.words.exercises
    if source.chance(0.4):
        return source.library.exercise(preferred)
    reach = max(4, math.ceil(len(known) * min(1.0, how.skill * 1.4)))
    return source.library.exercise(source.rng.choice(known[:reach]))


def _before_after(source: SampleDraw, measure_id: str, how: DayCourse) -> tuple[int | None, int | None]:
    if measure_id == "none":
        return None, None
    measure = source.library.measure(measure_id)
    gain = source.rng.gauss(1.3 + how.skill, 1.2)
    start = how.reactivity + source.rng.gauss(0.5, 1.4)
    if measure.better is Better.HIGHER:
        start, gain = 10 - start, -gain
    top = measure.scale.top
    return rating(start * top / 10, top), rating((start - gain) * top / 10, top)


def draw_evening(source: SampleDraw, day: date, how: DayCourse) -> DayEntry | None:
    """The evening check and the note of `day`, or None on an evening on which nothing was noted."""
    if not source.chance(0.4 if how.stretch is SampleTime.PAUSE else 0.88):
        return None
    rng = source.rng
    at = source.at(day, 24.8, 20) if source.chance(0.08) else source.at(day, 21.8, 35)
    stress = rating(how.stress) if source.chance(0.93) else None
    return DayEntry(
        uid=source.uid(at),
        day=day,
        at=at,
        reactivity=rating(how.reactivity) if source.chance(0.97) else None,
        lasted=_lasted(how.reactivity + rng.gauss(0, 1)) if source.chance(0.9) else None,
        managed=_managed(how.skill + rng.gauss(0, 0.2)) if source.chance(0.9) else None,
        stress=stress,
        stress_about=_some(source, STRESS_ABOUT, 2) if stress and stress >= 4 else (),
        mood=rating(9 - 0.55 * how.reactivity + rng.gauss(0, 1)) if source.chance(0.9) else None,
        good=rng.choice(source.words.good) if source.chance(0.3) else "",
        note=rng.choice(source.words.notes) if source.chance(0.28) else "",
    )


def _lasted(reactivity: float) -> Lasted:
    steps = (Lasted.NONE, Lasted.MINUTES, Lasted.HOUR, Lasted.HOURS, Lasted.DAY)
    return steps[min(4, max(0, int((reactivity - 1) / 2)))]


def _managed(skill: float) -> Managed:
    steps = (Managed.NEVER, Managed.RARELY, Managed.HALF, Managed.MOSTLY, Managed.ALWAYS)
    return steps[min(4, max(0, int(1 + skill * 2.6)))]


def _some(source: SampleDraw, words: tuple[str, ...], at_most: int) -> tuple[str, ...]:
    chosen = set(source.rng.sample(words, source.rng.randint(1, at_most)))
    return tuple(word for word in words if word in chosen)


def draw_moments(source: SampleDraw, day: date, how: DayCourse) -> list[Moment]:
    """The moments of `day`, seldom more than two; more on reactive days."""
    rate = 0.042 * how.reactivity * (0.4 if how.stretch is SampleTime.PAUSE else 1)
    hours = [source.rng.uniform(8, 22.5) for _n in range(3) if source.chance(rate / 2)]
    if source.chance(0.01):
        hours.append(25.5)
    return [draw_moment(source, day, hour, how) for hour in sorted(hours)]


def draw_moment(source: SampleDraw, day: date, hour: float, how: DayCourse) -> Moment:
    """A moment at about `hour` of `day`; the new response grows likelier with practice."""
    rng = source.rng
    at = source.at(day, hour)
    tag, trigger = rng.choice(source.words.triggers)
    peak = rating(how.reactivity + rng.gauss(0.6, 1.4))
    response = _response(source, how.skill)
    calm = rng.lognormvariate(math.log(8 + 4.5 * peak * (1 - 0.45 * how.skill)), 0.55)
    still_going = source.chance(0.06)
    new, old = response in (Response.NEW, Response.MIXED), response in (Response.OLD, Response.MIXED)
    did = (*(_some(source, DID_OLD, 2) if old else ()), *(_some(source, DID_NEW, 2) if new else ()))
    return Moment(
        uid=source.uid(at),
        at=at,
        day=day,
        trigger=trigger,
        tag=tag if source.chance(0.85) else "",
        peak=peak if source.chance(0.96) else None,
        calm_min=None if still_going or source.chance(0.08) else min(480, max(2, round(calm))),
        still_going=still_going,
        response=response if source.chance(0.94) else None,
        did=did if source.chance(0.7) else (),
        place=rng.choice(PLACES) if source.chance(0.6) else "",
        company=rng.choice(COMPANY) if source.chance(0.6) else "",
        note=rng.choice(source.words.notes) if source.chance(0.15) else "",
    )


def _response(source: SampleDraw, skill: float) -> Response:
    draw = source.rng.random()
    if draw < 0.04:
        return Response.UNSURE
    if draw < 0.04 + 0.12 + 0.5 * skill:
        return Response.NEW
    return Response.MIXED if draw < 0.46 + 0.35 * skill else Response.OLD


def draw_night(source: SampleDraw, day: date) -> Night:
    """The night before the morning of `day`, at the weekend a little longer."""
    rng = source.rng
    bed = source.at(day - timedelta(days=1), 22.9, 32)
    lights = source.clock.at(bed.wall + timedelta(minutes=rng.randint(3, 35)))
    wake = source.at(day, 7.4 if day.weekday() >= 5 else 6.6, 24)
    up = source.clock.at(wake.wall + timedelta(minutes=rng.randint(3, 35)))
    awakenings = rng.choice((0, 0, 1, 1, 1, 2, 2, 3))
    sol = min(90, round(rng.lognormvariate(math.log(16), 0.55) / 5) * 5)
    waso = min(110, awakenings * round(rng.lognormvariate(math.log(9), 0.6)))
    return Night(
        uid=source.uid(up),
        day=day,
        bed=bed,
        lights=lights,
        sol_min=sol,
        waso_min=waso,
        wake=wake,
        up=up,
        awakenings=awakenings,
        quality=rating(8.5 - sol / 18 - waso / 20 + rng.gauss(0, 1)) if source.chance(0.9) else None,
        nap_min=rng.choice((15, 20, 30, 45)) if source.chance(0.08) else None,
        caffeine_late=source.chance(0.3) if source.chance(0.8) else None,
        alcohol=source.chance(0.15) if source.chance(0.8) else None,
    )
