"""A look says at 99.5%, keeps at 95%, and stands for 28 days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.insight.findings import Certainty, FindingDays
from rewire_app.insight.findings_change import change_finding
from rewire_app.insight.kept_looks import kept_looks
from rewire_app.insight.looks import NOTHING_SAID, KeptLook, Standing, WeeklyLook, last_said, standing
from rewire_app.insight.verdict import dated, not_enough, weigh
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


def kept(week: int) -> KeptLook:
    return KeptLook(card="link", week=week, look=STRONG)


@pytest.mark.parametrize(
    ("before", "looking", "expected"),
    [
        # the window makes looks: what was said last counts, and a week that has its look keeps it
        (None, True, Standing()),
        (kept(93), True, Standing(said=STRONG)),
        (kept(72), True, Standing(said=STRONG)),
        (kept(65), True, Standing()),
        (kept(100), True, Standing(made=STRONG)),
        (kept(107), True, Standing()),
        # whoever makes no look is told what the last one said, or that nothing was
        (None, False, Standing(made=NOTHING_SAID)),
        (kept(93), False, Standing(made=STRONG)),
        (kept(65), False, Standing(made=NOTHING_SAID)),
        (kept(100), False, Standing(made=STRONG)),
        (kept(107), False, Standing(made=NOTHING_SAID)),
    ],
)
def test_a_week_has_one_look_and_it_counts_for_28_days(before, looking, expected):
    assert standing(before, 100, looking=looking) == expected


def test_only_what_meets_its_minimum_and_has_days_is_a_look():
    days = FindingDays(first=1, last=98, worked_out_on=101)
    said = dated(weigh(legs_of(-0.4, 0.001), PLENTY), days)
    assert kept_looks([said]) == (
        KeptLook(card="link", week=100, look=WeeklyLook(side=-1, step=Certainty.STRONG, since=98)),
    )
    unclear = replace(weigh(legs_of(-0.4, 0.5), PLENTY), days=days)
    assert kept_looks([unclear])[0].look == NOTHING_SAID
    few = replace(not_enough(PLENTY), days=days)
    assert kept_looks([few, weigh(legs_of(-0.4, 0.001), PLENTY)]) == ()
    change = change_finding(
        np.r_[np.full(42, 8.0) + np.arange(42) % 2, np.full(42, 2.0) + np.arange(42) % 2], days
    )
    assert [each.card for each in kept_looks([said, change])] == ["link", "before_and_now"]
    assert kept_looks([change])[0].look == change.look
