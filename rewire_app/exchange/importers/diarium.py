"""Diarium's export as JSON: a zip or folder with a file of entries and their pictures, or that file alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.jrnl_json import unsigned_tags
from rewire_app.exchange.importers.json_files import json_list, json_members, json_texts, json_words
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import even_lines, plain_words
from rewire_app.exchange.importers.wall_clocks import iso_moment
from rewire_app.i18n import _

_READ = frozenset(("date", "heading", "html", "tags"))


def _told(head: str) -> bool:
    return '"date"' in head and '"html"' in head and '"creationDate"' not in head


def _looks(opened: OpenedFile) -> bool:
    return bool(json_members(opened, _told))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    more = any(not name.lower().endswith(".json") for name in opened.members() if opened.members()[1:])
    if more:
        yield _stays_out()
    for told in json_texts(opened, json_members(opened, _told)):
        if isinstance(told, LeftOut):
            yield told
            continue
        member, entries = told
        for number, record in enumerate(json_list(entries) or [entries], 1):
            if not more and isinstance(record, dict) and any(record[key] for key in record.keys() - _READ):
                more = True
                yield _stays_out()
            yield _entry(number, f"{member}: entries", record)


def _stays_out() -> Doubt:
    about = _("Pictures, ratings, people, places and weather stay out.")
    return Doubt(about=about, sentence=_("Times, titles, words and tags come in."))


def _entry(number: int, place: str, record: Any) -> FoundEntry | LeftOut:
    if not isinstance(record, dict):
        return LeftOut(line=number, member=place, reason=_("This is no entry"), text=str(record)[:200])
    title = " ".join(plain_words(json_words(record.get("heading"))).split())
    text = plain_words(even_lines(json_words(record.get("html"))))
    tags = unsigned_tags(map(json_words, json_list(record.get("tags"))))
    at = iso_moment(json_words(record.get("date")))
    why = "" if title or text or tags else _("There are no words in it")
    if at is None:
        why = _("The day cannot be read")
    if why or at is None:
        shown = f"{json_words(record.get('date'))} {title} {text[:200]}"
        return LeftOut(line=number, member=place, reason=why, text=shown)
    offset = at.utcoffset()
    return FoundEntry(
        line=number,
        member=place,
        day=at.date(),
        time=at.time(),
        offset_min=None if offset is None else round(offset.total_seconds() / 60),
        title=title,
        text=text,
        tags=tags,
    )


FORMAT = FileFormat(id="diarium", name="Diarium", looks=_looks, read=_read)
