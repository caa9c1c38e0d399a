"""How many things an answer holds, and the other fields of what was chosen, in words and in conditions."""

from __future__ import annotations

from typing import Any

import pytest

from rewire_app.domain.exercise.answers import Row
from rewire_app.domain.exercise.exercise import Column, ColumnType, Input, Op, Repeat, Step
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import SayScreen
from tests.domain.small_exercises import ask, exercise, if_, pick, rate, rows, say

LADDER: tuple[Row, ...] = (
    {"step": "Ring a friend", "fear": "Phones", "distress": 2, "done_day": "2026-11-24"},
    {"step": "Go in", "fear": "Shops", "distress": 8, "done_day": None},
    {"step": "Go in", "fear": "Lifts", "distress": 5, "done_day": None},
)
STEP = pick("one", options_from="@ladder.step", other=True)


def begun(*steps: Step) -> Run:
    stores = {"@ladder.step": ["Ring a friend", "Go in"], "@ladder": ["Ring a friend", "Go in"]}
    return Run.begin(exercise(*steps), stores=stores, rows={"@ladder": LADDER})


def read(step: Step, answer: object, text: str) -> str:
    run = begun(step, say(text))
    return (run.skip() if answer is None else run.answer(answer).advance()).screen.text


@pytest.mark.parametrize(
    ("chosen", "text", "expected"),
    [
        ("Ring a friend", "You fear {{one.fear}}.", "You fear Phones."),
        ("ring a friend ", "You fear {{one.fear}}.", "You fear Phones."),
        ("Go in", "It was {{one.distress}}.", "It was 5 of 10."),
        ("Go in", "Put in a {{one.distress|number}}.", "Put in a 5."),
        ("Ring a friend", "Done on {{one.done_day}}.", "Done on Tuesday 24 November."),
        ("Go in", "On. Done on {{one.done_day}}.", "On."),
        ("Fly", "On. You fear {{one.fear}}.", "On."),
        (None, "On. You fear {{one.fear}}.", "On."),
        ("Fly", "You fear {{one.fear|or it}}.", "You fear it."),
    ],
)
def test_another_field_of_what_was_chosen_reads_in_words(chosen: str, text: str, expected: str) -> None:
    assert read(STEP, chosen, text) == expected


def test_the_lines_of_a_field_are_read_side_by_side_where_a_list_is_wanted() -> None:
    row: Row = {"step": "Go in", "fear": "Shops\nLifts", "distress": 5, "done_day": None}
    run = Run.begin(exercise(STEP, say("Of {{one.fear|list}}.")), rows={"@ladder": (row,)})
    assert run.answer("Go in").advance().screen.text == "Of Shops and Lifts."


def test_several_chosen_entries_are_read_side_by_side() -> None:
    step = pick("one", options_from="@ladder", other=True, max=3)
    assert read(step, ["Ring a friend", "Fly", "Go in"], "Of {{one.fear|list}}.") == "Of Phones and Lifts."


@pytest.mark.parametrize(
    ("chosen", "var", "op", "value", "met"),
    [
        ("Ring a friend", "one.fear", Op.EQ, "Phones", True),
        ("Ring a friend", "one.fear", Op.NE, "Phones", False),
        ("Ring a friend", "one.distress", Op.LE, 2, True),
        ("Go in", "one.distress", Op.GT, 5, False),
        ("Fly", "one.fear", Op.EQ, "", True),
        ("Fly", "one.distress", Op.GE, 0, False),
        ("Ring a friend", "one.fear", Op.NE, "", True),
        (None, "one.fear", Op.NE, "", False),
        (None, "one.fear", Op.EQ, "Phones", False),
    ],
)
def test_a_condition_asks_a_field_of_what_was_chosen(
    chosen: str | None, var: str, op: Op, value: str | int, met: bool
) -> None:
    run = begun(STEP, say("Met.", if_(var, op, value)), say("End."))
    run = run.skip() if chosen is None else run.answer(chosen).advance()
    assert run.screen.text == ("Met." if met else "End.")


