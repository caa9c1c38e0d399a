"""The finding about before and now: the first two weeks beside the last four."""

from __future__ import annotations

import numpy as np

from rewire_app.i18n import _, ngettext
from rewire_app.insight.change import BASELINE, MIN_BASELINE, MIN_NOW, NOW, ThenAndNow, before_and_now
from rewire_app.insight.findings import (
    Certainty,
    Figures,
    Finding,
    FindingDays,
    WorkedOut,
    days_of,
    not_yet,
    signed,
    tenth,
)
from rewire_app.insight.regression import Estimate, Floats
from rewire_app.insight.size_words import interval, side_of_ten

BETWEEN = 365
"""Days between both stretches that are used, the latest ones; more would add hardly anything but time."""


def change_finding(reactivity: Floats, window: FindingDays) -> Finding:
    """From one rating a calendar day (NaN: not rated); `window` begins with the first rated one."""
    change = before_and_now(_thinned(reactivity))
    missing = _missing(change, len(reactivity))
    return Finding(
        key="before_and_now",
        title=_("Before and now"),
        sentence=not_yet(missing) if missing else _sentence(change),
        step=_step(change) if not missing else Certainty.TOO_EARLY,
        basis=_basis(change),
        not_proven=""
        if missing
        else _("A difference between two stretches of time does not prove what made it."),
        missing=missing,
        worked_out=WorkedOut(
            method=_(
                "The average rating of your first 14 days stands beside that of your last 28. The days "
                "between them have a level and a slope of their own."
            ),
            numbers=() if missing else _numbers(change),
            assumptions=_assumptions(),
        ),
        figures=(_figures(change),),
        days=window,
    )


def _thinned(reactivity: Floats) -> Floats:
    """All of the first and last stretch and the latest year between them; the rest as not rated."""
    kept = reactivity.copy()
    kept[BASELINE : max(BASELINE, len(kept) - NOW - BETWEEN)] = np.nan
    return kept


def _sentence(change: ThenAndNow) -> str:
    return " ".join(
        (
            _("Compared with your first two weeks: {before} of 10 then, {now} of 10 now.").format(
                before=tenth(change.before), now=tenth(change.now)
            ),
            *_clear(change.estimate),
            _(
                "People often start when things are at their worst, so some of a drop is expected with no "
                "practice at all."
            ),
        )
    )


def _clear(found: Estimate) -> tuple[str, ...]:
    if found.refusal is not None or not found.low <= 0 <= found.high:
        return ()
    return (_("That difference is within what your days vary by anyway."),)


def _step(change: ThenAndNow) -> Certainty:
    """Never more than likely: no correction takes away that people start at a peak."""
    found = change.estimate
    if found.refusal is not None or found.low <= 0 <= found.high:
        return Certainty.UNCLEAR
    return Certainty.LIKELY


def _missing(change: ThenAndNow, length: int) -> tuple[str, ...]:
    if change.enough:
        return ()
    if length < BASELINE + NOW:
        found = [
            ngettext(
                "It needs {needed} days from your first rated one on; so far there is {n}.",
                "It needs {needed} days from your first rated one on; so far there are {n}.",
                length,
            ).format(needed=BASELINE + NOW, n=length)
        ]
    else:
        found = []
    if length >= BASELINE and change.before_days < MIN_BASELINE:
        found.append(
            _(
                "Of your first {days} days {n} are rated; {needed} are needed. They are over, so this "
                "comparison stays empty."
            ).format(days=BASELINE, n=change.before_days, needed=MIN_BASELINE)
        )
    elif length >= BASELINE + NOW and change.now_days < MIN_NOW:
        found.append(
            _("Of your last {days} days {n} are rated; {needed} are needed.").format(
                days=NOW, n=change.now_days, needed=MIN_NOW
            )
        )
    return tuple(found)


def _basis(change: ThenAndNow) -> str:
    return _("Based on {before} rated days then and {now} now.").format(
        before=change.before_days, now=change.now_days
    )


def _numbers(change: ThenAndNow) -> tuple[str, ...]:
    numbers = []
    found = change.estimate
    if found.refusal is None:
        numbers.append(
            _("With the carry-over from day to day taken into account: {size} (likely {interval}).").format(
                size=side_of_ten(found.slope), interval=interval(found.low, found.high)
            )
        )
    overlap = change.overlap
    if not np.isnan(overlap.tau):
        words = _(
            "How little both stretches overlap (tau): {tau} on a scale from -1 (now always lower) to 1 "
            "(now always higher)."
        )
        if overlap.corrected:
            words = _(
                "How little both stretches overlap (tau): {tau} on a scale from -1 (now always lower) to 1 "
                "(now always higher), after taking out the change that was already under way in the first "
                "two weeks."
            )
        numbers.append(words.format(tau=signed(overlap.tau)))
    return tuple(numbers)


def _assumptions() -> tuple[str, ...]:
    return (
        _("Of the days between, the latest {days} are used.").format(days=days_of(BETWEEN)),
        _(
            "It cannot tell practice from time, from a season, or from a scale that has come to mean "
            "something else. This is why it is never more than likely."
        ),
    )


def _figures(change: ThenAndNow) -> Figures:
    return Figures(
        title=_("Both stretches"),
        headings=(_("Stretch"), _("Rated days"), _("Needed"), _("Average reactivity, 0 to 10")),
        rows=(
            (_("First 14 days"), str(change.before_days), str(MIN_BASELINE), tenth(change.before)),
            (_("Last 28 days"), str(change.now_days), str(MIN_NOW), tenth(change.now)),
        ),
    )
