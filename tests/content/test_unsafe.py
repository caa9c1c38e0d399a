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
UNSAFE_CHOICES = [
    (one.id, option)
    for one in LIBRARY.exercises()
    for step in one.steps
    if isinstance(step, Pick)
    for option in step.options
    if UNSAFE.search(option)
]


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


def test_a_choice_that_leads_nowhere_is_a_fault() -> None:
    exercise = LIBRARY.exercise("d-stop")
    lost = replace(
        exercise, steps=tuple(s for s in exercise.steps if not (isinstance(s, Say) and s.person_first))
    )
    [fault] = unsafe_faults(lost)
    assert "An urge to hurt myself or someone" in fault
    assert list(unsafe_faults(exercise)) == []
