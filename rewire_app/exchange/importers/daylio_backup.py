"""Daylio's own backup (.daylio): JSON, written in base64, with pictures beside it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.json_files import json_list, json_records, json_value, json_words
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import plain_words
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.wall_clocks import FARTHEST_MIN, real_day
from rewire_app.i18n import _

FILE = "backup.daylio"
LIMIT = 32_000_000
"""So many characters of base64 are read: some fifty years of entries."""
HEAD = 4096
PREDEFINED: dict[int | None, str] = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
"""What Daylio itself calls its moods, by `predefined_name_id`."""


@dataclass(frozen=True, slots=True)
class _Mood:
    word: str
    step: int | None


def _member(opened: OpenedFile) -> str | None:
    names = [name for name in opened.members() if name.rsplit("/", 1)[-1] == FILE]
    if not opened.is_folder and not opened.is_zip:
        names = list(opened.members())
    return next((name for name in names if _is_backup(opened.head(name, HEAD))), None)


def _is_backup(head: bytes) -> bool:
    """Whether `head` is base64 of an object in which Daylio names its moods, tags or version."""
    whole = b"".join(head.split())
    try:
        start = base64.b64decode(whole[: len(whole) // 4 * 4], validate=True)
    except binascii.Error:
        return False
    keys = (b'"version"', b'"customMoods"', b'"dayEntries"', b'"tags"')
    return start.lstrip()[:1] == b"{" and any(key in start for key in keys)


def _looks(opened: OpenedFile) -> bool:
    return _member(opened) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    member = _member(opened)
    if member is None:
        raise damaged_file()
    told = _told(opened, member)
    entries = told.get("dayEntries")
    if not isinstance(entries, list):
        raise damaged_file()
    moods, tags = _moods(told.get("customMoods")), _tags(told.get("tags"))
    yield from _stays_out(told, entries)
    unknown = False
    for number, record in enumerate(entries, 1):
        found = _entry(number, f"{member}: dayEntries", record, moods, tags)
        unknown |= isinstance(found, FoundEntry) and _names_unknown(record, moods, tags)
        yield found
    if unknown:
        yield Doubt(
            about=_("Some moods or activities have no name in the file."),
            sentence=_("Their entries come in without them."),
        )


def _told(opened: OpenedFile, member: str) -> dict[str, Any]:
    try:
        text = base64.b64decode("".join(opened.text(member, LIMIT).split()), validate=True).decode("utf-8")
    except ValueError:  # also what is no base64 and no UTF-8
        raise damaged_file() from None
    told = json_value(text)
    if not isinstance(told, dict):
        raise damaged_file()
    return told


def _stays_out(told: Mapping[str, Any], entries: list[Any]) -> Iterator[Doubt]:
    """What is in the backup and does not come in."""
    if any(isinstance(one, dict) and one.get("assets") for one in entries):
        yield Doubt(
            about=_("Pictures and recordings stay out."), sentence=_("Words, moods and days come in.")
        )
    if told.get("goals"):
        yield Doubt(about=_("Goals stay out."), sentence=_("What was done on a day stands in its entries."))


def _moods(told: object) -> dict[int | None, _Mood]:
    """The moods by id; one without a name of its own is called as Daylio calls it."""
    found: dict[int | None, _Mood] = {}
    for one in json_records(told):
        key, group = _whole(one.get("id")), _whole(one.get("mood_group_id"))
        own = one.get("custom_name")
        word = own.strip() if isinstance(own, str) else ""
        word = word or PREDEFINED.get(_whole(one.get("predefined_name_id")), "")
        if key is not None and word:
            found[key] = _Mood(word, group if group in PREDEFINED else None)
    return found


def _tags(told: object) -> dict[int | None, str]:
    found: dict[int | None, str] = {}
    for one in json_records(told):
        key, name = _whole(one.get("id")), one.get("name")
        if key is not None and isinstance(name, str) and name.strip():
            found[key] = name.strip()
    return found


def _whole(value: object) -> int | None:
    """A whole number that JSON gives; None for all else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _entry(
    number: int, place: str, record: object, moods: Mapping[int | None, _Mood], tags: Mapping[int | None, str]
) -> FoundEntry | LeftOut:
    if not isinstance(record, dict):
        return LeftOut(line=number, member=place, reason=_("This is no entry"), text=str(record)[:200])
    year, month, day = (_whole(record.get(name)) for name in ("year", "month", "day"))
    on = None if year is None or month is None or day is None else real_day(year, month + 1, day)
    if on is None:
        reason = _("The day cannot be read")
        return LeftOut(line=number, member=place, reason=reason, text=_shown(record))
    try:
        at = time(record["hour"], record["minute"]) if "hour" in record else None
    except (ValueError, TypeError, KeyError, OverflowError):
        reason = _("The time cannot be read")
        return LeftOut(line=number, member=place, reason=reason, text=_shown(record))
    mood = moods.get(_whole(record.get("mood")))
    named = [tags.get(_whole(one), "") for one in json_list(record.get("tags"))]
    return FoundEntry(
        line=number,
        member=place,
        day=on,
        time=at,
        offset_min=_offset(record.get("timeZoneOffset")),
        mood=mood.word if mood else "",
        mood_step=mood.step if mood else None,
        activities=tuple(filter(None, named)),
        title=plain_words(json_words(record.get("note_title"))),
        text=plain_words(json_words(record.get("note"))),
    )


def _names_unknown(
    record: dict[str, Any], moods: Mapping[int | None, _Mood], tags: Mapping[int | None, str]
) -> bool:
    mood = _whole(record.get("mood"))
    return (mood is not None and mood not in moods) or any(
        _whole(one) not in tags for one in json_list(record.get("tags"))
    )


def _shown(record: Mapping[str, Any]) -> str:
    """The words of an entry, by which it is known again."""
    day = "-".join(str(record.get(name, "?"))[:6] for name in ("year", "month", "day"))
    return f"{day} {json_words(record.get('note_title'))} {json_words(record.get('note'))[:200]}"


def _offset(value: object) -> int | None:
    """Minutes from UTC, of milliseconds; None where they are no offset of any clock."""
    told = _whole(value)
    minutes = None if told is None or told % 60_000 else told // 60_000
    return minutes if minutes is not None and abs(minutes) <= FARTHEST_MIN else None


FORMAT = FileFormat(id="daylio-backup", name="Daylio", looks=_looks, read=_read)
