"""Every choice that says somebody is not safe leads to where a person comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.library import Library
from rewire_app.content.unsafe import UNSAFE, unsafe_faults
from rewire_app.domain.exercise.exercise import Pick, Say
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PersonScreen
from tests.content.walk import walk, ways

LIBRARY = Library()
UNSAFE_CHOICES = list(
    dict.fromkeys(  # alternatives of one question offer the same choice
        (one.id, option)
        for one in LIBRARY.exercises()
        for step in one.steps
        if isinstance(step, Pick)
        for option in step.options
        if UNSAFE.search(option)
    )
)


def test_there_are_such_choices_in_many_exercises() -> None:
    assert len({exercise for exercise, _option in UNSAFE_CHOICES}) >= 16


@pytest.mark.parametrize(("exercise_id", "option"), UNSAFE_CHOICES)
def test_a_choice_that_is_not_safe_shows_people_next_and_is_not_kept(exercise_id: str, option: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    met: list[Run] = []
    for way in ways(exercise, most=400):
        if any((option,) == answer for answer in way.values()):
            runs = walk(exercise, way, LIBRARY).runs
            met += [run for run in runs if isinstance(run.screen, PersonScreen)]
    told = [run for run in met if option in run.screen.answered]  # type: ignore[attr-defined]
    assert told
    for run in told:
        assert option not in run.to_json()
        assert option not in str(run.answers)


@pytest.mark.parametrize(
    ("exercise_id", "option"),
    [
        ("e-opposite", "Someone who hurts me"),
        ("a-willing", "It may not be safe"),
        ("c-exposure", "It was not safe there"),
    ],
)
def test_danger_from_others_counts_as_not_safe(exercise_id: str, option: str) -> None:
    assert (exercise_id, option) in UNSAFE_CHOICES


def test_a_step_that_names_the_emergency_number_has_to_show_it() -> None:
    exercise = LIBRARY.exercise("d-tipp")
    assert list(unsafe_faults(exercise)) == []
    lost = replace(
        exercise, steps=tuple(replace(s, link="") if s.link == "help" else s for s in exercise.steps)
    )
    [fault] = unsafe_faults(lost)
    assert "emergency number" in fault


def test_a_choice_that_leads_nowhere_is_a_fault() -> None:
    exercise = LIBRARY.exercise("d-stop")
    lost = replace(
        exercise, steps=tuple(s for s in exercise.steps if not (isinstance(s, Say) and s.person_first))
    )
    [fault] = unsafe_faults(lost)
    assert "An urge to hurt myself or someone" in fault
    assert list(unsafe_faults(exercise)) == []


def test_danger_from_someone_close_shows_a_line_for_it() -> None:
    exercise = LIBRARY.exercise("i-dearman")
    assert list(unsafe_faults(exercise)) == []
    steps = (replace(one, by_someone=False) if isinstance(one, Say) else one for one in exercise.steps)
    [fault] = unsafe_faults(replace(exercise, steps=tuple(steps)))
    assert "by_someone = true" in fault
