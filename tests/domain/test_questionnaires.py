"""Questionnaires: totals, who is named when, and what is said of two totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import instant
from rewire_app.domain.journal.questionnaires import PublishedSpread, change_said, open_from
from rewire_app.domain.journal.scores import Score

DAY = date(2026, 11, 24)
ASKED = {one: Library().questionnaire(one) for one in ("phq-4", "gad-7", "bfas-volatility")}
WORKED = PublishedSpread(sd=6.0, reliability=0.85, author="Somebody", year=2000)


def score(total: float, *answers: int, back: int = 0, name: str = "phq-4") -> Score:
    at = instant(datetime(2026, 11, 24, 20, tzinfo=UTC))
    day = DAY - timedelta(days=back)
    return Score(uid=f"{back:032}", questionnaire=name, day=day, at=at, total=total, answers=answers)


@pytest.mark.parametrize(
    ("name", "answers", "total"),
    [
        ("phq-4", (0, 1, 2, 3), 6),
        ("gad-7", (3,) * 7, 21),
        ("gad-7", (0,) * 7, 0),
        ("bfas-volatility", (5, 1, 5, 1, 5, 1, 5, 1, 5, 5), 5),
        ("bfas-volatility", (1, 5, 1, 5, 1, 5, 1, 5, 1, 1), 1),
        ("bfas-volatility", (5,) * 10, 3.4),
    ],
)
def test_a_total_follows_the_published_key(name: str, answers: tuple[int, ...], total: float) -> None:
    assert ASKED[name].total(answers) == total


@pytest.mark.parametrize("answers", [(0, 1, 2), (0, 1, 2, 4), (-1, 0, 0, 0)])
def test_a_missing_answer_or_one_that_is_not_offered_gives_no_total(answers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="every item"):
        ASKED["phq-4"].total(answers)


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ((1, 1, 1, 1), False),
        ((2, 0, 2, 1), True),
        ((2, 1, 0, 0), True),
        ((2, 0, 2, 0), False),
        ((3,) * 4, True),
    ],
)
def test_people_are_named_from_6_of_12_or_3_of_either_pair(answers: tuple[int, ...], named: bool) -> None:
    assert ASKED["phq-4"].names_people(score(sum(answers), *answers)) is named


def test_a_typed_total_names_people_by_itself() -> None:
    assert ASKED["phq-4"].names_people(score(6))
    assert not ASKED["phq-4"].names_people(score(5))


def test_a_reliable_change_is_said_from_the_published_points_on() -> None:
    asked = replace(ASKED["gad-7"], spread=WORKED)
    assert WORKED.needed == pytest.approx(6.441217, abs=1e-6)  # 22 to 14, SD 6.0, r .85
    assert change_said(asked, score(22, back=30), score(14)) == (
        "This is lower by more than the questionnaire itself wavers (6.4 points). After Somebody 2000."
    )
    assert "higher by more" in change_said(asked, score(14, back=30), score(21))
    assert "below 6.4 points can be the wavering" in change_said(asked, score(20, back=30), score(14))


def test_nothing_is_said_of_two_totals_too_near_or_without_published_numbers() -> None:
    assert change_said(ASKED["gad-7"], score(22, back=20), score(5)) == ""
    assert change_said(ASKED["gad-7"], score(22, back=21), score(5)) != ""
    assert change_said(ASKED["phq-4"], score(12, back=90), score(0)) == ""
    assert change_said(None, score(12, back=90), score(0)) == ""


def test_the_published_index_of_the_gad_7_comes_out() -> None:
    spread = ASKED["gad-7"].spread
    assert spread is not None
    assert spread.needed == pytest.approx(5.59, abs=0.005)  # Bischoff et al. 2020


def test_a_questionnaire_is_open_again_after_28_days() -> None:
    assert open_from([]) is None
    assert open_from([score(3, back=40), score(3, back=2)]) == DAY + timedelta(days=26)
