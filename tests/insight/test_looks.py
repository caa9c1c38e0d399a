"""A look says at 99.5%, keeps at 95%, and stands for 28 days."""

from __future__ import annotations

import pytest

from rewire_app.insight.findings import Certainty
from rewire_app.insight.looks import WeeklyLook, last_said
from rewire_app.insight.verdict import weigh
from tests.insight.made_legs import PLENTY, legs_of

STRONG = WeeklyLook(side=-1, step=Certainty.STRONG, since=10)


def test_the_worked_weeks_are_said_and_kept(more_worked):
    """The fixture is about one leg; the others have the same sign and p here."""
    weeks, before, found = more_worked["say_keep"], None, []
    for p, sign in zip(weeks["p"], weeks["sign"], strict=True):
        verdict = weigh(legs_of(0.3 * sign, p, today=p, adjusted=p), PLENTY, said=before)
        before = verdict.look
        found.append({-1: "lower", 0: "unclear", 1: "higher"}[verdict.side])
    assert found == weeks["shown"]


def test_strong_and_likely_are_kept_apart():
    weeks = [(0.001, 0.001), (0.04, 0.04), (0.04, 0.06), (0.04, 0.04), (0.001, 0.004), (0.06, 0.001)]
    before, steps = None, []
    for p, adjusted in weeks:
        verdict = weigh(legs_of(-0.3, p, today=p, adjusted=adjusted), PLENTY, said=before)
        before = verdict.look
        steps.append(verdict.step_word)
    assert steps == ["Strong", "Strong", "Likely", "Likely", "Strong", "Unclear"]


def test_the_other_side_has_to_be_said_anew():
    assert weigh(legs_of(0.3, 0.02, today=0.02), PLENTY, said=STRONG).side == 0
    assert weigh(legs_of(0.3, 0.004, today=0.004), PLENTY, said=STRONG).side == 1


@pytest.mark.parametrize(
    ("on", "now", "stands"), [(100, 100, True), (100, 128, True), (100, 129, False), (101, 100, False)]
)
def test_a_look_stands_for_28_days_and_never_before_its_day(on, now, stands):
    assert last_said(STRONG, on=on, now=now) == (STRONG if stands else None)
    assert last_said(None, on=on, now=now) is None
