"""How closely a person said they lived by a value, over time: marks, a sentence, a table of all values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rewire_app.charts.spec import Table
from rewire_app.domain.day_words import day_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _, ngettext

LONGEST = 40
"""Letters of a value that head its column."""
Said = Sequence[tuple[date, int]]
"""What was said of one value: the day, and 0 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedLine:
    """Marks from left to right: where in the time shown (0 to 1), and how closely (0 to 10)."""

    marks: tuple[tuple[float, int], ...]
    sentence: str


def lived_span(said: Mapping[str, Said]) -> tuple[date, date] | None:
    """The first and the last day on which anything was said of any value; None before."""
    days = [day for one in said.values() for day, _lived in one]
    return (min(days), max(days)) if days else None


def lived_line(said: Said, span: tuple[date, date] | None, today: date) -> LivedLine:
    """What was said of one value, on the time that all values share."""
    known = sorted(said)
    return LivedLine(marks=tuple(_marks(known, span)), sentence=lived_words(known, today))


def _marks(known: Said, span: tuple[date, date] | None) -> Sequence[tuple[float, int]]:
    if span is None:
        return ()
    first, days = span[0], (span[1] - span[0]).days
    return [((day - first).days / days if days else 1.0, lived) for day, lived in known]


def lived_words(said: Said, today: date) -> str:
    """ "6 of 10, 24 November. 4 of 10, 27 October, the first of 3 times."."""
    known = sorted(said)
    if not known:
        return _("Not said yet.")
    newest = _("{n} of 10, {day}.").format(n=known[-1][1], day=_day(known[-1][0], today))
    if len(known) == 1:
        return newest
    times = ngettext("the first of {n} time", "the first of {n} times", len(known)).format(n=len(known))
    oldest = _("{n} of 10, {day}, {times}.").format(n=known[0][1], day=_day(known[0][0], today), times=times)
    return f"{newest} {oldest}"


def _day(day: date, today: date) -> str:
    return _("today") if day == today else day_words(day, year=day.year != today.year)


def lived_table(names: Mapping[str, str], said: Mapping[str, Said]) -> Table:
    """A row for each day on which anything was said, the newest first; a column for each of `names`."""
    by_day: dict[date, dict[str, int]] = {}
    for uid, marks in said.items():
        for day, lived in marks:
            by_day.setdefault(day, {})[uid] = lived
    rows = (
        (day_words(day, year=True), *(str(found.get(uid, "")) for uid in names))
        for day, found in sorted(by_day.items(), reverse=True)
    )
    columns = (shortened(" ".join(name.split()), LONGEST) for name in names.values())
    return Table(headings=(_("Day"), *columns), rows=tuple(rows))
