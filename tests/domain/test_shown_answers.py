"""Answers are shown back in rows and as a ladder, never run together in a heading."""

from __future__ import annotations

import pytest

from rewire_app.content.branches import numbered
from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Column, ColumnType, PlanStep, Say, ShownRow
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import SayScreen
from tests.domain.small_exercises import ask, exercise, rows

ROWS = (
    ShownRow(label="What it costs", words="{{cost}}"),
    ShownRow(label="What it gives", words="{{gain}}"),
)
MAP = exercise(ask("cost"), ask("gain"), Say(text="That is the map.", shows=ROWS))
LADDER = exercise(
    rows("ladder", Column(name="step"), Column(name="suds", type=ColumnType.RATE)),
    Say(text="Look at the gaps.", ladder="ladder"),
)
LIBRARY = Library()


def shown(run: Run) -> SayScreen:
    assert isinstance(run.screen, SayScreen)
    return run.screen


def test_each_answer_has_a_row_and_one_that_was_left_out_has_none() -> None:
    run = Run.begin(MAP).answer("Time, and my temper").advance().skip()
    [row] = shown(run).rows
    assert (row.label, row.words) == ("What it costs", "Time, and my temper")


def test_a_ladder_goes_down_from_its_highest_step_and_the_unrated_come_last() -> None:
    steps = [{"step": "Shop", "suds": 0}, {"step": "Bus"}, {"step": "Party", "suds": 8}]
    rungs = shown(Run.begin(LADDER).answer(steps).advance()).rungs
    assert [(one.words, one.height) for one in rungs] == [("Party", 8), ("Shop", 0), ("Bus", None)]


def test_without_a_step_there_is_no_ladder() -> None:
    assert shown(Run.begin(LADDER).skip()).rungs == ()


@pytest.mark.parametrize("name", LIBRARY.exercise_ids())
def test_no_words_run_three_answers_together(name: str) -> None:
    steps = [step for _number, step, _around in numbered(LIBRARY.exercise(name).steps)]
    told = [words for step in steps if not isinstance(step, PlanStep) for words in (step.text, step.hint)]
    assert [words for words in told if words.count("{{") > 2] == []


def test_the_ladder_exercise_shows_its_ladder_where_it_speaks_of_it() -> None:
    spoken = [s for s in LIBRARY.exercise("c-ladder").steps if isinstance(s, Say) and s.ladder == "ladder"]
    assert [step.text.partition(".")[0] for step in spoken] == [
        "Look at the gaps between your steps",
        "This is your ladder, and you would climb it to get this back: {{back}}",
    ]
