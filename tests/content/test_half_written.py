"""An own exercise in the making: what the editor writes is read back the same, and nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.content import editing
from rewire_app.content.custom_exercises import custom_faults, duplicate
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.half_written import fresh, missing, read_rough
from rewire_app.content.library import Library
from rewire_app.content.steps import ADDED
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.aims import Need
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Condition,
    Exercise,
    Gate,
    ListStep,
    NextExercise,
    Op,
    Pace,
    Pick,
    Rate,
    Repeat,
    Say,
    saves,
)
from rewire_app.errors import ContentError

LIBRARY = Library()
MINE = "own-mine"
NAMES = [kind.name for kind in ADDED]
SHIPPED = {*LIBRARY.exercise_ids(), *LIBRARY.article_ids()}


def letters(least: int = 0) -> st.SearchStrategy[str]:
    """Words as typed: no control signs, no blanks around."""
    signs = st.characters(exclude_categories=("Cs", "Cc", "Cf"))
    return (
        st.text(signs, min_size=least, max_size=12).map(str.strip).filter(lambda words: len(words) >= least)
    )


def halves(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(round(low * 2), round(high * 2)).map(lambda n: n / 2)


@st.composite
def made(draw: st.DrawFn) -> Exercise:
    """Whatever a person may have typed so far."""
    one = replace(fresh(MINE), title=draw(letters()), summary=draw(letters()), real_life=draw(letters()))
    one = replace(one, needs=tuple(draw(st.lists(st.sampled_from(Need), unique=True))))
    one = editing.with_caution(one, draw(letters()))
    for kind in draw(st.lists(st.sampled_from(NAMES), max_size=5)):
        one = editing.added(one, kind)
        number = str(len(one.steps))
        step = replace(one.steps[-1], text=draw(letters()), hint=draw(letters()))
        match step:
            case Say():
                step = replace(step, secs=draw(st.none() | st.integers(3, 600)))
            case Breathe():
                pace = Pace(inhale=draw(halves(2, 10)), exhale=draw(halves(2, 12)), hold=draw(halves(0, 7)))
                step = replace(step, pace=pace, rounds=draw(st.integers(1, 200)))
            case Pick():
                options = tuple(draw(st.lists(letters(1), unique=True, max_size=4)))
                step = replace(step, options=options, max=draw(st.integers(1, 40)), other=draw(st.booleans()))
            case Rate():
                step = replace(step, lo=draw(letters()), hi=draw(letters()))
            case ListStep():
                step = replace(step, max=draw(st.integers(1, 12)))
        one = editing.put(one, number, step)
    for _turn in range(draw(st.integers(0, 2))):
        if one.steps:
            one = editing.moved(one, draw(st.integers(0, len(one.steps) - 1)), draw(st.sampled_from((-1, 1))))
    return one


@settings(max_examples=150, deadline=None)
@given(one=made())
def test_what_the_editor_writes_is_read_back_as_the_same_exercise(one: Exercise) -> None:
    assert read_rough(to_toml(one), MINE) == one


@settings(max_examples=100, deadline=None)
@given(one=made())
def test_what_lacks_nothing_is_an_exercise_that_the_player_reads(one: Exercise) -> None:
    if missing(one):
        with pytest.raises(ContentError):
            parse_exercise(to_toml(one), MINE)
    else:
        assert parse_exercise(to_toml(one), MINE) == one


@pytest.mark.parametrize("exercise_id", LIBRARY.exercise_ids())
def test_a_copy_of_a_built_in_one_comes_through_the_editor_whole(exercise_id: str) -> None:
    mine = duplicate(LIBRARY.exercise(exercise_id), "Mine", ())
    assert read_rough(to_toml(mine), mine.id) == mine
    assert missing(mine) == []


@pytest.mark.parametrize("kind", NAMES)
def test_each_kind_of_step_is_sound_once_it_has_words(kind: str) -> None:
    one = replace(fresh(MINE), title="T", summary="S", needs=(Need.CALM,))
    one = editing.added(one, kind)
    step = replace(one.steps[0], text="Words.")
    if isinstance(step, Pick):
        step = replace(step, options=("a", "b"))
    one = editing.put(one, "1", step)
    assert missing(one) == []
    assert custom_faults(one, SHIPPED, LIBRARY.measure_ids()) == []


def test_what_is_missing_is_named_with_its_field() -> None:
    one = editing.added(editing.added(fresh(MINE), "pick"), "rate")
    one = editing.put(one, "2", replace(one.steps[1], lo=""))  # type: ignore[call-arg]
    assert [fault.field for fault in missing(one)] == [
        "title", "summary", "needs", "steps 1.text", "steps 1.options", "steps 2.text", "steps 2.lo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        ('options = ["Home", "Work"]', "options = 5", "steps 1.options"),
        ('kind = "list"', 'kind = "list"\ncolumns = "words"', "steps 2.columns"),
        ('kind = "list"', 'kind = "list"\ncolumns = [4]', "steps 2.columns 1"),
        ('kind = "list"', 'kind = "repeat"\nsteps = true', "steps 2.steps"),
        ('title = "T"', "title = []", "title"),
        ("needs = []", "needs = 1.5", "needs"),
    ],
)
def test_what_is_not_even_shaped_as_an_exercise_is_one_sentence(was: str, now: str, field: str) -> None:
    one = editing.put(
        editing.added(fresh(MINE), "pick"), "1", Pick(save="a", max=1, options=("Home", "Work"))
    )
    text = to_toml(replace(editing.added(one, "list"), title="T"))
    text = re.sub(r"(?m)^columns = .*\n", "", text.replace('glyph = "own"', 'glyph = "own"\nneeds = []'))
    assert was in text
    with pytest.raises(ContentError) as caught:
        read_rough(text.replace(was, now), MINE)
    assert caught.value.field == field


def branched() -> Exercise:
    one = editing.added(editing.added(fresh(MINE), "pick"), "say")
    one = editing.put(one, "1", replace(one.steps[0], text="Where?", options=("Home", "Work")))  # type: ignore[call-arg]
    [first, _second] = editing.simple_conditions(one, "2")
    return editing.put(one, "2", replace(one.steps[1], text="Rest.", when=(first[0],)))


def test_a_branch_can_be_chosen_in_words_and_follows_a_choice_written_anew() -> None:
    one = branched()
    assert [words for _one, words in editing.simple_conditions(one, "2")] == [
        "the answer to step 1 is “Home”",
        "the answer to step 1 is “Work”",
    ]
    one = replace(one, next=(NextExercise(to="b-paced", why="It is short.", when=one.steps[1].when),))
    one = editing.put(one, "1", replace(one.steps[0], options=("At home", "Work")))  # type: ignore[call-arg]
    assert one.steps[1].when == (Condition(var="answer1", op=Op.EQ, value="At home"),)
    assert one.next[0].when == one.steps[1].when


def test_conditions_on_parts_and_on_the_last_time_are_told_in_words() -> None:
    one = branched()
    told = [
        editing.when_words(one, Condition(var=var, op=op, value=value))
        for var, op, value in (
            ("answer1.count", Op.GE, 2),
            ("answer1.next_step", Op.NE, ""),
            ("@last.answer1", Op.NE, ""),
            ("@last.answer1", Op.EQ, ""),
            ("@values", Op.EQ, ""),
        )
    ]
    assert told == [
        "the answer to step 1, counted, is 2 or more",
        "the answer to step 1, its next step, is not “”",
        "there is an answer of the last time",
        "there is no answer of the last time",
        "your list values is empty",
    ]


def test_new_choices_leave_the_branch_as_it_was_and_the_check_tells() -> None:
    one = branched()
    one = editing.put(one, "1", replace(one.steps[0], options=("Bus", "Work", "Shop")))  # type: ignore[call-arg]
    one = replace(one, title="T", summary="S", needs=(Need.CALM,))
    assert one.steps[1].when[0].value == "Home"
    assert "steps 2.when" in [fault.field for fault in custom_faults(one, SHIPPED, LIBRARY.measure_ids())]


def test_a_step_inside_a_repeat_is_changed_and_the_repeat_stays() -> None:
    one = next(e for e in LIBRARY.exercises() if any(isinstance(s, Repeat) for s in e.steps))
    index = next(i for i, s in enumerate(one.steps) if isinstance(s, Repeat))
    repeat = one.steps[index]
    assert isinstance(repeat, Repeat)
    changed = editing.put(one, f"{index + 1}.1", replace(repeat.steps[0], text="Other words."))
    after = changed.steps[index]
    assert isinstance(after, Repeat)
    assert after.steps[0].text == "Other words."
    assert replace(after, steps=repeat.steps) == repeat
    assert changed.steps[:index] == one.steps[:index]


def test_moving_goes_round_no_corner_and_removing_leaves_the_rest() -> None:
    one = branched()
    assert editing.moved(one, 0, -1) is one
    assert editing.moved(one, 1, 1) is one
    turned = editing.moved(one, 1, -1)
    assert turned.steps == (one.steps[1], one.steps[0])
    assert editing.removed(one, 0).steps == (one.steps[1],)


def test_two_answers_never_have_the_same_name() -> None:
    one = fresh(MINE)
    for kind in ("ask", "pick", "rate", "list", "ask"):
        one = editing.added(one, kind)
    one = editing.added(editing.removed(one, 1), "rate")
    names = [saves(step) for step in one.steps]
    assert len(names) == len(set(names)) == 5
    assert isinstance(one.steps[0], Ask)


def test_a_caution_brings_its_gate_and_takes_it_away_again() -> None:
    one = editing.with_caution(fresh(MINE), "Hold less if it is hard.")
    assert one.gate is Gate.NOTICE
    assert editing.with_caution(one, " ").gate is Gate.NONE
    firm = replace(one, gate=Gate.CONFIRM)
    assert editing.with_caution(firm, "Other words.").gate is Gate.CONFIRM


@pytest.mark.parametrize("exercise_id", LIBRARY.exercise_ids())
def test_every_branch_and_repeat_can_be_told_in_words(exercise_id: str) -> None:
    one = LIBRARY.exercise(exercise_id)
    for step in one.steps:
        for condition in step.when:
            assert "?" not in editing.when_words(one, condition)
        if isinstance(step, Repeat):
            assert editing.repeat_words(one, step).endswith(".")
