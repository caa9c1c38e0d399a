"""The finding about what eased during exercises: ratings before and after, few sessions drawn to the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rewire_app.i18n import _, ngettext
from rewire_app.insight.findings import Figures, Finding, FindingDays, WorkedOut, not_yet, signed
from rewire_app.insight.pooling import MIN_EXERCISES, MIN_SESSIONS, MIN_TOTAL, Pooled, pooled
from rewire_app.insight.size_words import interval, side_of_ten, tenths

LARGEST = 10.0
"""The largest change there is on a scale from 0 to 10."""


def pooled_changes(changes: Mapping[str, Sequence[float]]) -> Pooled:
    """What `pooled` finds, the surest ease first."""
    found = pooled(changes)
    ranked = sorted(found.exercises, key=lambda each: (each.likely[1], each.exercise))
    return replace(found, exercises=tuple(ranked))


def eased_finding(changes: Mapping[str, Sequence[float]], window: FindingDays) -> Finding:
    """From after less before of every session in `window`, 0 to 10, by the title of the exercise."""
    found = pooled_changes(changes)
    missing = _missing(changes, found)
    return Finding(
        key="eased",
        title=_("What eased during exercises"),
        sentence=not_yet(missing) if missing else _sentence(found),
        step=None,
        basis=_basis(changes),
        not_proven=""
        if missing
        else _("It does not prove that an exercise did it: nothing was compared with a pause."),
        notes=(_("Strong feelings often ease on their own, so part of this drop would have come anyway."),),
        missing=missing,
        worked_out=WorkedOut(
            method=_(
                "For every session the rating before is taken from the rating after. An exercise with few "
                "sessions is drawn towards the average of all. The list goes by the last column, the least "
                "that is likely, so that a few lucky sessions seldom top it."
            ),
            numbers=() if missing else _numbers(found),
            assumptions=(
                _("Only ratings where lower is easier count, such as distress or tension, 0 to 10."),
                _(
                    "Exercises are done at different times and for different reasons, so this is no "
                    "contest between them."
                ),
            ),
        ),
        figures=() if missing else (_figures(found),),
        days=window,
    )


def _sentence(found: Pooled) -> str:
    if tenths(found.centre) == 0:
        return _("After exercises your ratings were about the same as before.")
    return _("After exercises your ratings were about {size} than before.").format(
        size=side_of_ten(found.centre)
    )


def _missing(changes: Mapping[str, Sequence[float]], found: Pooled) -> tuple[str, ...]:
    if found.exercises:
        return ()
    often = sum(len(values) >= MIN_SESSIONS for values in changes.values())
    missing = []
    if often < MIN_EXERCISES:
        missing.append(
            ngettext(
                "You have {n} exercise rated before and after at least twice; {needed} are needed.",
                "You have {n} exercises rated before and after at least twice; {needed} are needed.",
                often,
            ).format(n=often, needed=MIN_EXERCISES)
        )
    if found.sessions < MIN_TOTAL:
        missing.append(
            ngettext(
                "They have {n} rated session in all; {needed} are needed.",
                "They have {n} rated sessions in all; {needed} are needed.",
                found.sessions,
            ).format(n=found.sessions, needed=MIN_TOTAL)
        )
    return tuple(missing)


def _basis(changes: Mapping[str, Sequence[float]]) -> str:
    sessions = sum(len(values) for values in changes.values())
    rated = ngettext("Based on {n} rated session", "Based on {n} rated sessions", sessions)
    of = ngettext("of {n} exercise.", "of {n} exercises.", len(changes))
    return f"{rated.format(n=sessions)} {of.format(n=len(changes))}"


def _numbers(found: Pooled) -> tuple[str, ...]:
    return (
        _("All exercises together: {size} (likely {interval}).").format(
            size=side_of_ten(found.centre), interval=interval(*found.likely)
        ),
        _(
            "One session differs from the next of the same exercise by about {within} points; exercises "
            "differ from each other by about {between}."
        ).format(within=f"{found.within**0.5:.1f}", between=f"{found.between**0.5:.1f}"),
    )


def _figures(found: Pooled) -> Figures:
    return Figures(
        title=_("After less before, in points of 10; below 0 is lower"),
        headings=(
            _("Exercise"),
            _("Sessions"),
            _("Average change"),
            _("Drawn towards the rest"),
            _("Likely from"),
            _("to"),
        ),
        rows=tuple(
            (
                each.exercise,
                str(each.sessions),
                signed(each.mean),
                signed(each.pooled),
                *(signed(min(max(end, -LARGEST), LARGEST)) for end in each.likely),
            )
            for each in found.exercises
        ),
    )
