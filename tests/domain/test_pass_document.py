"""What was written in an exercise reads as a document afterwards, whatever became of the exercise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.library import Library
from rewire_app.domain.exercise.document_shape import PartLook
from rewire_app.domain.exercise.exercise import (
    Column,
    ColumnType,
    Input,
    Item,
    ItemSet,
    Op,
    Repeat,
    Scale,
)
from rewire_app.domain.exercise.pass_answers import all_words, read_answers, typed_words
from rewire_app.domain.exercise.pass_document import document_of, plain_text, title_of
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.dated_notes import DatedNote, read_notes, write_notes
from tests.domain.small_exercises import ask, exercise, if_, pick, rate, rows, say

LIBRARY = Library()
RECORD = {
    "situation": "Three comments in the draft.\nAll on page two.",
    "feelings": [{"feeling": "Shame", "strength": 8}, {"feeling": "Fear", "strength": None}],
    "thoughts": [{"thought": "It is useless", "belief": 30}, {"thought": "I am careless", "belief": 85}],
    "hard": ["I am careless"],
    "habit": ["Reading minds"],
    "turn": "I would have to have heard it.",
    "facts": [
        {"fact": "Two dates were wrong", "side": "Supports the thought"},
        {"fact": "She kept the structure", "side": "Does not fit it"},
    ],
    "fair": "Two dates were wrong, and the rest held.",
    "hard_now": 40,
}


def told(document: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.title, block.lines) for block in document.blocks]  # type: ignore[attr-defined]


def test_answers_stand_under_their_questions_in_the_order_of_the_exercise() -> None:
    one = exercise(ask("first", "What happened?"), say("Look up."), rate("second", scale=Scale.PERCENT))
    found = document_of(one, {"second": 70, "first": "The letter came."})
    assert told(found) == [("What happened?", ("The letter came.",)), ("How strong?", ("70%",))]


def test_a_question_says_again_what_it_was_about() -> None:
    one = exercise(pick("hard", "A", "B"), ask("fair", "What is fairer than {{hard}}?"))
    found = document_of(one, {"hard": ["B"], "fair": "C"})
    assert told(found)[1] == ("What is fairer than B?", ("C",))


def test_of_questions_that_share_a_name_the_one_that_was_met_is_told() -> None:
    red = ask("why", "Why red?", if_("hue", Op.EQ, "Red"))
    blue = ask("why", "Why blue?", if_("hue", Op.NE, "Red"))
    one = exercise(pick("hue", "Red", "Blue"), red, blue)
    assert told(document_of(one, {"hue": ["Blue"], "why": "The sea."}))[1:] == [("Why blue?", ("The sea.",))]
    assert told(document_of(one, {"hue": ["Red"], "why": "Wine."}))[1:] == [("Why red?", ("Wine.",))]


def test_what_was_not_answered_is_not_there() -> None:
    one = exercise(ask("first"), ask("second", "And then?", if_("first", Op.EQ, "x")))
    assert told(document_of(one, {"first": "y"})) == [("What is here?", ("y",))]


def test_rows_and_choices_read_as_a_list() -> None:
    columns = (Column(name="thing"), Column(name="how", type=ColumnType.RATE))
    one = exercise(rows("things", *columns), pick("which", "A", "B", max=2))
    found = document_of(one, {"things": [{"thing": "Rain", "how": 3}, {"thing": "Sun"}], "which": ["A", "B"]})
    assert told(found) == [
        ("What comes to mind?", ("Rain, 3 of 10", "Sun")),
        ("Which one?", ("A", "B")),
    ]


def test_each_round_of_a_repeat_says_what_it_was_about() -> None:
    each = Repeat(steps=(ask("step", "What next?"),), each="@worries")
    items = (Item(text="hands"), Item(text="feet"))
    sets = Repeat(steps=(rate("felt"),), by="how", sets=(ItemSet(option="", items=items),))
    found = document_of(
        exercise(each, sets), {"step": ["Call", None], "@worries": ["Rent", "Exam"], "felt": [3, 5]}
    )
    assert told(found) == [
        ("What next?", ("Rent: Call",)),
        ("How strong?", ("hands: 3 of 10", "feet: 5 of 10")),
    ]


def test_a_pass_keeps_the_list_of_the_person_that_it_went_through() -> None:
    one = exercise(Repeat(steps=(ask("step", input=Input.TEXT),), each="@worries"))
    run = Run.begin(one, stores={"@worries": ["Rent", "Exam"]}).answer("Call").advance()
    assert run.answers["@worries"] == ["Rent", "Exam"]
    assert told(document_of(one, run.answers)) == [("What is here?", ("Rent: Call",))]


def test_a_question_that_was_only_the_row_is_told_by_its_hint() -> None:
    found = document_of(LIBRARY.exercise("c-worrytime"), {"@worries": ["Rent"], "mark": [["It is gone"]]})
    assert told(found) == [("Which of these is true of this worry today?", ("Rent: It is gone",))]


def test_an_answer_whose_question_is_gone_is_still_read() -> None:
    old = {"first": "x", "fair_belief": 3, "who": [{"name": "Ann", "when": "now"}]}
    assert told(document_of(exercise(ask("first")), old)) == [
        ("What is here?", ("x",)),
        ("Fair belief", ("3",)),
        ("Who", ("Ann, now",)),
    ]
    assert [title for title, _lines in told(document_of(None, old))] == ["First", "Fair belief", "Who"]


PLAIN = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_whatever_was_kept_can_be_read(value: object) -> None:
    one = LIBRARY.exercise("c-record")
    for name in ("hard", "thoughts", "hard_now", "situation", "gone"):
        document_of(one, {name: value})
        list(typed_words(one, {name: value}))
        list(all_words({name: value}))


def test_a_thought_record_reads_as_one() -> None:
    one = LIBRARY.exercise("c-record")
    found = document_of(one, RECORD)
    assert found.title == "I am careless"
    looks = {block.title: block for block in found.blocks}
    assert looks["The fairer thought"].look is PartLook.FILLED
    assert looks["Supports the thought"].lines == ("Two dates were wrong",)
    assert looks["Does not fit it"].lines == ("She kept the structure",)
    assert looks["Does not fit it"].look is PartLook.BESIDE
    unsure = {**RECORD, "facts": [*RECORD["facts"], {"fact": "It was late", "side": None}]}  # type: ignore[misc]
    both = next(
        block for block in document_of(one, unsure).blocks if block.title == "The facts on both sides"
    )
    assert both.lines[-1] == "It was late"
    change = looks["How much I believed the hard thought"]
    assert (change.before, change.after, change.percent) == (85, 40, True)
    assert change.lines == ("85% before, 40% after.",)
    assert looks["Feelings at first"].lines == ("Shame, 8 of 10", "Fear")
    assert "Which of these thoughts is hardest to hear?" not in looks


def test_dear_man_has_its_letters_and_not_the_question_about_safety() -> None:
    one = LIBRARY.exercise("i-dearman")
    found = document_of(
        one, {"safe": ["I have to be careful"], "want": "One project fewer", "describe": "Three."}
    )
    assert found.title == "One project fewer"
    assert [(block.letter, *block.lines) for block in found.blocks] == [("D", "Three.")]


def test_what_a_figure_shows_is_not_said_again_and_what_it_cannot_show_is() -> None:
    one = LIBRARY.exercise("c-exposure")
    both = told(document_of(one, {"before": 80, "after": 20}))
    assert both == [("How likely it seemed", ("80% before, 20% after.",))]
    assert told(document_of(one, {"before": 80})) == [("How likely does that seem to you now?", ("80%",))]


def test_every_answer_of_every_exercise_is_in_its_document() -> None:
    for one in LIBRARY.exercises():
        names = {name for step in one.steps for name in _names(step)}
        hidden = set(one.document.without) if one.document else set()
        words = {name: f"the words of {name}" for name in names}
        found = document_of(one, words)
        shown = "\n".join([found.title, *(line for block in found.blocks for line in block.lines)])
        assert {name for name in names - hidden if words[name] not in shown} == set(), one.id


def _names(step: object) -> list[str]:
    if isinstance(step, Repeat):
        return [name for inner in step.steps for name in _names(inner)]
    return [name] if (name := getattr(step, "save", "")) else []


def test_own_words_are_what_was_typed_and_not_what_was_chosen() -> None:
    one = exercise(pick("which", "A", "B", max=3, other=True), ask("when", input=Input.TIME), ask("what"))
    answers = {"which": ["A", "Something else"], "when": "10:30", "what": "  Rain "}
    assert list(typed_words(one, answers)) == ["Something else", "Rain"]
    assert list(all_words(answers)) == ["A", "Something else", "10:30", "  Rain "]


def test_a_record_is_called_after_its_first_thought_when_none_was_chosen() -> None:
    one = LIBRARY.exercise("c-record")
    assert title_of(one, {"thoughts": [{"thought": None}, {"thought": "It is late"}]}) == "It is late"


def test_as_text_it_has_headings_and_lists() -> None:
    one = exercise(ask("a", "Why?"), pick("b", "X", "Y", max=2))
    text = plain_text(
        ("Small", "Sunday"), document_of(one, {"a": "So.", "b": ["X", "Y"]}), (("Note", "Later."),)
    )
    assert text == "Small\nSunday\n\nWhy?\nSo.\n\nWhich one?\n- X\n- Y\n\nNote\nLater.\n"


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "[" * 100_000])
def test_answers_that_cannot_be_read_are_none(text: str) -> None:
    assert read_answers(text) is None


def test_notes_keep_their_days() -> None:
    notes = (
        DatedNote(text="It was hard."),
        DatedNote(text="She agreed.\n\nIn the end.", day=date(2026, 11, 20)),
        DatedNote(text="[Soon] again", day=date(2026, 11, 22)),
    )
    assert read_notes(write_notes(notes)) == notes
    assert read_notes("[2026-13-40] no day") == (DatedNote(text="[2026-13-40] no day"),)


@given(st.text())
def test_no_word_of_a_note_is_lost(text: str) -> None:
    assert "".join(write_notes(read_notes(text)).split()) == "".join(text.split())
