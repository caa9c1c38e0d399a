"""A month of the journal: what was noted on each day, one day in words, and the same day a year before."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import week_start
from rewire_app.domain.journal.light_markdown import opening, shown_note
from rewire_app.domain.said_days import months_before
from rewire_app.i18n import _, ngettext
from rewire_app.store import month_queries, queries
from rewire_app.store.vault.vault import Vault

LETTERS, LINES = 400, 8
"""So much of a note is looked at for its first words."""
WEEKS = 6
"""So many rows of weeks hold any month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNoted:
    """How much of each kind was noted on a day, in the order in which the marks stand."""

    night: int = 0
    practice: int = 0
    moment: int = 0
    evening: int = 0
    note: int = 0

    @property
    def words(self) -> str:
        """ "night, 1 moment, evening, 2 notes"; that nothing was noted else."""
        parts = [_("night")] if self.night else []
        counts = (
            (self.practice, ngettext("{n} practice", "{n} practices", self.practice)),
            (self.moment, ngettext("{n} moment", "{n} moments", self.moment)),
        )
        parts += [words.format(n=n) for n, words in counts if n]
        parts += [_("evening")] if self.evening else []
        if self.note:
            parts.append(ngettext("{n} note", "{n} notes", self.note).format(n=self.note))
        return ", ".join(parts) or _("not noted yet")


NOTHING = DayNoted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Six weeks of days around the month that begins on `first`, up to `today`."""

    first: date
    today: date
    days: Mapping[date, DayNoted]

    @property
    def begin(self) -> date:
        """The first day of the first week."""
        return first_shown(self.first)

    @property
    def last(self) -> date:
        """The last day of the month itself."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    def noted(self, day: date) -> DayNoted:
        """What was noted on `day`."""
        return self.days.get(day, NOTHING)

    @property
    def summary(self) -> str:
        """On how many of the days so far something is noted."""
        end = min(self.last, self.today)
        count = (end - self.first).days + 1
        if count <= 0:
            return _("These days are still to come.")
        noted = sum(1 for day in self.days if self.first <= day <= end)
        return _("Something is noted on {n} of {days} days.").format(n=noted, days=count)


def first_shown(first: date) -> date:
    """The first day of the week in which the month that begins on `first` begins."""
    return date.fromordinal(max(1, week_start(first.toordinal())))


def month_of(vault: Vault, day: date, today: date) -> Month:
    """The month in which `day` lies; raises a StoreError."""
    first = day.replace(day=1)
    begin = first_shown(first).toordinal()
    found = month_queries.counts_by_day(vault, begin, begin + WEEKS * 7 - 1)
    days = {
        date.fromordinal(row[0]): DayNoted(
            night=row[1], practice=row[2], moment=row[3], evening=row[4], note=row[5]
        )
        for row in found
        if any(row[1:])
    }
    return Month(first=first, today=today, days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """A day in a few lines, each with what it is about, and the first words of a year before."""

    day: date
    lines: tuple[tuple[str, str], ...]
    a_year_ago: date
    words: str


def summary_of(vault: Vault, month: Month, day: date) -> DaySummary:
    """What was noted on `day` of `month`, in words; raises a StoreError."""
    noted, ordinal = month.noted(day), day.toordinal()
    lines: list[tuple[str, str]] = []
    if noted.night:
        [(_day, asleep, _in_bed)] = queries.nights(vault, ordinal, ordinal)
        lines.append((_("Night"), hours_minutes(asleep)))
    if noted.practice:
        minutes = max(1, round(sum(s for _day, s in queries.practice_days(vault, ordinal, ordinal)) / 60))
        lines.append((_("Practice"), _("{n} min").format(n=minutes)))
    if noted.moment:
        peaks = [row[1] for row in queries.moments(vault, ordinal, ordinal)]
        lines.append((_("Moment") if len(peaks) == 1 else _("Moments"), _peaks(peaks)))
    if noted.evening:
        [(rated, _stress, _mood)] = queries.evenings(vault, ordinal, ordinal)
        lines.append((_("Evening"), _("noted") if rated is None else _("{n} of 10").format(n=rated)))
    if noted.note:
        lines.append((_("Note"), ngettext("{n} note", "{n} notes", noted.note).format(n=noted.note)))
    before = months_before(day, 12) if day.year > 1 else day
    words = month_queries.words_of_day(vault, before.toordinal())
    first = " ".join(shown_note(opening(words[0], LETTERS, LINES)).text.split()) if words else ""
    return DaySummary(day=day, lines=tuple(lines), a_year_ago=before, words=first)


def _peaks(peaks: list[int | None]) -> str:
    rated = [peak for peak in peaks if peak is not None]
    if len(peaks) == 1:
        return _("peak {n} of 10").format(n=rated[0]) if rated else _("noted")
    top = _(", highest peak {n} of 10").format(n=max(rated)) if rated else ""
    return f"{len(peaks)}{top}"


def cell_words(month: Month, day: date) -> str:
    """ "Thursday 12 November, night, 1 moment": what a screen reader says of a cell."""
    words = day_words(day, year=day.year != month.today.year, week_day=True)
    if day == month.today:
        words = _("{day}, today").format(day=words)
    if day > month.today:
        return _("{day}, still to come").format(day=words)
    return _("{day}, {noted}").format(day=words, noted=month.noted(day).words)


def clamped(day: date, by: int) -> date:
    """`by` days after `day`, as far as there are days."""
    return date.fromordinal(min(max(1, day.toordinal() + by), date.max.toordinal()))


def turned(day: date, by: int) -> date:
    """The same day `by` months on (before, where it is below 0), as far as there are months."""
    try:
        return months_before(day, -by)
    except ValueError:
        return day
