"""What a finding says first is plain: short words, no ranges; the numbers are for who asks how."""

from __future__ import annotations

import re

import numpy as np
import pytest

from rewire_app.content.reading import grade
from rewire_app.insight.findings_link import link_finding
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.regression import Estimate
from rewire_app.insight.verdict import Enough, Verdict, weigh

HARDEST = 8
"""Flesch-Kincaid: about what an adult reads at ease when tired."""
DAYS = 90


def link(low: float, slope: float, high: float, p: float = 0.5) -> Estimate:
    return Estimate(slope=slope, low=low, high=high, rated_days=64, p=p, phi_mean=0.5)


LINKS = [
    link(-0.4, -0.1, 0.3),
    link(-0.3, 0.0, 0.3),
    link(-2.0, -0.4, 1.2),
    link(-0.6, -0.4, -0.2),
    link(0.2, 0.4, 0.6),
    link(-0.05, 0.0, 0.05),
]


def said(
    question: LinkQuestion, found: Estimate, held: Estimate | None, *, ahead: float, tilt: float
) -> Verdict:
    enough = Enough(rated_days=64, span_days=DAYS, spread=1.5, tilt=tilt)
    verdict = weigh(found, held, enough, link(-0.5, 0.0, 0.5, ahead), question)
    if question is SLEEP:
        return verdict
    rng = np.random.default_rng(3)
    return link_finding(
        verdict, (rng.random(DAYS) < 0.5).astype(float), rng.integers(2, 9, DAYS).astype(float)
    )


@pytest.mark.parametrize("question", [PRACTICE, SLEEP], ids=["practice", "sleep"])
@pytest.mark.parametrize("found", LINKS)
@pytest.mark.parametrize("held", ["the same", "none"])
def test_a_verdict_is_read_at_ease_and_has_no_ranges(
    question: LinkQuestion, found: Estimate, held: str
) -> None:
    for ahead, tilt in ((0.5, 0.0), (0.01, 2.0), (0.5, -2.0)):
        verdict = said(question, found, found if held == "the same" else None, ahead=ahead, tilt=tilt)
        for text in (verdict.sentence, verdict.basis, verdict.not_proven, *verdict.notes):
            assert not text or grade(text) <= HARDEST, text
            assert "fits your data" not in text
            assert "likely" not in text
        ranges = re.findall(r"\d\.\d", verdict.sentence)
        assert len(ranges) <= 1, verdict.sentence
        assert any("likely" in number for number in verdict.worked_out.numbers)


def test_how_many_days_count_is_told_to_who_asks_how() -> None:
    verdict = said(PRACTICE, LINKS[0], None, ahead=0.5, tilt=0.0)
    assert "alike" not in verdict.basis
    assert any("days tell about as much as" in number for number in verdict.worked_out.numbers)
