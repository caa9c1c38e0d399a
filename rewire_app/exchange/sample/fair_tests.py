"""Two fair tests by days of the invented person: one that is over and was looked at, and one that goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from rewire_app.domain.experiment.choice import Pair, two_exercises, two_times
from rewire_app.domain.experiment.day_notes import DAYS, SaidOfDays, day_of, with_notes
from rewire_app.domain.experiment.experiment import EVENINGS, Experiment
from rewire_app.domain.experiment.sealed_order import SEEDS, Rule, sealed_experiment
from rewire_app.exchange.sample.day import SampleDraw
from rewire_app.insight.random_days import draw_days

LONG = 120
"""Days from which on there are tests."""
OVER, GOING = 80, 17
"""Days before today around which the two began."""
EXERCISES = ("b-paced", "e-name")
TIMES = ("morning", "evening")


def sample_tests(source: SampleDraw, first: date, today: date) -> Iterator[Experiment]:
    """Both tests, where the days reach back far enough; from `source` alone."""
    if (today - first).days + 1 < LONG:
        return
    exercises = two_exercises(*(source.library.exercise(name) for name in EXERCISES))
    over = _test(source, exercises, today - timedelta(days=OVER), today)
    yield replace(over, opened_day=over.start_day + timedelta(days=DAYS))
    yield _test(source, two_times(*TIMES), today - timedelta(days=GOING), today)


def _test(source: SampleDraw, ways: Pair, about: date, today: date) -> Experiment:
    """A test from the Monday before `about` on; most days before `today` are done, few left out."""
    start = about - timedelta(days=about.weekday())
    rng = source.rng
    made = sealed_experiment(
        uid=source.uid(source.at(start, 8)),
        order=draw_days(rng.randrange),
        salt=f"{rng.getrandbits(128):032x}",
        a=ways.a,
        b=ways.b,
        outcome=EVENINGS,
        start=start,
        rule=Rule.DAYS,
        seed=rng.randrange(SEEDS),
    )
    lived = range(1, min(DAYS + 1, day_of(made, today)))
    out = frozenset(day for day in lived if source.chance(0.04))
    done = frozenset(day for day in lived if source.chance(0.7)) - out
    return with_notes(made, SaidOfDays(out=out, done=done))
