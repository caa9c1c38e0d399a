"""What a finding says first is plain: short words, no ranges; the numbers are for who asks how."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from rewire_app.content.reading import grade
from rewire_app.insight.findings_link import link_finding
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.verdict import Verdict, weigh
from tests.insight.made_legs import NONE, PLENTY, SURE, legs_of

HARDEST = 8
"""Flesch-Kincaid: about what an adult reads at ease when tired."""
DAYS = 90


LINKS = [(-0.1, NONE), (-0.01, NONE), (-0.4, NONE), (-0.4, SURE), (0.4, SURE)]


def said(
    question: LinkQuestion, found: tuple[float, float], held: str, *, ahead: float, tilt: float
) -> Verdict:
    slope, p = found
    legs = legs_of(slope, p, today=p, adjusted=p if held == "the same" else None, ahead=ahead)
    verdict = weigh(legs, replace(PLENTY, tilt=tilt), question)
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
    question: LinkQuestion, found: tuple[float, float], held: str
) -> None:
    for ahead, tilt in ((0.5, 0.0), (0.01, 2.0), (0.5, -2.0)):
        verdict = said(question, found, held, ahead=ahead, tilt=tilt)
        for text in (verdict.sentence, verdict.basis, verdict.not_proven, *verdict.notes):
            assert not text or grade(text) <= HARDEST, text
            assert "fits your data" not in text
            assert "likely" not in text
        ranges = re.findall(r"\d\.\d+", verdict.sentence)
        assert len(ranges) <= 1, verdict.sentence
        told = question is PRACTICE or held == "the same"
        assert any("likely" in number for number in verdict.worked_out.numbers) is told


def test_how_many_days_count_is_told_to_who_asks_how() -> None:
    verdict = said(PRACTICE, LINKS[0], "none", ahead=0.5, tilt=0.0)
    assert "alike" not in verdict.basis
    assert any("days tell about as much as" in number for number in verdict.worked_out.numbers)
