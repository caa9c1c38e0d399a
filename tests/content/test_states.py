"""The table of states: every exercise is there, and everybody finds something that fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.content.states import choice, read_states, state_faults
from rewire_app.domain.exercise.states import TOO_STRONG, StateFit, fitting
from rewire_app.errors import ContentError

STATES = read_states()
EXERCISES = {one.id: one for one in Library().exercises()}


def test_the_bundled_table_has_no_fault() -> None:
    assert list(state_faults(STATES, EXERCISES)) == []


@pytest.mark.parametrize("state", [e for s in STATES.states for e in s.ends], ids=lambda state: state.id)
def test_even_when_one_was_done_last_there_are_at_least_two_others(state) -> None:  # type: ignore[no-untyped-def]
    known = [choice(fit, EXERCISES[fit.exercise]) for fit in state.fits]
    for one in known:
        found = fitting(known, TOO_STRONG, last=one.fit.exercise, worse=(), hard_days=True)
        assert len(found) >= 2, one.fit.exercise


def test_a_state_with_too_little_and_an_unknown_exercise_is_a_fault() -> None:
    first = STATES.states[0]
    broken = replace(first, fits=(StateFit(exercise="x-none", why="It is not there."), first.fits[0]))
    said = list(state_faults(replace(STATES, states=(broken, broken)), EXERCISES))
    assert "states 'tense': there are two of them" in said
    assert "states 'tense': there is no exercise 'x-none'" in said
    assert any("3 exercises of different length" in one for one in said)


def test_what_steadies_asks_nothing_first() -> None:
    gated = StateFit(exercise="c-ladder", why="It acts fast.")
    said = list(state_faults(replace(STATES, steady=(*STATES.steady, gated)), EXERCISES))
    assert said == ["steady: what steadies asks nothing first but what was answered in a calm hour"]


def test_breathing_first_is_a_fault_where_panic_is_named() -> None:
    panic = next(one for one in STATES.states if one.panic)
    breath = next(fit for fit in panic.fits if fit.exercise == "b-paced")
    broken = replace(panic, fits=(breath, *(fit for fit in panic.fits if fit != breath)))
    said = list(state_faults(replace(STATES, states=(broken,)), EXERCISES))
    assert said == ["states 'tense': breathing is not offered first where panic is named"]


@pytest.mark.parametrize(
    "fields", ['asks = "When?"', 'times = [{ id = "b", words = "B" }]', 'asks = "When?"\ntimes = []']
)
def test_a_question_stands_with_the_times_it_decides_between(fields: str, tmp_path: Path) -> None:
    (tmp_path / "states.toml").write_text(f'[[states]]\nid = "a"\nwords = "A"\n{fields}\n')
    with pytest.raises(ContentError, match="stands with the times"):
        read_states(tmp_path)


def test_a_field_that_is_not_known_is_named(tmp_path: Path) -> None:
    (tmp_path / "states.toml").write_text('[[states]]\nid = "a"\nwords = "A"\nfits = []\nmood = 1\n')
    with pytest.raises(ContentError, match="mood"):
        read_states(tmp_path)
