"""What an exercise keeps goes to the person's lists with the practice, in one step; another can use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Ask, Condition, Exercise, Input, Keep, Op, Pick, Rate, Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.lists.entries import LadderStep, ListKind, Value
from rewire_app.domain.lists.expected import ExpectationOutcome, ExpectationState
from rewire_app.domain.lists.guesses import counted
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import CLOSE, FINISH, FINISH_PLAIN, LEAVE
from rewire_app.ui.widgets.text import Body, Second
from tests.ui.player_room import Room, enter, exercise, room_in, type_in

ASKED = Ask(text="What matters?", save="names", input=Input.LINES)
KEEPS = (Keep(store=ListKind.VALUES, each="names", fields=(("name", "item"),)),)
WRITES = replace(exercise(ASKED, Say(text="That was it.")), keeps=KEEPS)
EMPTY = (Condition(var="@values", op=Op.EQ, value=""),)
WRITES_VALUE = Value(uid="0" * 32, name="Care")
READS = exercise(
    Say(text="Nothing is in your list yet.", when=EMPTY),
    Pick(text="Which one?", save="one", max=1, options=("Rest",), options_from="@values"),
    Say(text="Sleep was {{@sleep.mean}}, moments {{@moments.n}}."),
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def test_finishing_keeps_the_entries_and_undo_takes_all_of_it_back(room: Room) -> None:
    player = room.play(WRITES)
    player.run = player.run.answer("Care\nPlay")
    player.show_current()
    player.next()
    player.next()
    said = [label.text() for label in player.view.current.findChildren(Body)]
    assert "Once you finish, this is kept: what matters to you, 2 values." in said
    assert room.store.values.all() == []
    player.press(FINISH)
    assert [value.name for value in room.store.values.all()] == ["Care", "Play"]
    room.context.hub.undo()
    assert room.store.values.all() == []
    assert room.store.practices.recent(9) == []
    room.context.hub.redo()
    assert [value.name for value in room.store.values.all()] == ["Care", "Play"]


def test_stopping_after_the_answer_keeps_it_and_before_it_keeps_nothing(room: Room) -> None:
    for words, kept in (("", []), ("Care", ["Care"])):
        player = room.play(WRITES)
        if words:
            type_in(words)
        player.next()
        player.press(LEAVE)
        assert player.view.sheet is not None
        player.view.sheet.stop.emit()
        player.press(CLOSE)
        assert [value.name for value in room.store.values.all()] == kept


def test_the_same_thing_kept_twice_is_there_once(room: Room) -> None:
    for words in ("Care", "care"):
        player = room.play(WRITES)
        type_in(words)
        player.next()
        player.next()
        player.press(FINISH_PLAIN)
    assert [value.name for value in room.store.values.all()] == ["care"]


def finish_with(room: Room, played: Exercise, *answers: str | int) -> None:
    """Go through an exercise with these answers, one a screen, and finish it."""
    player = room.play(played)
    for answer in answers:
        player.run = player.run.answer(answer)
        player.show_current()
        player.next()
    player.press(FINISH)


def test_a_worry_is_parked_for_the_time_that_was_chosen_and_the_next_one_for_the_same(room: Room) -> None:
    asked = exercise(
        Ask(text="Which worry?", save="worry", input=Input.TEXT),
        Ask(text="At what time?", save="slot", input=Input.TIME),
    )
    fields = (("text", "worry"), ("sort", "=open"), ("minute", "slot"))
    parks = replace(asked, keeps=(Keep(store=ListKind.WORRIES, fields=fields),))
    today = room.context.today
    for words, slot in (("The rent", "06:30"), ("The letter", "")):
        finish_with(room, parks, words, slot)
    told = [(one.text, one.minute, one.due) for one in room.store.worries.all()]
    tomorrow = today + timedelta(days=1)
    assert told == [("The rent", 390, tomorrow), ("The letter", 390, tomorrow)]


def test_how_a_value_was_lived_is_kept_for_the_day_and_goes_with_the_practice(room: Room) -> None:
    asked = exercise(
        Ask(text="What matters?", save="name", input=Input.TEXT),
        Rate(text="How closely?", save="lived", lo="far", hi="near"),
    )
    fields = (("name", "name"), ("lived", "lived"))
    rates = replace(asked, keeps=(Keep(store=ListKind.VALUES, fields=fields),))
    room.store.values.add(WRITES_VALUE)
    finish_with(room, rates, "care", 7)
    [rating] = room.store.value_ratings.all()
    assert (rating.value, rating.day, rating.lived) == (WRITES_VALUE.uid, room.context.today, 7)
    room.context.hub.undo()
    assert room.store.value_ratings.all() == []


def test_a_goal_is_left_with_its_first_small_step_and_goes_with_the_practice(room: Room) -> None:
    asked = exercise(
        Ask(text="For what?", save="value", input=Input.TEXT),
        Ask(text="What?", save="what", input=Input.TEXT),
    )
    keeps = (
        Keep(store=ListKind.VALUES, fields=(("name", "value"),)),
        Keep(store=ListKind.OPEN, fields=(("what", "what"), ("kind", "=action"))),
    )
    finish_with(room, replace(asked, id="a-smart", keeps=keeps), "Patience", "Read to Mia")
    [goal] = room.store.goals.all()
    [step] = room.store.open.waiting()
    assert (goal.text, goal.value) == ("Read to Mia", room.store.values.all()[0].uid)
    assert (step.what, step.goal) == ("Read to Mia", goal.uid)
    room.context.hub.undo()
    assert (room.store.goals.all(), room.store.open.all()) == ([], [])


def test_a_list_is_offered_before_the_options_of_the_exercise(room: Room) -> None:
    player = room.play(READS)
    assert player.run.screen.text == "Nothing is in your list yet."
    player.press(LEAVE)
    writes = room.play(WRITES)
    type_in("Care")
    enter()
    writes.next()
    writes.next()
    writes.press(FINISH)
    again = room.play(READS)
    assert again.run.path.places[0].options == ("Care", "Rest")
    type_in("1")
    again.next()
    assert again.run.screen.text == "Sleep was not noted, moments 0."
    assert again.run.stores.keys() == {"@values", "@sleep.mean", "@moments.n"}


def test_going_on_later_reads_the_list_as_it_is_then(room: Room) -> None:
    player = room.play(READS)
    player.next()
    room.store.values.keep(WRITES_VALUE)
    saved = room.store.runs.load()
    assert saved is not None
    player.view.hide()
    again = room.play(READS, saved)
    assert again.run.path.places[0].options == ("Care", "Rest")
    assert again.run.screen.text == "Which one?"


RUNG = LadderStep(uid="1" * 32, step="Ring a friend", fear="The phone", distress=4)
EXPOSURE: dict[str, object] = {
    "You are back. How did it end?": ["I am done"],
    "Which step will you take?": ["Ring a friend"],
    "Is any of this true today, or a part of the fear?": ["None of them"],
    "And is any of the following true for you as well?": ["None of them"],
}


def through(player: Player, answers: dict[str, object]) -> list[str]:
    """Go through an exercise with these answers by their question, skipping the rest; what was asked."""
    asked = []
    for _screen in range(40):
        if player.run.screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT):
            break
        text = player.run.screen.text
        question = text if text in answers else f"{text.partition('?')[0]}?"
        asked.append(question)
        at_gate, given = player.run.at == "gate", answers.get(question)
        if at_gate or given is not None:
            player.run = player.run.answer(at_gate or given).advance()
        else:
            player.run = player.run.skip()
        player.show_current()
    return asked


@pytest.mark.parametrize("done", [True, False])
def test_a_step_taken_without_naming_its_fear_is_marked_on_the_ladder_itself(room: Room, done: bool) -> None:
    room.store.ladder.keep(RUNG)
    player = room.play("c-exposure")
    answers = (
        EXPOSURE if done else {k: v for k, v in EXPOSURE.items() if k != "You are back. How did it end?"}
    )
    through(player, answers)
    player.press(FINISH_PLAIN)
    [rung] = room.store.ladder.all()
    assert (rung.fear, rung.distress) == ("The phone", 4)
    assert rung.done_day == (room.context.today if done else None)
    assert [one.step for one in room.store.open.all()] == ([RUNG.uid] if done else [])


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("It came", ExpectationOutcome.CAME),
        ("Partly", ExpectationOutcome.PARTLY),
        ("It did not", ExpectationOutcome.NOT),
        (None, None),
    ],
)
def test_a_step_taken_asks_whether_it_came_and_counts_in_the_curve(
    room: Room, said: str | None, outcome: ExpectationOutcome | None
) -> None:
    player = room.play("c-exposure")
    answers: dict[str, object] = EXPOSURE | {
        "What do you predict will happen?": "They hang up",
        "How likely does that seem to you now?": 80,
        "All in all, did what you had feared come?": [said] if said else None,
    }
    asked = through(player, answers)
    assert asked.count("All in all, did what you had feared come?") == 1
    assert asked.index("All in all, did what you had feared come?") < asked.index("What happened?")
    player.press(FINISH_PLAIN)
    [tried] = room.store.open.all()
    assert (tried.what, tried.chance, tried.outcome) == ("Ring a friend", 80, outcome)
    assert (tried.state, tried.looked_day) == (ExpectationState.DONE, room.context.today)
    assert [one.uid for one in counted([tried], hoped=False)] == ([tried.uid] if said else [])


def test_an_empty_list_says_how_much_room_there_is_in_one_way(room: Room) -> None:
    player = room.play("c-ladder")
    player.run = player.run.answer(True).advance().advance().answer(["None of them"]).advance()
    player.run = player.run.answer(["None of them"]).advance()
    while player.run.screen.kind is not ScreenKind.LIST:
        player.run = player.run.advance()
    player.show_current()
    words = [label.text() for label in player.view.current.findChildren(Second)]
    assert "Up to 12." in words
    assert not any("As many as you like" in each for each in words)
