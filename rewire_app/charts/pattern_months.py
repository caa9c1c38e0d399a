"""The two paths of a pattern month by month, as values: how often each was taken, and how long calm took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.day_words import months, short_months
from rewire_app.i18n import _, ngettext
from rewire_app.insight.pattern_paths import LONG_MIN, MiddleMinutes, PathCounts, PathMonth

LEAST = 4
"""The lane of counts reaches at least so high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMinutes:
    """A mark in the lane of minutes, `at` most 60; `open`: it was still going, or took longer than that."""

    at: float
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthColumn:
    """One month: how often each path came, its two marks (None: too few times), and all of it in words."""

    label: str
    new: int
    old: int
    new_minutes: MonthMinutes | None
    old_minutes: MonthMinutes | None
    under_way: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternMonths:
    """The picture, its axis up to `top`, what it says in a sentence, and the caution that belongs to it."""

    name: str
    summary: str
    columns: tuple[MonthColumn, ...]
    top: int
    ticks: tuple[Tick, ...]
    has_minutes: bool
    sentence: str
    caution: str
    table: Table


def times_words(n: int) -> str:
    """How often: "once", "6 times"."""
    return _("once") if n == 1 else ngettext("{n} time", "{n} times", n).format(n=n)


def paths_words(counts: PathCounts) -> str:
    """Both paths of the last 30 days: "New response 6 times, old pattern 3 times in the last 30 days"."""
    return _("New response {new}, old pattern {old} in the last 30 days").format(
        new=times_words(counts.new), old=times_words(counts.old)
    )


def thickness_words(both: int) -> str:
    """What the thickness of a path means, and that a moment may stand on both."""
    said = _("The thicker a path, the more often you took it in the last 30 days.")
    if not both:
        return said
    more = ngettext(
        "{n} moment had a bit of both and stands on both.",
        "{n} moments had a bit of both and stand on both.",
        both,
    ).format(n=both)
    return f"{said} {more}"


def pattern_months(found: Sequence[PathMonth]) -> PatternMonths:
    """The picture of `found`, the earliest first."""
    columns = tuple(_column(one) for one in found)
    largest = max((max(one.new, one.old) for one in columns), default=0)
    top = max(LEAST, largest + largest % 2)
    shown = any(one.new_minutes or one.old_minutes for one in columns)
    return PatternMonths(
        name=_("Both paths, month by month"),
        summary=" ".join(one.words for one in columns),
        columns=columns,
        top=top,
        ticks=tuple(Tick(y=y, text=str(y)) for y in (0, top // 2, top)),
        has_minutes=shown,
        sentence=_sentence(found),
        caution=_(
            "Milder moments are easier to answer in a new way, so the minutes are not what the response did."
        )
        if shown
        else "",
        table=_table(found),
    )


def _column(one: PathMonth) -> MonthColumn:
    return MonthColumn(
        label=_label(one),
        new=one.counts.new,
        old=one.counts.old,
        new_minutes=_mark(one.new),
        old_minutes=_mark(one.old),
        under_way=one.under_way,
        words=_words(one),
    )


def _mark(middle: MiddleMinutes | None) -> MonthMinutes | None:
    if middle is None:
        return None
    if middle.minutes is None or middle.minutes > LONG_MIN:
        return MonthMinutes(at=LONG_MIN, open=True)
    return MonthMinutes(at=middle.minutes, open=False)


def _is_month(one: PathMonth) -> bool:
    return (one.first.year, one.first.month) == (one.last.year, one.last.month)


def _label(one: PathMonth) -> str:
    """Under a column: "October", "Nov so far", or of a quarter "Jul to Sep"."""
    short = short_months()
    name = months()[one.first.month - 1]
    if not _is_month(one):
        name = _("{first} to {last}").format(first=short[one.first.month - 1], last=short[one.last.month - 1])
    elif one.under_way:
        name = short[one.first.month - 1]
    return _("{month} so far").format(month=name) if one.under_way else name


def _name(one: PathMonth) -> str:
    """The month as it is said: "November", "July to September 2026"."""
    name = months()[one.first.month - 1]
    if _is_month(one):
        return name
    last = months()[one.last.month - 1]
    return _("{first} to {last} {year}").format(first=name, last=last, year=one.last.year)


def _words(one: PathMonth) -> str:
    """ "June: new 1, old 7, calm after 55 min with the old."."""
    name = _("{month} so far").format(month=_name(one)) if one.under_way else _name(one)
    parts = [_("{month}: new {new}, old {old}").format(month=name, new=one.counts.new, old=one.counts.old)]
    if one.new is not None:
        parts.append(_("calm after {time} with the new").format(time=_minutes(one.new)))
    if one.old is not None:
        parts.append(_("calm after {time} with the old").format(time=_minutes(one.old)))
    return _(", ").join(parts) + "."


def _minutes(middle: MiddleMinutes) -> str:
    if middle.minutes is None:
        return _("{n} min or more").format(n=LONG_MIN)
    return _("{m} min").format(m=middle.minutes)


def _sentence(found: Sequence[PathMonth]) -> str:
    """The newest month that has a moment, and what a return of the old way is."""
    told = [one for one in found if one.counts.moments]
    if not told:
        return _("After the first moments the months stand here.")
    last = told[-1]
    form = (
        _("So far in {month} the new response came {new}, the old pattern {old}.")
        if last.under_way
        else _("In {month} the new response came {new}, the old pattern {old}.")
    )
    said = [
        form.format(month=_name(last), new=times_words(last.counts.new), old=times_words(last.counts.old))
    ]
    if last.new is not None and last.old is not None:
        said.append(
            _("Calm took about {new} with the new, {old} with the old.").format(
                new=_long_minutes(last.new), old=_long_minutes(last.old)
            )
        )
    if len(told) > 1 and last.counts.old > told[-2].counts.old:
        said.append(_("The old way came more often again. It knows the road; that is information."))
    return " ".join(said)


def _long_minutes(middle: MiddleMinutes) -> str:
    if middle.minutes is None:
        return _("60 minutes or more")
    return ngettext("{n} minute", "{n} minutes", middle.minutes).format(n=middle.minutes)


def _table(found: Sequence[PathMonth]) -> Table:
    """Every month; a middle time is "too few" where a month has fewer than two."""
    rows = tuple(
        (
            _name(one) if one.first.year == found[-1].first.year else f"{_name(one)} {one.first.year}",
            str(one.counts.new),
            str(one.counts.old),
            str(one.counts.both),
            *(_("too few") if middle is None else _minutes(middle) for middle in (one.new, one.old)),
        )
        for one in found
    )
    return Table(
        headings=(
            _("Month"),
            _("New response"),
            _("Old pattern"),
            _("Both"),
            _("Calm, new"),
            _("Calm, old"),
        ),
        rows=rows,
    )
