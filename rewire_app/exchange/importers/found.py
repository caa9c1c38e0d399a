"""What the readers of other programs' files find, in the terms of the file.

Nothing here knows Rewire's own entries: `plan` turns what was found into them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal

SHOWN = 60
"""So many characters of a row that stays out are kept and shown."""
SHOWN_PLACE = 200
_JOINERS = "\u200c\u200d"
"""What joins signs to one in some scripts, and in pictures of several people."""
UNSAID = timezone(timedelta(0), "UTC")
"""The zone of a moment of which a file says when it was, and not what the clocks on the wall showed."""


def moment_words(moment: datetime) -> str:
    """A moment as it is shown: as on the wall, or as UTC where the file says no zone."""
    return f"{moment:%Y-%m-%d %H:%M}" + (" UTC" if moment.tzinfo is UNSAID else "")


def zone_is_missing(moment: datetime) -> bool:
    """Whether the file does not say by which clock a moment was."""
    return moment.utcoffset() is None or moment.tzinfo is UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntry:
    """One entry of a diary. line: where it begins in `member`, from 1; 0 where the file has no lines.

    time: on the wall, None if the file has none. offset_min, zone: what the file says of the clock, None and
    "" nothing. utc: whether day and time are those of UTC, while the zone of the person is not known. mood:
    the person's word. mood_step: 1 best to 5 worst if the file says so. activities, tags: their
    words.
    """

    line: int
    member: str
    day: date
    time: time | None = None
    offset_min: int | None = None
    zone: str = ""
    utc: bool = False
    mood: str = ""
    mood_step: int | None = None
    activities: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAmount:
    """What a habit or a tracked thing was on a day.

    status: whether it was done, "" where only `value` says something. value: the amount in `unit`, None if
    there is none. offset_min, zone: as in `FoundEntry`.
    """

    line: int
    member: str
    name: str
    day: date
    time: time | None = None
    offset_min: int | None = None
    zone: str = ""
    value: float | None = None
    status: Literal["done", "not", "skipped", "unknown", ""] = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSleep:
    """One sleep as a device or a person noted it; never a night of the diary.

    start, end: aware where the file says the zone or offset, in `UNSAID` where it says the instant alone,
    naive on the wall else. asleep_min, awake_min: the file's own sums. rating: 0 to 10 as a share of the
    file's own scale. main: whether it is the sleep of the night and no nap, as far as the file says.
    """

    line: int
    member: str
    recorder: str
    start: datetime
    end: datetime
    asleep_min: int | None = None
    awake_min: int | None = None
    rating: float | None = None
    text: str = ""
    main: bool = True
    telling: int = 0
    """How much its recorder tells, from 1; 0 where the nights of all recorders come in, side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeRow:
    """A row of Rewire itself, whole: `values` by the columns of `table`, uid, times and source among them."""

    line: int
    member: str
    table: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that stays out: where it stands, why in a sentence, and how it begins."""

    line: int
    member: str
    reason: str
    text: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text[: 4 * SHOWN])[:SHOWN])
        object.__setattr__(self, "member", one_line(self.member[:SHOWN_PLACE]))


def one_line(text: str) -> str:
    """`text` with a blank for each sign that ends lines, turns the writing round or speaks to a terminal."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a reader is not sure of, in a sentence, and the few words it is about (shown first)."""

    sentence: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class RowsRead:
    """How far the reader of a large file is, in its rows; nothing comes in of it."""

    rows: int


Found = FoundEntry | FoundAmount | FoundSleep | WholeRow


class ColumnRole(StrEnum):
    """What a column of a table of any kind can be."""

    DAY = "day"
    TIME = "time"
    MOOD = "mood"
    TITLE = "title"
    TEXT = "text"
    ACTIVITIES = "activities"
    TAGS = "tags"
    AMOUNT = "amount"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person chose before a file is read.

    recorder: of several that noted the same sleep, the one that is read; "" all. columns: for a table of any
    kind, what each column is (a `ColumnRole`), by its name as it stands in the file; empty: as the reader
    guesses. places: whether coordinates come in.
    """

    recorder: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: bool = False
