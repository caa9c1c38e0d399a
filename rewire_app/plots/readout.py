"""The words of every column: a readout sentence, a row of the table, and the summary of the whole picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _, ngettext
from rewire_app.plots.columns import Columns, Length
from rewire_app.plots.spec import Bucket, Table
from rewire_app.plots.tally import Mean, Tally


def buckets(columns: Columns, tally: Tally) -> tuple[Bucket, ...]:
    """Every column with its name and what it holds."""
    return tuple(
        Bucket(
            start=start,
            end=end,
            name=columns.name(number),
            short=columns.short(number),
            reading=_reading(columns, tally, number),
            under_way=start <= columns.today <= end,
        )
        for number, (start, end) in enumerate(zip(columns.starts, columns.ends, strict=True))
    )


def table(columns: Columns, tally: Tally) -> Table:
    """The picture's numbers, one row a column."""
    first = {Length.DAY: _("Day"), Length.WEEK: _("Week"), Length.MONTH: _("Month")}[columns.length]
    headings = (
        first,
        _("Practised"),
        _("Reactivity, 0 to 10"),
        _("Moments"),
        _("Typical peak, 0 to 10"),
        _("Typical time to calm"),
        _("New response"),
        _("Asleep a night"),
        _("Stress, 0 to 10"),
    )
    numbers = range(len(columns.starts))
    return Table(headings=headings, rows=tuple(_row(columns, tally, number) for number in numbers))


def summary(columns: Columns, tally: Tally) -> str:
    """The whole picture in a few sentences, for those who hear it."""
    last = min(columns.last, columns.today)
    by = {Length.DAY: _("by day"), Length.WEEK: _("by week"), Length.MONTH: _("by month")}[columns.length]
    span = span_words(date.fromordinal(columns.first), date.fromordinal(max(last, columns.first)))
    parts = [_("Trends {by}, {span}.").format(by=by, span=span)]
    days = int(tally.open_days.sum())
    if days:
        parts.append(
            ngettext("Practised on {did} of {days} day.", "Practised on {did} of {days} days.", days).format(
                did=int(tally.practised.sum()), days=days
            )
        )
    parts.append(_spread(_("Reactivity in the evening"), tally.reactivity, _of_ten))
    moments = int(tally.moments.sum())
    if moments:
        parts.append(ngettext("{n} moment noted.", "{n} moments noted.", moments).format(n=moments))
    parts.append(_spread(_("Sleep"), tally.asleep, hours_minutes))
    parts.append(_spread(_("Stress"), tally.stress, _of_ten))
    return " ".join(parts)


def calm_words(minutes: float) -> str:
    """Minutes to calm in words; infinite means that the typical moment was still going."""
    if np.isinf(minutes):
        return _("still going")
    return _("{n} min").format(n=number_words(minutes))


def _spread(name: str, mean: Mean, speak: Callable[[float], str]) -> str:
    known = mean.values[mean.counts > 0]
    if not len(known):
        return _("{name}: not noted.").format(name=name)
    low, high, latest = (speak(float(value)) for value in (known.min(), known.max(), known[-1]))
    if low == high:
        return _("{name}: {latest}.").format(name=name, latest=latest)
    return _("{name}: between {low} and {high}, latest {latest}.").format(
        name=name, low=low, high=high, latest=latest
    )


def _of_ten(value: float) -> str:
    return _("{value} of 10").format(value=number_words(value))


def _reading(columns: Columns, tally: Tally, number: int) -> str:
    if columns.starts[number] > columns.today:
        return _("still to come")
    parts = [
        _practice(columns, tally, number),
        _reactivity(columns, tally, number),
        _moments(tally, number),
        _sleep(columns, tally, number),
        _stress(tally, number),
    ]
    said = [part for part in parts if part]
    if not any(parts[1:]):
        said.append(_("nothing else noted") if parts[0] else _("nothing noted"))
    return ", ".join(said)


def _practice(columns: Columns, tally: Tally, number: int) -> str:
    did, days, paused = (int(part[number]) for part in (tally.practised, tally.open_days, tally.paused))
    if not days:
        return _("paused") if paused else ""
    so_far = columns.starts[number] <= columns.today <= columns.ends[number]
    if columns.length is Length.DAY:
        if did:
            minutes = max(1, round(float(tally.seconds[number]) / 60))
            return _("practised {minutes} min").format(minutes=minutes)
        return _("no practice so far") if so_far else _("no practice")
    text = ngettext("practised {did} of {days} day", "practised {did} of {days} days", days).format(
        did=did, days=days
    )
    if paused:
        pause = ngettext("{n} day paused", "{n} days paused", paused).format(n=paused)
        text = _("{practised} ({pause})").format(practised=text, pause=pause)
    return _("{practised} so far").format(practised=text) if so_far else text


def _reactivity(columns: Columns, tally: Tally, number: int) -> str:
    count = int(tally.reactivity.counts[number])
    if not count:
        return ""
    value = number_words(float(tally.reactivity.values[number]))
    if columns.length is Length.DAY:
        return _("reactivity {value} of 10").format(value=value)
    return ngettext(
        "reactivity {value} of 10 ({n} evening)", "reactivity {value} of 10 ({n} evenings)", count
    ).format(value=value, n=count)


def _moments(tally: Tally, number: int) -> str:
    count = int(tally.moments[number])
    if not count:
        return ""
    if not tally.peak.counts[number]:
        return ngettext("{n} moment", "{n} moments", count).format(n=count)
    return ngettext(
        "{n} moment with a peak of {peak} of 10", "{n} moments with a typical peak of {peak} of 10", count
    ).format(n=count, peak=number_words(float(tally.peak.values[number])))


def _sleep(columns: Columns, tally: Tally, number: int) -> str:
    if not tally.asleep.counts[number]:
        return ""
    text = _("{time} asleep") if columns.length is Length.DAY else _("{time} asleep a night")
    return text.format(time=hours_minutes(float(tally.asleep.values[number])))


def _stress(tally: Tally, number: int) -> str:
    if not tally.stress.counts[number]:
        return ""
    return _("stress {value} of 10").format(value=number_words(float(tally.stress.values[number])))


def _row(columns: Columns, tally: Tally, number: int) -> tuple[str, ...]:
    missing = _("not noted")
    did, days, answered = (int(part[number]) for part in (tally.practised, tally.open_days, tally.answered))

    def mean(of: Mean, speak: Callable[[float], str]) -> str:
        return speak(float(of.values[number])) if of.counts[number] else missing

    if days:
        practised = _("{did} of {days}").format(did=did, days=days)
    else:
        practised = _("paused") if tally.paused[number] else missing
    new = _("{new} of {n}").format(new=int(tally.new[number]), n=answered) if answered else missing
    return (
        columns.name(number),
        practised,
        mean(tally.reactivity, number_words),
        str(int(tally.moments[number])),
        mean(tally.peak, number_words),
        mean(tally.calm, calm_words),
        new,
        mean(tally.asleep, hours_minutes),
        mean(tally.stress, number_words),
    )
