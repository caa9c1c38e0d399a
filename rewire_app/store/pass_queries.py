"""Narrow reads of the passes a person went through, the newest first, straight from the connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class PassFacts:
    """A practice as its row tells it: `day` is an ordinal, `answers` JSON, `away` 0 or 1."""

    uid: str
    exercise: str
    started_ms: int
    started_off: int
    day: int
    status: str
    seconds: int
    measure: str
    before: int | None
    after: int | None
    answers: str
    note: str
    away: int = 0


_COLUMNS = (
    "uid, exercise, started_ms, started_off, day, status, seconds, measure, "
    '"before", "after", answers, note, away FROM practices WHERE deleted_ms IS NULL'
)

_ALL = f"SELECT {_COLUMNS} ORDER BY started_ms DESC, uid DESC"
_ONE = f"SELECT {_COLUMNS} AND uid = ?"
_OF_DAY = f"SELECT {_COLUMNS} AND day = ? ORDER BY started_ms, uid"
_OF_EXERCISE = f"SELECT {_COLUMNS} AND exercise = ? ORDER BY started_ms DESC, uid DESC LIMIT ?"
_NAMING = f"SELECT {_COLUMNS} AND exercise = ? AND instr(answers, ?) > 0 ORDER BY started_ms DESC, uid DESC"
_COUNT_OF = "SELECT count(*) FROM practices WHERE deleted_ms IS NULL AND exercise = ?"
_COUNTS = (
    f"SELECT exercise, count(*) FROM practices WHERE deleted_ms IS NULL AND {COUNTED} "
    "AND day BETWEEN ? AND ? GROUP BY exercise ORDER BY count(*) DESC, max(started_ms) DESC"
)
_COUNTED_BETWEEN = (
    f"SELECT day, exercise, seconds FROM practices WHERE deleted_ms IS NULL AND {COUNTED} "
    "AND day BETWEEN ? AND ? ORDER BY day, started_ms"
)
_BETWEEN = f"SELECT {_COLUMNS} AND day BETWEEN ? AND ? ORDER BY started_ms DESC, uid DESC"
_COUNTED_UP_TO = (
    f"SELECT day, exercise, place, company FROM practices WHERE deleted_ms IS NULL AND {COUNTED} "
    "AND day <= ? ORDER BY day, started_ms"
)
_PLAN = "SELECT text FROM intentions WHERE deleted_ms IS NULL AND practice = ? ORDER BY uid LIMIT 1"
_GUESSES = "SELECT uid, what FROM expectations WHERE deleted_ms IS NULL AND practice = ? ORDER BY uid"
_ALL_PLANS = "SELECT practice, text FROM intentions WHERE deleted_ms IS NULL AND practice IS NOT NULL"
_NEIGHBOURS = (
    "SELECT (SELECT uid FROM practices WHERE deleted_ms IS NULL AND exercise = here.exercise "
    "AND (started_ms, uid) < (here.started_ms, here.uid) ORDER BY started_ms DESC, uid DESC LIMIT 1), "
    "(SELECT uid FROM practices WHERE deleted_ms IS NULL AND exercise = here.exercise "
    "AND (started_ms, uid) > (here.started_ms, here.uid) ORDER BY started_ms, uid LIMIT 1) "
    "FROM practices AS here WHERE here.uid = ?"
)


def passes(vault: Vault) -> list[PassFacts]:
    """Every pass, finished or stopped, the newest first."""
    return [PassFacts(*row) for row in rows(vault, _ALL)]


def one_pass(vault: Vault, uid: str) -> PassFacts | None:
    """The pass `uid`; None when it is not there."""
    found = rows(vault, _ONE, (uid,))
    return PassFacts(*found[0]) if found else None


def passes_of_day(vault: Vault, day: int) -> list[PassFacts]:
    """The passes that count for `day`, in the order they were begun."""
    return [PassFacts(*row) for row in rows(vault, _OF_DAY, (day,))]


def passes_of(vault: Vault, exercise: str, limit: int = -1) -> list[PassFacts]:
    """The last `limit` passes of one exercise, the newest first; all of them by itself."""
    return [PassFacts(*row) for row in rows(vault, _OF_EXERCISE, (exercise, limit))]


def passes_of_these(vault: Vault, exercises: Sequence[str]) -> list[PassFacts]:
    """Every pass of any of these exercises, the newest first."""
    found = [one for exercise in exercises for one in passes_of(vault, exercise)]
    return sorted(found, key=lambda one: (one.started_ms, one.uid), reverse=True)


def passes_naming(vault: Vault, exercises: Sequence[str], words: str) -> list[PassFacts]:
    """The passes of these exercises in whose kept answers `words` stand as they are, the newest first."""
    found = [PassFacts(*row) for each in exercises for row in rows(vault, _NAMING, (each, words))]
    return sorted(found, key=lambda one: (one.started_ms, one.uid), reverse=True)


def count_of(vault: Vault, exercise: str) -> int:
    """How many passes of one exercise there are."""
    return int(rows(vault, _COUNT_OF, (exercise,))[0][0])


def counts_between(vault: Vault, a: int, b: int) -> list[tuple[str, int]]:
    """(exercise, passes that count) for each exercise done from day `a` to `b`, the most done first."""
    return rows(vault, _COUNTS, (a, b))


def counted_between(vault: Vault, a: int, b: int) -> list[tuple[int, str, int]]:
    """(day, exercise, seconds) of each pass that counts, from day `a` to `b`."""
    return rows(vault, _COUNTED_BETWEEN, (a, b))


def passes_between(vault: Vault, a: int, b: int) -> list[PassFacts]:
    """The passes from day `a` to `b`, the newest first."""
    return [PassFacts(*row) for row in rows(vault, _BETWEEN, (a, b))]


def counted_passes(vault: Vault, day: int) -> list[tuple[int, str, str, str]]:
    """(day, exercise, place, company) of each pass that counts, up to `day`; "" not noted."""
    return rows(vault, _COUNTED_UP_TO, (day,))


def plan_of(vault: Vault, uid: str) -> str:
    """The if-then sentence that was kept with the pass `uid`; "" without one."""
    found = rows(vault, _PLAN, (uid,))
    return str(found[0][0]) if found else ""


def guesses_of(vault: Vault, uid: str) -> list[tuple[str, str]]:
    """(uid, what it is) of each guess and plan that came of the pass `uid`."""
    return rows(vault, _GUESSES, (uid,))


def plans_by_pass(vault: Vault) -> dict[str, str]:
    """The if-then sentences that were kept with passes, by the uid of the pass."""
    return dict(rows(vault, _ALL_PLANS))


def neighbours(vault: Vault, uid: str) -> tuple[str | None, str | None]:
    """The passes of the same exercise right before and right after `uid`."""
    found = rows(vault, _NEIGHBOURS, (uid,))
    return found[0] if found else (None, None)
