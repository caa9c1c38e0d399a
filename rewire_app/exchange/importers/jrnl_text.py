"""Journals of jrnl as text: one file, a folder of days, what it exports as text or Markdown, and version 1.

An entry begins with a line of its day, in brackets ([2026-11-20 21:58] Title), without them as in version 1,
or as a heading of Markdown; which of these holds for a whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from rewire_app.exchange.importers.any_days import DayOrder, WallTime, is_day, order_of, wall_time
from rewire_app.exchange.importers.cells import MOST_TABLES
from rewire_app.exchange.importers.day_words import is_month
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.jrnl_json import stars_stay_out, unsigned_tags
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.refusals import damaged_file, locked, too_large
from rewire_app.exchange.importers.wall_clocks import clock_time, real_day
from rewire_app.i18n import _

LARGEST = 32_000_000
MOST_LINES, MOST_ENTRIES = 1_000_000, 100_000
"""So many bytes, lines and entries a journal may have: ten years of long days are a tenth of it."""
MOST_TAGS = 10_000
FIRST_LINES = 40
"""Within so many lines the first entry begins."""
_STAMP = r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?"
_BRACKETS = re.compile(r"\[([^\]\n]{1,60})\](?: (.*))?$")
_BARE = re.compile(rf"({_STAMP})(?: ([^,;|].*))?$", re.IGNORECASE)
_ALONE = re.compile(rf"# ({_STAMP})(?: (.*))?$", re.IGNORECASE)
_BELOW = re.compile(rf"### ({_STAMP}),?(?: (.*))?$", re.IGNORECASE)
"""A heading under those of a year and a month."""
_ABOVE = re.compile(r"##? \S.*")
_LINE = re.compile(r"={4}|-{3,12}")
_UNCLEAR = re.compile(r"\d{1,4}[-./]\d{1,2}\b.*\d:\d{2}.*")
_DAY_FILE = re.compile(r"(?:.*/)?(\d{4})/(\d{2})/(\d{2})\.[A-Za-z]{1,10}")
_TAG = re.compile(r"(?<!\S)@[-+*#/\w]+")
_LOCKED = re.compile(rb"\s*gAAAAA[A-Za-z0-9_-]{60}")
_TEXTS = (".txt", ".md", ".markdown", ".jrnl", ".journal")


@dataclass(slots=True)
class _Piece:
    """An entry as it stands: the line of its day, and the lines below it."""

    line: int
    stamp: str
    title: str
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The lines below, without empty ones before and after them."""
        first = next((n for n, line in enumerate(self.lines) if line.strip()), len(self.lines))
        return "\n".join(self.lines[first:]).rstrip()


def _day_of_path(member: str) -> date | None:
    found = _DAY_FILE.fullmatch(member)
    return real_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _is_day(stamp: str, *, in_day: bool) -> bool:
    """Whether an entry begins with `stamp`: it is a day, or meant as one that cannot be read."""
    return _is_clear(stamp, in_day=in_day) or bool(_UNCLEAR.fullmatch(stamp))


def _is_clear(stamp: str, *, in_day: bool) -> bool:
    """Whether `stamp` is a day; in the file of a single day a time alone is enough."""
    return is_day(stamp) or (in_day and clock_time(stamp) is not None)


def _style(lines: list[str], *, in_day: bool) -> re.Pattern[str] | None:
    """How entries begin in a file, by its first lines; None if it is no journal."""
    seen = False
    for line in lines[:FIRST_LINES]:
        if (found := _BRACKETS.match(line)) and _is_clear(found[1], in_day=in_day):
            return _BRACKETS
        for heading in (_ALONE, _BELOW):
            if (found := heading.match(line)) and is_day(found[1]):
                return heading
        if not seen and (found := _BARE.match(line)) and is_day(found[1]):
            return _BARE
        seen = seen or bool(line.strip())
    return None


def _is_journal(opened: OpenedFile, member: str) -> bool:
    head = head_text(opened, member)
    in_day = _day_of_path(member) is not None
    return bool(head) and _style(even_lines(head).split("\n"), in_day=in_day) is not None


