"""Results of questionnaires, about once a month, and a total from elsewhere; their source is their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from rewire_app.domain.journal.questionnaires import Questionnaire
from rewire_app.domain.journal.scores import Score
from rewire_app.exchange.sample.day import SampleDraw

ANSWERED = ("bfas-volatility", "phq-4")
ELSEWHERE, MOST = "DERS-16", 80
"""A questionnaire of which only the total is known, and its highest."""
MONTH = 30
MOST_MONTHS = 12
LOW = 0.45
"""How far up the options an answer lies, of 1, in the middle of all."""


def sample_scores(source: SampleDraw, seed: int, first: date, today: date) -> Iterator[Score]:
    """The results from `first` on, the latest a week ago."""
    own = replace(source, rng=Random(f"scores {seed}"))
    days = [today - timedelta(days=7 + MONTH * back) for back in range(MOST_MONTHS)]
    for day in reversed([one for one in days if one >= first]):
        for name in ANSWERED:
            yield _answered(own, own.library.questionnaire(name), day)
    if (elsewhere := today - timedelta(days=2 * MONTH)) >= first:
        at = own.at(elsewhere, 20.5)
        total = float(own.rng.randrange(MOST // 4, MOST // 2))
        yield Score(uid=own.uid(at), questionnaire=ELSEWHERE, day=elsewhere, at=at, total=total)


def _answered(source: SampleDraw, asked: Questionnaire, day: date) -> Score:
    last = len(asked.options) - 1
    answers = []
    for item in asked.items:
        place = min(last, max(0, round(source.rng.gauss(LOW * last, last / 5))))
        answers.append(asked.first + (last - place if item.reverse else place))
    at = source.at(day, 20 + len(answers) / 60)
    return Score(
        uid=source.uid(at),
        questionnaire=asked.id,
        day=day,
        at=at,
        total=asked.total(answers),
        answers=tuple(answers),
    )
