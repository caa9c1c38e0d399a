"""The skills of DBT and ACT are trained, by exercises that guide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Family, Say
from tests.content.skills import Guidance, guidance, only_a_countdown, skills

MOST_FORMS = 10


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_every_skill_has_an_exercise_or_a_reason(library: Library) -> None:
    known = {exercise.id for exercise in library.exercises()}
    assert {name for row in skills() for name in row.by} <= known
    assert [row.skill for row in skills() if bool(row.by) == bool(row.none)] == []


def test_every_exercise_of_dbt_and_act_stands_in_the_table(library: Library) -> None:
    named = {name for row in skills() for name in row.by}
    of_both = {one.id for one in library.exercises() if one.family in (Family.DBT, Family.ACT)}
    assert of_both - named == set()


def test_few_exercises_are_forms_and_none_is_a_countdown_alone(library: Library) -> None:
    exercises = library.exercises()
    forms = [one.id for one in exercises if guidance(one) <= {Guidance.FORM, Guidance.TEXT}]
    assert len(forms) <= MOST_FORMS
    assert [one.id for one in exercises if only_a_countdown(one)] == []


def test_a_silent_text_with_a_countdown_would_be_noticed(library: Library) -> None:
    some = library.exercise("a-leaves")
    silent = replace(some, steps=(Say(text="Watch the stream.", secs=180),), keeps=())
    assert only_a_countdown(silent)
    assert guidance(replace(some, steps=(Say(text="Watch the stream."),), keeps=())) == {Guidance.TEXT}
