"""Lists, ladders, plans and weeks of the diary card as they print, for the page for a session.

Each is on that page only when it was chosen; each entry, step and row of it can be struck out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from rewire_app.content.library import Library
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.domain.lists.ladder_words import ladder_title, rung_words, try_lines
from rewire_app.domain.lists.reading import detail_lines, grouped, main_words
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.reports.diary import first_of_week, read_week
from rewire_app.reports.diary_week import DAYS, DiaryWeek, WeekRow, cell_text, column_words, part_title
from rewire_app.reports.diary_words import own_words
from rewire_app.reports.ladders import read_ladders
from rewire_app.reports.lists import list_order
from rewire_app.reports.session_handout import (
    HandoutPart,
    HandoutPiece,
    HandoutRun,
    HandoutSection,
    PieceForm,
)
from rewire_app.store.store import Store

MOST_WEEKS = 12
"""So many weeks of the diary card are offered, the last of the days."""
NAMED = 60
"""So many characters of a person's words name a sheet."""
NAMES = 0.23
"""The share of the width that the names of the rows of a diary card take."""


class SheetSort(StrEnum):
    """What a sheet is."""

    PLAN = "plan"
    VALUES = "values"
    LADDERS = "ladders"
    PATTERNS = "patterns"
    SCRIPTS = "scripts"
    CARDS = "cards"
    KIT = "kit"
    DIARY = "diary"


