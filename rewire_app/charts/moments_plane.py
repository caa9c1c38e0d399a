"""Alarm and brake: every moment as a point, its peak across, its minutes to calm up, by period of the range.

The axis of minutes is logarithmic from 1 minute on; a moment that was still going when it was noted lies on
a line of its own above it, because all that is known is that it took longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log2

import numpy as np

from rewire_app.charts.columns import Columns
from rewire_app.charts.notes import Floats, Notes
from rewire_app.charts.points import Place, convex_hull, with_day
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.outcomes import MIN_MOMENTS, Outcomes, outcomes

FOUR_WEEKS = 28
LONG = 3 * FOUR_WEEKS
"""Days from which the first and last four weeks are compared; shorter ranges are cut into thirds."""
MOST_MARKS = 300
FINE = (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
COARSE = (1, 5, 15, 30, 60, 180, 480, 1440)
"""Minutes to which times are rounded where there would be too many marks."""
TICKS = (1, 5, 15, 30, 60, 180, 480)
ASIDE = (-0.2, 0.0, 0.2)
"""How far the marks of each period stand beside the peak, so that periods do not cover each other."""
PERIODS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentPoint:
    """Moments of one period (0 to 2) at one place: how many, their days (rising ordinals), their words.

    `going`: still going when noted.
    """

    period: int
    x: float
    y: float
    going: bool
    count: int
    days: tuple[int, ...]
    words: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A part of the range: its name, its dates, what its moments were like, and their outline.

    `typical`: where the medians lie, None below 5 moments; `hull` is empty then too.
    """

    name: str
    span: str
    outcomes: Outcomes
    hull: tuple[Place, ...]
    typical: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentsPlane:
    """The picture of alarm and brake; ranges and ticks in the units of the points.

    `sentence` is what may be said, `based_on` what a mark is, `summary` the whole in words.
    """

    name: str
    points: tuple[MomentPoint, ...]
    periods: tuple[Period, ...]
    across: tuple[float, float]
    upright: tuple[float, float]
    x_title: str
    y_title: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    sentence: str
    based_on: str
    summary: str
    table: Table


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """The moments with a peak and a time: day, peak, minutes (inf: still going), period."""

    days: np.ndarray
    peaks: Floats
    calm: Floats
    period: np.ndarray

    def of(self, number: int) -> tuple[Floats, Floats]:
        mine = self.period == number
        return self.peaks[mine], self.calm[mine]


def moments_plane(notes: Notes, columns: Columns) -> MomentsPlane:
    """The moments from the first to the last day of `columns`; builds for none, one, and decades of them."""
    last = min(columns.last, columns.today)
    first = min(last, columns.first if notes.first is None else max(columns.first, notes.first))
    edges = _edges(first, last)
    days = notes.moments.days
    inside = (days >= first) & (days <= last)
    known = inside & ~np.isnan(notes.moments.peaks) & ~np.isnan(notes.moments.calm)
    placed = _Placed(
        days[known],
        notes.moments.peaks[known],
        notes.moments.calm[known],
        np.searchsorted(edges[1:-1], days[known], side="right"),
    )
    finite = placed.calm[np.isfinite(placed.calm)]
    top = max(height(TICKS[-1]), height(float(finite.max())) if len(finite) else 0.0)
    going = top + 1.0
    names = _names(long=last - first + 1 >= LONG)
    points, rounded = _points(placed, going, names)
    periods = tuple(_period(placed, number, names[number], edges, going) for number in range(PERIODS))
    said = _based_on(len(placed.days), int((inside & ~known).sum()), rounded=rounded)
    sentence = _sentence(periods)
    return MomentsPlane(
        name=_("Alarm and brake"),
        points=points,
        periods=periods,
        across=(-0.6, 10.6),
        upright=(-0.6, going + 0.6),
        x_title=_("Alarm: the peak of the moment, 0 to 10"),
        y_title=_("Brake: time until calm"),
        x_ticks=tuple(Tick(y=peak, text=str(peak)) for peak in range(11)),
        y_ticks=(
            *(Tick(y=height(minutes), text=_tick_words(minutes)) for minutes in TICKS),
            Tick(y=going, text=_("still going")),
        ),
        sentence=sentence,
        based_on=said,
        summary=" ".join((said, *(_period_words(period) for period in periods), sentence)),
        table=_table(points),
    )


def height(minutes: float) -> float:
    """Where a time lies on the axis: each doubling from 1 minute on is one step."""
    return log2(max(1.0, minutes))


def _edges(first: int, last: int) -> np.ndarray:
    """The first day of each period, and the day after the last."""
    days = last - first + 1
    if days >= LONG:
        return np.array([first, first + FOUR_WEEKS, last - FOUR_WEEKS + 1, last + 1])
    return np.array([first + round(days * part / PERIODS) for part in range(PERIODS + 1)])


def _names(*, long: bool) -> tuple[str, str, str]:
    if long:
        return (_("First four weeks"), _("In between"), _("Last four weeks"))
    return (_("First third"), _("Middle third"), _("Last third"))


def _points(placed: _Placed, going: float, names: tuple[str, ...]) -> tuple[tuple[MomentPoint, ...], bool]:
    """Moments of one period at one place as one mark; whether times had to be rounded for it."""
    for steps in (None, FINE, COARSE):
        times = placed.calm if steps is None else _rounded(placed.calm, steps)
        places: dict[tuple[float, float, int], list[int]] = {}
        for peak, minutes, period, day in zip(
            placed.peaks.tolist(), times.tolist(), placed.period.tolist(), placed.days.tolist(), strict=True
        ):
            places.setdefault((peak, max(1.0, minutes), period), []).append(day)
        if len(places) <= MOST_MARKS:
            break
    points = tuple(
        _point(peak, minutes, period, tuple(days), going, names[period])
        for (peak, minutes, period), days in sorted(places.items())
    )
    return points, steps is not None


