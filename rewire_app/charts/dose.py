"""What practice trained, week by week: how often each process had a turn, how far apart, and when last.

A practice counts once for each process that its exercise trains, so one can count for two. The eight names
come from teaching (`domain/exercise/trained`); nothing here is a measure of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil
from statistics import median

from rewire_app.charts.columns import ColumnLength, Columns, cut_into
from rewire_app.charts.spec import AxisLabel, Table
from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import ago_words, axis_day, day_words
from rewire_app.domain.exercise.aims import Target
from rewire_app.domain.exercise.trained import TrainedWords, taught_not_measured, trained_words
from rewire_app.i18n import _, ngettext

LATELY = 30
"""Days that the count beside each row looks back on."""
MIN_PRACTICES = 10
"""So many practices it takes until something is said about all rows together."""
MOST_WEEKS_DAYS = 26 * 7
"""Longest stretch that is shown by weeks, days; longer ones by months, and then by quarters."""
LEAST_DAYS = 14
"""Shortest stretch that is shown: two weeks, days."""
MOST_COLUMNS = 40
"""More columns than this nobody can tell apart: the oldest are left out."""
MIN_TURNS = 4
"""So many days with practice of one kind it takes until it is said how far apart they lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedPractice:
    """A practice that counts: its day (ordinal), what it trains, and where and with whom, "" not noted.

    `trains` is None where the exercise is gone, and nobody knows any more.
    """

    day: int
    trains: tuple[Target, ...] | None
    place: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """One process: how often in each column, how often lately, on which days (rising), and when last.

    `levels`: 0 not trained, 1 up to once a week, 2 up to twice, 3 more often. `last`: an ordinal, None never.
    `apart`: the middle number of days from one day to the next, None where that is too few to say.
    """

    target: Target
    name: str
    counts: tuple[int, ...]
    levels: tuple[int, ...]
    lately: int
    lately_words: str
    last: int | None
    last_words: str
    apart: float | None
    days: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DosePicture:
    """The eight rows over common columns, and everything that is said about them.

    `sentence`: which had most and fewest turns, or how many practices it takes until that is said. `key`: how
    to read the squares. `meanings`: what each name means. `lately`, `last`: headings of what stands beside.
    """

    name: str
    starts: tuple[int, ...]
    labels: tuple[AxisLabel, ...]
    rows: tuple[DoseRow, ...]
    lately: str
    last: str
    sentence: str
    key: str
    meanings: tuple[str, ...]
    summary: str
    table: Table


def dose_picture(practices: Sequence[TrainedPractice], columns: Columns) -> DosePicture:
    """What was trained from the first to the last day of `columns`; builds for no practice and for decades.

    What stands beside the rows looks back from the last of these days, or from today if that comes before.
    """
    cut = dose_columns(columns)
    seen = min(cut.last, cut.today)
    known = [one for one in practices if one.day <= seen]
    rows = tuple(_row(target, words, known, cut, seen) for target, words in trained_words().items())
    inside = [one for one in known if one.day >= cut.starts[0]]
    sentence = _sentence(rows, len(inside), seen)
    key = _key(cut, sum(one.trains is None for one in inside))
    return DosePicture(
        name=_title(cut),
        starts=cut.starts,
        labels=cut.labels(),
        rows=rows,
        lately=_("in {n} days").format(n=LATELY)
        if seen == cut.today
        else _("{n} days to {day}").format(n=LATELY, day=axis_day(date.fromordinal(seen))),
        last=_("last"),
        sentence=sentence,
        key=key,
        meanings=(
            *(f"{words.name}: {words.meaning}" for words in trained_words().values()),
            taught_not_measured(),
        ),
        summary=" ".join([sentence, *(row.words for row in rows), key]),
        table=_table(rows, cut),
    )


def dose_columns(columns: Columns) -> Columns:
    """The stretch of `columns` in weeks, or in months and quarters where it is long."""
    last = min(columns.last, columns.today)
    first = min(columns.first, last - LEAST_DAYS + 1)
    if last - first + 1 <= MOST_WEEKS_DAYS:
        cut = cut_into(ColumnLength.WEEK, first, last, columns.today)
    else:
        cut = cut_into(ColumnLength.MONTH, first, last, columns.today)
        if len(cut.starts) > MOST_COLUMNS:
            cut = cut_into(ColumnLength.QUARTER, first, last, columns.today)
    starts, ends = cut.starts[-MOST_COLUMNS:], cut.ends[-MOST_COLUMNS:]
    return Columns(
        length=cut.length,
        starts=starts,
        ends=ends,
        first=max(first, starts[0]),
        last=last,
        today=columns.today,
    )


def level(count: int, days: int) -> int:
    """0 for none, else how often a week that is, rounded up: 1, 2, and 3 for three times or more."""
    return min(3, ceil(count * 7 / days))


