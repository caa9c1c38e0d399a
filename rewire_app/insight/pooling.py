"""What ratings did during exercises, few sessions drawn to the rest; quick enough for the first page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, isfinite, nan, sqrt

MIN_EXERCISES, MIN_SESSIONS, MIN_TOTAL = 3, 2, 12
"""What must be there before anything is shown."""
LOOKED_AT = 365
"""How many days are looked at, the last Sunday the newest of them."""
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
        return _likely(self.pooled, self.error, self.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """All exercises with two sessions or more; empty while there are too few.

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
        return _likely(self.centre, self.error, len(self.exercises))


def _likely(middle: float, error: float, number: int) -> tuple[float, float]:
    from rewire_app.insight.student import t_quantile  # numpy, which the first page does without

    reach = t_quantile(0.975, number - 1) * error
    return middle - reach, middle + reach


def pooled(changes: Mapping[str, Sequence[float]]) -> Pooled:
    """After less before of every session, by exercise, all on one scale; NaN values are left out."""
    known = {name: [float(value) for value in values if isfinite(value)] for name, values in changes.items()}
    kept = {name: values for name, values in known.items() if len(values) >= MIN_SESSIONS}
    total = sum(len(values) for values in kept.values())
    if len(kept) < MIN_EXERCISES or total < MIN_TOTAL:
        return Pooled(exercises=(), centre=nan, error=nan, between=nan, within=nan, sessions=total)
    means = {name: fsum(values) / len(values) for name, values in kept.items()}
    squares = fsum((value - means[name]) ** 2 for name, values in kept.items() for value in values)
    sessions = {name: len(values) for name, values in kept.items()}
    return drawn(sessions, means, squares / (total - len(kept)))


def drawn(sessions: Mapping[str, int], means: Mapping[str, float], within: float) -> Pooled:
    """Each mean drawn towards the centre of all, the more the fewer its `sessions`; by DerSimonian and Laird.

    `within`: the variance between the sessions of one exercise.
    """
    noise = {name: max(within, ROUNDING) / number for name, number in sessions.items()}
    weight = {name: 1 / value for name, value in noise.items()}
    weights = fsum(weight.values())
    common = fsum(weight[name] * means[name] for name in means) / weights
    excess = fsum(weight[name] * (means[name] - common) ** 2 for name in means) - (len(means) - 1)
    between = max(0.0, excess / (weights - fsum(value**2 for value in weight.values()) / weights))
    full = {name: 1 / (value + between) for name, value in noise.items()}
    fulls = fsum(full.values())
    centre = fsum(full[name] * means[name] for name in means) / fulls
    spread = fsum(full[name] * (means[name] - centre) ** 2 for name in means) / (len(means) - 1)
    error = sqrt(max(1.0, spread) / fulls)  # Knapp & Hartung (2003), never below the plain one
    own = {name: between / (between + value) for name, value in noise.items()}
    found = (
        ExerciseChange(
            exercise=name,
            sessions=number,
            mean=means[name],
            pooled=own[name] * means[name] + (1 - own[name]) * centre,
            error=sqrt(own[name] * noise[name] + (1 - own[name]) ** 2 * error**2),
        )
        for name, number in sessions.items()
    )
    return Pooled(
        exercises=tuple(found),
        centre=centre,
        error=error,
        between=between,
        within=within,
        sessions=sum(sessions.values()),
    )
