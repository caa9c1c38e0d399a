"""Every sentence of the verdict on both sides of its rule's limit, and the sizes it speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.words import TextPlace, forbidden_words
from rewire_app.insight import size_words
from rewire_app.insight.findings import Certainty
from rewire_app.insight.regression import Estimate
from rewire_app.insight.verdict import Case, Enough, Verdict, not_enough, waiting, weigh

PLENTY = Enough(rated_days=64, span_days=84, spread=1.8, tilt=0.1)
ROBUST = (-0.6, -0.4, -0.2)
TINY = 1e-9


def link(low: float, slope: float, high: float, p: float = 0.01) -> Estimate:
    return Estimate(slope=slope, low=low, high=high, rated_days=64, p=p, phi_mean=0.5)


def verdict_of(primary, adjusted=None, ahead_p=0.5, tilt=0.1) -> Verdict:
    ahead = link(-0.5, 0.0, 0.5, ahead_p)
    companion = None if adjusted is None else link(*adjusted)
    return weigh(link(*primary), companion, replace(PLENTY, tilt=tilt), ahead)


EDGES = [
    # the interval of the link, of the adjusted one, p of the check the other way round: case, step, words
    ((-0.6, -0.3, -TINY), ROBUST, 0.5, Case.LOWER, Certainty.STRONG, "go with lower reactivity"),
    ((-0.6, -0.3, 0.0), ROBUST, 0.5, Case.NO_CLEAR_LINK, Certainty.UNCLEAR, "No clear link yet."),
    ((-0.6, -0.3, TINY), ROBUST, 0.5, Case.NO_CLEAR_LINK, Certainty.UNCLEAR, "No clear link yet."),
    ((-0.6, -0.3, -0.1), (-0.5, -0.2, -TINY), 0.5, Case.LOWER, Certainty.STRONG, "It holds when stress"),
    ((-0.6, -0.3, -0.1), (-0.5, -0.2, 0.0), 0.5, Case.NOT_ROBUST, Certainty.LIKELY, "about stress or sleep"),
    ((-0.6, -0.3, -0.1), (-0.5, -0.2, TINY), 0.5, Case.NOT_ROBUST, Certainty.LIKELY, "about stress or sleep"),
    ((-0.6, -0.3, -0.1), None, 0.5, Case.NOT_ROBUST, Certainty.LIKELY, "could not be checked"),
    ((-0.6, -0.3, -0.1), ROBUST, 0.05, Case.LOWER, Certainty.STRONG, "go with lower reactivity"),
    ((-0.6, -0.3, -0.1), ROBUST, 0.0499, Case.NOT_ROBUST, Certainty.LIKELY, "it may run the other way"),
    ((-0.6, -0.3, -0.1), None, 0.0499, Case.NOT_ROBUST, Certainty.LIKELY, "could not be checked"),
    ((0.0, 0.3, 0.6), (0.1, 0.3, 0.5), 0.5, Case.NO_CLEAR_LINK, Certainty.UNCLEAR, "No clear link yet."),
    ((TINY, 0.3, 0.6), (0.1, 0.3, 0.5), 0.5, Case.HIGHER, Certainty.STRONG, "go with higher reactivity"),
    ((TINY, 0.3, 0.6), (0.0, 0.3, 0.5), 0.5, Case.HIGHER, Certainty.LIKELY, "pause and talk to someone"),
    ((-0.1, 0.0, 0.1), None, 0.5, Case.UNRELATED, Certainty.STRONG, "look unrelated"),
    ((-0.1 - TINY, 0.0, 0.1), None, 0.5, Case.NO_CLEAR_LINK, Certainty.UNCLEAR, "about the same"),
    ((-0.1, 0.0, 0.1 + TINY), None, 0.5, Case.NO_CLEAR_LINK, Certainty.UNCLEAR, "about the same"),
    ((-0.1, -0.05, -0.01), ROBUST, 0.01, Case.UNRELATED, Certainty.STRONG, "smaller than 0.1 points of 10"),
]


@pytest.mark.parametrize("edge", EDGES)
def test_each_sentence_belongs_to_its_side_of_the_limit(edge):
    primary, adjusted, ahead_p, case, step, words = edge
    found = verdict_of(primary, adjusted, ahead_p)
    assert (found.case, found.step) == (case, step)
    assert words in found.sentence


@pytest.mark.parametrize("edge", EDGES)
def test_no_sentence_says_what_is_never_said(edge):
    primary, adjusted, ahead_p = edge[:3]
    found = verdict_of(primary, adjusted, ahead_p, tilt=1.5)
    for text in (found.sentence, found.basis, *found.notes, *found.worked_out.numbers):
        assert forbidden_words(text, TextPlace.SCREEN) == ()
        assert not {"because of", "your brain", "%", "p-value"} & set(text.split())


@pytest.mark.parametrize(
    ("ahead_p", "tilt", "notes"),
    [(0.05, 1.0, 0), (0.0499, 1.0, 1), (0.05, 1.0 + TINY, 1), (0.0499, -1.0 - TINY, 2)],
)
def test_notes_are_added_beyond_their_limits(ahead_p, tilt, notes):
    found = verdict_of((-0.3, -0.1, 0.2), None, ahead_p, tilt)
    assert len(found.notes) == notes
    assert found.flagged is (ahead_p < 0.05)


@pytest.mark.parametrize("flagged", [True, False])
@pytest.mark.parametrize("enough", [not_enough(PLENTY), waiting(PLENTY, "Monday 30 November")])
def test_nothing_is_added_before_the_minimum(enough, flagged):
    assert (enough.notes, enough.worked_out.numbers, enough.step) == ((), (), Certainty.TOO_EARLY)


@pytest.mark.parametrize(
    ("rated", "span", "missing"),
    [
        (41, 56, ["You have 41 rated days; 42 are needed"]),
        (42, 55, ["which is 1 day more"]),
        (42, 54, ["which is 2 days more"]),
        (42, 56, []),
        (107, 180, ["which is 108 days"]),
        (108, 180, []),
        (1, 180, ["You have 1 rated day;", "which is 108 days"]),
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
