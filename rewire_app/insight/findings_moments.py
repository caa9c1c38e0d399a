"""The finding about moments: middle peak, minutes to calm and new responses, first weeks beside last."""

from __future__ import annotations

import numpy as np

from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.findings import Certainty, Figures, Finding, FindingDays, WorkedOut, not_yet
from rewire_app.insight.outcomes import MIN_MOMENTS, Outcomes, outcomes
from rewire_app.insight.regression import Floats

STRETCH = 28
"""Days of the first and of the last stretch."""


def moments_finding(days: Floats, peaks: Floats, calm: Floats, new: Floats, window: FindingDays) -> Finding:
    """The finding from all moments of `window`; `days` are ordinals, the rest as `outcomes` takes them.

    The first stretch begins with the first moment; it is left out where it would touch the last one.
    """
    noted = (days, peaks, calm, new)
    last = _during(noted, window.last - STRETCH + 1)
    begin = int(days.min()) if len(days) else window.last
    first = None
    if window.last - begin + 1 >= 2 * STRETCH:
        first = _during(noted, begin)
    missing = _missing(last)
    return Finding(
        key="moments",
        title=_("Moments"),
        sentence=not_yet(missing) if missing else _sentence(first, last),
        step=Certainty.TOO_EARLY if missing else Certainty.UNCLEAR,
        basis=_basis(first, last),
        not_proven="" if missing else _open(),
        missing=missing,
        worked_out=WorkedOut(
            method=_(
                "Moments of the last 28 days stand beside those of your first 28 days with moments. Each "
                "number is the middle one of all moments in order (the median), never an average."
            ),
            numbers=_numbers(last),
            assumptions=(
                _("A moment that is still going counts as longer than any that ended."),
                _("A number needs {n} moments that have it. What was not noted is left out.").format(
                    n=MIN_MOMENTS
                ),
                _("You choose what to note as a moment. This is why it is never more than unclear."),
            ),
        ),
        figures=(_figures(first, last),),
        days=window,
    )


def _during(noted: tuple[Floats, Floats, Floats, Floats], start: int) -> Outcomes:
    days, peaks, calm, new = noted
    inside = (days >= start) & (days < start + STRETCH)
    return outcomes(peaks[inside], calm[inside], new[inside])


def _open() -> str:
    return _(
        "It does not prove that moments changed. Noticing gets sharper with practice, so more or stronger "
        "moments here may mean that you see more of them."
    )


def _missing(last: Outcomes) -> tuple[str, ...]:
    if max(last.peaks, last.calms, last.answered) >= MIN_MOMENTS:
        return ()
    most = max(last.peaks, last.calms, last.answered)
    return (
        ngettext(
            "In the last 28 days {n} moment has a rating; {needed} are needed.",
            "In the last 28 days {n} moments have a rating; {needed} are needed.",
            most,
        ).format(n=most, needed=MIN_MOMENTS),
    )


def _sentence(first: Outcomes | None, last: Outcomes) -> str:
    parts = [_peak(first, last), _calm(first, last), _new(first, last)]
    return " ".join(part for part in parts if part)


def _peak(first: Outcomes | None, last: Outcomes) -> str:
    if np.isnan(last.peak):
        return ""
    if first is None or np.isnan(first.peak):
        return _("Over the last 28 days the middle peak was {now} of 10.").format(now=number_words(last.peak))
    return _("The middle peak was {then} of 10 in your first 28 days and {now} of 10 in the last 28.").format(
        then=number_words(first.peak), now=number_words(last.peak)
    )


def _calm(first: Outcomes | None, last: Outcomes) -> str:
    if np.isnan(last.calm):
        return ""
    if first is None or np.isnan(first.calm):
        return _("Calm came back after {now} in the middle.").format(now=_minutes(last.calm))
    return _("Calm came back after {then} then and {now} now, in the middle.").format(
        then=_minutes(first.calm), now=_minutes(last.calm)
    )


def _new(first: Outcomes | None, last: Outcomes) -> str:
    if np.isnan(last.new):
        return ""
    if first is None or np.isnan(first.new):
        return _("{now} took the new response.").format(now=_share(last))
    return _("{then} took the new response then, {now} now.").format(then=_share(first), now=_share(last))


def _share(of: Outcomes) -> str:
    words = ngettext("{new} of {n} moment", "{new} of {n} moments", of.answered)
    return words.format(new=of.new_count, n=of.answered)


def _minutes(minutes: float) -> str:
    if np.isinf(minutes):
        return _("longer than noted (still going)")
    whole = round(minutes)
    return ngettext("{n} minute", "{n} minutes", whole).format(n=whole)


def _basis(first: Outcomes | None, last: Outcomes) -> str:
    now = ngettext(
        "Based on {n} moment in the last 28 days", "Based on {n} moments in the last 28 days", last.moments
    ).format(n=last.moments)
    if first is None:
        return _("{now}.").format(now=now)
    return _("{now} and {n} in the first 28.").format(now=now, n=first.moments)


def _numbers(last: Outcomes) -> tuple[str, ...]:
    found = []
    if not np.isnan(last.calm):
        found.append(
            _("The middle half of the last 28 days: from {low} to {high}.").format(
                low=_minutes(last.calm_from), high=_minutes(last.calm_to)
            )
        )
    if last.still_going:
        found.append(
            ngettext("{n} moment was still going.", "{n} moments were still going.", last.still_going).format(
                n=last.still_going
            )
        )
    return tuple(found)


def _figures(first: Outcomes | None, last: Outcomes) -> Figures:
    rows = [] if first is None else [_row(_("First 28 days"), first)]
    return Figures(
        title=_("Moments then and now"),
        headings=(
            _("Stretch"),
            _("Moments"),
            _("Middle peak, 0 to 10"),
            _("Middle minutes to calm"),
            _("Still going"),
            _("New responses"),
        ),
        rows=(*rows, _row(_("Last 28 days"), last)),
    )


def _row(name: str, of: Outcomes) -> tuple[str, ...]:
    return (
        name,
        str(of.moments),
        _("too few") if np.isnan(of.peak) else number_words(of.peak),
        _("too few") if np.isnan(of.calm) else _("still going") if np.isinf(of.calm) else str(round(of.calm)),
        str(of.still_going),
        _("{new} of {n}").format(new=of.new_count, n=of.answered),
    )