def _rounded(minutes: Floats, steps: tuple[int, ...]) -> Floats:
    """Each time as the step it is nearest to on the axis; what is still going stays so."""
    ladder = np.log2(np.array(steps, dtype=np.float64))
    finite = np.isfinite(minutes)
    at = np.log2(np.maximum(1.0, np.where(finite, minutes, 1.0)))
    nearest = np.abs(at[:, None] - ladder[None, :]).argmin(axis=1)
    return np.where(finite, np.array(steps, dtype=np.float64)[nearest], np.inf)


def _point(  # noqa: PLR0917 - what it is, where it stands, and how it is called
    peak: float, minutes: float, period: int, days: tuple[int, ...], going: float, name: str
) -> MomentPoint:
    still = bool(np.isinf(minutes))
    time = (
        _("still going when noted") if still else _("calm after {time}").format(time=hours_minutes(minutes))
    )
    count = ngettext("{n} moment", "{n} moments", len(days)).format(n=len(days))
    words = _("Peak {peak} of 10, {time}: {count}, {period}.").format(
        peak=number_words(peak), time=time, count=count, period=name.lower()
    )
    return MomentPoint(
        period=period,
        x=peak + ASIDE[period],
        y=going if still else height(minutes),
        going=still,
        count=len(days),
        days=tuple(sorted(set(days))),
        words=with_day(words, tuple(sorted(set(days)))),
        cells=(
            name,
            number_words(peak),
            _("still going") if still else hours_minutes(minutes),
            str(len(days)),
        ),
    )


def _period(placed: _Placed, number: int, name: str, edges: np.ndarray, going: float) -> Period:
    peaks, calm = placed.of(number)
    found = outcomes(peaks, calm, np.full(len(peaks), np.nan))
    span = span_words(
        date.fromordinal(int(edges[number])),
        date.fromordinal(max(int(edges[number]), int(edges[number + 1]) - 1)),
    )
    if len(peaks) < MIN_MOMENTS:
        return Period(name=name, span=span, outcomes=found, hull=(), typical=None)
    up = [going if np.isinf(minutes) else height(minutes) for minutes in calm.tolist()]
    at = zip((peaks + ASIDE[number]).tolist(), up, strict=True)
    middle = going if np.isinf(found.calm) else height(found.calm)
    return Period(
        name=name,
        span=span,
        outcomes=found,
        hull=convex_hull(at),
        typical=(found.peak + ASIDE[number], middle),
    )


def _tick_words(minutes: int) -> str:
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    return _("{n} h").format(n=minutes // 60)


def _based_on(count: int, missing: int, *, rounded: bool) -> str:
    if not count and not missing:
        return _("No moments were noted in this range.")
    parts = [
        ngettext(
            "Each mark is one moment or several: {n} moment.",
            "Each mark is one moment or several: {n} moments.",
            count,
        ).format(n=count),
        _("Further right is a stronger alarm, higher up a longer way back to calm."),
    ]
    if rounded:
        parts.append(_("Times are rounded, so that the marks can be told apart."))
    if missing:
        parts.append(
            ngettext(
                "{n} moment without a peak or a time is not shown.",
                "{n} moments without a peak or a time are not shown.",
                missing,
            ).format(n=missing)
        )
    return " ".join(parts)


def _sentence(periods: tuple[Period, ...]) -> str:
    """What the first and the last period were like; nothing below 5 moments in either."""
    first, last = periods[0], periods[-1]
    counts = [len_of(period) for period in (first, last)]
    if min(counts) < MIN_MOMENTS:
        return _(
            "{first}: {a}; {last}: {b}. At least {needed} moments in each are needed to set them "
            "side by side."
        ).format(
            first=first.name,
            a=_moments(counts[0]),
            last=last.name.lower(),
            b=_moments(counts[1]),
            needed=MIN_MOMENTS,
        )
    return _(
        "{first}: a typical moment peaked at {peak} of 10 and took {calm} to calm ({a}). {last}: {peak_now} "
        "of 10 and {calm_now} ({b}). People often start when things are hard, so some change is expected "
        "anyway."
    ).format(
        first=first.name,
        peak=number_words(first.outcomes.peak),
        calm=calm_words(first.outcomes.calm),
        a=_moments(counts[0]),
        last=last.name,
        peak_now=number_words(last.outcomes.peak),
        calm_now=calm_words(last.outcomes.calm),
        b=_moments(counts[1]),
    )


def calm_words(minutes: float) -> str:
    """A typical time until calm in words; infinite: longer than was known when it was noted."""
    if np.isinf(minutes):
        return _("longer than was known when noted")
    return hours_minutes(minutes)


def len_of(period: Period) -> int:
    """How many moments of a period are in the picture."""
    return period.outcomes.moments


def _moments(count: int) -> str:
    return ngettext("{n} moment", "{n} moments", count).format(n=count)


def _period_words(period: Period) -> str:
    if period.typical is None:
        return _("{name}, {span}: {count}.").format(
            name=period.name, span=period.span, count=_moments(len_of(period))
        )
    return _("{name}, {span}: {count}, typically {peak} of 10 and {calm}; {going} still going.").format(
        name=period.name,
        span=period.span,
        count=_moments(len_of(period)),
        peak=number_words(period.outcomes.peak),
        calm=calm_words(period.outcomes.calm),
        going=period.outcomes.still_going,
    )


def _table(points: tuple[MomentPoint, ...]) -> Table:
    return Table(
        headings=(_("Period"), _("Peak, 0 to 10"), _("Time until calm"), _("Moments")),
        rows=tuple(point.cells for point in points),
    )
