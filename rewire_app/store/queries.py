"""Narrow reads: only the columns a page or a plot shows, straight from the connection as plain tuples.

Days are `date.toordinal()` integers, `a` and `b` are both included, and a value that was not noted has no row
(or is None). Every series is answered from the index it names. All raise a StoreError, never the
driver's own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from rewire_app.domain.custom import BreathPattern
from rewire_app.domain.days import DAY_START_KEY
from rewire_app.domain.goals import KEY
from rewire_app.domain.journal.entries import RESUMABLE_DAYS, Intention, Pause, Plan
from rewire_app.domain.journal.planned import for_the_day, holding
from rewire_app.settings import DAY_STARTS
from rewire_app.store.looking_back import Absence, FirstPass, absence, first_pass
from rewire_app.store.offer_queries import NOTHING, Lately, lately
from rewire_app.store.plan_queries import every_plan, pause_of, paused_lately, resting_lately
from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.unbundled_queries import unbundled
from rewire_app.store.unwanted_queries import withheld
from rewire_app.store.vault.vault import Vault

if TYPE_CHECKING:
    from rewire_app.domain.lists.entries import CrisisLine

Series = Literal["reactivity", "stress", "mood"]

_PRACTICE_DAYS = (
    "SELECT day, sum(seconds) FROM practices INDEXED BY ix_practices_day "
    f"WHERE deleted_ms IS NULL AND {COUNTED} AND day BETWEEN ? AND ? GROUP BY day"
)

_RATINGS = {
    name: f"SELECT day, {name} FROM days INDEXED BY ix_days_{name} "
    f"WHERE deleted_ms IS NULL AND {name} IS NOT NULL AND day BETWEEN ? AND ? ORDER BY day"
    for name in ("reactivity", "stress", "mood")
}

_EVENINGS = (
    "SELECT reactivity, stress, mood FROM days WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day"
)


def _minutes(milliseconds: str) -> str:
    """SQL for whole minutes, half to even, as `domain.days.minutes_between` rounds."""
    whole = f"({milliseconds}) / 60000"
    return f"({whole} + (({milliseconds}) % 60000 > 30000 - ({whole} & 1)))"


_NIGHTS = (
    f"SELECT day, {_minutes('wake_ms - lights_ms')} - sol_min - waso_min, {_minutes('up_ms - bed_ms')} "
    "FROM nights INDEXED BY ix_nights_lengths WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day"
)

_MOMENTS = (
    "SELECT day, peak, calm_min, still_going, response FROM moments INDEXED BY ix_moments_curves "
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, at_ms"
)

_OWN_RATINGS = (
    "SELECT day, value FROM own_ratings INDEXED BY ix_own_ratings_series "
    "WHERE measure_uid = ? AND deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day"
)

_MARKS = (
    "SELECT from_day, to_day, kind FROM marks INDEXED BY ix_marks_from_day "
    "WHERE deleted_ms IS NULL ORDER BY from_day, to_day"
)

_MARKS_TOLD = (
    "SELECT uid, from_day, to_day, kind, text FROM marks WHERE deleted_ms IS NULL "
    "ORDER BY from_day, to_day, uid"
)

_OWN_MEASURES = (
    "SELECT uid, name, low, high, low_words, high_words, kind, unit FROM own_measures "
    "WHERE deleted_ms IS NULL ORDER BY created_ms, uid"
)

_RATED = (
    'SELECT day, exercise, measure, "before", "after" FROM practices WHERE deleted_ms IS NULL '
    'AND "before" IS NOT NULL AND "after" IS NOT NULL AND day BETWEEN ? AND ? '
    "ORDER BY day, started_ms"
)

_RATED_LATEST = (
    'SELECT exercise, measure, "before", "after" FROM practices WHERE deleted_ms IS NULL '
    'AND "before" IS NOT NULL AND "after" IS NOT NULL AND exercise IN ({}) '
    "ORDER BY started_ms DESC LIMIT 400"
)

_LATEST = (
    "SELECT exercise FROM practices WHERE deleted_ms IS NULL AND exercise IN ({}) "
    "ORDER BY started_ms DESC LIMIT 1"
)

_CRISIS_PLAN = (
    "SELECT uid, section, text, contact FROM crisis_plan WHERE deleted_ms IS NULL ORDER BY created_ms, rowid"
)

_CRISIS_ORDER = "SELECT value FROM profile WHERE deleted_ms IS NULL AND key = 'order:crisis_plan'"

_EXTENT = "SELECT min(first), max(last) FROM ({})".format(
    " UNION ALL ".join(
        f"SELECT (SELECT min(day) FROM {table} WHERE {shown}) AS first, "
        f"(SELECT max(day) FROM {table} WHERE {shown}) AS last"
        for table, shown in (
            ("practices", f"deleted_ms IS NULL AND {COUNTED}"),
            *((table, "deleted_ms IS NULL") for table in ("days", "nights", "moments")),
        )
    )
)


ENTRY_TABLES = (
    "practices", "days", "nights", "moments", "plans", "pauses", "intentions", "runs",
    "own_values", "ladder", "crisis_plan", "patterns", "worries", "urges", "kit",
    "expectations", "urge_cards", "scripts", "thoughts", "dreams",
    "readings", "highlights", "replies", "own_exercises", "favourites", "breath_patterns",
    "marks", "own_measures", "own_ratings", "experiments", "unwanted_effects",
    "night_recordings", "notes", "note_versions", "note_templates", "scores",
    "value_ratings", "goals", "moves", "diary_rows", "diary_cells", "diary_days", "thinking_habits",
    "ratings", "recalls", "mappings", "to_raise", "packs",
)  # fmt: skip
"""Every table that holds what a person entered; short facts and which files came in are no entries."""


def holds_anything(vault: Vault) -> bool:
    """Whether there is any entry at all that was not removed."""
    asked = " OR ".join(f"EXISTS (SELECT 1 FROM {name} WHERE deleted_ms IS NULL)" for name in ENTRY_TABLES)
    return bool(rows(vault, f"SELECT {asked}")[0][0])


def first_and_last_day(vault: Vault) -> tuple[int, int] | None:
    """The first and last day with a practice that counts, an evening check, a night or a moment, or None."""
    first, last = rows(vault, _EXTENT)[0]
    return None if first is None else (first, last)


def practice_days(vault: Vault, a: int, b: int) -> list[tuple[int, int]]:
    """(day, seconds practised) for each day with a practice that counts (`Practice.counts`)."""
    return rows(vault, _PRACTICE_DAYS, (a, b))


def ratings(vault: Vault, series: Series, a: int, b: int) -> list[tuple[int, int]]:
    """(day, rating 0-10) for each day on which `series` was noted."""
    return rows(vault, _RATINGS[series], (a, b))


def evenings(vault: Vault, a: int, b: int) -> list[tuple[int | None, int | None, int | None]]:
    """(reactivity, stress, mood), each 0-10 or None, for each day with an evening note."""
    return rows(vault, _EVENINGS, (a, b))


def nights(vault: Vault, a: int, b: int) -> list[tuple[int, int, int]]:
    """(day, minutes asleep, minutes in bed) for each night, as `Night` computes them."""
    return rows(vault, _NIGHTS, (a, b))


def moments(vault: Vault, a: int, b: int) -> list[tuple[int, int | None, int | None, int, str | None]]:
    """(day, peak 0-10, minutes to calm, still going 0/1, response) for each moment, by day and time."""
    return rows(vault, _MOMENTS, (a, b))


def custom_ratings(vault: Vault, measure_uid: str, a: int, b: int) -> list[tuple[int, int]]:
    """(day, value) for each day on which the own measure was noted."""
    return rows(vault, _OWN_RATINGS, (measure_uid, a, b))


def marks(vault: Vault) -> list[tuple[int, int | None, str]]:
    """(from day, to day or None while open, kind) for each context mark, earliest first."""
    return rows(vault, _MARKS)


def marks_told(vault: Vault) -> list[tuple[str, int, int | None, str, str]]:
    """(uid, from day, to day or None, kind, text) for each context mark, earliest first."""
    return rows(vault, _MARKS_TOLD)


def looks(vault: Vault) -> list[tuple[str, int, int, int, int | None]]:
    """(card, week, side, step, since) of the newest weekly look of each card."""
    return rows(vault, "SELECT card, week, side, step, since FROM looks")


def custom_measures(vault: Vault) -> list[tuple[str, str, int, int, str, str, str, str]]:
    """(uid, name, lowest, highest, words at either end, kind, unit) for each own measure, oldest first."""
    return rows(vault, _OWN_MEASURES)


def rated_sessions(vault: Vault, a: int, b: int) -> list[tuple[int, str, str, int, int]]:
    """(day, exercise, measure, before, after) of each pass rated twice, from day `a` to `b`, in order."""
    return rows(vault, _RATED, (a, b))


def rated_passes(vault: Vault, exercises: Collection[str]) -> list[tuple[str, str, int, int]]:
    """(exercise, measure, before, after) of the latest 400 rated passes of `exercises`, newest first."""
    return rows(vault, _RATED_LATEST.format(_places(exercises)), tuple(exercises))


def latest_of(vault: Vault, exercises: Collection[str]) -> str | None:
    """Which of `exercises` was practised last; None when none was."""
    found = rows(vault, _LATEST.format(_places(exercises)), tuple(exercises))
    return found[0][0] if found else None


def _places(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))


def crisis_plan(vault: Vault) -> list[CrisisLine]:
    """The lines of the plan for a crisis in the person's own order."""
    from rewire_app.domain.lists.entries import CrisisLine, CrisisSection  # the first screen does without
    from rewire_app.domain.lists.reading import in_order

    with vault.lock:
        lines = [
            CrisisLine(uid=uid, section=CrisisSection(section), text=text, contact=contact)
            for uid, section, text, contact in rows(vault, _CRISIS_PLAN)
        ]
        order = rows(vault, _CRISIS_ORDER)
    return in_order(lines, order[0][0].split() if order else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """An exercise done before today: on which day last, and how many of the latest passes were of it."""

    exercise: str
    last_day: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the Today page shows. `practised`, `paused` and `moment_peaks`: of the 14 days up to `day`.

    `unfinished`: the exercise left halfway, as long as it can be gone on with. `passes`: what was done before
    `day`, the latest first. `goals`: what the person works on, as the profile keeps it.
    `plans`: those that hold; `plan`: of them the first that is meant for `day`, else the first. `resting`:
    which of the 14 days were planned days of rest. `lately`: what the days before say about what to offer.
    `own` (TOML by id) and `patterns` are the person's own exercises, read where one of them is wanted.
    `first`: what was finished, on the day of the first finished exercise. `absence`: what was there before,
    after some days without any entry. `withheld`: what made things worse and is not to be offered.
    """

    day: int
    asleep_min: int | None
    in_bed_min: int | None
    stress: int | None
    reactivity: int | None
    moment_count: int
    last_peak: int | None
    last_calm_min: int | None
    last_still_going: bool
    practised: frozenset[int]
    moment_peaks: tuple[tuple[int, int | None], ...]
    plan: Plan | None
    pause: Pause | None
    intention: Intention | None
    unfinished: str | None
    passes: tuple[Passes, ...] = ()
    goals: str = ""
    own: tuple[tuple[str, str], ...] = ()
    patterns: tuple[BreathPattern, ...] = ()
    paused: frozenset[int] = frozenset()
    plans: tuple[Plan, ...] = ()
    resting: frozenset[int] = frozenset()
    lately: Lately = NOTHING
    first: FirstPass | None = None
    absence: Absence | None = None
    withheld: frozenset[str] = frozenset()


_DAY = "SELECT stress, reactivity FROM days WHERE deleted_ms IS NULL AND day = ?"
_INTENTION = (
    "SELECT uid, day, text, exercise, practice FROM intentions WHERE deleted_ms IS NULL AND recalled IS NULL "
    "AND day <= ? ORDER BY day DESC, uid DESC LIMIT 1"
)
_UNFINISHED = "SELECT exercise FROM runs WHERE (started_ms / 60000 + started_off) / 1440 + ? >= ? LIMIT 1"
_PASSES = (
    "SELECT exercise, max(day), count(*) FROM (SELECT exercise, day, started_ms FROM practices "
    "WHERE deleted_ms IS NULL AND day < ? ORDER BY started_ms DESC LIMIT 60) "
    "GROUP BY exercise ORDER BY max(started_ms) DESC LIMIT 12"
)
_PROFILE = "SELECT value FROM profile WHERE deleted_ms IS NULL AND key = ?"


def day_start(vault: Vault) -> int | None:
    """The hour at which a day starts in these notes; None before it was kept there."""
    for (value,) in rows(vault, _PROFILE, (DAY_START_KEY,)):
        return int(value) if value.isdecimal() and int(value) in DAY_STARTS else None
    return None


def today(vault: Vault, day: int) -> Today:
    """What the Today page shows on `day`; `passes` are up to twelve different exercises, newest first."""
    with vault.lock:
        lengths = rows(vault, _NIGHTS, (day, day))
        noted = rows(vault, _DAY, (day,))
        fortnight = rows(vault, _MOMENTS, (day - 13, day))
        practised = rows(vault, _PRACTICE_DAYS, (day - 13, day))
        unfinished = rows(vault, _UNFINISHED, (date(1970, 1, 1).toordinal(), day - RESUMABLE_DAYS))
        passes = rows(vault, _PASSES, (day,))
        goals = rows(vault, _PROFILE, (KEY,))
        plans, pause, intention = every_plan(vault, day), pause_of(vault, day), _intention(vault, day)
        held = tuple(holding(plans, date.fromordinal(day)))
        waiting = unfinished[0][0] if unfinished else None
        wishes = (waiting or "", *(plan.exercise for plan in held), *(row[0] for row in passes))
        written, patterns = unbundled(vault, wishes)
        paused, first, away = paused_lately(vault, day), first_pass(vault, day), absence(vault, day)
        worse, recent = withheld(vault), lately(vault, day)
    own = [moment for moment in fortnight if moment[0] == day]
    _day, peak, calm_min, still_going, _response = own[-1] if own else (day, None, None, 0, None)
    return Today(
        day=day,
        asleep_min=lengths[0][1] if lengths else None,
        in_bed_min=lengths[0][2] if lengths else None,
        stress=noted[0][0] if noted else None,
        reactivity=noted[0][1] if noted else None,
        moment_count=len(own),
        last_peak=peak,
        last_calm_min=calm_min,
        last_still_going=bool(still_going),
        practised=frozenset(row[0] for row in practised),
        moment_peaks=tuple((row[0], row[1]) for row in fortnight),
        plan=for_the_day(held, date.fromordinal(day)),
        pause=pause,
        intention=intention,
        unfinished=waiting,
        passes=tuple(Passes(exercise=row[0], last_day=row[1], count=row[2]) for row in passes),
        goals=goals[0][0] if goals else "",
        own=written,
        patterns=patterns,
        paused=paused,
        plans=held,
        resting=resting_lately(plans, day),
        lately=recent,
        first=first,
        absence=away,
        withheld=worse,
    )


def _intention(vault: Vault, day: int) -> Intention | None:
    for uid, made, words, exercise, practice in rows(vault, _INTENTION, (day,)):
        return Intention(
            uid=uid, day=date.fromordinal(made), text=words, exercise=exercise, practice=practice
        )
    return None
