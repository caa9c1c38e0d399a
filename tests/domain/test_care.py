"""What exercises are careful with: asked once, read from the record while it is fresh, kept by no pass."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.care import FRESH_DAYS, NONE, NOT_SURE, CareRecord, CareTopic, CareWord, read_care
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Op
from rewire_app.domain.exercise.outline import outline
from rewire_app.domain.exercise.run import Run
from tests.domain.small_exercises import exercise, if_, say

DAY = date(2026, 11, 24)
HEART, LUNGS = CareTopic.HEART, CareTopic.LUNGS
ASKED = Care(text="Is any of this true?", save="health", topics=(HEART, LUNGS))
SMALL = exercise(
    say("Before."),
    ASKED,
    say("Cold water.", if_("health", Op.EQ, NONE)),
    say("Mind your heart.", if_("health", Op.EQ, "heart")),
    say("A gentle way.", if_("health", Op.NE, NONE)),
)


def said(run: Run) -> list[str]:
    """The words of all screens after the first, as far as they are known."""
    return [place.step.text for place in run.path.places if place.step is not None][1:]


def asked(chosen: list[str] | None) -> Run:
    run = Run.begin(SMALL).advance()
    return run.skip() if chosen is None else run.answer(chosen).advance()


@pytest.mark.parametrize(
    ("chosen", "after"),
    [
        ([NONE], ["Cold water."]),
        (["heart"], ["Mind your heart.", "A gentle way."]),
        (["lungs"], ["A gentle way."]),
        (["lungs", "heart", NOT_SURE], ["Mind your heart.", "A gentle way."]),
        ([NOT_SURE], ["A gentle way."]),
        (None, ["A gentle way."]),
    ],
)
def test_each_answer_opens_its_branch_and_no_answer_the_careful_one(
    chosen: list[str] | None, after: list[str]
) -> None:
    assert said(asked(chosen)) == [ASKED.text, *after]


def test_what_was_answered_lately_is_not_asked() -> None:
    run = Run.begin(SMALL, stores={ASKED.source: ("heart",)})
    assert said(run) == ["Mind your heart.", "A gentle way."]
    assert run.advance().screen.text == "Mind your heart."


def test_a_question_that_a_condition_hides_is_not_answered_by_the_record() -> None:
    hidden = Care(text="And this?", save="skin", topics=(CareTopic.COLD,), when=(if_("health", Op.EQ, NONE),))
    whole = exercise(say("Before."), ASKED, hidden, say("Cold water.", if_("skin", Op.EQ, NONE)))
    fresh = {hidden.source: (NONE,)}
    ill = Run.begin(whole, stores=fresh | {ASKED.source: ("heart",)})
    well = Run.begin(whole, stores=fresh | {ASKED.source: (NONE,)})
    assert (said(ill), said(well)) == ([], ["Cold water."])


def test_a_pass_keeps_nothing_of_it_but_tells_the_record() -> None:
    run = asked(["lungs", NOT_SURE])
    assert run.answers == {}
    record = run.careful(CareRecord(), DAY)
    assert record.answers == {HEART: (CareWord.UNSURE, DAY), LUNGS: (CareWord.YES, DAY)}
    assert asked(None).careful(record, DAY + timedelta(days=1)) == record


def test_an_answer_holds_for_ninety_days_and_only_while_all_topics_have_one() -> None:
    record = CareRecord().answered((HEART,), [NONE], DAY)
    last = DAY + timedelta(days=FRESH_DAYS)
    assert record.known((HEART,), last) == (NONE,)
    assert record.known((HEART,), last + timedelta(days=1)) is None
    assert record.known((HEART, LUNGS), DAY) is None
    later = record.answered((LUNGS,), ["lungs"], DAY + timedelta(days=5))
    assert later.known((HEART, LUNGS), last) == ("lungs",)
    assert later.known((HEART, LUNGS), last + timedelta(days=1)) is None
    assert later.day == DAY


def test_an_answer_tells_topics_that_were_not_ticked_too() -> None:
    record = CareRecord().answered(tuple(CareTopic), ["heart"], DAY)
    assert record.chosen((LUNGS,)) == (NONE,)
    unsure = record.answered((HEART, LUNGS), [NOT_SURE], DAY)
    assert unsure.chosen((HEART,)) == (NOT_SURE,)
    assert unsure.chosen((CareTopic.COLD, LUNGS)) == (NOT_SURE,)
    assert record.answered((HEART,), [], DAY) is record


@given(
    st.dictionaries(
        st.sampled_from(CareTopic),
        st.tuples(st.sampled_from(CareWord), st.dates(date(2020, 1, 1), date(2050, 1, 1))),
    )
)
def test_the_record_comes_back_as_it_was_kept(answers: dict[CareTopic, tuple[CareWord, date]]) -> None:
    record = CareRecord(answers=answers)
    assert read_care(record.as_text()) == record


@pytest.mark.parametrize("text", [None, "", "no json", "[1]", '{"heart": 3}', '{"feet": ["yes", 5]}'])
def test_a_record_that_cannot_be_read_asks_everything_anew(text: str | None) -> None:
    assert read_care(text) == CareRecord()


def test_the_outline_follows_who_answers_none() -> None:
    assert outline(SMALL).steps == ("Before.", "Cold water.")
