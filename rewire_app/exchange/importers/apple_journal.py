"""Apple Journal's export: a folder or zip with a page of HTML for each entry, or one such page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.cells import MOST_TABLES, iso_day
from rewire_app.exchange.importers.day_words import day_in_words
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.marked_pages import PageLines, PageMark, page_pieces
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.refusals import damaged_file, part_unread
from rewire_app.i18n import _

LARGEST_PAGE, LARGEST = 3_000_000, 128_000_000
"""So many bytes the page of one entry may have, and all pages together: much of each says how it looks."""
_DAY_IN_NAME = re.compile(r"(?:.*/)?(\d{4}-\d{2}-\d{2})(?![0-9])[^/]*")
_HEADER, _TITLE, _ASSETS = "pageHeader", "title", "assetGrid"
_PARTS = (_HEADER, _TITLE, _ASSETS)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says."""

    header: str
    title: str
    text: str
    has_assets: bool


def _members(opened: OpenedFile) -> list[str]:
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        pages = (name for name in names if name.lower().endswith((".html", ".htm")))
        names = tuple(name for name in pages if "__MACOSX/" not in name and not name.endswith("index.html"))
    return list(names) if any(_is_entry(opened, name) for name in names[:MOST_TABLES]) else []


def _is_entry(opened: OpenedFile, member: str) -> bool:
    head = head_text(opened, member)
    return _HEADER in head and any(part in head for part in ("bodyText", "pageContainer", _ASSETS))


def _looks(opened: OpenedFile) -> bool:
    return bool(_members(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    members = _members(opened)
    if not members:
        raise damaged_file()
    seen: set[Doubt] = set()
    for member in members:
        try:
            page = _page(opened, member)
        except ImportRefusedError:
            if len(members) == 1:
                raise
            yield LeftOut(line=1, member=member, reason=part_unread())
            continue
        within, named = day_in_words(page.header), _day_of_name(member)
        for doubt in _doubts(page, within, named):
            if doubt not in seen:
                seen.add(doubt)
                yield doubt
        yield _entry(member, page, within or named)


def _day_of_name(member: str) -> date | None:
    found = _DAY_IN_NAME.fullmatch(member)
    return iso_day(found[1]) if found else None


def _doubts(page: _Page, within: date | None, named: date | None) -> Iterator[Doubt]:
    if page.has_assets:
        about = _("Pictures, recordings, places and what the phone noted stay out.")
        yield Doubt(about=about, sentence=_("Days, titles and words come in."))
    if within and named and within != named:
        about = _("Some files are named for another day than stands in them.")
        yield Doubt(about=about, sentence=_("The day that stands in them is taken."))


def _entry(member: str, page: _Page, day: date | None) -> FoundEntry | LeftOut:
    why = ""
    if day is None:
        why = _("The day cannot be read")
    elif not page.title and not page.text:
        why = _("There are no words in it")
    if why or day is None:
        shown = f"{page.header} {page.title} {page.text[:200]}"
        return LeftOut(line=1, member=member, reason=why, text=shown)
    return FoundEntry(line=1, member=member, day=day, title=page.title, text=page.text)


def _page(opened: OpenedFile, member: str) -> _Page:
    """The parts of a page: each is a block, and what stands in none of them is the text."""
    if opened.size(member) > LARGEST_PAGE:
        raise damaged_file()
    parts = {name: PageLines() for name in (*_PARTS, "")}
    depth, part, began, assets = 0, "", 0, False
    for piece in page_pieces(even_lines(opened.text(member, LARGEST))):
        if isinstance(piece, PageMark) and piece.name == "div":
            if piece.closes:
                if part and depth == began:
                    parts[part].add(piece)
                    part = ""
                depth -= 1
            else:
                depth += 1
                named = next((name for name in _PARTS if name in piece.classes), "")
                if named and not part:
                    part, began, assets = named, depth, assets or named == _ASSETS
        parts[part].add(piece)
    header, title = (" ".join(parts[name].text().split()) for name in (_HEADER, _TITLE))
    return _Page(header, title, parts[""].text(), assets)


FORMAT = FileFormat(id="apple-journal", name="Apple Journal", looks=_looks, read=_read)
