"""How ratings changed from before to after each exercise, with few sessions drawn towards the rest.

Partial pooling by empirical Bayes with DerSimonian and Laird's (1986) variance between exercises. Drawing
alone lets two lucky sessions top the list, so the order is that of the range's end nearest to no ease, and
the range is as wide as few sessions make it. Strong feelings often ease on their own: this is no effect of an
exercise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rewire_app.insight.student import t_quantile

MIN_EXERCISES, MIN_SESSIONS, MIN_TOTAL = 3, 2, 12
"""What must be there before anything is shown."""


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

    `centre`: what they are drawn towards; `between` and `within`: variances between exercises and sessions.
    """

    exercises: tuple[ExerciseChange, ...]
    centre: float
    between: float
    within: float
    sessions: int


def pooled_changes(changes: Mapping[str, Sequence[float]]) -> Pooled:
    """After less before of every session, by exercise, all on one scale; NaN values are left out."""
    known = {name: [float(v) for v in values if np.isfinite(v)] for name, values in changes.items()}
    kept = {name: np.array(values) for name, values in known.items() if len(values) >= MIN_SESSIONS}
    total = sum(len(values) for values in kept.values())
    nan = float("nan")
    if len(kept) < MIN_EXERCISES or total < MIN_TOTAL:
        return Pooled(exercises=(), centre=nan, between=nan, within=nan, sessions=total)
    number = np.array([len(values) for values in kept.values()], dtype=np.float64)
    means = np.array([values.mean() for values in kept.values()])
    squares = sum(float(((values - values.mean()) ** 2).sum()) for values in kept.values())
    within = squares / (total - len(kept))
    return _draw(tuple(kept), number, means, within, total)


def _draw(names: tuple[str, ...], number: np.ndarray, means: np.ndarray, within: float, total: int) -> Pooled:
    noise = np.maximum(within, 1e-12) / number
    weight = 1 / noise
    common = float((weight * means).sum() / weight.sum())
    excess = float((weight * (means - common) ** 2).sum()) - (len(names) - 1)
    between = max(0.0, excess / float(weight.sum() - (weight**2).sum() / weight.sum()))
    full = 1 / (noise + between)
    centre = float((full * means).sum() / full.sum())
    own = between / (between + noise)
    pooled = own * means + (1 - own) * centre
    errors = np.sqrt(own * noise + (1 - own) ** 2 / full.sum())
    found = [
        ExerciseChange(exercise=name, sessions=int(n), mean=float(m), pooled=float(p), error=float(e))
        for name, n, m, p, e in zip(names, number, means, pooled, errors, strict=True)
    ]
    return Pooled(
        exercises=tuple(sorted(found, key=lambda each: (each.likely[1], each.exercise))),
        centre=centre,
        between=between,
        within=within,
        sessions=total,
    )
