"""The finding about consistency: both numbers, what each day holds up, what one more practice would do."""

from __future__ import annotations

from datetime import date

import numpy as np

from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import day_words, weekday_letter
from rewire_app.i18n import _, ngettext
from rewire_app.insight.consistency import WINDOW, ShareWhy, why_share, why_strength
from rewire_app.insight.contributions import Contributions, contributions
from rewire_app.insight.findings import Figures, Finding, FindingDays, NumberPart, WorkedOut, tenth
from rewire_app.insight.regression import Floats


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
        sentence=_sentence(share.percent, strength.percent) if shown else share.sentence,
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


def _sentence(share: float, strength: float) -> str:
    first = _("Share of plan over the last 14 days: {n}%.").format(n=round(share))
    if np.isnan(strength):
        return first
    return f"{first} " + _("Strength: {n}%.").format(n=round(strength))


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
            _("With practice on the next day the share would be {a}%, without it {b}%.").format(
                a=number_words(parts.share_next), b=number_words(parts.share_rest)
            )
        )
    if not np.isnan(parts.strength_next):
        found.append(
            _("With practice on the next day strength would be {a}%, without it {b}%.").format(
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
    words = _("Each practised day counts {each} points of 100.").format(each=number_words(each))
    if each * share.practice_days <= 100:
        return (words,)
    more = _("Together that is {all}, and at most 100 count.").format(
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