def _members(opened: OpenedFile) -> list[str]:
    """The files of a journal: those of its days if it is kept in a folder of days, and no others then."""
    names = opened.members()
    if not opened.is_folder and not opened.is_zip:
        return [name for name in names if _is_journal(opened, name)]
    days = [name for name in names if _day_of_path(name) is not None and "__MACOSX/" not in name]
    one = next((name for name in days[:MOST_TABLES] if _is_journal(opened, name)), None)
    if one is not None:
        return [name for name in days if name.rpartition(".")[2] == one.rpartition(".")[2]]
    texts = [name for name in names if name.lower().endswith(_TEXTS) and "__MACOSX/" not in name]
    first = [name for name in texts[:MOST_TABLES] if _is_journal(opened, name)]
    return first + texts[MOST_TABLES:] if first else []


def _is_locked(opened: OpenedFile) -> bool:
    plain = not opened.is_folder and not opened.is_zip
    return plain and bool(_LOCKED.match(opened.head(opened.name, 200)))


def _looks(opened: OpenedFile) -> bool:
    return _is_locked(opened) or bool(_members(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    if _is_locked(opened):
        raise locked()
    members = _members(opened)
    if not members:
        raise damaged_file()
    starred, count = False, 0
    for member in members:
        for found in _file(opened, member):
            if isinstance(found, Doubt):
                if starred:
                    continue
                starred = True
            count += 1
            if count > MOST_ENTRIES:
                raise too_large()
            yield found


def _file(opened: OpenedFile, member: str) -> Iterator[FoundEntry | LeftOut | Doubt]:
    day = _day_of_path(member)
    text = even_lines(opened.text(member, LARGEST))
    if text.count("\n") > MOST_LINES:
        raise too_large()
    lines = text.split("\n")
    style = _style(lines, in_day=day is not None)
    if style is None:
        if any(line.strip() for line in lines):
            reason = _("No entry of a journal begins in it")
            yield LeftOut(line=1, member=member, reason=reason, text="\n".join(lines[:20]))
        return
    before, pieces = _pieces(lines, style, in_day=day is not None)
    if before.text():
        reason = _("It stands before the first entry")
        yield LeftOut(line=1, member=member, reason=reason, text=before.text())
    order = order_of(piece.stamp for piece in pieces)
    for piece in pieces:
        if piece.title.endswith(" *"):
            piece.title = piece.title[:-2]
            yield stars_stay_out()
        yield _entry(member, piece, order, day)


def _pieces(lines: list[str], style: re.Pattern[str], *, in_day: bool) -> tuple[_Piece, list[_Piece]]:
    """What stands before the first entry, and the entries."""
    before = here = _Piece(1, "", "")
    pieces = []
    for number, line in enumerate(lines, 1):
        found = style.match(line)
        if found and _is_day(found[1], in_day=in_day):
            here = _Piece(number, found[1], (found[2] or "").strip())
            pieces.append(here)
            if len(pieces) > MOST_ENTRIES:
                raise too_large()
        elif style is _BELOW and here.lines and _is_heading(here.lines[-1], line):
            here.lines.pop()
        elif style is not _BELOW or not _ABOVE.fullmatch(line.rstrip()):
            here.lines.append(line)
    return before, pieces


def _is_heading(words: str, line: str) -> bool:
    """Whether `words` are a year or a month above their entries, as older versions underline them."""
    if not _LINE.fullmatch(line) or len(line) != len(words):
        return False
    return words.isdecimal() if line[0] == "=" else is_month(words)


def _entry(member: str, piece: _Piece, order: DayOrder, day: date | None) -> FoundEntry | LeftOut:
    at, text = wall_time(piece.stamp, order), piece.text()
    if day is not None:
        at = WallTime(day, at.time if at is not None else clock_time(piece.stamp))
    why = ""
    if at is None and is_day(piece.stamp):
        why = _("Which number is the day and which the month cannot be told")
    elif at is None:
        why = _("The day cannot be read")
    elif not (piece.title or text):
        why = _("There is nothing in it")
    if why or at is None:
        shown = f"{piece.stamp} {piece.title} {text}"
        return LeftOut(line=piece.line, member=member, reason=why, text=shown)
    return FoundEntry(
        line=piece.line,
        member=member,
        day=at.day,
        time=at.time,
        offset_min=at.offset_min,
        title=piece.title,
        text=text,
        tags=unsigned_tags(tag[0] for tag in islice(_TAG.finditer(f"{piece.title}\n{text}"), MOST_TAGS)),
    )


FORMAT = FileFormat(id="jrnl", name="jrnl", looks=_looks, read=_read)
