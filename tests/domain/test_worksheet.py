"""A blank sheet made from steps: what is asked, for whom, and what nobody has to tick."""

from __future__ import annotations

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.worksheet import worksheet
from rewire_app.domain.exercise.worksheet_blocks import (
    PaperBlock,
    PaperPlan,
    PaperRoom,
    PaperRounds,
    PaperScale,
    PaperTable,
    PaperTicks,
    PaperWays,
    Worksheet,
)

LIBRARY = Library()


def sheet(name: str) -> Worksheet:
    exercise = LIBRARY.exercise(name)
    return worksheet(exercise, LIBRARY.measure_of(exercise))


def asking(name: str, start: str) -> PaperBlock:
    return next(block for block in sheet(name).blocks if block.text.startswith(start))


def test_an_answer_that_somebody_is_not_safe_has_no_box() -> None:
    block = asking("d-crisisplan", "Are you safe right now?")
    assert isinstance(block, PaperTicks)
    assert block.options == ("Yes, I am safe right now",)
    assert block.read == ("I am not sure", "I am not safe right now")
    first = asking("d-crisisplan", "Then a person comes first.")
    assert first.first
    assert first.under == "If your answer is “I am not sure” or “I am not safe right now”:"


def test_where_somebody_close_may_be_the_danger_their_lines_stand_there() -> None:
    assert asking("e-solve", "Then being safe comes first").by_someone
    assert not asking("d-stop", "Thank you for saying that.").by_someone


def test_a_question_in_several_forms_has_room_for_one_answer() -> None:
    block = next(one for one in sheet("c-record").blocks if isinstance(one, PaperWays))
    assert len(block.forms) == 10
    assert block.forms[1][:2] == (
        "“Reading minds”",
        "What would you need to have seen or heard to know what they were thinking?",
    )
    assert block.forms[-1][0] == "something else"
    assert block.room == PaperRoom(text="", lines=2)


def test_a_list_is_a_table_with_numbers_and_boxes() -> None:
    block = asking("c-record", "Which facts support")
    assert isinstance(block, PaperTable)
    assert [column.ticks for column in block.columns] == [(), ("Supports the thought", "Does not fit it")]
    assert (block.least, block.rows) == (2, 8)
    ladder = asking("c-ladder", "Which situations lead up")
    assert isinstance(ladder, PaperTable)
    assert ladder.columns[1].ends == ("calm", "as much as can be")


def test_what_an_answer_would_repeat_is_left_out() -> None:
    assert asking("c-record", "How much do you believe that?") == PaperScale(
        text="How much do you believe that?", lo="not at all", hi="completely", scale=Scale.PERCENT
    )
    assert all("{{" not in f"{block.text}{block.hint}" for block in sheet("e-copeahead").blocks)


def test_known_rounds_are_named_and_others_are_written_down() -> None:
    named = next(one for one in sheet("a-bullseye").blocks if isinstance(one, PaperRounds))
    assert named.rounds[1][0].text == "Relationships: what kind of person would you like to be there?"
    assert [bool(one[0].hint) for one in named.rounds] == [True, False, False, False]
    feelings = next(one for one in sheet("c-record").blocks if isinstance(one, PaperRounds))
    assert feelings.names == ("", "", "")


def test_a_plan_has_its_gaps_and_what_may_stand_there() -> None:
    plan = next(one for one in sheet("c-ladder").blocks if isinstance(one, PaperPlan))
    assert plan.pieces == ("When ", ", I will try this step: ", ".")
    assert plan.gaps == ("I have a calm hour this week", "")


def test_what_is_true_on_a_screen_only_is_not_on_paper() -> None:
    words = " ".join(f"{block.text} {block.hint}" for block in sheet("c-experiment").blocks)
    assert "Look back on a test" not in words
    assert "Today has a line" not in words
    assert not any(block.under for block in sheet("c-experiment").blocks)


def test_who_met_a_question_has_met_what_leads_to_it() -> None:
    slot = asking("c-worrytime", "At what time of day")
    assert slot.under == "If your answer is “I want to set one”:"
    assert (
        asking("a-bullseye", "Some barriers need other people").under == "If your answer is 7 of 10 or more:"
    )


def test_it_begins_and_ends_with_what_is_rated() -> None:
    blocks = sheet("d-stop").blocks
    assert blocks[0].text == "Before you begin: How strong is the pull to act on what you feel?"
    assert blocks[-1].text == "At the end: How strong is the pull to act on what you feel?"
    assert all(not isinstance(block, PaperScale) for block in sheet("a-bullseye").blocks[:1])
