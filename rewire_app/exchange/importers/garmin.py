"""Garmin's nights, in the JSON files of its whole export: in UTC, and without naps.

Only what Garmin or the person confirmed is a night; when the watch lay on a table is told as staying out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

from rewire_app.exchange.importers.cells import iso_day
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import UNSAID, Choices, Doubt, FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.json_files import json_value
from rewire_app.exchange.importers.nights import (
    NightRow,
    epoch,
    json_heads,
    minutes,
    no_nights,
    only_times,
    stamp,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.wall_clocks import FARTHEST_MIN
from rewire_app.i18n import _

NAME = "Garmin"
KEYS = ("sleepStartTimestampGMT", "sleepEndTimestampGMT")
LISTS = ("sleepDatas", "sleepData")
"""Where the nights stand in files that are no plain list."""
ASLEEP = ("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds")
Found = FoundSleep | FoundAmount | LeftOut | Doubt


def _looks(opened: OpenedFile) -> bool:
    return any(json_heads(opened, KEYS))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[Found]:
    members = list(json_heads(opened, KEYS))
    if not members:
        raise damaged_file()
    count, nights, naps = 0, False, False
    for member in members:
        for number, told in enumerate(_nights(opened, member), 1):
            count += 1
            place = NightRow(number, member, _shown(told))
            if not isinstance(told, dict):
                yield place.out(_("This is no entry"))
                continue
            for one in _night(place, told):
                nights |= isinstance(one, FoundSleep)
                yield one
            naps |= bool(told.get("napList"))
    if naps:
        yield Doubt(about=_("Naps stay out."), sentence=_("Only the sleep of a night comes in."))
    if not count:
        yield no_nights()
    elif nights:
        yield only_times()


def _nights(opened: OpenedFile, member: str) -> list[Any]:
    told = json_value(opened.text(member))
    if isinstance(told, dict):
        listed = next((told[name] for name in LISTS if isinstance(told.get(name), list)), None)
        told = [told] if listed is None else listed
    if not isinstance(told, list):
        raise damaged_file()
    return [one.get("dailySleepDTO") or one if isinstance(one, dict) else one for one in told]


def _night(place: NightRow, told: Mapping[str, Any]) -> Iterator[FoundSleep | FoundAmount | LeftOut]:
    """A night, and what Garmin said of it as a number from 0 to 100."""
    begun, over = (told.get(name) for name in KEYS)
    if begun is None and over is None:
        yield place.out(_("There is no night on this day"))
        return
    if not _confirmed(told.get("sleepWindowConfirmationType")):
        yield place.out(_("Garmin did not confirm this sleep"))
        return
    found = place.night(
        NAME,
        (_moment(told, "sleepStartTimestamp"), _moment(told, "sleepEndTimestamp")),
        asleep_min=_asleep_min(told),
        awake_min=minutes(told.get("awakeSleepSeconds")),
    )
    yield found
    score = _score(told)
    day = iso_day(str(told.get("calendarDate"))[:10])
    if isinstance(found, FoundSleep) and score is not None and day is not None:
        yield place.score(NAME, datetime.combine(day, time()), f"{score:g}")


def _asleep_min(told: Mapping[str, Any]) -> int | None:
    """Minutes of all phases together; None where none was measured."""
    phases = [told[name] for name in ASLEEP if told.get(name) is not None]
    return minutes(sum(phases)) or None if all(map(_is_count, phases)) else None


def _confirmed(kind: object) -> bool:
    """Whether that kind says that a sleep was confirmed; older files do not say it of any."""
    if kind is None:
        return True
    word = str(kind).upper()
    sure = word.startswith("MANUAL") or "CONFIRMED" in word
    return sure and not word.startswith(("UN", "NOT", "OFF"))


def _moment(told: Mapping[str, Any], name: str) -> datetime | None:
    """A moment in UTC, by the clock of the wall where the file has that too."""
    at = _instant(told.get(f"{name}GMT"))
    wall = _instant(told.get(f"{name}Local"))
    if at is None or wall is None:
        return at
    minutes_off = round((wall - at) / timedelta(minutes=1))
    if abs(minutes_off) > FARTHEST_MIN or minutes_off % 15:
        return at
    return at.astimezone(timezone(timedelta(minutes=minutes_off)))


def _instant(told: object) -> datetime | None:
    at = epoch(told) or stamp(told, UTC)
    return None if at is None else at.astimezone(UNSAID)


def _score(told: Mapping[str, Any]) -> float | None:
    scores = told.get("sleepScores")
    score = scores.get("overallScore", scores.get("overall")) if isinstance(scores, dict) else None
    score = score.get("value") if isinstance(score, dict) else score
    return float(score) if _is_count(score) and isinstance(score, int | float) else None


def _is_count(told: object) -> bool:
    return isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < 1e9


def _shown(told: object) -> str:
    """The few words by which a night in JSON is known again."""
    if not isinstance(told, dict):
        return str(told)[:240]
    names = ("calendarDate", *KEYS, "sleepWindowConfirmationType")
    return " ".join(str(told[name])[:60] for name in names if told.get(name) is not None)


FORMAT = FileFormat(id="garmin", name=NAME, looks=_looks, read=_read)
