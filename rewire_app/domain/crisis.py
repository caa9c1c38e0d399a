"""People to talk to: crisis lines by country, as checked on a date. Never looked up by place or network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineGrade(StrEnum):
    """How sure a line is: H from an official or very widely published source, M not re-checked."""

    HIGH = "H"
    MEDIUM = "M"


class LineWay(StrEnum):
    """How a line is reached: by voice, in writing, or by the same number in both ways."""

    CALL = "call"
    TEXT = "text"
    BOTH = "both"


AGED_MONTHS = 6
"""After this many months without a new check, numbers may have changed."""

UNLISTED = "--"
"""What stands for the country of someone who said that it is not in the list; "" is one nobody chose yet."""

EVERYWHERE = "112 / 911"
"""The emergency numbers of many countries, for when no country is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One line to call or write to; `contact` is what is dialled or typed in that country."""

    name: str
    contact: str
    hours: str
    note: str
    certainty: LineGrade
    by: LineWay = LineWay.CALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, its emergency numbers, and its lines, none where none was found.

    `police` and `ambulance` where one number brings only one of them, beside or instead of `emergency`.
    `violence`: lines for people hurt or threatened by someone close.
    """

    iso: str
    name: str
    emergency: str = ""
    police: str = ""
    ambulance: str = ""
    lines: tuple[HelpLine, ...] = ()
    violence: tuple[HelpLine, ...] = ()

    @property
    def to_call(self) -> HelpLine | None:
        """The first line that can be called, for who sees one number only."""
        return next((line for line in self.lines if line.by is not LineWay.TEXT), None)


def written_first(lines: Iterable[HelpLine]) -> tuple[HelpLine, ...]:
    """`lines` with those first that can be written to: some people are overheard, or cannot speak."""
    return tuple(sorted(lines, key=lambda line: line.by is LineWay.CALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """All countries, the day they were last checked, and the words for every other place."""

    checked: date
    fallback: str
    countries: tuple[Country, ...]

    def aged(self, today: date) -> bool:
        """Whether the last check lies more than six months before `today`."""
        months = (today.year - self.checked.year) * 12 + today.month - self.checked.month
        return (months, today.day) > (AGED_MONTHS, self.checked.day)

    def country(self, iso: str) -> Country | None:
        """The country with that two-letter code, None if it is not listed."""
        return next((country for country in self.countries if country.iso == iso.upper()), None)
