"""Invented but plausible entries for trying Rewire out: the same seed gives the same bytes.

Everything is drawn from one `random.Random(seed)`; no clock is asked. A person's months repeat: practice on
more days than not, an evening check that answers to it a little, nights, moments, a gap of two weeks, a week
of pause, a change of plan. Beside the days there are a few lists, read articles and a measure of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rewire_app.content.library import Library
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    IntentionOutcome,
    Moment,
    Night,
    Pause,
    Plan,
    Practice,
)
from rewire_app.errors import RewireError
from rewire_app.exchange.sample.course import DayCourse, SampleCourse, SampleTime, draw_course, live
from rewire_app.exchange.sample.day import (
    SampleDraw,
    draw_evening,
    draw_moment,
    draw_moments,
    draw_night,
    draw_practice,
)
from rewire_app.exchange.sample.lists import SampleLists, list_source, sample_lists
from rewire_app.exchange.sample.words import read_words
from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.store.store import Store

Entry = Practice | DayEntry | Night | Moment | Plan | Pause | Intention | SampleLists

ZONE = "Europe/Berlin"
"""Where the invented person lives: the same bytes on every machine, and both changes of the clock."""

PLAN_EXERCISE = "b-paced"


def sample_entries(days: int, seed: int, today: date, zone: tzinfo | None = None) -> list[Entry]:
    """Invented entries for the `days` that end with `today`, which is still in its morning."""
    rng = Random(seed)
    source = SampleDraw(
        rng=rng, clock=ZoneClock(zone or ZoneInfo(ZONE)), words=read_words(), library=Library()
    )
    course = draw_course(rng, days)
    first = today - timedelta(days=days - 1)
    entries: list[Entry] = [*_plans(source, course, first), *_pauses(source, course, first)]
    for how in list(live(rng, course)):
        day = first + timedelta(days=how.index)
        if day == today:
            entries += _this_morning(source, day, how)
        elif how.stretch is not SampleTime.GAP:
            entries += _whole_day(source, day, how, today)
    return [*entries, *sample_lists(list_source(source, seed), first, today)]


def fill(store: Store, days: int, seed: int, today: date) -> int:
    """Put `sample_entries` into the empty profile of `store`; returns how many there are.

    Raises RewireError, and changes nothing, if the profile holds any entry at all.
    """
    from rewire_app.store.queries import holds_anything

    if holds_anything(store.vault):
        raise RewireError(
            _("This profile already holds entries. Sample data needs an empty profile; nothing was changed.")
        )
    entries = sample_entries(days, seed, today)
    store.many(entries)
    return len(entries)


def _plans(source: SampleDraw, course: SampleCourse, first: date) -> Iterator[Plan]:
    for number, (index, per_week) in enumerate(course.plans):
        day = first + timedelta(days=index)
        yield Plan(
            uid=source.uid(source.at(day, 8)),
            from_day=day,
            per_week=per_week,
            cue=source.words.cues[number % len(source.words.cues)],
            exercise=PLAN_EXERCISE,
            minutes=5,
        )


def _pauses(source: SampleDraw, course: SampleCourse, first: date) -> Iterator[Pause]:
    for number, span in enumerate(course.pauses):
        day = first + timedelta(days=span.start)
        yield Pause(
            uid=source.uid(source.at(day, 9)),
            from_day=day,
            to_day=first + timedelta(days=span.stop - 1),
            reason=source.words.pause[number % len(source.words.pause)],
        )


def _this_morning(source: SampleDraw, day: date, how: DayCourse) -> list[Entry]:
    night = draw_night(source, day)
    breakfast = night.up.wall.hour + (night.up.wall.minute + 15) / 60
    moment = draw_moment(source, day, breakfast, how)
    return [night, replace(moment, peak=6, calm_min=20, still_going=False)]


def _whole_day(source: SampleDraw, day: date, how: DayCourse, today: date) -> Iterator[Entry]:
    if source.chance(0.6 if how.stretch is SampleTime.PAUSE else 0.85):
        yield draw_night(source, day)
    yield from draw_moments(source, day, how)
    for _n in range(how.practices):
        practice = draw_practice(source, day, how, PLAN_EXERCISE)
        yield practice
        if practice.counts and source.chance(0.06):
            yield _intention(source, practice, today)
    evening = draw_evening(source, day, how)
    if evening is not None:
        yield evening


def _intention(source: SampleDraw, practice: Practice, today: date) -> Intention:
    asked = practice.day + timedelta(days=3)
    recalled = source.rng.choice((*IntentionOutcome, None)) if asked < today else None
    return Intention(
        uid=source.uid(practice.ended),
        day=practice.day,
        text=source.rng.choice(source.words.intentions),
        exercise=practice.exercise,
        practice=practice.uid,
        recalled=recalled,
        recalled_day=asked if recalled else None,
    )
