"""The finding about consistency: both numbers, what each day holds up, what one more practice would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import day_words, weekday_letter
from rewire_app.i18n import _, ngettext
from rewire_app.insight.consistency import (
    HALF_LIFE,
    WINDOW,
    ShareWhy,
    share_of_plan,
    share_words,
    strength,
    strength_words,
    what_counts,
    why_share,
    why_strength,
)
from rewire_app.insight.findings import Figures, Finding, FindingDays, NumberPart, WorkedOut, tenth
from rewire_app.insight.regression import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What the last days hold up, in points of 100; tuples run from the earliest day to the last.

    share_days: what each of the last 14 days adds to the share of plan: how much lower it would be without
    that day's practice. strength_weeks: how much of today's strength was built in each of the last 8
    stretches of 7 active days (earlier ones in the first). share_next, strength_next: both numbers on the
    next day if there is practice on it; share_rest, strength_rest: if there is none. NaN where not shown.
    """

    share_days: tuple[float, ...]
    strength_weeks: tuple[float, ...]
    share_next: float
    share_rest: float
    strength_next: float
    strength_rest: float


def contributions(
    practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None
) -> Contributions:
    """From `share_of_plan`'s arguments; the last value is today."""
    done = np.asarray(practised, dtype=np.float64)
    plan = np.broadcast_to(np.asarray(per_week, dtype=np.float64), done.shape)
    rest = np.zeros(len(done)) if paused is None else np.asarray(paused, dtype=np.float64)
    nan = float("nan")
    if not len(done):
        return Contributions(
            share_days=(),
            strength_weeks=(),
            share_next=nan,
            share_rest=nan,
            strength_next=nan,
            strength_rest=nan,
        )
    ahead = [_tomorrow(done, plan, value) for value in (1.0, 0.0)]
    free = np.append(rest, 0.0)
    shares = [float(share_of_plan(*each, free)[-1]) for each in ahead]
    strengths = [float(strength(*each, free)[-1]) for each in ahead]
    return Contributions(
        share_days=_share_days(done, plan, rest),
        strength_weeks=_strength_weeks(done, plan, rest),
        share_next=shares[0],
        share_rest=shares[1],
        strength_next=strengths[0],
        strength_rest=strengths[1],
    )


def _tomorrow(done: Floats, plan: Floats, value: float) -> tuple[Floats, Floats]:
    """Both series with one more day under today's plan."""
    return np.append(done, value), np.append(plan, plan[-1])


def _share_days(done: Floats, plan: Floats, rest: Floats) -> tuple[float, ...]:
    whole = share_of_plan(done, plan, rest)[-1]
    found = []
    for day in range(max(0, len(done) - WINDOW), len(done)):
        without = done.copy()
        without[day] = 0.0 if done[day] > 0 else done[day]
        found.append(float(whole - share_of_plan(without, plan, rest)[-1]))
    return tuple(found)