def _row(
    target: Target, words: TrainedWords, practices: Iterable[TrainedPractice], cut: Columns, seen: int
) -> DoseRow:
    days = sorted(one.day for one in practices if one.trains is not None and target in one.trains)
    inside = [day for day in days if day >= cut.starts[0]]
    counts = [0] * len(cut.starts)
    for day in inside:
        counts[cut.number(day)] += 1
    lengths = [end - start + 1 for start, end in zip(cut.starts, cut.ends, strict=True)]
    lately = sum(day > seen - LATELY for day in days)
    single = tuple(sorted(set(inside)))
    last = days[-1] if days else None
    apart = _apart(single)
    return DoseRow(
        target=target,
        name=words.name,
        counts=tuple(counts),
        levels=tuple(level(count, length) for count, length in zip(counts, lengths, strict=True)),
        lately=lately,
        lately_words=_times(lately) if lately else _("not yet"),
        last=last,
        last_words=_last_words(last, seen, cut.today),
        apart=apart,
        days=single,
        words=_row_words(words.name, lately, _last_words(last, seen, cut.today), len(inside), apart),
    )


def _row_words(name: str, lately: int, last: str, inside: int, apart: float | None) -> str:
    """A row as sentences: lately, in the picture, and when last."""
    if not last:
        return _("{name}: not yet.").format(name=name)
    said = _("{name}: {times} in {n} days, {m} in the picture, last {day}.").format(
        name=name, times=_times(lately), n=LATELY, m=inside, day=last
    )
    if apart is None:
        return said
    days = ngettext("Mostly {n} day apart.", "Mostly {n} days apart.", round(apart))
    return f"{said} {days.format(n=round(apart))}"


def _apart(days: Sequence[int]) -> float | None:
    """The middle number of days from one day to the next; None where there are too few."""
    if len(days) < MIN_TURNS:
        return None
    return float(median(later - earlier for earlier, later in pairwise(days)))


def _last_words(last: int | None, seen: int, today: int) -> str:
    """How long ago; a date where the picture ends before today, and nothing where it was never."""
    if last is None:
        return ""
    day, now = date.fromordinal(last), date.fromordinal(today)
    return ago_words(day, now) if seen == today else day_words(day, year=day.year != now.year)


def _times(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=count)


def _title(cut: Columns) -> str:
    titles = {
        ColumnLength.MONTH: _("What your practice trained, month by month"),
        ColumnLength.QUARTER: _("What your practice trained, by quarters of a year"),
    }
    return titles.get(cut.length, _("What your practice trained, week by week"))


def _sentence(rows: Sequence[DoseRow], inside: int, seen: int) -> str:
    """Which had most turns lately, which fewest and which none, or what that takes."""
    if inside < MIN_PRACTICES:
        return _("The sentence comes after {n} practices.").format(n=MIN_PRACTICES)
    had = [row for row in rows if row.lately]
    if not had:
        return _("In the last {n} days none of the eight had a turn.").format(n=LATELY)
    most, least = max(row.lately for row in had), min(row.lately for row in had)
    said = [_all_said(had, most, _("{names} had the most turns."))]
    if least < most:
        said.append(_all_said(had, least, _("{names} had the fewest.")))
    never = [row for row in rows if not row.lately]
    if never:
        said.append(_none_said(never, seen))
    return " ".join(said)


def _all_said(rows: Iterable[DoseRow], count: int, text: str) -> str:
    """`text` about the rows with so many turns."""
    return _begun(text.format(names=_joined([_said(row) for row in rows if row.lately == count])))


def _none_said(rows: Sequence[DoseRow], seen: int) -> str:
    """Which rows had no turn; of a single one for how many weeks."""
    names = _joined([_said(row) for row in rows])
    if len(rows) == 1 and rows[0].last is not None:
        weeks = (seen - rows[0].last) // 7
        text = ngettext("{names} had none for {n} week.", "{names} had none for {n} weeks.", weeks)
        return _begun(text.format(names=names, n=weeks))
    return _begun(_("{names} had none in {n} days.").format(names=names, n=LATELY))


def _said(row: DoseRow) -> str:
    return trained_words()[row.target].said


def _joined(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _key(cut: Columns, gone: int) -> str:
    """How to read the squares, and what stands in no row."""
    said = [
        _("One practice can count for two."),
        _("Small squares are one time a week, large ones three.")
        if cut.length is ColumnLength.WEEK
        else _("Small squares are up to one time a week, large ones three."),
    ]
    if gone:
        said.append(
            ngettext(
                "{n} practice is of an exercise that is gone, and stands in no row.",
                "{n} practices are of exercises that are gone, and stand in no row.",
                gone,
            ).format(n=gone)
        )
    return " ".join(said)


def _table(rows: Sequence[DoseRow], cut: Columns) -> Table:
    names = [cut.short(number) for number in range(len(cut.starts))]
    return Table(
        headings=(_("What"), _("In {n} days").format(n=LATELY), _("Last"), _("Days apart"), *names),
        rows=tuple(
            (
                row.name,
                str(row.lately),
                row.last_words or _("not yet"),
                "" if row.apart is None else number_words(row.apart),
                *map(str, row.counts),
            )
            for row in rows
        ),
    )
