"""Invented but plausible entries for trying Rewire out: the same seed gives the same bytes.

Everything is drawn from one `random.Random(seed)`; no clock is asked. A person's months repeat: practice on
more days than not, an evening check that answers to it a little, nights, moments, a gap of two weeks, a week
of pause, a change of plan. Beside the days there are a few lists, read articles, a measure of their own,
results of questionnaires and two fair tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from rewire_app import settings
from rewire_app.content.library import Library
from rewire_app.domain.custom import Favourite
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.journal.dropped import QuickRating, SkillRecall
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    IntentionOutcome,
    Moment,
    Night,
    NightRecording,
    Pause,
    Plan,
    Practice,
)
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark, MarkKind, WishedEnd
from rewire_app.domain.journal.planned import weekday_mask
from rewire_app.domain.journal.scores import Score
from rewire_app.domain.library.reading import Reading
from rewire_app.domain.lists.entries import (
    KitItem,
    LadderStep,
    ListEntry,
    Pattern,
    PatternState,
    Value,
    Worry,
    WorrySort,
)
from rewire_app.domain.lists.expected import (
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard
from rewire_app.errors import RewireError
from rewire_app.exchange.sample.course import DayCourse, SampleCourse, SampleTime, draw_course, live
from rewire_app.exchange.sample.day import (
    SampleDraw,
    draw_evening,
    draw_moment,
    draw_moments,
    draw_night,
    draw_pass,
    draw_practice,
    rating,
)
from rewire_app.exchange.sample.diary import SampleDiary, sample_diary
from rewire_app.exchange.sample.fair_tests import sample_tests
from rewire_app.exchange.sample.guesses import sample_guesses
from rewire_app.exchange.sample.moments import more_of_moments
from rewire_app.exchange.sample.nights import more_of_night, recordings
from rewire_app.exchange.sample.notes import SampleNotes, sample_notes
from rewire_app.exchange.sample.patterns import sample_pattern
from rewire_app.exchange.sample.places import placed_moments, placed_passes
from rewire_app.exchange.sample.ratings import sample_ratings
from rewire_app.exchange.sample.recalls import sample_recalls
from rewire_app.exchange.sample.scores import sample_scores
from rewire_app.exchange.sample.values import SampleValues, sample_values
from rewire_app.exchange.sample.words import read_words
from rewire_app.i18n import _
from rewire_app.settings import Settings
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault

SampleLists = ListEntry | Favourite | Reading | Mark | CustomMeasure | CustomRating | Experiment

WORRY_TIME = 18 * 60
"""The minute of the day for worries."""

SHORTEST = 30
"""Days below which there are no marks."""

MEASURED = 90
"""Days back from today in which the own measure was asked about."""


def sample_lists(source: SampleDraw, first: date, today: date) -> Iterator[SampleLists]:
    """The lists as they stand on `today`, and what happened since `first`; from `source` alone."""
    words = source.words.kept
    yield from _lists(source, words, first, today)
    yield from (
        Favourite(uid=_uid(source, first, number), exercise=exercise)
        for number, exercise in enumerate(words["favourites"])
    )
    yield from _readings(source, words, first, today)
    if (today - first).days + 1 >= SHORTEST:
        yield from _marks(source, words, first, today)
    yield from _measured(source, words, first, today)
    yield from sample_tests(source, first, today)
    yield from _planned(source, words, first, today)
    yield from sample_guesses(source, words, first, today)
    yield from _tries(source, words, first, today)


def _at(source: SampleDraw, day: date, number: int) -> Instant:
    """Some minutes past seven in the evening of `day`."""
    return source.at(day, 19 + number / 30)


def _uid(source: SampleDraw, day: date, number: int) -> str:
    return source.uid(_at(source, day, number))


def _lists(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[ListEntry]:
    values = [Value(uid=_uid(source, first, number), **told) for number, told in enumerate(words["values"])]
    yield from values
    for number, step in enumerate(words["ladder"]):
        done = max(first, today - timedelta(days=20 - 6 * number)) if step.get("done") else None
        told = {name: step[name] for name in ("fear", "step", "distress")}
        yield LadderStep(uid=_uid(source, first, number), done_day=done, **told)
    for number, worry in enumerate(words["worries"]):
        sort = WorrySort(worry["sort"])
        told = {"due": today, "minute": WORRY_TIME} if sort is WorrySort.OPEN else {}
        yield Worry(uid=_uid(source, first, number), **{**worry, **told, "sort": sort})
    for number, item in enumerate(words["kit"]):
        yield KitItem(uid=_uid(source, first, number), **item)
    for number, pattern in enumerate(words["patterns"]):
        yield sample_pattern(pattern, _uid(source, first, number), values, today)


def _planned(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[ListEntry]:
    """A plan for one of the next days and one that was looked back on; cards, scripts, thoughts, dreams."""
    for number, plan in enumerate(words["open"]):
        told = {name: given for name, given in plan.items() if name not in ("days", "kind", "state")}
        yield Expectation(
            uid=_uid(source, first, number),
            due=today + timedelta(days=plan["days"]),
            kind=ExpectationKind(plan["kind"]),
            state=ExpectationState(plan.get("state", "open")),
            **told,
        )
    for name, make in (("cards", UrgeCard), ("scripts", Script), ("thoughts", Thought), ("dreams", Dream)):
        for number, entry in enumerate(words[name]):
            yield make(uid=_uid(source, first, number), **entry)


def _tries(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[Expectation]:
    """What was expected of the steps of the ladder that were taken, and what came."""
    for number, one in enumerate(words["tries"]):
        told = {name: given for name, given in one.items() if name not in ("step", "days", "outcome")}
        day = max(first, today + timedelta(days=one["days"]))
        yield Expectation(
            uid=_uid(source, day, number),
            what=one["step"],
            kind=ExpectationKind.EXPOSURE,
            outcome=ExpectationOutcome(one["outcome"]),
            state=ExpectationState.DONE,
            made_day=day,
            looked_day=day,
            **told,
        )


def _readings(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[Reading]:
    """One article every five days up to last week, the first of them kept, and one begun yesterday."""
    for number, article in enumerate(reversed(words["read"])):
        day = max(first, today - timedelta(days=7 + 5 * number))
        yield Reading(
            uid=_uid(source, day, number),
            article=article,
            opened=_at(source, day, number),
            read_day=day,
            kept=article == words["read"][0],
        )
    day = max(first, today - timedelta(days=1))
    opened = _at(source, day, 0)
    yield Reading(uid=source.uid(opened), article=words["opened"], opened=opened, place=4)


def _marks(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[Mark]:
    for number, mark in enumerate(words["marks"]):
        day = first + timedelta(days=round(((today - first).days) * mark["from"]))
        end = min(today, day + timedelta(days=mark.get("days", 1) - 1))
        yield Mark(
            uid=_uid(source, day, number),
            from_day=day,
            to_day=end,
            kind=MarkKind(mark["kind"]),
            text=mark["text"],
        )


def _measured(
    source: SampleDraw, words: Mapping[str, Any], first: date, today: date
) -> Iterator[CustomMeasure | CustomRating]:
    """A measure and its value on most evenings before today; it carries over from day to day (AR(1))."""
    begun = max(first, today - timedelta(days=MEASURED))
    told = {**words["measure"], "better": WishedEnd(words["measure"]["better"])}
    measure = CustomMeasure(uid=_uid(source, begun, 0), **told)
    yield measure
    level = 0.0
    for back in range((today - begun).days, 0, -1):
        level = 0.5 * level + source.rng.gauss(0, 1.4)
        if source.chance(0.85):
            day = today - timedelta(days=back)
            uid = source.uid(source.at(day, 21.8))
            yield CustomRating(uid=uid, measure_uid=measure.uid, day=day, value=rating(5.5 + level))


def list_source(source: SampleDraw, seed: int) -> SampleDraw:
    """A source of its own, so that what a day holds does not depend on what is kept beside it."""
    return SampleDraw(
        rng=Random(f"kept {seed}"), clock=source.clock, words=source.words, library=source.library
    )


SampleDays = (
    Practice | DayEntry | Night | NightRecording | Moment | Plan | Pause | Intention | Score | QuickRating
)
Entry = SkillRecall | SampleDays | SampleLists | SampleNotes | SampleValues | SampleDiary

ZONE = "Europe/Berlin"
"""Where the invented person lives: the same bytes on every machine, and both changes of the clock."""

PLAN_EXERCISE = "b-paced"
SECOND_EXERCISE = "d-stop"
SECOND_DAYS = weekday_mask((1, 3))
"""Of the second small plan: Tuesdays and Thursdays."""
WRITTEN = {"c-record": (4, 16, 37), "i-dearman": (9, 24, 44)}
"""Exercises whose passes are read again, and how many days ago they were gone through, or some days more."""


def sample_entries(days: int, seed: int, today: date, zone: tzinfo | None = None) -> list[Entry]:
    """Invented entries for the `days` that end with `today`, which is still in its morning."""
    rng = Random(seed)
    source = SampleDraw(
        rng=rng, clock=ZoneClock(zone or ZoneInfo(ZONE)), words=read_words(), library=Library()
    )
    course = draw_course(rng, days)
    first = today - timedelta(days=days - 1)
    entries: list[Entry] = [*_plans(source, course, first), *_pauses(source, course, first)]
    lived = list(live(rng, course))
    for how in lived:
        day = first + timedelta(days=how.index)
        if day == today:
            entries += _this_morning(source, day, how)
        elif how.stretch is not SampleTime.GAP:
            entries += _whole_day(source, day, how, today)
    entries += _written(replace(source, rng=Random(f"written {seed}")), lived, first, today)
    asleep = replace(source, rng=Random(f"nights {seed}"))
    entries = [more_of_night(asleep, one) if isinstance(one, Night) else one for one in entries]
    told = recordings(asleep, [one for one in entries if isinstance(one, Night)], today)
    evenings = [one.day for one in entries if isinstance(one, DayEntry)]
    noted = sample_notes(replace(source, rng=Random(f"notes {seed}")), evenings, first)
    kept = list(sample_lists(list_source(source, seed), first, today))
    felt = replace(source, rng=Random(f"moments {seed}"))
    patterns = [one for one in kept if isinstance(one, Pattern) and one.state is PatternState.ACTIVE]
    moments = more_of_moments(felt, [one for one in entries if isinstance(one, Moment)], patterns)
    where = Random(f"places {seed}")
    passes = placed_passes(where, [one for one in entries if isinstance(one, Practice)])
    whole: dict[str, Entry] = {one.uid: one for one in placed_moments(where, moments)}
    whole |= {one.uid: one for one in passes}
    scores = sample_scores(source, seed, first, today)
    card = sample_diary(source, seed, first, today)
    values = [one for one in kept if isinstance(one, Value)]
    valued = sample_values(source, seed, values, first, today)
    recalls = sample_recalls(source, seed, [one for one in kept if isinstance(one, Reading)], today)
    rated = sample_ratings(replace(source, rng=Random(f"ratings {seed}")), evenings)
    more: list[Entry] = [*told, *noted, *kept, *scores, *card, *valued, *recalls, *rated]
    return [*(whole.get(one.uid, one) for one in entries), *more]


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
            obstacle=source.words.obstacles[number % len(source.words.obstacles)],
            answer=source.words.ways_around[number % len(source.words.ways_around)],
        )
    if course.second is not None:
        day = first + timedelta(days=course.second)
        uid = source.uid(source.at(day, 9))
        yield Plan(
            uid=uid,
            from_day=day,
            per_week=SECOND_DAYS.bit_count(),
            cue=source.words.cues[-1],
            exercise=SECOND_EXERCISE,
            thread=uid,
            weekdays=SECOND_DAYS,
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


def _written(source: SampleDraw, lived: Sequence[DayCourse], first: date, today: date) -> Iterator[Practice]:
    """Passes that leave a page to read again, besides what else was practised on their days.

    The draw of every day reaches these exercises so late that a season could go by without one.
    """
    for exercise, ages in WRITTEN.items():
        for turn, age in enumerate(ages):
            before = (how for how in reversed(lived) if how.practices and how.stretch is SampleTime.USUAL)
            until = (today - first).days - age
            how = next((one for one in before if one.index <= until), None)
            if how is not None:
                day = first + timedelta(days=how.index)
                yield draw_pass(source, day, how, source.library.exercise(exercise), turn=turn)


DAYS = 180
SEED = 7


def fill_demo(folder: Path, today: date, *, days: int = DAYS) -> None:
    """Fill the empty `folder` with `days` of invented data that end on `today`, past the first start."""
    vault = open_vault(folder)
    try:
        fill(Store(vault), days, SEED, today)
    finally:
        vault.close()
    settings.save(folder, Settings(set_up=True))
