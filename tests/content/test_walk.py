"""Every exercise through every branch to its end and back, as a value; `walk.py` says what a branch is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.branches import choices, paths
from rewire_app.content.library import Library
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PassPhase
from tests.content.walk import Walked, branches, cover, table, walk, ways

LIBRARY = Library()
IDS = LIBRARY.exercise_ids()
MOST_ANNOUNCED = 16
"""No path is announced longer: at most 12 steps, gate, two ratings and finish; one exercise has them all."""
MOST_WAYS = 60
"""Ways tried in the quick part, spread over all of them; the slow part tries each."""


def look_at(walked: Walked) -> None:
    """Each screen is numbered and resumes as it was; back from the end lies the first, with all answers."""
    totals = [run.position.steps for run in walked.runs if run.position.steps]
    assert totals == sorted(totals, reverse=True), "the number of steps grew on the way"
    assert totals[-1:] == [walked.runs[-1].position.step]
    for run in walked.runs:
        position = run.position
        assert 1 <= position.step <= totals[0] <= MOST_ANNOUNCED
        screen = run.screen
        assert screen.text.strip()
        assert "{{" not in screen.text + screen.hint
        resumed = Run.from_json(
            run.exercise, run.to_json(), measure=run.measure, stores=run.stores, rows=run.rows
        )
        assert resumed == run.to_keep
        assert resumed.screen == run.to_keep.screen
    end = walked.end
    assert end.screen.phase is PassPhase.CLOSE
    assert end.steps_done == end.steps_seen
    assert end.advance().finished
    back = end
    for run in reversed(walked.runs[:-1]):
        back = back.back()
        assert back.at == run.at
    assert not back.can_go_back
    assert back.answers == end.answers


@pytest.mark.parametrize("exercise_id", IDS)
def test_every_branch_of_an_exercise_ends_and_leads_back(exercise_id: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    for walked in branches(exercise, LIBRARY, most=MOST_WAYS):
        look_at(walked)


@pytest.mark.slow
@pytest.mark.parametrize("exercise_id", IDS)
def test_every_combination_of_answers_ends_and_leads_back(exercise_id: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    for way in ways(exercise):
        look_at(walk(exercise, way, LIBRARY))


@pytest.mark.parametrize("exercise_id", IDS)
def test_skipping_everything_ends_too(exercise_id: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    run = Run.begin(exercise, measure=LIBRARY.measure_of(exercise))
    for _screen in range(200):
        assert run.screen.text.strip()
        run = (replace(run, confirmed=True) if run.at == "gate" else run).skip()
        if run.finished:
            break
    assert run.finished
    assert run.answers == {}


def test_few_branches_cover_what_all_of_them_meet() -> None:
    every = branches(LIBRARY.exercise("e-opposite"), LIBRARY, most=MOST_WAYS)
    few = cover(every)
    assert len(few) < len(every)
    assert {step for one in few for step in one.branch} == {step for one in every for step in one.branch}


def test_the_table_has_a_line_for_each_exercise() -> None:
    head, *lines = table(LIBRARY, most=4)
    assert head.split()[:2] == ["exercise", "ways"]
    assert [line.split()[0] for line in lines] == list(IDS)


@pytest.mark.parametrize("name", ["d-stop", "u-chain", "c-exposure", "d-proscons"])
def test_trying_only_what_a_path_asks_leaves_no_path_out(name: str) -> None:
    exercise = LIBRARY.exercise(name)
    tried = {tuple(place.unit for place in path.step_places) for path in paths(exercise, choices(exercise))}
    walked = {
        tuple(p.unit for p in walk(exercise, way, LIBRARY).end.path.step_places) for way in ways(exercise)
    }
    assert walked <= tried