TABLE = rows("many", Column(name="what"), Column(name="sure", type=ColumnType.RATE))
SEVERAL = pick("many", "Red", "Blue", "Green", max=3)


@pytest.mark.parametrize(
    ("step", "answer", "count"),
    [
        (SEVERAL, ["Red", "Green"], 2),
        (pick("many", "Red", "Blue"), "Red", 1),
        (ask("many"), "one\n\n two \nthree", 3),
        (TABLE, [{"what": "cup"}, {"sure": 3}], 2),
        (TABLE, None, None),
    ],
)
def test_what_an_answer_holds_is_counted(step: Step, answer: Any, count: int | None) -> None:
    assert read(step, answer, "On. It was {{many.count}}.") == (
        "On." if count is None else f"On. It was {count}."
    )


@pytest.mark.parametrize(("op", "met"), [(Op.GE, False), (Op.LT, False), (Op.EQ, False), (Op.NE, True)])
def test_a_question_that_was_skipped_has_no_count(op: Op, met: bool) -> None:
    run = begun(SEVERAL, say("Met.", if_("many.count", op, 2)), say("End.")).skip()
    assert run.screen.text == ("Met." if met else "End.")


def test_a_condition_asks_how_many_were_chosen() -> None:
    run = begun(SEVERAL, say("Met.", if_("many.count", Op.GE, 2)), say("End."))
    assert run.answer(["Red", "Blue"]).advance().screen.text == "Met."
    assert run.answer(["Red"]).advance().screen.text == "End."


def test_after_a_repeat_the_count_is_of_all_its_rounds() -> None:
    again = Repeat(times=2, steps=(SEVERAL,))
    run = begun(again, say("{{many.count}} in all."))
    run = run.answer(["Red", "Blue"]).advance().answer(["Green"]).advance()
    assert run.screen.text == "3 in all."


def test_a_column_called_count_stays_a_column() -> None:
    run = begun(rows("many", Column(name="count")), say("First {{many.count}}."))
    assert run.answer([{"count": "one cup"}]).advance().screen.text == "First one cup."


def test_how_many_steps_there_are_is_open_until_a_count_is_known() -> None:
    run = begun(SEVERAL, ask("more", "More?", if_("many.count", Op.GE, 2)), rate("end"))
    assert run.position.steps == 0
    assert run.answer(["Red", "Blue"]).advance().position.steps == 4


def test_an_answer_of_the_last_time_is_read_and_asked() -> None:
    text = say("Last time it was {{@last.tight|list|small}}.", if_("@last.tight", Op.NE, ""))
    whole = exercise(text, say("Next to {{@last.s-racing.place}}."), say("End."))
    run = Run.begin(whole, stores={"@last.tight": ["Jaw", "Neck"], "@last.s-racing.place": ["The pier"]})
    assert run.screen.text == "Last time it was jaw and neck."
    assert run.advance().screen.text == "Next to The pier."
    assert Run.begin(whole, stores={"@last.tight": []}).screen.text == "Next to …"


LENGTHS = pick("mins", "2 minutes", "10 minutes", other=True)


@pytest.mark.parametrize(
    ("step", "answer", "seconds"),
    [
        (LENGTHS, "10 minutes", 600),
        (LENGTHS, "2.5 min", 150),
        (LENGTHS, "1,5", 90),
        (LENGTHS, "a while", 180),
        (LENGTHS, "0 minutes", 180),
        (LENGTHS, "999999 minutes", 7200),
        (LENGTHS, None, 180),
        (ask("mins", input=Input.MINUTES), 20, 1200),
        (ask("mins", input=Input.MINUTES), None, 180),
    ],
)
def test_a_clock_is_as_long_as_an_answer_says(step: Step, answer: Any, seconds: int) -> None:
    run = begun(step, say("Stay.", minutes_from="mins", minutes=3))
    screen = (run.skip() if answer is None else run.answer(answer).advance()).screen
    assert isinstance(screen, SayScreen)
    assert (screen.secs, screen.clock) == (seconds, True)
