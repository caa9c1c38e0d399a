"""Daylio's table of entries (CSV): three headers, times as phones write them, moods in own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rewire_app.exchange.importers.cells import iso_day, table_member
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, FoundEntry, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import plain_words
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.wall_clocks import clock_time, real_day
from rewire_app.i18n import _

NEWER = ("full_date", "time", "mood", "activities")
OLDER = ("year", "date", "time", "mood", "activities")

MONTHS = """
    january jan januar janvier janv enero ene gennaio gen janeiro januari
    february feb februar février févr fév febrero febbraio fevereiro fev februari
    march mar märz mär mars marzo março maart mrt
    april apr avril avr abril abr aprile
    may mai mayo maggio mag maio mei
    june jun juni juin junio giugno giu junho
    july jul juli juillet juil julio luglio lug julho
    august aug août agosto ago augustus
    september sep sept septembre septiembre settembre set setembro
    october oct oktober okt octobre octubre ottobre ott outubro out
    november nov novembre noviembre novembro
    december dec dezember dez décembre déc diciembre dic dicembre dezembro
"""
"""One line for each month: how phones in six languages write it, without a point."""
_MONTHS = {word: n for n, line in enumerate(MONTHS.split("\n")[1:], 1) for word in line.split()}
_PART = re.compile(r"\d+|[^\W\d_]+")
_EASTERN = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_JOINING = frozenset(("de", "of", "the", "st", "nd", "rd", "th"))


def _looks(opened: OpenedFile) -> bool:
    return table_member(opened, NEWER, OLDER) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut]:
    member = table_member(opened, NEWER, OLDER)
    if member is None:
        raise damaged_file()
    newer = table_member(opened, NEWER) == member
    moods: dict[str, str] = {}
    for row in table_rows(opened, member, NEWER if newer else OLDER):
        why = _why_not(row)
        day = iso_day(row.get("full_date")) if newer else day_of_year(row.get("year"), row.get("date"))
        at = clock_time(row.get("time"))
        if not why and day is None:
            why = _("The day cannot be read")
        if not why and at is None and row.get("time"):
            why = _("The time cannot be read")
        if why or day is None:
            yield LeftOut(line=row.line, member=member, reason=why, text=row.raw)
            continue
        mood = row.get("mood")
        yield FoundEntry(
            line=row.line,
            member=member,
            day=day,
            time=at,
            mood=moods.setdefault(mood.casefold(), mood),
            activities=tuple(word for part in row.get("activities").split("|") if (word := part.strip())),
            title=plain_words(row.get("note_title")),
            text=plain_words(row.get("note")),
        )


def _why_not(row: TableRow) -> str:
    """Why the cells of `row` cannot be told apart; "" if they can."""
    columns = max(row.columns.values()) + 1
    if len(row.cells) < columns:
        return _("This row has fewer cells than the table has columns")
    if any(cell.strip() for cell in row.cells[columns:]):
        return _("This row has more cells than the table has columns")
    return ""


def day_of_year(year: str, words: str) -> date | None:
    """The day of a year and of "12 May" or "October 30" in a language that is known; None if it is not."""
    parts = [part for part in _PART.findall(words.casefold()) if part not in _JOINING]
    days = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= 2]
    months = [_MONTHS[part] for part in parts if part in _MONTHS]
    if len(parts) != 2 or len(days) != 1 or len(months) != 1 or not re.fullmatch(r"[0-9]{4}", year):
        return None
    return real_day(int(year), months[0], days[0])


def day_in_words(text: str) -> date | None:
    """The day of "Sunday, 3 November 2024" and its like, the name of the weekday being of no account."""
    told = _EASTERN.search(text)
    if told:
        return real_day(int(told[1]), int(told[2]), int(told[3]))
    parts = _PART.findall(text.casefold())
    years = [part for part in parts if len(part) == 4 and part.isascii() and part.isdigit()]
    rest = [part for part in parts if part in _MONTHS or (len(part) <= 2 and part.isdigit())]
    return day_of_year(years[0], " ".join(rest)) if len(years) == 1 else None


FORMAT = FileFormat(id="daylio", name="Daylio", looks=_looks, read=_read)
