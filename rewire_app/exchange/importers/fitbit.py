"""Fitbit's nights, of four kinds that may lie in one folder: two tables of them, JSON, and one of scores.

The same night may stand in several files; it is known by the number that Fitbit gave it, and comes in once,
from the table with a zone if there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.fitbit_tables import (
    HAND_MADE,
    NEWER_SCORES,
    SCORES,
    SUMMED,
    ZONED,
    summed_nights,
    zoned,
)
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.json_files import json_value
from rewire_app.exchange.importers.nights import (
    NightRow,
    ended,
    json_heads,
    night_tables,
    no_nights,
    only_times,
    stamp,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.wall_clocks import offset_of
from rewire_app.i18n import _

NAME = HAND_MADE
KEYS = ("logId", "dateOfSleep", "startTime")
Found = FoundSleep | FoundAmount | LeftOut | Doubt


@dataclass(slots=True)
class _Nights:
    """What is known of the nights with a number: those in JSON, the naps among them, and when each ended."""

    numbered: list[tuple[str, FoundSleep | LeftOut]] = field(default_factory=list)
    naps: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    ends: dict[str, datetime] = field(default_factory=dict)

    def once(self, number: str, found: FoundSleep | LeftOut) -> FoundSleep | LeftOut:
        """A night as it is, or as one that stays out since it stands elsewhere."""
        if isinstance(found, LeftOut):
            return found
        if number and number in self.seen:
            words = f"{found.start:%Y-%m-%d %H:%M}, {number}"
            reason = _("The same night stands in the file twice")
            return LeftOut(line=found.line, member=found.member, reason=reason, text=words)
        self.seen.add(number)
        self.ends.setdefault(number, found.end)
        return replace(found, main=found.main and number not in self.naps)


def _looks(opened: OpenedFile) -> bool:
    return any(json_heads(opened, KEYS)) or any(night_tables(opened, ZONED, SUMMED, SCORES, NEWER_SCORES))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[Found]:
    nights, count, phases = _Nights(), 0, False
    for one in _each(opened, nights):
        count += 1
        phases |= isinstance(one, FoundSleep)
        yield one
    if not count:
        if not _looks(opened):
            raise damaged_file()
        yield no_nights()
    elif phases:
        yield only_times()


def _each(opened: OpenedFile, nights: _Nights) -> Iterator[Found]:
    for member in json_heads(opened, KEYS):
        _take_json(opened, member, nights)
    for member in night_tables(opened, ZONED):
        for row in table_rows(opened, member, ZONED):
            place = NightRow(row.line, member, row.raw)
            yield nights.once(row.get("sleep_id"), zoned(place, row))
    for number, found in nights.numbered:
        yield nights.once(number, found)
    for member in night_tables(opened, SUMMED):
        yield from summed_nights(opened, member)
    yield from _scores(opened, nights)


def _take_json(opened: OpenedFile, member: str, nights: _Nights) -> None:
    told = json_value(opened.text(member))
    logs = told.get("sleep") if isinstance(told, dict) else told
    if not isinstance(logs, list):
        raise damaged_file()
    for line, log in enumerate(logs, 1):
        place = NightRow(line, member, _shown(log))
        if not isinstance(log, dict):
            nights.numbered.append(("", place.out(_("This is no entry"))))
            continue
        number = str(log.get("logId") or "")
        if _is_nap(log):
            nights.naps.add(number)
        nights.numbered.append((number, _logged(place, log)))


def _logged(place: NightRow, log: dict[str, Any]) -> FoundSleep | LeftOut:
    """A night as JSON tells it: on the wall, without a zone; how long it was tells of clocks that changed."""
    start, end = stamp(log.get("startTime")), stamp(log.get("endTime"))
    duration = _whole(log.get("duration"))
    return place.night(
        NAME,
        (start, ended(start, end, None if duration is None else duration / 60_000)),
        asleep_min=_whole(log.get("minutesAsleep")),
        awake_min=_whole(log.get("minutesAwake")),
        main=not _is_nap(log),
    )


def _is_nap(log: dict[str, Any]) -> bool:
    """Whether a night in JSON is none of a night; what programs ask Fitbit for has another word for it."""
    return log.get("mainSleep", log.get("isMainSleep")) is False


def _shown(log: object) -> str:
    """The few words by which a night in JSON is known again."""
    if not isinstance(log, dict):
        return str(log)[:240]
    return " ".join(str(log.get(name, "?"))[:60] for name in ("startTime", "endTime", "logId"))


def _whole(told: object) -> int | None:
    """A number of JSON that is none below 0; None for all else."""
    usable = isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < 1e12
    return round(told) if usable and isinstance(told, int | float) else None


def _scores(opened: OpenedFile, nights: _Nights) -> Iterator[Found]:
    """What Fitbit said of each night as a number from 0 to 100, on the day on which the night ended.

    Of a night that stands in both tables it is taken from the older one, which has whole numbers.
    """
    unsure, scored = False, set[str]()
    for header in (SCORES, NEWER_SCORES):
        for member in night_tables(opened, header):
            for row in table_rows(opened, member, header):
                number, place = row.get(header[0]), NightRow(row.line, member, row.raw)
                if header is NEWER_SCORES and number in scored:
                    yield place.out(_("The same night stands in the file twice"))
                    continue
                scored.add(number)
                at = nights.ends.get(number) or _by_its_clock(row, header[1])
                unsure |= number not in nights.ends and not row.get("score_utc_offset")
                yield place.score(NAME, at, row.get("overall_score"))
    if unsure:
        yield Doubt(
            about=_("Sleep scores do not say by which clock their time is."),
            sentence=_("Each stands on the day that the file names."),
        )


def _by_its_clock(row: TableRow, column: str) -> datetime | None:
    """When a score was worked out, by the clock of its offset if the table says one."""
    at, offset = stamp(row.get(column)), offset_of(row.get("score_utc_offset"))
    return at if at is None or offset is None or at.utcoffset() is None else at.astimezone(offset)


FORMAT = FileFormat(id="fitbit", name=NAME, looks=_looks, read=_read)
