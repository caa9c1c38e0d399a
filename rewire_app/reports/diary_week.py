"""A week of the diary card as a value: its parts, their rows, and what each day has in a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import day_words, short_span, weekdays
from rewire_app.i18n import _, ngettext

DAYS = 7
ASLEEP, STRESS, MOMENT = "asleep", "stress", "moment"
"""The keys of the rows that stand above those of the person; an own row has its uid, skills their group."""


class DiaryPart(StrEnum):
    """What a part of the card holds, in the order of the card."""

    DAY = "day"
    FEELINGS = "feelings"
    URGES = "urges"
    SKILLS = "skills"
    TARGETS = "targets"


FILLED = (DiaryPart.FEELINGS, DiaryPart.URGES, DiaryPart.TARGETS)
"""The parts that a person fills in; the others are made from what was entered elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """What one day has in a row; None is not noted. `acted`: whether an urge was acted on."""

    value: float | None = None
    acted: bool | None = None

    @property
    def noted(self) -> bool:
        """Whether there is anything."""
        return self.value is not None or self.acted is not None


NOTHING = WeekCell()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A row of the card; `top`: the number whose bar is full. `harm`: an urge to hurt oneself."""

    key: str
    part: DiaryPart
    name: str
    cells: tuple[WeekCell, ...]
    top: float = 10
    harm: bool = False

    @property
    def filled(self) -> bool:
        """Whether the person fills it in."""
        return self.part in FILLED


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryWeek:
    """Seven days from `first` on as they are known on `today`; `whys`: why no skill was used on a day.

    `chains`: the chain analyses of the week, as the day and the uid of each practice.
    """

    first: date
    today: date
    rows: tuple[WeekRow, ...]
    whys: Mapping[date, str]
    chains: tuple[tuple[date, str], ...] = ()

    @property
    def last(self) -> date:
        """The seventh day."""
        return self.first + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """All seven."""
        return tuple(self.first + timedelta(days=number) for number in range(DAYS))

    @property
    def over(self) -> int:
        """How many of its days have come, today among them."""
        return max(0, min(DAYS, (self.today - self.first).days + 1))

    @property
    def open(self) -> bool:
        """Whether days of it are still to come."""
        return self.over < DAYS

    @property
    def empty(self) -> bool:
        """Whether nothing is noted in any row, and no reason either."""
        return not self.whys and not any(cell.noted for row in self.rows for cell in row.cells)

    @property
    def title(self) -> str:
        """ "16 to 22 November"."""
        return short_span(self.first, self.last)

    @property
    def long_title(self) -> str:
        """ "Monday 16 November to Sunday 22 November 2026"."""
        return _("{first} to {last}").format(
            first=day_words(self.first, week_day=True), last=day_words(self.last, year=True, week_day=True)
        )

    def of(self, part: DiaryPart) -> tuple[WeekRow, ...]:
        """The rows of a part."""
        return tuple(row for row in self.rows if row.part is part)

    def without(self, parts: Collection[DiaryPart]) -> DiaryWeek:
        """The same week as if it had no rows of these parts; what is said of it follows."""
        return replace(self, rows=tuple(row for row in self.rows if row.part not in parts))

    def row(self, key: str) -> WeekRow | None:
        """The row called `key`."""
        return next((row for row in self.rows if row.key == key), None)

    def parts(self) -> Iterator[tuple[DiaryPart, tuple[WeekRow, ...]]]:
        """Each part that has rows, with them."""
        for part in DiaryPart:
            if rows := self.of(part):
                yield part, rows


def part_title(part: DiaryPart) -> str:
    """What stands above the rows of a part."""
    return {
        DiaryPart.DAY: _("The day"),
        DiaryPart.FEELINGS: _("Feelings, 0 to 10"),
        DiaryPart.URGES: _("Urges, 0 to 10"),
        DiaryPart.SKILLS: _("Skills, times used"),
        DiaryPart.TARGETS: _("My targets"),
    }[part]


def short_weekday(day: date) -> str:
    """ "Mon", for the head of a column."""
    return _("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]


def column_words(day: date) -> str:
    """ "Mon 16"."""
    return _("{weekday} {day}").format(weekday=short_weekday(day), day=day.day)


def value_text(row: WeekRow, value: float) -> str:
    """A number as it stands in its cell: hours with one decimal, the rest whole."""
    return f"{value:.1f}" if row.key == ASLEEP else str(round(value))


def cell_text(row: WeekRow, cell: WeekCell) -> str:
    """A cell as plain text: "6, acted", "met", and a point for what is not noted."""
    if row.part is DiaryPart.TARGETS and cell.value is not None:
        return _("met") if cell.value else _("not met")
    parts = [value_text(row, cell.value)] if cell.value is not None else []
    parts += [_("acted")] if cell.acted else []
    return _(", ").join(parts) or "·"


def cell_words(row: WeekRow, cell: WeekCell, day: date) -> str:
    """ "Wednesday, Drink alone, urge 6, acted on": what a screen reader says of a cell."""
    name = _("Asleep") if row.key == ASLEEP else row.name  # its name on the card ends with the unit
    words = _("{weekday}, {row}, {noted}")
    return words.format(weekday=weekdays()[day.weekday()], row=name, noted=noted_words(row, cell))


def noted_words(row: WeekRow, cell: WeekCell) -> str:
    """What is noted in a cell, in words with their unit and end."""
    if not cell.noted:
        return _("not noted")
    if cell.value is None:
        return _("acted on") if cell.acted else _("not acted on")
    return _value_words(row, cell.value) + _acted_words(row, cell)


def _value_words(row: WeekRow, value: float) -> str:
    if row.part is DiaryPart.TARGETS:
        return _("met") if value else _("not met")
    if row.key == ASLEEP:
        return _("{hours} h").format(hours=number_words(value))
    count = round(value)
    if row.part is DiaryPart.SKILLS:
        return ngettext("{n} time", "{n} times", count).format(n=count)
    words = _("urge {n} of 10") if row.part is DiaryPart.URGES else _("{n} of 10")
    return words.format(n=count)


def _acted_words(row: WeekRow, cell: WeekCell) -> str:
    if row.part is not DiaryPart.URGES or cell.acted is None:
        return ""
    return _(", acted on") if cell.acted else _(", not acted on")
