"""Day One's export as JSON: a zip with a file for each journal, or such a file alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from rewire_app.exchange.importers.day_one_entry import DayOneEntry, what_stays_out
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.json_files import json_list, json_members, json_texts, json_words
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.wall_clocks import iso_moment
from rewire_app.i18n import _

_EMPTY = re.compile(r'"metadata"\s*:\s*\{[^{}]*\}\s*,\s*"entries"\s*:\s*\[\s*\]')
_MEDIA = ("photos", "videos", "audios", "pdfAttachments")
_AROUND = ("location", "weather", "userActivity", "steps", "music")


def _told(head: str) -> bool:
    return ('"entries"' in head and '"creationDate"' in head) or bool(_EMPTY.search(head))


def _looks(opened: OpenedFile) -> bool:
    return bool(json_members(opened, _told))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    seen: set[Doubt] = set()
    for told in json_texts(opened, json_members(opened, _told)):
        if isinstance(told, LeftOut):
            yield told
            continue
        member, journal = told
        entries = json_list(journal.get("entries") if isinstance(journal, dict) else journal)
        for number, record in enumerate(entries, 1):
            place = f"{member}: entries"
            if not isinstance(record, dict):
                reason = _("This is no entry")
                yield LeftOut(line=number, member=place, reason=reason, text=str(record)[:200])
                continue
            one = _entry(record)
            yield from what_stays_out(one, seen)
            yield one.found(number, place)


def _entry(record: dict[str, Any]) -> DayOneEntry:
    return DayOneEntry(
        at=_instant(json_words(record.get("creationDate"))),
        shown=json_words(record.get("creationDate")),
        zone=json_words(record.get("timeZone")),
        text=json_words(record.get("text")),
        tags=tuple(map(json_words, json_list(record.get("tags")))),
        whole_day=record.get("isAllDay") is True,
        starred=record.get("starred") is True or record.get("isPinned") is True,
        has_media=any(json_list(record.get(name)) for name in _MEDIA),
        has_places=any(record.get(name) for name in _AROUND),
    )


def _instant(text: str) -> datetime | None:
    at = iso_moment(text)
    return at.replace(tzinfo=UTC) if at is not None and at.utcoffset() is None else at


FORMAT = FileFormat(id="day-one", name="Day One", looks=_looks, read=_read)
