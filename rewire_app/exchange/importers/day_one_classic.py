"""Day One Classic: a folder or zip with a property list (.doentry) for each entry, or one of them alone."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.parsers.expat import ExpatError

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.day_one_entry import DayOneEntry, what_stays_out
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.json_files import json_list, json_words
from rewire_app.exchange.importers.opened import TEXT, OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, part_unread

LARGEST_ENTRY = 8_000_000
"""So many bytes one entry may have."""
MOST_LOOKS = 200
_ENDING = ".doentry"
_AROUND = ("Location", "Weather", "Activity", "Step Count", "Music")
_FAULTS = (
    ExpatError,
    plistlib.InvalidFileException,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    RecursionError,
)
"""What a property list raises that is damaged or tells more than such a list may."""


def _members(opened: OpenedFile) -> list[str]:
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith(_ENDING) and "__MACOSX/" not in name)
    return list(names) if any(_is_entry(opened, name) for name in names[:MOST_LOOKS]) else []


def _is_entry(opened: OpenedFile, member: str) -> bool:
    head = head_text(opened, member)
    return "<plist" in head and ("<key>Entry Text</key>" in head or "<key>Creation Date</key>" in head)


def _looks(opened: OpenedFile) -> bool:
    return bool(_members(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    members = _members(opened)
    if not members:
        raise damaged_file()
    photos = any(name.lower().endswith((".jpg", ".jpeg", ".png", ".heic")) for name in opened.members())
    seen: set[Doubt] = set()
    for member in members:
        try:
            one = _entry(_list(opened, member), has_media=photos)
        except ImportRefusedError:
            if len(members) == 1:
                raise
            yield LeftOut(line=1, member=member, reason=part_unread())
            continue
        yield from what_stays_out(one, seen)
        yield one.found(1, member)


def _list(opened: OpenedFile, member: str) -> dict[str, Any]:
    """The property list of an entry; entities are refused, and no DTD is ever looked up."""
    if opened.size(member) > LARGEST_ENTRY:
        raise damaged_file()
    with opened.open(member, TEXT) as stream:
        content = stream.read(LARGEST_ENTRY + 1)
    try:
        told = plistlib.loads(content.lstrip(), fmt=plistlib.FMT_XML)
    except _FAULTS:
        raise damaged_file() from None
    if not isinstance(told, dict):
        raise damaged_file()
    return told


def _entry(told: dict[str, Any], *, has_media: bool) -> DayOneEntry:
    at = told.get("Creation Date")
    return DayOneEntry(
        at=at.replace(tzinfo=UTC) if isinstance(at, datetime) else None,
        shown=str(at or "")[:40],
        zone=json_words(told.get("Time Zone")),
        text=json_words(told.get("Entry Text")),
        tags=tuple(map(json_words, json_list(told.get("Tags")))),
        starred=told.get("Starred") is True,
        has_media=has_media,
        has_places=any(told.get(name) for name in _AROUND),
    )


FORMAT = FileFormat(id="day-one-classic", name="Day One", looks=_looks, read=_read)
