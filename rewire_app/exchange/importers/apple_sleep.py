"""Sleeps from the many short records that devices leave in Apple Health, each recorder by itself."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import IntEnum

APART_S = 2 * 3600
"""Records of one recorder with more seconds between them belong to two sleeps."""
LONGEST_S = 36 * 3600
"""A sleep that has begun so many seconds ago takes in nothing more."""


class Phase(IntEnum):
    """What a record says of its time."""

    IN_BED = 0
    AWAKE = 1
    ASLEEP = 2
    CORE = 3
    DEEP = 4
    REM = 5


@dataclass(frozen=True, slots=True)
class PhaseRecord:
    """One record. start, end: in seconds of UTC, each with its offset in minutes."""

    line: int
    phase: Phase
    start: int
    end: int
    start_offset: int
    end_offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSleep:
    """One sleep of one recorder. asleep_min: None where it only says when somebody lay in bed.

    awake_min: between the first and the last sleep, None where it says nothing of lying awake. staged:
    whether it tells kinds of sleep apart. line: of its earliest record.
    """

    line: int
    start: datetime
    end: datetime
    asleep_min: int | None
    awake_min: int | None
    staged: bool

    @property
    def telling(self) -> int:
        """How much is said of it: 3 kinds of sleep, 2 sleep, 1 time in bed."""
        return 1 if self.asleep_min is None else 3 if self.staged else 2


@dataclass(slots=True)
class RecordsOf:
    """The records of one recorder, held as bare numbers: an export has hundreds of thousands."""

    _columns: tuple[array[int], ...] = field(default_factory=lambda: tuple(array("q") for _n in range(6)))

    def add(self, one: PhaseRecord) -> None:
        """Keep one more, in any order."""
        values = (one.line, one.phase, one.start, one.end, one.start_offset, one.end_offset)
        for column, value in zip(self._columns, values, strict=True):
            column.append(value)

    def sleeps(self) -> Iterator[RecordedSleep | PhaseRecord]:
        """Every sleep, earliest first; a record instead where nothing but lying awake is told."""
        for records in self._together():
            asleep = [one for one in records if one.phase >= Phase.ASLEEP]
            in_bed = [one for one in records if one.phase is Phase.IN_BED]
            if asleep:
                yield _sleep(records, asleep)
            elif in_bed:
                yield _in_bed(records[0].line, in_bed)
            else:
                yield records[0]

    def _together(self) -> Iterator[list[PhaseRecord]]:
        lines, phases, starts, ends, start_offsets, end_offsets = self._columns
        here: list[PhaseRecord] = []
        until = 0
        for at in sorted(range(len(starts)), key=starts.__getitem__):
            one = PhaseRecord(
                lines[at], Phase(phases[at]), starts[at], ends[at], start_offsets[at], end_offsets[at]
            )
            if here and (one.start - until > APART_S or one.start - here[0].start > LONGEST_S):
                yield here
                here, until = [], 0
            here.append(one)
            until = max(until, one.end)
        if here:
            yield here


def _sleep(records: Sequence[PhaseRecord], asleep: Sequence[PhaseRecord]) -> RecordedSleep:
    """Kinds of sleep hold before lying awake, and that before sleep of no kind; no minute counts twice."""
    first, last = asleep[0], max(asleep, key=lambda one: one.end)
    slept = [(one.start, one.end) for one in asleep]
    kinds = [(one.start, one.end) for one in asleep if one.phase > Phase.ASLEEP]
    awake = [
        (max(one.start, first.start), min(one.end, last.end)) for one in records if one.phase is Phase.AWAKE
    ]
    within = [span for span in awake if span[0] < span[1]]
    lain = covered(kinds + within) - covered(kinds)
    return RecordedSleep(
        line=records[0].line,
        start=_moment(first.start, first.start_offset),
        end=_moment(last.end, last.end_offset),
        asleep_min=round((covered(slept + within) - lain) / 60),
        awake_min=round(lain / 60) if awake else None,
        staged=bool(kinds),
    )


def _in_bed(line: int, records: Sequence[PhaseRecord]) -> RecordedSleep:
    last = max(records, key=lambda one: one.end)
    return RecordedSleep(
        line=line,
        start=_moment(records[0].start, records[0].start_offset),
        end=_moment(last.end, last.end_offset),
        asleep_min=None,
        awake_min=None,
        staged=False,
    )


def covered(spans: Sequence[tuple[int, int]]) -> int:
    """How many seconds lie in any of `spans`; none counts twice."""
    total, until = 0, None
    for start, end in sorted(spans):
        begin = start if until is None else max(start, until)
        if end > begin:
            total += end - begin
        until = end if until is None else max(until, end)
    return total


def _moment(seconds: int, offset_min: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone(timedelta(minutes=offset_min)))
