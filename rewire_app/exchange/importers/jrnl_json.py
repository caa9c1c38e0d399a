"""What jrnl exports as JSON: the whole journal in one file, or a file for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rewire_app.exchange.importers.cells import iso_day
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.json_files import json_list, json_members, json_texts, json_words
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.wall_clocks import clock_time
from rewire_app.i18n import _

_EMPTY = re.compile(r'"tags"\s*:\s*\{\s*\}\s*,\s*"entries"\s*:\s*\[\s*\]')


def stars_stay_out() -> Doubt:
    """Said once where entries have stars."""
    return Doubt(about=_("Stars stay out."), sentence=_("The entries that have one come in."))


def unsigned_tags(words: Iterable[str]) -> tuple[str, ...]:
    """Tags without the sign before them, each once, whether it is written large or small."""
    found: dict[str, str] = {}
    for word in words:
        if bare := word.strip().lstrip("@#"):
            found.setdefault(bare.casefold(), bare)
    return tuple(found.values())


def _told(head: str) -> bool:
    keys = all(f'"{key}"' in head for key in ("title", "body", "date"))
    return (keys and ('"entries"' in head or '"starred"' in head)) or bool(_EMPTY.search(head))


def _looks(opened: OpenedFile) -> bool:
    return bool(json_members(opened, _told))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    starred = False
    for told in json_texts(opened, json_members(opened, _told)):
        if isinstance(told, LeftOut):
            yield told
            continue
        member, journal = told
        for number, record in enumerate(_entries(journal), 1):
            if isinstance(record, dict) and record.get("starred") is True and not starred:
                starred = True
                yield stars_stay_out()
            yield _entry(number, f"{member}: entries", record)


def _entries(journal: Any) -> list[Any]:
    if isinstance(journal, dict) and "entries" not in journal:
        return [journal]
    return json_list(journal.get("entries") if isinstance(journal, dict) else journal)


def _entry(number: int, place: str, record: object) -> FoundEntry | LeftOut:
    if not isinstance(record, dict):
        return LeftOut(line=number, member=place, reason=_("This is no entry"), text=str(record)[:200])
    title, body = (even_lines(json_words(record.get(name))) for name in ("title", "body"))
    shown = f"{record.get('date')} {title} {body}"
    day, clock = iso_day(json_words(record.get("date"))), json_words(record.get("time"))
    at = clock_time(clock)
    if day is None:
        return LeftOut(line=number, member=place, reason=_("The day cannot be read"), text=shown)
    if clock and at is None:
        return LeftOut(line=number, member=place, reason=_("The time cannot be read"), text=shown)
    tags = unsigned_tags(filter(None, map(json_words, json_list(record.get("tags")))))
    if not (title.strip() or body.strip() or tags):
        return LeftOut(line=number, member=place, reason=_("There is nothing in it"), text=shown)
    return FoundEntry(
        line=number, member=place, day=day, time=at, title=title.strip(), text=body.strip("\n"), tags=tags
    )


FORMAT = FileFormat(id="jrnl-json", name="jrnl", looks=_looks, read=_read)
