"""The sentences of the page for a session: figures with their ends, and what they leave open."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf, isnan, nan
from statistics import fmean, median

from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.outcomes import Outcomes, outcomes
from rewire_app.reports.session_figures import CountedFacts, stretch_words

Moments = Sequence[tuple[int | None, int | None, int]]
"""Peak, minutes to calm and whether it was still going, of each moment."""


def practised_said(counted: CountedFacts) -> str:
    """ "On 17 of 28 days, 96 minutes in all:"."""
    said = ngettext("On {n} of {days} days, {m} minute in all:", "On {n} of {days} days, {m} minutes in all:",
                    counted.minutes)  # fmt: skip
    return said.format(n=len(counted.practised_days), days=counted.facts.days, m=counted.minutes)


def calm_said(counted: CountedFacts) -> str:
    """Evenings, moments, the same of as many days before, and that a difference can be chance; "" nothing."""
    facts = counted.facts
    now = [(one.peak, one.calm_min, int(one.still_going)) for one in counted.moments]
    lines = [_evenings([value for _day, value in facts.reactivity]), _moments(now)]
    if not any(lines):
        return ""
    before = _before([value for _day, value in facts.reactivity_before], facts.moments_before)
    if before:
        stretch = stretch_words(facts.days)
        stretch = stretch[:1].lower() + stretch[1:]
        lines.append(_("The {stretch} before: {before}.").format(stretch=stretch, before=before))
    lines.append(_("These are notes, not tests; a difference between them can be chance."))
    return " ".join(filter(None, lines))


def _evenings(ratings: Sequence[int]) -> str:
    if not ratings:
        return ""
    words = ngettext(
        "Evening rating {value} of 10 ({n} evening).",
        "Evening rating, median {value} of 10 ({n} evenings).",
        len(ratings),
    )
    return words.format(value=number_words(median(ratings)), n=len(ratings))


def _middle(found: Moments) -> Outcomes:
    peaks = [nan if peak is None else float(peak) for peak, _calm, _going in found]
    calms = [float("inf") if going else nan if calm is None else float(calm) for _peak, calm, going in found]
    return outcomes(peaks, calms, [nan] * len(found))


def _moments(found: Moments) -> str:
    """How many, and their middle values where there are enough for one."""
    if not found:
        return ""
    middle = _middle(found)
    parts = [ngettext("{n} moment", "{n} moments", len(found)).format(n=len(found))]
    if not isnan(middle.peak):
        parts.append(_("median peak {value} of 10").format(value=number_words(middle.peak)))
    if not isnan(middle.calm):
        parts.append(_calm(middle))
    if len(parts) == 1:
        parts.append(_("too few for a middle value"))
    return _("{parts}.").format(parts=_(", ").join(parts))


def _calm(middle: Outcomes) -> str:
    if isinf(middle.calm):
        return _("the middle one still going when noted")
    said = _("median {n} minutes to calm").format(n=number_words(middle.calm))
    if isinf(middle.calm_to):
        return said
    half = _("{said} (the middle half {low} to {high})")
    return half.format(said=said, low=round(middle.calm_from), high=round(middle.calm_to))


def _before(ratings: Sequence[int], found: Moments) -> str:
    """ "5 of 10 and 40 minutes"; "" where nothing was noted."""
    parts = [_("{value} of 10").format(value=number_words(median(ratings)))] if ratings else []
    calm = _middle(found).calm
    if not isnan(calm) and not isinf(calm):
        parts.append(_("{n} minutes").format(n=number_words(calm)))
    return _(" and ").join(parts)


def night_said(counted: CountedFacts) -> str:
    """ "Asleep 6 h 40 min on average, 81% of the time in bed (25 nights, from a diary)."; "" without."""
    nights = counted.facts.nights
    if not nights:
        return ""
    asleep, in_bed = (fmean(night[place] for night in nights) for place in (1, 2))
    words = ngettext(
        "Asleep {length} on average, {share}% of the time in bed ({n} night, from a diary).",
        "Asleep {length} on average, {share}% of the time in bed ({n} nights, from a diary).",
        len(nights),
    )
    share = round(100 * asleep / in_bed) if in_bed else 0
    return words.format(length=hours_minutes(asleep), share=share, n=len(nights))


def stress_said(counted: CountedFacts) -> str:
    """ "Stress 4.6 of 10 on average (26 days)."; "" without."""
    ratings = [value for _day, value in counted.facts.stress]
    if not ratings:
        return ""
    words = ngettext(
        "Stress {value} of 10 ({n} day).", "Stress {value} of 10 on average ({n} days).", len(ratings)
    )
    return words.format(value=number_words(fmean(ratings)), n=len(ratings))