WHOLE = {
    SheetSort.PLAN: ListKind.CRISIS_PLAN,
    SheetSort.VALUES: ListKind.VALUES,
    SheetSort.KIT: ListKind.KIT,
}
"""The lists that are one sheet."""
SINGLE = {
    SheetSort.PATTERNS: ListKind.PATTERNS,
    SheetSort.SCRIPTS: ListKind.SCRIPTS,
    SheetSort.CARDS: ListKind.CARDS,
}
"""The lists of which each entry is a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """Things under one heading: the key of each, its name, and its lines."""

    title: str
    things: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSheet:
    """One sheet. key: by which it is chosen. name: what it is called where it is. week: of a diary card."""

    key: str
    sort: SheetSort
    name: str
    parts: tuple[SheetPart, ...] = field(default=())
    week: DiaryWeek | None = None


def read_sheets(
    store: Store, library: Library, first: date, last: date, today: date
) -> tuple[HandoutSheet, ...]:
    """What there is to choose from; diary cards of the days `first` to `last`. Raises a StoreError."""
    found = [sheet for sort in WHOLE if (sheet := _whole(store, sort, today)) is not None]
    found += [sheet for sort in SINGLE for sheet in _single(store, sort, today)]
    found += _ladders(store, today)
    order = list(SheetSort)
    found.sort(key=lambda one: order.index(one.sort))
    return (*found, *_weeks(store, library, first, last, today))


def _whole(store: Store, sort: SheetSort, today: date) -> HandoutSheet | None:
    kind = WHOLE[sort]
    name = list_words(kind).name
    groups = grouped(kind, store.list_of(kind).all(), list_order(store, kind))
    parts = tuple(
        SheetPart(
            title=_("{list}: {part}").format(list=name, part=group.title) if group.title else name,
            things=tuple(_thing(entry, today) for entry in group.entries),
        )
        for group in groups
        if group.entries
    )
    return HandoutSheet(key=sort.value, sort=sort, name=name, parts=parts) if parts else None


def _thing(entry: ListEntry, today: date) -> tuple[str, str, tuple[str, ...]]:
    return entry.uid, main_words(entry).strip(), detail_lines(entry, today)


def _single(store: Store, sort: SheetSort, today: date) -> Iterator[HandoutSheet]:
    """Each entry as a sheet, whose lines are struck out one by one."""
    kind = SINGLE[sort]
    title = list_words(kind).name
    for entry in store.list_of(kind).all():
        uid, words, lines = _thing(entry, today)
        things = ((f"{uid}/name", words, ()), *((f"{uid}/{n}", "", (one,)) for n, one in enumerate(lines)))
        yield HandoutSheet(
            key=f"{sort}/{uid}",
            sort=sort,
            name=_("{list}: {part}").format(list=title, part=_short(words)),
            parts=(SheetPart(title=title, things=things),),
        )


def _short(words: str) -> str:
    return shortened(" ".join(words.split()), NAMED)


def _ladders(store: Store, today: date) -> Iterator[HandoutSheet]:
    title = _("Ladder")
    for ladder in read_ladders(store):
        rungs = tuple(
            (
                rung.step.uid,
                rung.step.step.strip(),
                (rung_words(rung), *(line for one in rung.tries for line in try_lines(one, today))),
            )
            for rung in ladder.rungs
        )
        name = _("{list}: {part}")
        yield HandoutSheet(
            key=f"{SheetSort.LADDERS}/{ladder.rungs[0].step.uid}",
            sort=SheetSort.LADDERS,
            name=name.format(list=title, part=_short(ladder_title(ladder))),
            parts=(SheetPart(title=name.format(list=title, part=ladder_title(ladder)), things=rungs),),
        )


def _weeks(store: Store, library: Library, first: date, last: date, today: date) -> Iterator[HandoutSheet]:
    """The last weeks of these days in which something is noted, the newest first."""
    week = first_of_week(min(last, today))
    for _number in range(MOST_WEEKS):
        if week + timedelta(days=DAYS - 1) < first:
            return
        found = read_week(store, library, week, today)
        if not found.empty:
            name = _("Diary card, {week}").format(week=found.title)
            key = f"{SheetSort.DIARY}/{week.isoformat()}"
            yield HandoutSheet(key=key, sort=SheetSort.DIARY, name=name, week=found)
        if week.toordinal() <= DAYS:
            return
        week -= timedelta(days=DAYS)


# on the page


def sheet_sections(sheet: HandoutSheet, struck: Collection[str]) -> Iterator[HandoutSection]:
    """The sheet as it stands on the page, with what is struck out marked."""
    if sheet.week is not None:
        yield from _week_sections(sheet.key, sheet.week, struck)
    for part in sheet.parts:
        pieces = tuple(
            _lines(f"{_start(sheet.key)}{key}", name, lines, struck) for key, name, lines in part.things
        )
        yield HandoutSection(part=HandoutPart.SHEETS, title=part.title, pieces=pieces)


def struck_of(sheet: HandoutSheet, struck: Collection[str]) -> int:
    """How many things of the sheet are struck out."""
    return sum(piece.struck for section in sheet_sections(sheet, struck) for piece in section.pieces)


def _start(sheet: str) -> str:
    """How the keys of what is on a sheet begin."""
    return f"sheet/{sheet}/"


def _lines(key: str, name: str, lines: Sequence[str], struck: Collection[str]) -> HandoutPiece:
    said = "\n".join(filter(None, lines))
    runs = [HandoutRun(name, bold=True)] if name else []
    runs += [HandoutRun(f"\n{said}" if name else said)] if said else []
    return HandoutPiece(key=key, runs=tuple(runs), struck=key in struck)


def _week_sections(sheet: str, week: DiaryWeek, struck: Collection[str]) -> Iterator[HandoutSection]:
    """A table for each part of the card, and the week in words, told without the rows that are struck out.

    The heading stands over the first table of which anything is printed, so that it is never lost.
    """
    tables = [
        (part, rows) for part, rows in week.parts() if any(one.noted for row in rows for one in row.cells)
    ]
    keys = {row.key: f"{_start(sheet)}{row.key}" for _part, rows in tables for row in rows}
    heading = _("Diary card, {week} (· is not noted, which is not 0)").format(week=week.title)
    shown = [part for part, rows in tables if any(keys[row.key] not in struck for row in rows)]
    first = shown[0] if shown else None
    told = own_words(replace(week, rows=tuple(row for row in week.rows if keys.get(row.key) not in struck)))
    for number, (part, rows) in enumerate(tables):
        titled = part is first or (first is None and not number)
        yield HandoutSection(
            part=HandoutPart.SHEETS,
            title=heading if titled else "",
            heads=(part_title(part), *map(column_words, week.days)),
            pieces=tuple(_row(keys[row.key], row, struck) for row in rows),
            columns=(0.0, *(NAMES + (1 - NAMES) / DAYS * number for number in range(DAYS))),
        )
    if told:
        piece = _lines(f"{_start(sheet)}words", "", (told,), struck)
        title = heading if first is None and not tables else _("The week in words")
        yield HandoutSection(part=HandoutPart.SHEETS, title=title, pieces=(piece,))


def _row(key: str, row: WeekRow, struck: Collection[str]) -> HandoutPiece:
    cells = (row.name, *(cell_text(row, cell) for cell in row.cells))
    return HandoutPiece(key=key, form=PieceForm.ROW, cells=cells, struck=key in struck)
