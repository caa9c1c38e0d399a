"""Runs that were left: which of them wait, and how one that waits no longer is kept as ended early."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from rewire_app.domain.days import Instant, logical_day
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.entries import RESUMABLE_DAYS, Practice, SavedRun, Status, new_uid
from rewire_app.domain.lists.entries import ListEntry
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.player.around import begun, kept_by
from rewire_app.ui.player.saving import (
    DEEPEST,
    chain,
    is_over,
    linked,
    practice_of,
    seconds_of,
    state_of,
    worth_keeping,
)

Left = list[Practice | ListEntry]


def before_this(context: Context, exercise: Exercise) -> SavedRun | None:
    """The run that waits while `exercise` is gone through anew.

    One of the same exercise ends here, and so do the oldest where too many would wait; what was answered
    in them is kept. When that cannot be written down, all wait as they did.
    """
    with context.hub.telling():
        saved = context.store.runs.load()
        stay = [one for one in chain(saved) if one.exercise != exercise.id][:DEEPEST]
        entries, rest = _ended(context, saved, lambda one: one not in stay, exercise)
        if not entries:
            return rest
        kept = context.hub.keep(_("practice ended early"), None, context.store.finish, entries, rest)
        return rest if kept else saved
    return None


def end_overdue(context: Context) -> None:
    """Keep as ended early, unasked, what was left longer ago than it can be gone on with."""
    with context.hub.telling():
        saved = context.store.runs.load()
        oldest = context.today - timedelta(days=RESUMABLE_DAYS)
        if any(_overdue(one, oldest.toordinal()) for one in chain(saved)):
            entries, rest = _ended(context, saved, lambda one: _overdue(one, oldest.toordinal()))
            context.hub.note(context.store.finish, entries, rest)


def _overdue(saved: SavedRun, oldest: int) -> bool:
    """Whether it was begun before the day `oldest`, by the calendar; Today offers it by the same rule."""
    return saved.started.wall.toordinal() < oldest


def _ended(
    context: Context,
    saved: SavedRun | None,
    ends: Callable[[SavedRun], bool],
    known: Exercise | None = None,
) -> tuple[Left, SavedRun | None]:
    """What those runs leave that `ends` names, of `saved` and all that wait for it, and which go on waiting.

    `known`: an exercise that need not be read for it.
    """
    entries: Left = []
    rest = []
    for one in chain(saved):
        if not ends(one):
            rest.append(one)
        elif not is_over(context.store, one):
            entries += _left_by(context, one, known)
    return entries, linked(rest)


def _left_by(context: Context, saved: SavedRun, known: Exercise | None) -> Left:
    """The practice that a run was, as far as it went, and what it gives the lists; nothing for nothing.

    It counts for the day on which it was gone through, not for the one on which it was given up.
    """
    try:
        mine = known is not None and known.id == saved.exercise
        exercise = known if mine and known is not None else context.library.exercise(saved.exercise)
    except ContentError:  # the exercise is gone, and what was answered in it is not
        return _bare(context, saved)
    seconds, fresh = seconds_of(saved), begun(context, exercise)
    run = Run.from_json(
        fresh.exercise,
        saved.state,
        measure=fresh.measure,
        stores=fresh.stores,
        rows=fresh.rows,
        lenient=True,
    ).stop()
    if not worth_keeping(run, seconds):
        return []
    practice = practice_of(
        run,
        uid=new_uid(saved.started),
        started=saved.started,
        ended=_end(saved),
        day_start=context.settings.day_start,
        seconds=seconds,
    )
    return [practice, *kept_by(context, run, practice.uid)]


def _end(saved: SavedRun) -> Instant:
    """When it was left, as far as its seconds tell."""
    return replace(saved.started, utc_ms=saved.started.utc_ms + round(seconds_of(saved) * 1000))


def _bare(context: Context, saved: SavedRun) -> Left:
    """The practice of an exercise that cannot be read: its answers by name, those of a repeat by round."""
    answers: dict[str, object] = {}
    rounds: dict[str, list[object]] = {}
    given = state_of(saved).get("given")
    for key, value in given.items() if isinstance(given, dict) else ():
        name, again, _turn = str(key).partition("#")
        if name.startswith("@") or value is None:
            continue
        if again:
            rounds.setdefault(name, []).append(value)
        else:
            answers[name] = value
    kept = answers | rounds
    if not kept:
        return []
    return [
        Practice(
            uid=new_uid(saved.started),
            exercise=saved.exercise,
            version=saved.version,
            started=saved.started,
            ended=_end(saved),
            day=logical_day(_end(saved), context.settings.day_start),
            status=Status.STOPPED,
            seconds=round(seconds_of(saved)),
            steps_done=0,
            steps_seen=len(kept),
            answers=json.dumps(kept, ensure_ascii=False, separators=(",", ":")),
        )
    ]
