"""No verdict says what is never said; what is missing is exact; sizes are told to a tenth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.words import TextPlace, forbidden_words
from rewire_app.insight import size_words
from rewire_app.insight.enough import Enough
from rewire_app.insight.findings import Certainty
from rewire_app.insight.legs import Legs
from rewire_app.insight.looks import WeeklyLook
from rewire_app.insight.questions import PRACTICE, SLEEP
from rewire_app.insight.rules import Case
from rewire_app.insight.verdict import not_enough, waiting, weigh
from tests.insight.made_legs import GOOD, NONE, PLENTY, SOME, SURE, legs_of

FORBIDDEN = (
    "proves",
    "because of",
    "your brain",
    "%",
    "p =",
    "p-value",
    "significant",
    "just",
    "simply",
    "should",
    "!",
)

LOOKS = [
    legs_of(side * 0.4, p, today=today, evening=evening, adjusted=adjusted, ahead=ahead)
    for side in (-1, 1)
    for p in (SURE, SOME, NONE)
    for today in (SURE, NONE, (0.1, NONE))
    for evening in ((0.1, 0.9), (-0.4, SURE))
    for adjusted in (SURE, NONE, (0.2, GOOD), None)
    for ahead in (0.5, 0.01)
] + [legs_of(-0.01, NONE, adjusted=(0.01, NONE)), legs_of(0.01, NONE, adjusted=None)]


@pytest.mark.parametrize("question", [PRACTICE, SLEEP], ids=["practice", "sleep"])
@pytest.mark.parametrize("at_ends", [0.1, 0.9])
def test_no_sentence_says_what_is_never_said(question, at_ends):
    cases = set()
    for every in LOOKS:
        legs = every if question is PRACTICE else Legs(link=every.link, adjusted=every.adjusted)
        for said in (None, WeeklyLook(side=-1, step=Certainty.STRONG, since=1)):
            found = weigh(legs, replace(PLENTY, tilt=3.0, at_ends=at_ends), question, said=said)
            cases.add(found.case)
            for text in (found.sentence, found.basis, *found.notes, *found.worked_out.numbers):
                assert forbidden_words(text, TextPlace.SCREEN) == ()
                assert not [word for word in FORBIDDEN if word in text], text
    never = {Case.NOT_ENOUGH, Case.WAITING, Case.TOO_EVEN}
    never |= {Case.NOT_CHECKED} if question is PRACTICE else {Case.SAME_EVENING}
    never |= {Case.AT_THE_ENDS} if at_ends < 0.5 else {Case.UNRELATED, Case.NO_CLEAR_LINK}
    assert cases == set(Case) - never


@pytest.mark.parametrize("enough", [not_enough(PLENTY), waiting(PLENTY, "Monday 30 November")])
def test_nothing_is_added_before_the_minimum(enough):
    assert (enough.notes, enough.worked_out.numbers, enough.step) == ((), (), Certainty.TOO_EARLY)


@pytest.mark.parametrize(
    ("rated", "span", "missing"),
    [
        (41, 56, ["You have 41 rated days; 42 are needed"]),
        (42, 55, ["which is 1 day more"]),
        (42, 54, ["which is 2 days more"]),
        (42, 56, []),
        (71, 180, ["which is 72 days"]),
        (72, 180, []),
        (1, 180, ["You have 1 rated day;", "which is 72 days"]),
    ],
)
def test_what_is_missing_is_named_up_to_the_limit(rated, span, missing):
    found = not_enough(Enough(rated_days=rated, span_days=span, spread=2.0, tilt=0.0))
    assert len(found.missing) == len(missing)
    assert all(words in line for words, line in zip(missing, found.missing, strict=True))


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (0.0, "no difference"),
        (-0.049, "no difference"),
        (-0.051, "0.1 points of 10 lower"),
        (0.44, "0.4 points of 10 higher"),
        (-0.46, "half a point of 10 lower"),
        (0.54, "half a point of 10 higher"),
        (-0.56, "0.6 points of 10 lower"),
        (0.96, "1 point of 10 higher"),
        (-1.04, "1 point of 10 lower"),
        (1.06, "1.1 points of 10 higher"),
        (-2.0, "2.0 points of 10 lower"),
    ],
)
def test_sizes_are_rounded_to_a_tenth_and_end_at_ten(points, words):
    assert size_words.side_of_ten(points) == words


@pytest.mark.parametrize(
    ("smallest", "words"),
    [(0.36, "0.4"), (0.4, "0.4"), (0.401, "0.45"), (0.21, "0.25"), (0.04, "0.05"), (1.98, "2.0")],
)
def test_the_smallest_link_that_could_be_seen_is_rounded_up(smallest, words):
    assert size_words.points(smallest) == words
