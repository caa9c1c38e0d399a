"""The finding about practice and reactivity: the verdict, what is behind it, and a look at earlier weeks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rewire_app.i18n import _, ngettext
from rewire_app.insight.consistency import what_counts
from rewire_app.insight.enough import MIN_RATED, MIN_SHARE, MIN_SPAN
from rewire_app.insight.findings import Certainty, Figures, signed, tenth
from rewire_app.insight.link import LAGS, lag_profile, practice_week
from rewire_app.insight.ranks import RankLink, rank_link
from rewire_app.insight.regression import Estimate, Floats
from rewire_app.insight.rules import Case
from rewire_app.insight.size_words import interval, side_of_ten
from rewire_app.insight.verdict import Verdict


def link_finding(
    verdict: Verdict, practised: Floats, reactivity: Floats, paused: Floats | None = None
) -> Verdict:
    """`verdict` in full; it was worked out from these daily series."""
    estimated = verdict.link is not None
    ranks = rank_link(practised, reactivity, paused) if estimated else None
    lags = lag_profile(practised, reactivity, paused) if estimated else ()
    return replace(
        verdict,
        not_proven=_not_proven(verdict),
        notes=(*verdict.notes, *_patience(verdict)),
        worked_out=replace(
            verdict.worked_out,
            numbers=_numbers(verdict, ranks),
            assumptions=(*_assumptions(estimated=estimated), *verdict.worked_out.assumptions),
        ),
        figures=(_by_practice_days(practice_week(practised, paused), reactivity), *_lag_figures(lags))
        if estimated
        else (_counted(verdict),),
        lags=lags,
    )


def _worth(link: Estimate) -> tuple[str, ...]:
    """How many unlike days the rated ones are worth, since neighbours are alike."""
    if np.isnan(link.independent_days):
        return ()
    worth = round(link.independent_days)
    return (
        ngettext(
            "Days close together are alike, so your {rated} rated days tell about as much as {worth} day "
            "far from all others.",
            "Days close together are alike, so your {rated} rated days tell about as much as {worth} days "
            "far from each other.",
            worth,
        ).format(rated=link.rated_days, worth=worth),
    )


def _not_proven(verdict: Verdict) -> str:
    if verdict.case is Case.NO_CLEAR_LINK:
        return _(
            "No clear link does not mean no effect. Most people see this for months, whether or not practice "
            "helps."
        )
    if verdict.case is Case.UNRELATED:
        return _("This is about the evening check alone. Practice may matter for things that are not rated.")
    if verdict.step >= Certainty.LIKELY:
        return _("This does not prove a cause. Other things may have changed at the same time.")
    return ""


def _patience(verdict: Verdict) -> tuple[str, ...]:
    """What to expect, said before there is anything to see."""
    if verdict.case in {Case.NOT_ENOUGH, Case.WAITING}:
        return (
            _(
                "The usual first result is “no clear link yet”. It stays so for months for most people, "
                "whether or not practice helps. It is not bad news."
            ),
        )
    return ()


def _numbers(verdict: Verdict, ranks: RankLink | None) -> tuple[str, ...]:
    link = verdict.link
    if link is None:
        return ()
    found = list(verdict.worked_out.numbers)
    found.append(
        _(
            "How much of a day carries over to the next one: {phi} on a scale from 0 (nothing) to 1 (all)."
        ).format(phi=tenth(link.phi_mean))
    )
    found += _with_today(verdict)
    ahead = verdict.ahead
    if ahead is not None and ahead.refusal is None:
        found.append(
            _(
                "The other way round: one more practice day in the 7 days after a rating went together with "
                "{size} (likely {interval})."
            ).format(size=side_of_ten(ahead.slope), interval=interval(ahead.low, ahead.high))
        )
    if ranks is not None and not np.isnan(ranks.rho):
        found.append(
            _(
                "By rank alone: {rho} on a scale from -1 (always opposite) over 0 (nothing) to 1 (always "
                "together), likely from {low} to {high}. This is for comparison; the verdict does not use it."
            ).format(rho=signed(ranks.rho), low=signed(ranks.low), high=signed(ranks.high))
        )
    return (*found, *_worth(link))


def _with_today(verdict: Verdict) -> tuple[str, ...]:
    today = verdict.today
    if today is None or today.refusal is not None:
        return ()
    words = _("With practice on the day itself taken into account: {size} (likely {interval}).")
    return (words.format(size=side_of_ten(today.slope), interval=interval(today.low, today.high)),)


def _assumptions(*, estimated: bool) -> tuple[str, ...]:
    found = [
        what_counts(),
        _("The day itself is left out of its own 7 days, so that a hard day cannot lower its own number."),
        _(
            "A day without practice between your first and your last note counts as 0. A gap in ratings "
            "stays a gap."
        ),
    ]
    if estimated:
        found += [
            _("On paused days nothing is counted, neither practice nor a rating."),
            _(
                "A slow drift over the whole time is taken out first, so that two slow changes do not "
                "look like a link."
            ),
        ]
    return tuple(found)


def _counted(verdict: Verdict) -> Figures:
    enough = verdict.enough
    return Figures(
        title=_("What is there and what is needed"),
        headings=(_("What"), _("So far"), _("Needed")),
        rows=(
            (_("Rated days"), str(enough.rated_days), str(MIN_RATED)),
            (_("Days from the first rating on"), str(enough.span_days), str(MIN_SPAN)),
            (_("Rated days of 10"), tenth(10 * enough.share), str(round(10 * MIN_SHARE))),
            (_("How much practice days a week vary"), tenth(enough.spread), "1"),
        ),
    )


def _by_practice_days(x: Floats, reactivity: Floats) -> Figures:
    """For each number of practice days in the week before: how many rated days, and their average."""
    used = ~(np.isnan(x) | np.isnan(reactivity))
    days, ratings = np.round(x[used]).astype(int), reactivity[used]
    rows = []
    for count in sorted(set(days.tolist())):
        of = ratings[days == count]
        rows.append((str(count), str(len(of)), tenth(float(of.mean()))))
    return Figures(
        title=_("Evening ratings by practice in the week before"),
        headings=(_("Practice days in the 7 days before"), _("Rated days"), _("Average reactivity, 0 to 10")),
        rows=tuple(rows),
    )


def _lag_figures(lags: tuple[Estimate, ...]) -> tuple[Figures, ...]:
    """The profile of lags as an exploration; nothing if even one of them could not be worked out."""
    if not lags or any(each.refusal is not None for each in lags):
        return ()
    return (
        Figures(
            title=_(
                "An exploration, not a result: practice in a week that ended earlier. With {n} looks at the "
                "same days chance finds something, so each range is made wider for that (Bonferroni). Only "
                "0 days earlier was chosen in advance."
            ).format(n=LAGS),
            headings=(_("Days earlier"), _("Points of 10 per practice day"), _("Likely from"), _("to")),
            rows=tuple(
                (str(lag), signed(each.slope), signed(each.low), signed(each.high))
                for lag, each in enumerate(lags)
            ),
        ),
    )
