"""What is known of invented moments besides: how the minutes are known, feelings, skills, and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.domain.journal.moment_words import bundled_feelings, bundled_skills
from rewire_app.domain.lists.entries import Pattern
from rewire_app.exchange.sample.day import SampleDraw

FEELINGS = 6
"""Feelings among the first so many are drawn."""
OFTENER = 3
"""So much oftener than another the first pattern comes."""
APART_DAYS = 3
"""So far apart one moment may have set another off."""
EXERCISES = ("d-stop", "b-paced")


def more_of_moments(
    source: SampleDraw, moments: Iterable[Moment], patterns: Sequence[Pattern]
) -> Iterator[Moment]:
    """`moments` in order of time, some with more; of two within three days one may follow on the other."""
    before: Moment | None = None
    for moment in moments:
        made = _more(source, moment, patterns)
        near = before is not None and (made.day - before.day).days <= APART_DAYS
        if before is not None and near and source.chance(0.9) and before.pattern != made.pattern:
            made = replace(made, set_off_by=before.uid)
        before = made
        yield made


def _more(source: SampleDraw, moment: Moment, patterns: Sequence[Pattern]) -> Moment:
    rng, skilled = source.rng, moment.response in (Response.NEW, Response.MIXED)
    known = moment.calm_min is not None and source.chance(0.8)
    feelings = rng.sample(bundled_feelings()[:FEELINGS], rng.randint(1, 2))
    skills = rng.sample(bundled_skills(), rng.randint(1, 2))
    pattern = rng.choice([*patterns, *[patterns[0]] * OFTENER]).uid if patterns else None
    exercise = rng.choice(EXERCISES)
    return replace(
        moment,
        measured=source.chance(0.5) if known else None,
        feelings=tuple(feelings) if source.chance(0.9) else (),
        skills=tuple(skills) if skilled and source.chance(0.9) else (),
        pattern=pattern if source.chance(0.7) else None,
        exercise=exercise if skilled and source.chance(0.15) else "",
    )
