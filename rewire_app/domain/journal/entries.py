"""What a person enters: practices, evening checks, nights, moments, plans and pauses.

Every rating is 0 to 10 in whole steps; None means "not noted" and is never a zero. `uid` is a UUIDv7 in hex.
`day` is decided once, when the entry is made, and stays.
"""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain.days import Instant, minutes_between

MAX_TEXT = 65_536
"""Longest text of one field, in characters."""

RESUMABLE_DAYS = 2
"""For so many days after it was begun, an exercise left halfway can be gone on with."""

FIRST_THREAD = "plan"
"""The thread of the plan that somebody made when there could be one alone."""


_NOISE_AT_ONCE = 4096
"""So many that going through them takes much longer than the 5 ms after which Python lets others work."""
_noise: deque[bytes] = deque()
if hasattr(os, "register_at_fork"):  # Windows has no copies of a process
    os.register_at_fork(after_in_child=_noise.clear)


def _fresh_noise() -> bytes:
    """Ten random bytes that nobody else gets.

    Taken from the system many at once: asking lets go of Python's lock, and who asks thousands of times
    in a row on another thread takes it back each time before the window gets it.
    """
    if not _noise:
        many = os.urandom(10 * _NOISE_AT_ONCE)
        _noise.extend(many[at : at + 10] for at in range(0, len(many), 10))
    try:
        return _noise.popleft()
    except IndexError:  # another thread took the last
        return os.urandom(10)


def new_uid(at: Instant) -> str:
    """A fresh UUIDv7 (RFC 9562) in hex: ordered by time, unique without asking anyone."""
    stamp = max(at.utc_ms, 0).to_bytes(6, "big")
    noise = bytearray(_fresh_noise())
    noise[0] = 0x70 | noise[0] & 0x0F
    noise[2] = 0x80 | noise[2] & 0x3F
    return (stamp + bytes(noise)).hex()


class Status(StrEnum):
    """How a pass through an exercise ended."""

    DONE = "done"
    STOPPED = "stopped"


class Response(StrEnum):
    """Which path a moment took."""

    OLD = "old"
    MIXED = "mixed"
    NEW = "new"
    UNSURE = "unsure"


class Managed(StrEnum):
    """How often the wanted response came that day, when it mattered."""

    NEVER = "never"
    RARELY = "rarely"
    HALF = "half"
    MOSTLY = "mostly"
    ALWAYS = "always"
    NOTHING = "nothing"


