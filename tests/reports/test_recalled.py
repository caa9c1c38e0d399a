"""An exercise recalls whole entries of the lists it chooses from, and the answers of the newest pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Column, ColumnType, Input, Op, Step
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.entries import Practice
from rewire_app.domain.lists.entries import LadderStep, Pattern, Worry, WorrySort
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.reports.recalled import Recalled, read_recalled
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.domain.small_exercises import ask, exercise, if_, pick, rate, rows, say
from tests.store import entries as make

TODAY = date(2026, 11, 24)
LIBRARY = Library()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def uid(number: int) -> str:
    return f"{number:032x}"


def practised(number: int, name: str = "t-small", **answers: Any) -> Practice:
    return make.practice(number, exercise=name, answers=json.dumps(answers))


def recalled(store: Store, *steps: Step) -> Recalled:
    return read_recalled(store, LIBRARY, exercise(*steps), TODAY)


def test_a_chosen_entry_brings_its_fields(store: Store) -> None:
    store.ladder.add(LadderStep(uid=uid(1), step="Go in", fear="Lifts", distress=5, done_day=TODAY))
    chosen = pick("one", options_from="@ladder.step", other=True)
    told = say("{{one.fear}}, {{one.distress}}, {{one.done_day}}.")
    found = recalled(store, chosen, told)
    run = Run.begin(exercise(chosen, told), stores=found.stores, rows=found.rows)
    assert run.answer("Go in").advance().screen.text == "Lifts, 5 of 10, Tuesday 24 November."


def test_what_still_waits_brings_what_was_expected(store: Store) -> None:
    kind = ExpectationKind.TEST
    store.open.add(Expectation(uid=uid(1), what="Ask", kind=kind, predict="They laugh", chance=70, due=TODAY))
    store.open.add(Expectation(uid=uid(2), what="Sing", kind=kind, state=ExpectationState.DONE))
    chosen = pick("one", options_from="@open.what", other=True)
    told = say("{{one.predict}}, {{one.chance}}, {{one.due}}.", if_("one.kind", Op.EQ, "test"))
    found = recalled(store, chosen, told)
    assert found.stores["@open.what"] == ("Ask",)
    assert [row["what"] for row in found.rows["@open"]] == ["Ask"]
    run = Run.begin(exercise(chosen, told), stores=found.stores, rows=found.rows)
    assert run.answer("Ask").advance().screen.text == "They laugh, 70%, Tuesday 24 November."


def test_choices_and_several_texts_of_an_entry_are_words(store: Store) -> None:
    store.worries.add(Worry(uid=uid(1), text="The letter", sort=WorrySort.OPEN))
    pairs = (("Nobody came", "Two people would"), ("", "I can leave"))
    shouting = Pattern(uid=uid(2), reaction="Shouting", triggers=("Noise", "Hunger"), then_now=pairs)
    store.patterns.add(shouting)
    found = recalled(
        store,
        pick("one", options_from="@worries", other=True),
        pick("two", options_from="@patterns.response", other=True),
    )
    assert found.rows["@worries"][0]["sort"] == "open"
    assert found.rows["@patterns"][0]["triggers"] == "Noise\nHunger"
    assert found.rows["@patterns"][0]["then_now"] == "Nobody came\nTwo people would\nI can leave"


def test_lists_that_nothing_is_chosen_from_bring_no_entries(store: Store) -> None:
    assert recalled(store, say("{{@ladder|list}}.")).rows == {}


def test_the_newest_pass_is_recalled(store: Store) -> None:
    store.many(
        [practised(1, tight=["Neck"]), practised(3, tight=["Jaw", "Back"]), practised(2, tight=["Hip"])]
    )
    found = recalled(store, pick("tight", "Jaw", "Back", max=2), say("{{@last.tight|list}}."))
    assert found.stores["@last.tight"] == ("Jaw", "Back")


def test_what_the_newest_pass_left_out_is_not_looked_for_further_back(store: Store) -> None:
    store.many([practised(1, tight=["Neck"]), practised(2, other="x")])
    found = recalled(store, pick("tight", "Jaw"), say("End.", if_("@last.tight", Op.NE, "")))
    assert found.stores["@last.tight"] == ()


def test_an_answer_of_the_last_time_reads_as_its_question_means_it(store: Store) -> None:
    given = {"size": 6, "at": "2026-11-20T18:30", "things": [{"what": "cup", "sure": 4}]}
    store.many([practised(1, **given)])
    found = recalled(
        store,
        rate("size"),
        ask("at", input=Input.DATETIME),
        rows("things", Column(name="what"), Column(name="sure", type=ColumnType.RATE)),
        say("{{@last.size}} {{@last.at}} {{@last.things|list}}"),
    )
    assert found.stores == {
        "@last.size": ("6 of 10",),
        "@last.at": ("20.11., 18:30",),
        "@last.things": ("cup, 4 of 10",),
    }


def test_another_exercise_is_recalled_by_its_name(store: Store) -> None:
    store.many([practised(1, "c-record", fair="It went well."), practised(2, "own-gone", word="Still here")])
    told = say("{{@last.c-record.fair}} {{@last.own-gone.word}} {{@last.c-ladder.fear}}")
    assert recalled(store, told).stores == {
        "@last.c-record.fair": ("It went well.",),
        "@last.own-gone.word": ("Still here",),
        "@last.c-ladder.fear": (),
    }


def test_answers_that_cannot_be_read_recall_nothing(store: Store) -> None:
    store.many([make.practice(1, exercise="t-small", answers="[]")])
    assert recalled(store, ask("a"), say("{{@last.a}}")).stores == {"@last.a": ()}
