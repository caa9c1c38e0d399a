"""The finding about what eased during exercises: ratings before and after, few sessions drawn to the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rewire_app.i18n import _, ngettext
from rewire_app.insight.findings import Figures, Finding, FindingDays, WorkedOut, not_yet, signed
from rewire_app.insight.size_words import interval, side_of_ten, tenths
from rewire_app.insight.student import t_quantile

MIN_EXERCISES, MIN_SESSIONS, MIN_TOTAL = 3, 2, 12
"""What must be there before anything is shown."""
ROUNDING = 1 / 12
"""The variance that rounding to whole points alone gives a rating; sessions never differ by less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseChange:
    """One exercise: sessions, the plain mean of after less before, the pooled one and its standard error."""

    exercise: str
    sessions: int
    mean: float
    pooled: float
    error: float

    @property
    def likely(self) -> tuple[float, float]:
        """The range of the pooled change: 95% of Student's t with the freedom that its own sessions leave."""
        reach = t_quantile(0.975, self.sessions - 1) * self.error
        return self.pooled - reach, self.pooled + reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """All exercises with two sessions or more, surest ease first; empty while there are too few.

    `centre`: what they are drawn towards, with its standard error; `between` and `within`: variances between
    exercises and sessions.
    """

    exercises: tuple[ExerciseChange, ...]
    centre: float
    error: float
    between: float
    within: float
    sessions: int

    @property
    def likely(self) -> tuple[float, float]:
        """The range of the centre: 95% of Student's t with one less than there are exercises."""
        reach = t_quantile(0.975, len(self.exercises) - 1) * self.error
        return self.centre - reach, self.centre + reach


def pooled_changes(changes: Mapping[str, Sequence[float]]) -> Pooled:
    """After less before of every session, by exercise, all on one scale; NaN values are left out."""
    known = {name: [float(v) for v in values if np.isfinite(v)] for name, values in changes.items()}
    kept = {name: np.array(values) for name, values in known.items() if len(values) >= MIN_SESSIONS}
    total = sum(len(values) for values in kept.values())
    nan = float("nan")
    if len(kept) < MIN_EXERCISES or total < MIN_TOTAL:
        return Pooled(exercises=(), centre=nan, error=nan, between=nan, within=nan, sessions=total)
    number = np.array([len(values) for values in kept.values()], dtype=np.float64)
    means = np.array([values.mean() for values in kept.values()])
    squares = sum(float(((values - values.mean()) ** 2).sum()) for values in kept.values())
    within = squares / (total - len(kept))
    return _draw(tuple(kept), number, means, within, total)


def _draw(names: tuple[str, ...], number: np.ndarray, means: np.ndarray, within: float, total: int) -> Pooled:
    noise = np.maximum(within, ROUNDING) / number
    weight = 1 / noise
    common = float((weight * means).sum() / weight.sum())
    excess = float((weight * (means - common) ** 2).sum()) - (len(names) - 1)
    between = max(0.0, excess / float(weight.sum() - (weight**2).sum() / weight.sum()))
    full = 1 / (noise + between)
    centre = float((full * means).sum() / full.sum())
    own = between / (between + noise)
    pooled = own * means + (1 - own) * centre
    spread = float((full * (means - centre) ** 2).sum()) / (len(names) - 1)
    error = float(np.sqrt(max(1.0, spread) / full.sum()))  # Knapp & Hartung (2003), never below the plain one
    errors = np.sqrt(own * noise + (1 - own) ** 2 * error**2)
    found = [
        ExerciseChange(exercise=name, sessions=int(n), mean=float(m), pooled=float(p), error=float(e))
        for name, n, m, p, e in zip(names, number, means, pooled, errors, strict=True)
    ]
    return Pooled(
        exercises=tuple(sorted(found, key=lambda each: (each.likely[1], each.exercise))),
        centre=centre,
        error=error,
        between=between,
        within=within,
        sessions=total,
    )


LARGEST = 10.0
"""The largest change there is on a scale from 0 to 10."""


def eased_finding(changes: Mapping[str, Sequence[float]], window: FindingDays) -> Finding:
    """From after less before of every session in `window`, 0 to 10, by the title of the exercise."""
    pooled = pooled_changes(changes)
    missing = _missing(changes, pooled)
    return Finding(
        key="eased",
        title=_("What eased during exercises"),
        sentence=not_yet(missing) if missing else _sentence(pooled),
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
            numbers=() if missing else _numbers(pooled),
            assumptions=(
                _("Only ratings where lower is easier count, such as distress or tension, 0 to 10."),
                _(
                    "Exercises are done at different times and for different reasons, so this is no "
                    "contest between them."
                ),
            ),
        ),
        figures=() if missing else (_figures(pooled),),
        days=window,
    )


def _sentence(pooled: Pooled) -> str:
    if tenths(pooled.centre) == 0:
        return _("After exercises your ratings were about the same as before.")
    return _("After exercises your ratings were about {size} than before.").format(
        size=side_of_ten(pooled.centre)
    )


def _missing(changes: Mapping[str, Sequence[float]], pooled: Pooled) -> tuple[str, ...]:
    if pooled.exercises:
        return ()
    often = sum(len(values) >= MIN_SESSIONS for values in changes.values())
    found = []
    if often < MIN_EXERCISES:
        found.append(
            ngettext(
                "You have {n} exercise rated before and after at least twice; {needed} are needed.",
                "You have {n} exercises rated before and after at least twice; {needed} are needed.",
                often,
            ).format(n=often, needed=MIN_EXERCISES)
        )
    if pooled.sessions < MIN_TOTAL:
        found.append(
            ngettext(
                "They have {n} rated session in all; {needed} are needed.",
                "They have {n} rated sessions in all; {needed} are needed.",
                pooled.sessions,
            ).format(n=pooled.sessions, needed=MIN_TOTAL)
        )
    return tuple(found)


def _basis(changes: Mapping[str, Sequence[float]]) -> str:
    sessions = sum(len(values) for values in changes.values())
    rated = ngettext("Based on {n} rated session", "Based on {n} rated sessions", sessions)
    of = ngettext("of {n} exercise.", "of {n} exercises.", len(changes))
    return f"{rated.format(n=sessions)} {of.format(n=len(changes))}"


def _numbers(pooled: Pooled) -> tuple[str, ...]:
    return (
        _("All exercises together: {size} (likely {interval}).").format(
            size=side_of_ten(pooled.centre), interval=interval(*pooled.likely)
        ),
        _(
            "One session differs from the next of the same exercise by about {within} points; exercises "
            "differ from each other by about {between}."
        ).format(within=f"{pooled.within**0.5:.1f}", between=f"{pooled.between**0.5:.1f}"),
    )


def _figures(pooled: Pooled) -> Figures:
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
            for each in pooled.exercises
        ),
    )