def _strength_weeks(done: Floats, plan: Floats, rest: Floats, weeks: int = 8) -> tuple[float, ...]:
    """Today's strength less what is left of the strength before, stretch by stretch."""
    grown = strength(done, plan, rest)
    active = ~np.isnan(done) & (np.nan_to_num(rest) == 0) & (np.nan_to_num(plan) > 0)
    days = np.flatnonzero(active)
    if not len(days):
        return ()
    ages = np.arange(len(days))[::-1]
    keep = 0.5 ** (1 / HALF_LIFE)
    levels = grown[days]
    before = np.concatenate([[0.0], levels[:-1]])
    added = (levels - keep * before) * keep**ages
    stretch = np.minimum(ages // 7, weeks - 1)
    sums = np.bincount(stretch, weights=added)
    return tuple(sums[::-1].tolist())


def consistency_finding(practised: Floats, per_week: Floats, paused: Floats, window: FindingDays) -> Finding:
    """The finding from one value a day from the first day of use to `window.last`; a count, so no meter."""
    share, strength = why_share(practised, per_week, paused), why_strength(practised, per_week, paused)
    parts = contributions(practised, per_week, paused)
    bars = share_bars(share, practised, paused, window.last)
    shown = bool(bars)
    missing = () if shown else (share.sentence,)
    return Finding(
        key="consistency",
        title=_("Practice consistency"),
        sentence=_sentence(share, strength.percent) if shown else share.sentence,
        step=None,
        basis=_basis(share.practice_days, share.active_days, share.paused_days),
        not_proven=_("It says how often you practised, not how well, and not what it did."),
        notes=() if not shown else (_gentle(),),
        missing=missing,
        worked_out=WorkedOut(
            method=_(
                "This is a count of days, so there is nothing to be unsure about. A day counts once, "
                "however long you practised."
            ),
            numbers=(
                share.sentence,
                *_day_words(share),
                *((strength.sentence,) if not np.isnan(strength.percent) else ()),
                *_next(parts),
            ),
            assumptions=(
                what_counts(),
                _(
                    "Paused days count for nothing either way. Days before your first and after your last "
                    "note are left out."
                ),
            ),
        ),
        figures=(_share_figures(bars, parts, share.percent), *_strength_figures(parts)) if shown else (),
        bars=bars,
        days=window,
    )


def _sentence(share: ShareWhy, strength: float) -> str:
    first = share_words(share)
    return first if np.isnan(strength) else f"{first} {strength_words(strength)}"


def _gentle() -> str:
    return _(
        "One day without practice takes at most 6 points from strength, and none if the week’s plan is met "
        "anyway. Gaps are normal."
    )


def _basis(did: int, active: int, paused: int) -> str:
    words = ngettext("Practised on {did} of {n} day.", "Practised on {did} of {n} days.", active).format(
        did=did, n=active
    )
    if not paused:
        return words
    rest = ngettext("{n} day was paused.", "{n} days were paused.", paused).format(n=paused)
    return f"{words} {rest}"


def _next(parts: Contributions) -> tuple[str, ...]:
    found = []
    if not np.isnan(parts.share_next):
        found.append(
            _("With practice on the next day it would be {a} points of 100, without it {b}.").format(
                a=number_words(parts.share_next), b=number_words(parts.share_rest)
            )
        )
    if not np.isnan(parts.strength_next):
        found.append(
            _("With practice on the next day strength would be {a} of 100, without it {b}.").format(
                a=number_words(parts.strength_next), b=number_words(parts.strength_rest)
            )
        )
    return tuple(found)


def share_bars(share: ShareWhy, practised: Floats, paused: Floats, last: int) -> tuple[NumberPart, ...]:
    """What each of the last 14 days counts towards the share of plan; empty while none is shown."""
    if np.isnan(share.percent):
        return ()
    begin = max(0, len(practised) - WINDOW)
    days = [date.fromordinal(last - len(practised) + 1 + at) for at in range(begin, len(practised))]
    return tuple(
        NumberPart(
            name=day_words(day, week_day=True),
            short=weekday_letter(day),
            points=day_points(share, practised[at], paused[at]),
            what=_what(practised[at], paused[at]),
        )
        for day, at in zip(days, range(begin, len(practised)), strict=True)
    )


def _share_figures(bars: tuple[NumberPart, ...], parts: Contributions, share: float) -> Figures:
    return Figures(
        title=_("What each of the last {n} days counts towards the share of plan, at most 100 in all").format(
            n=WINDOW
        ),
        headings=(_("Day"), _("What was noted"), _("Points of 100"), _("Share without it, %")),
        rows=tuple(
            (bar.name, bar.what, tenth(bar.points), tenth(share - lost))
            for bar, lost in zip(bars, parts.share_days, strict=True)
        ),
    )


def _day_words(share: ShareWhy) -> tuple[str, ...]:
    if np.isnan(share.percent):
        return ()
    each = 100 / share.planned_days
    words = _("Your plan is 100 points, so each practised day counts {each}.").format(each=number_words(each))
    if each * share.practice_days <= 100:
        return (words,)
    more = _("Yours come to {all}: more than you planned. The plan is met at 100.").format(
        all=number_words(each * share.practice_days)
    )
    return (f"{words} {more}",)


def day_points(share: ShareWhy, practised: float, paused: float) -> float:
    """Points of 100 that one of the last 14 days counts; NaN while no share is shown."""
    if np.isnan(share.percent):
        return float("nan")
    return 100 / share.planned_days if practised > 0 and not paused else 0.0


def _what(practised: float, paused: float) -> str:
    if np.isnan(practised):
        return _("not noted")
    if paused:
        return _("paused")
    return _("practised") if practised > 0 else _("no practice")


def _strength_figures(parts: Contributions) -> tuple[Figures, ...]:
    if not parts.strength_weeks:
        return ()
    weeks = len(parts.strength_weeks)
    rows = []
    for number, points in enumerate(parts.strength_weeks):
        ago = weeks - 1 - number
        name = (
            _("The last 7 days") if ago == 0 else _("{a} to {b} days before").format(a=7 * ago, b=7 * ago + 6)
        )
        if number == 0 and weeks == 8:
            name = _("Earlier")
        rows.append((name, tenth(points)))
    return (
        Figures(
            title=_("When today’s strength was built, in days that were not paused"),
            headings=(_("Days"), _("Points of 100")),
            rows=tuple(rows),
        ),
    )
