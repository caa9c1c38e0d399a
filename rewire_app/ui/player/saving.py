"""What is written down during an exercise: the run at every step, and the practice at its end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from rewire_app.domain.days import Instant, logical_day
from rewire_app.domain.exercise.breathing import MINUTES, PACE
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PassPhase
from rewire_app.domain.journal.entries import Intention, Practice, SavedRun, Status, new_uid
from rewire_app.errors import RewireError
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.typed_words import TypedWords

if TYPE_CHECKING:
    from rewire_app.store.store import Store

DEEPEST = 3
"""How many exercises can wait for one another."""
NOTHING_YET_S = 10
"""Below this many seconds, with nothing answered and no step gone through, leaving keeps nothing."""


def run_state(run: Run, seconds: float, waiting: SavedRun | None, where: tuple[str, str] = ("", "")) -> str:
    """The run as JSON, with its seconds so far, its place and company, and the run that waits."""
    state: dict[str, Any] = json.loads(run.to_json())
    state["seconds"] = round(seconds, 1)
    if any(where):
        state["where"] = list(where)
    if waiting is not None:
        state["waiting"] = _packed(waiting)
    return _written(state)


def seconds_of(saved: SavedRun) -> float:
    """How long a saved run took so far; 0 when that cannot be read."""
    value = state_of(saved).get("seconds", 0)
    return float(value) if isinstance(value, int | float) and value >= 0 else 0.0


def where_of(saved: SavedRun) -> tuple[str, str]:
    """Place and company of a saved run; empty when they cannot be read."""
    match state_of(saved).get("where"):
        case [str(place), str(company)]:
            return place, company
    return "", ""


def is_over(store: Store, saved: SavedRun) -> bool:
    """Whether a saved run is kept as a practice already, which only an earlier Rewire can have left behind.

    It ended a run in a second commit, and noted in the run which practice it would be.
    """
    uid = state_of(saved).get("practice")
    return isinstance(uid, str) and store.practices.get(uid) is not None


def waiting_of(saved: SavedRun) -> SavedRun | None:
    """The run that waits for `saved` to be over, if there is one."""
    return _unpacked(state_of(saved).get("waiting"))


def chain(saved: SavedRun | None) -> list[SavedRun]:
    """`saved` and all that wait for it, each alone, the newest first."""
    found = []
    while saved is not None:
        found.append(replace(saved, state=_written(state_of(saved) | {"waiting": None})))
        saved = waiting_of(saved)
    return found


def linked(runs: Sequence[SavedRun]) -> SavedRun | None:
    """The first of `runs`, with the others waiting for it in this order; None when there are none."""
    waiting: SavedRun | None = None
    for one in reversed(runs):
        packed = None if waiting is None else _packed(waiting)
        waiting = replace(one, state=_written(state_of(one) | {"waiting": packed}))
    return waiting


def _written(state: dict[str, Any]) -> str:
    kept = {key: value for key, value in state.items() if key != "waiting" or value is not None}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def worth_keeping(run: Run, seconds: float) -> bool:
    """Whether anything was answered, gone through or lived through that would be missed."""
    given = {key for key, value in run.given.items() if value is not None}
    if run.note or given - {PACE, MINUTES} - run.handed:
        return True
    if run.phase in (PassPhase.GATE, PassPhase.BEFORE):
        return False
    return run.steps_done > 0 or seconds >= NOTHING_YET_S


def state_of(saved: SavedRun) -> dict[str, Any]:
    try:
        state = json.loads(saved.state)
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _packed(saved: SavedRun, deep: int = 1) -> dict[str, Any]:
    state = state_of(saved)
    inner = _unpacked(state.pop("waiting", None))
    if inner is not None and deep < DEEPEST:
        state["waiting"] = _packed(inner, deep + 1)
    at = saved.started
    return {
        "exercise": saved.exercise,
        "version": saved.version,
        "started": [at.utc_ms, at.offset_min, at.zone],
        "state": state,
    }


def _unpacked(packed: object) -> SavedRun | None:
    try:
        assert isinstance(packed, dict)
        utc_ms, offset_min, zone = packed["started"]
        return SavedRun(
            exercise=str(packed["exercise"]),
            version=int(packed["version"]),
            started=Instant(utc_ms=int(utc_ms), offset_min=int(offset_min), zone=str(zone)),
            state=_written(packed["state"]),
        )
    except (AssertionError, AttributeError, KeyError, TypeError, ValueError):
        return None


def practice_of(
    run: Run, *, uid: str, started: Instant, ended: Instant, day_start: int, seconds: float
) -> Practice:
    """The practice that `run` was; after a clock was set back it began its `seconds` before its end."""
    if started.utc_ms > ended.utc_ms:
        started = replace(ended, utc_ms=ended.utc_ms - round(seconds) * 1_000)
    return Practice(
        uid=uid,
        exercise=run.exercise.id,
        version=run.exercise.version,
        started=started,
        ended=ended,
        day=logical_day(ended, day_start),
        status=Status.STOPPED if run.ended_early else Status.DONE,
        seconds=round(seconds),
        steps_done=run.steps_done,
        steps_seen=run.steps_seen,
        measure=run.exercise.measure,
        before=run.before,
        after=run.after,
        answers=json.dumps(run.answers, ensure_ascii=False, separators=(",", ":")),
        note=run.note,
    )


def intention_of(run: Run, practice: Practice) -> Intention | None:
    """The if-then sentence that was kept, if one was."""
    if not run.plan:
        return None
    return Intention(
        uid=new_uid(practice.ended),
        day=practice.day,
        text=run.plan,
        exercise=practice.exercise,
        practice=practice.uid,
    )


def _texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, in its order."""
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


class RunDraft(QObject):
    """Keeps the run on disk: at once on a step, soon after typing, never later than two seconds.

    With `unkept` it does nothing at all, and whatever run waits stays as it is.
    """

    def __init__(
        self,
        context: Context,
        state: Callable[[], SavedRun],
        told: Callable[[str], None],
        parent: QObject,
        *,
        unkept: bool = False,
    ) -> None:
        """`state` gives what to keep; `told` hears the sentence of a fault, or "" when all is kept."""
        super().__init__(parent)
        self._unkept = unkept
        self._context = context
        self._state = state
        self._told = told
        self._saving = Autosave(self._write, self, words=self._words)

    def _words(self) -> tuple[TypedWords, ...]:
        """All that was answered in words, under the title of the exercise."""
        run = self._state()
        state = state_of(run)
        text = "\n\n".join(_texts([state.get("given"), state.get("note")]))
        title = self._context.library.title(run.exercise)
        return (TypedWords(label=title, text=text),) if text else ()

    @property
    def due(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._saving.due

    def soon(self) -> None:
        """Something was typed."""
        if not self._unkept:
            self._saving.soon()

    def keep(self) -> bool:
        """Write the run down now; False when it could not be, and it stays due."""
        return self._unkept or self._saving.now()

    def _write(self) -> bool:
        try:
            self._context.store.runs.save(self._state())
        except RewireError as error:
            self._told(str(error))
            return False
        self._told("")
        return True

    def over(self, waiting: SavedRun | None) -> None:
        """Nothing of the pass is kept: forget its run, and let the one that waited be the unfinished one."""
        if self._unkept:
            return
        self._saving.stop()
        try:
            if waiting is None:
                self._context.store.runs.clear()
            else:
                self._context.store.runs.save(waiting)
        except RewireError as error:
            self._told(str(error))

    def stop(self) -> None:
        """Write nothing more."""
        self._saving.stop()
