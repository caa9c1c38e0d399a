"""What lies around a pass: earlier passes, the person's lists and breathing patterns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rewire_app.domain.care import KEY as CARE
from rewire_app.domain.days import Instant, logical_day
from rewire_app.domain.exercise.breathing import Breathing
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.list_rows import on_the_ladder
from rewire_app.domain.exercise.measure import worse_three_times
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.entries import Practice, SavedRun, new_uid
from rewire_app.domain.lists.entries import LadderStep, ListEntry, folded
from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.guesses import is_over
from rewire_app.errors import RewireError, StoreError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.player.chosen_breath import wished
from rewire_app.ui.player.saving import practice_of

if TYPE_CHECKING:
    from rewire_app.domain.custom import BreathPattern

EARLIER = 12
"""How many earlier practices of the exercise are looked at for the two rated ones before this pass."""


def begun(context: Context, exercise: Exercise, minutes: int | None = None) -> Run:
    """A pass at its first screen, with the lists that it names, breathed as last time and as planned.

    `minutes`: so long this time, whatever is planned.
    """
    from rewire_app.reports.recalled import Recalled, read_recalled

    found = Recalled()
    wish = Breathing()
    try:
        found = read_recalled(context.store, context.library, exercise, context.today)
        exercise = with_custom_paces(context, exercise)
        wish = wished(context, exercise, minutes)
    except RewireError as error:
        context.hub.failed.emit(str(error))
    measure = context.library.measure_of(exercise)
    fresh = Run.begin(exercise, measure=measure, stores=found.stores, rows=found.rows)
    return fresh.breathe(wish)


def with_words_of(context: Context, fresh: Run, uid: str) -> Run:
    """`fresh` with the answers of the practice `uid` standing in its fields; raises a StoreError."""
    from rewire_app.domain.exercise.pass_answers import read_answers
    from rewire_app.domain.exercise.refill import offers_from

    practice = context.store.practices.get(uid)
    answers = read_answers(practice.answers) if practice is not None else None
    return replace(fresh, offered=offers_from(fresh.exercise, answers or {}))


def resumed(fresh: Run, saved: SavedRun) -> Run:
    """The pass where `saved` left it, with the lists as they are now."""
    return Run.from_json(
        fresh.exercise, saved.state, measure=fresh.measure, stores=fresh.stores, rows=fresh.rows
    )


def practised(context: Context, run: Run, *, uid: str, started: Instant, seconds: float) -> Practice:
    """The practice that `run` was, ended now."""
    return practice_of(
        run,
        uid=uid,
        started=started,
        ended=context.clock.now(),
        day_start=context.settings.day_start,
        seconds=seconds,
    )


def kept_by(context: Context, run: Run, practice: str | None = None) -> tuple[ListEntry, ...]:
    """The entries that `run` leaves in the person's lists if it ends now.

    `practice`: the uid under which it is kept, which a guess that begins with it has from then on.
    """
    now = context.clock.now()
    found = tuple(
        replace(entry, practice=practice) if isinstance(entry, Expectation) and not is_over(entry) else entry
        for entry in run.kept(now, logical_day(now, context.settings.day_start))
    )
    if not any(isinstance(entry, LadderStep | Expectation) for entry in found):
        return found
    try:
        return on_the_ladder(found, context.store.ladder.all())
    except RewireError as error:
        context.hub.failed.emit(str(error))
        return found


def care_told(context: Context, run: Run) -> dict[str, str]:
    """The record of what to be careful with as `run` leaves it, as a fact; nothing where it stays."""
    from rewire_app.reports.care import care_record

    try:
        record = care_record(context.store)
    except RewireError as error:
        context.hub.failed.emit(str(error))
        return {}
    told = run.careful(record, context.today)
    return {} if told == record else {CARE: told.as_text()}


def worse_lately(context: Context, run: Run, uid: str) -> bool:
    """Whether this pass and the two rated ones before it each ended at least a point of 10 worse."""
    measure = run.measure
    if measure is None or run.before is None or run.after is None:
        return False
    try:
        earlier = context.store.practices.of_exercise(run.exercise.id, EARLIER)
    except RewireError as error:
        context.hub.failed.emit(str(error))
        return False
    rated = [
        (one.before, one.after) for one in reversed(earlier) if one.uid != uid and one.measure == measure.id
    ]
    return worse_three_times(measure, [*rated, (run.before, run.after)])


def with_custom_paces(context: Context, exercise: Exercise) -> Exercise:
    """Paced breathing with the person's patterns among its paces; every other exercise as it is."""
    from rewire_app.content.breath_patterns import PACED, with_patterns

    if exercise.id != PACED:
        return exercise
    return with_patterns(exercise, context.store.breath_patterns.all())


def keep_pattern(context: Context, pattern: BreathPattern) -> str:
    """Write down a pattern that was set during an exercise; returns why it could not be, or ""."""
    store = context.store.breath_patterns
    fresh = replace(pattern, uid=new_uid(context.clock.now()))
    try:
        twin = any(folded(one.name) == folded(fresh.name) for one in store.all())
    except StoreError as error:
        return str(error)
    if twin:
        return _("There is a pattern of this name already. Give this one another name.")
    if context.hub.do(_("pattern kept, {name}").format(name=fresh.name), store.add, fresh):
        return ""
    return _("This is not saved yet. What you wrote is still here.")