class LookedAfter(StrEnum):
    """How far something the body needs was looked after that day."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class MedicineNote(StrEnum):
    """What there is to say about the medicine of a day; never which, and never how much."""

    TAKEN = "taken"
    MISSED = "missed"
    CHANGED = "changed"


class Lasted(StrEnum):
    """How long upsets lasted that day."""

    NONE = "none"
    MINUTES = "minutes"
    HOUR = "hour"
    HOURS = "hours"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One pass through an exercise, finished or stopped early (neither is better in the data).

    place, company: where and with whom, in the words of moments. away: noted afterwards, done without the
    screen.
    """

    uid: str
    exercise: str
    version: int
    started: Instant
    ended: Instant
    day: date
    status: Status
    seconds: int
    steps_done: int
    steps_seen: int
    measure: str = "none"
    before: int | None = None
    after: int | None = None
    answers: str = "{}"
    note: str = ""
    place: str = ""
    company: str = ""
    away: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts as practice: finished, or stopped after 60 seconds and 80 % of its steps."""
        far_enough = self.seconds >= 60 and self.steps_done * 5 >= self.steps_seen * 4
        return self.status is Status.DONE or far_enough


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """What was noted about one day: evening check, stress and a note. One a day; any field may be empty.

    body: physical health looked after. ate: ate regularly. sober: no or little alcohol and drugs. slept:
    slept enough. moved: moved the body.
    """

    uid: str
    day: date
    at: Instant
    reactivity: int | None = None
    lasted: Lasted | None = None
    managed: Managed | None = None
    stress: int | None = None
    stress_about: tuple[str, ...] = ()
    mood: int | None = None
    good: str = ""
    note: str = ""
    body: LookedAfter | None = None
    ate: LookedAfter | None = None
    sober: LookedAfter | None = None
    slept: LookedAfter | None = None
    moved: LookedAfter | None = None
    medicine: MedicineNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One night's sleep diary, counted for the day of waking (items after Carney 2012, own words).

    bed: got into bed. lights: tried to sleep. sol_min: minutes to fall asleep. awakenings: times awake.
    waso_min: minutes awake in all before the last waking. wake: last waking. up: got out of bed.
    Each instant keeps its own offset, so flights and clock changes do not stretch a night.
    awake: those times awake that are known, each as minutes after `lights` and how many minutes it took,
    by the clock on the wall; none, or together `waso_min`.
    noted_day: the day on which the night was first noted; None if that is not known.
    """

    uid: str
    day: date
    bed: Instant
    lights: Instant
    sol_min: int
    waso_min: int
    wake: Instant
    up: Instant
    awakenings: int | None = None
    quality: int | None = None
    nap_min: int | None = None
    caffeine_late: bool | None = None
    alcohol: bool | None = None
    medicine: bool | None = None
    note: str = ""
    awake: tuple[tuple[int, int], ...] = ()
    noted_day: date | None = None

    @property
    def in_bed_min(self) -> int:
        """Time in bed, minutes (TIB)."""
        return minutes_between(self.bed, self.up)

    @property
    def asleep_min(self) -> int:
        """Total sleep time, minutes (TST): from trying to sleep to the last waking, less time awake."""
        return minutes_between(self.lights, self.wake) - self.sol_min - self.waso_min


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRecording:
    """A night as a device tells it, beside the diary and never in it: `recorder` is the device's name.

    There is one a day for each recorder. asleep, wake: the first and last sleep it saw. asleep_min,
    awake_min: its own sums, None if it gave none.
    """

    uid: str
    day: date
    recorder: str
    asleep: Instant
    wake: Instant
    asleep_min: int | None = None
    awake_min: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of reactivity: what set it off, how strong at its peak (0-10), minutes to calm, which path.

    While `still_going`, `calm_min` is how long it had gone on, if that was noted. measured: whether a clock
    ran for `calm_min` (None: not known). urge, did: what one wanted to do, and what one did. exercise: its
    id, "" none. pattern, set_off_by: the uids of a pattern it belongs to and of the moment before it.
    """

    uid: str
    at: Instant
    day: date
    trigger: str = ""
    tag: str = ""
    peak: int | None = None
    calm_min: int | None = None
    still_going: bool = False
    response: Response | None = None
    urge: str = ""
    did: tuple[str, ...] = ()
    place: str = ""
    company: str = ""
    note: str = ""
    measured: bool | None = None
    feelings: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    exercise: str = ""
    pattern: str | None = None
    set_off_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One small plan from `from_day` on: days a week, and the cue, exercise and minutes if chosen.

    thread: which plan this is the newest word of; a change is another one with the same thread. per_week: 0
    ends it. weekdays: the planned ones as a mask, Monday 1 to Sunday 64, as many as `per_week`; None is any
    days. obstacle, answer: what in oneself may get in the way, and what one will do then.
    """

    uid: str
    from_day: date
    per_week: int
    cue: str = ""
    exercise: str = ""
    minutes: int | None = None
    thread: str = FIRST_THREAD
    weekdays: int | None = None
    obstacle: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days that count for nothing either way: illness, holiday. `to_day` is included; None is still open."""

    uid: str
    from_day: date
    to_day: date | None = None
    reason: str = ""


class IntentionOutcome(StrEnum):
    """What became of an if-then sentence when it was asked about."""

    USED = "used"
    CAME = "came"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """An if-then sentence for real life, kept from an exercise, asked about after three days."""

    uid: str
    day: date
    text: str
    exercise: str = ""
    practice: str | None = None
    recalled: IntentionOutcome | None = None
    recalled_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRun:
    """An exercise under way, kept so that a crash or a power cut loses nothing; `state`: the run as JSON."""

    exercise: str
    version: int
    started: Instant
    state: str
