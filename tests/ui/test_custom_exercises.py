"""A person's own exercises, by keyboard: make, try, copy, mend, move, remove, save and open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rewire_app.content.exercises import parse_exercise
from rewire_app.content.half_written import read_rough
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.exercise.exercise import Exercise, Gate, Repeat
from rewire_app.errors import FileNotSavedError
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.custom import files
from rewire_app.ui.custom.editor import Editor
from rewire_app.ui.custom.page import CustomPage
from rewire_app.ui.practice.card import ExerciseCard
from tests.ui.house import (
    House,
    arrow_to,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import LONG, fill_disk
from tests.ui.practice_room import to_card

LIBRARY = Library()
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(house: House) -> House:
    house.open()
    return house


def own_page(house: House) -> CustomPage:
    page = house.shell.page("custom")
    assert isinstance(page, CustomPage)
    return page


def editor(house: House) -> Editor:
    [found] = [one for one in own_page(house).findChildren(Editor) if one.isVisible()]
    return found


def kept(house: House) -> list[CustomExercise]:
    return house.store.custom_exercises.all()


def only_one(house: House) -> Exercise:
    [one] = kept(house)
    return read_rough(one.text, one.id)


def keep_now(house: House) -> None:
    """Write down what was typed, as a moment later happens by itself."""
    assert editor(house).draft.keep()


def make_small_one(house: House, title: str = "Three doors") -> None:
    """A whole exercise, from the first field to the last, with Tab and words alone."""
    house.go(routes.NEW_EXERCISE)
    type_in(title)
    tab_to("What is it, in one line?")
    type_in("Look before you walk.")
    tab_to("Calm the body")
    arrow_to("With people")
    space()
    tab_to("Add a step: Choose")
    enter()
    type_in("Which door?")
    tab_to("The choices, each on a line of its own")
    type_in("Left")
    press(Qt.Key.Key_Return)
    type_in("Right")
    tab_to("Add a step: Say")
    enter()
    type_in("Go through it.")


def test_one_is_made_by_keyboard_kept_by_itself_and_stands_in_the_catalogue(room: House) -> None:
    make_small_one(room)
    room.qtbot.waitUntil(lambda: not editor(room).draft.due)
    one = only_one(room)
    assert (one.id, one.title, one.summary) == ("own-three-doors", "Three doors", "Look before you walk.")
    assert [type(step).__name__ for step in one.steps] == ["Pick", "Say"]
    assert one.steps[0].options == ("Left", "Right")  # type: ignore[attr-defined]
    page = room.go("practice")
    [card] = [one for one in page.findChildren(ExerciseCard) if one.exercise.id == "own-three-doors"]
    assert "Yours" in card.accessibleDescription()
    tab_to("Any need")
    arrow_to("Yours")
    space()
    assert "1 exercise, shortest first" in words_of(page)


def test_try_it_runs_it_in_the_player_and_its_practice_stays_when_it_is_removed(room: House) -> None:
    make_small_one(room)
    tab_to("Try it")
    enter()
    player = room.player
    assert player.title == "Three doors"
    press(Qt.Key.Key_1)
    enter()
    enter()
    tab_to("Finish")
    enter()
    assert own_page(room).isVisible()
    [practice] = room.store.practices.of_exercise("own-three-doors", 9)
    tab_to("Remove this exercise")
    enter()
    assert kept(room) == []
    assert room.store.practices.get(practice.uid) == practice
    assert room.context.library.title("own-three-doors") == "Three doors"
    ctrl(Qt.Key.Key_Z)
    assert only_one(room).title == "Three doors"


def test_what_is_missing_is_said_at_its_field_and_the_first_gets_the_focus(room: House) -> None:
    page = room.go(routes.NEW_EXERCISE)
    assert "no words here yet" not in words_of(page).lower()
    tab_to("Try it")
    enter()
    assert focused().accessibleName() == "What is it called?"
    assert "There are no words here yet" in focused().accessibleDescription()
    assert "There is no step yet." in words_of(page)
    assert "Nothing is chosen yet." in words_of(page)


def test_half_an_exercise_stays_out_of_the_catalogue_and_is_there_to_go_on_with(room: House) -> None:
    room.go(routes.NEW_EXERCISE)
    type_in("Half")
    tab_to("Add a step: Ask")
    enter()
    page = room.go("practice")
    assert "own-half" not in [card.exercise.id for card in page.findChildren(ExerciseCard)]
    page = room.go(routes.CUSTOM)
    assert "Not ready yet: 3 things are missing." in words_of(page)
    tab_to("Change: Half")
    enter()
    assert [card.head.label for card in editor(room).steps.cards] == ["1  Ask: no words yet"]


def test_a_copy_keeps_its_branches_and_repeats_and_the_built_in_one_stays(room: House) -> None:
    built_in = next(
        one
        for one in LIBRARY.exercises()
        if any(isinstance(step, Repeat) for step in one.steps) and any(step.when for step in one.steps)
    )
    page = room.go(routes.copy(built_in.id))
    one = only_one(room)
    assert one.steps == built_in.steps
    assert one.title == f"My {built_in.title}"
    assert "Shown only when" in words_of(page)
    for index, step in enumerate(built_in.steps):
        editor(room).steps.open_step(index)
        settle()
        if isinstance(step, Repeat):
            assert "These steps come" in words_of(page)
        assert editor(room).exercise.steps == built_in.steps, "looking at a step changes nothing"
    tab_to("What is it called?", back=True)
    type_over("Mine")
    keep_now(room)
    assert only_one(room).steps == built_in.steps
    assert room.context.library.exercise(built_in.id) == built_in


def from_menu(house: House, title: str, words: str) -> None:
    """Open the menu of a card by its key, go down to `words` and press Enter."""
    house.go("practice")
    to_card(title)
    press(Qt.Key.Key_Menu)
    assert focused().accessibleName() == "Begin"
    for _turn in range(7):
        if focused().accessibleName().startswith(words):
            enter()
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"the menu of {title} has no {words!r}")


def test_the_menu_of_a_card_copies_marks_and_begins(room: House) -> None:
    from_menu(room, "Drop anchor", "Make a copy")
    assert only_one(room).title == "My Drop anchor"
    from_menu(room, "Drop anchor", "Mark as a favourite")
    assert [one.exercise for one in room.store.favourites.all()] == ["a-anchor"]
    from_menu(room, "My Drop anchor", "Change it")
    assert editor(room).exercise.title == "My Drop anchor"
    from_menu(room, "My Drop anchor", "Remove it")
    assert kept(room) == []
    from_menu(room, "Drop anchor", "Begin")
    assert room.player.title == "Drop anchor"


def test_steps_move_by_keys_and_a_removed_one_comes_back(room: House) -> None:
    make_small_one(room)
    tab_to("2  Say: Go through it.", back=True)
    press(Qt.Key.Key_Up, modifier=ALT)
    keep_now(room)
    assert [step.text for step in only_one(room).steps] == ["Go through it.", "Which door?"]
    assert focused().accessibleName() == "1  Say: Go through it."
    tab_to("Remove this step")
    enter()
    assert [step.text for step in only_one(room).steps] == ["Which door?"]
    ctrl(Qt.Key.Key_Z)
    assert [step.text for step in only_one(room).steps] == ["Go through it.", "Which door?"]
    assert [card.head.label for card in editor(room).steps.cards] == [
        "1  Say: Go through it.",
        "2  Choose: Which door?",
    ]


def test_a_step_can_wait_for_one_choice(room: House) -> None:
    make_small_one(room)
    tab_to("When it is shown")
    press(Qt.Key.Key_Down)
    keep_now(room)
    [condition] = only_one(room).steps[1].when
    assert condition.value == "Left"


def test_holding_the_breath_asks_for_a_caution_and_shows_it_first(room: House) -> None:
    make_small_one(room)
    tab_to("Add a step: Breathe")
    enter()
    tab_to("Hold, seconds")
    type_over("2")
    keep_now(room)
    editor(room).check()
    page = own_page(room)
    assert "Holding the breath needs a caution" in words_of(page)
    tab_to("Take care")
    assert "needs a caution" in focused().accessibleDescription()
    type_in("Leave the hold out with heart or lung disease.")
    keep_now(room)
    editor(room).check()
    assert "needs a caution" not in words_of(page)
    assert only_one(room).gate is Gate.NOTICE


def test_breathing_that_is_too_fast_cannot_be_typed(room: House) -> None:
    make_small_one(room)
    tab_to("Add a step: Breathe")
    enter()
    tab_to("Breathe in, seconds")
    type_over("1")
    tab_to("Breathe out, seconds")
    assert "Use 2 to 10 seconds, in halves" in words_of(own_page(room))
    keep_now(room)
    assert only_one(room).steps[2].pace.inhale == 4  # type: ignore[attr-defined]


def test_on_a_full_disk_what_was_typed_stays_and_is_kept_later(room: House) -> None:
    make_small_one(room)
    keep_now(room)
    tab_to("What is it called?", back=True)
    fill_disk(room)
    type_over("Four doors")
    editor(room).steps.open_step(1)
    form = editor(room).steps.cards[1].form
    assert form is not None
    form.first().edit.setPlainText(LONG)  # type: ignore[attr-defined]
    assert not editor(room).draft.keep()
    words = words_of(room.shell)
    assert "The disk is full" in words
    assert "Not kept yet. What you typed is here." in words
    assert own_page(room).unsaved
    assert only_one(room).title == "Three doors"
    fill_disk(room, full=False)
    room.go("today")
    assert only_one(room).title == "Four doors"
    assert only_one(room).steps[1].text == LONG.strip()
    assert not own_page(room).unsaved


def test_a_file_goes_out_and_comes_back_as_the_same_exercise(room: House, tmp_path: Path) -> None:
    make_small_one(room)
    keep_now(room)
    one = only_one(room)
    path = tmp_path / "doors.toml"
    assert files.write_file(path, one) == "Saved as doors.toml."
    assert parse_exercise(path.read_text("utf-8"), path.name) == one
    own_page(room).open_file(path)
    settle()
    titles = [read_rough(each.text, each.id) for each in kept(room)]
    assert [each.id for each in titles] == ["own-three-doors", "own-three-doors-2"]
    assert titles[1].steps == one.steps


def test_a_faulty_file_is_told_with_line_and_field_and_nothing_is_kept(room: House, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    text = to_toml(LIBRARY.exercise("a-anchor")).replace('kind = "say"', 'kind = "sing"', 1)
    path.write_text(text, "utf-8")
    line = text.splitlines().index('kind = "sing"') + 1
    page: Page = room.go(routes.CUSTOM)
    own_page(room).open_file(path)
    settle()
    words = words_of(page)
    assert f"wrong.toml cannot be used. Line {line}, steps" in words
    assert "'sing' is not known" in words
    assert kept(room) == []
    for content in (b"\xff\xfe\x00", b"", b"not = [toml"):
        path.write_bytes(content)
        own_page(room).open_file(path)
        settle()
        assert "wrong.toml cannot be used." in words_of(page)
    own_page(room).open_file(tmp_path / "gone.toml")
    settle()
    assert "gone.toml cannot be used." in words_of(page)


@pytest.mark.parametrize(
    ("field", "said"),
    [('measure = "nope"', "there is no measure 'nope'"), ('real_life = "{{gone}}"', "'gone' is saved by no")],
)
def test_what_a_file_holds_is_checked_before_it_is_kept(
    room: House, tmp_path: Path, field: str, said: str
) -> None:
    path = tmp_path / "wrong.toml"
    name = field.partition(" ")[0]
    lines = to_toml(LIBRARY.exercise("a-anchor")).splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith(f"{name} = "))
    lines[number] = field
    path.write_text("\n".join(lines), "utf-8")
    page = room.go(routes.CUSTOM)
    own_page(room).open_file(path)
    settle()
    assert f"wrong.toml cannot be used. Line {number + 1}, {name}: {said}" in words_of(page)
    assert kept(room) == []


def test_a_file_that_cannot_be_written_is_told(room: House, tmp_path: Path) -> None:
    with pytest.raises(FileNotSavedError, match="The file could not be written"):
        files.write_file(tmp_path / "no" / "such" / "folder.toml", LIBRARY.exercise("a-anchor"))


def test_without_anything_the_page_says_how_to_begin(room: House) -> None:
    page = room.go(routes.CUSTOM)
    assert "Nothing here yet." in words_of(page)
    assert focused().accessibleName() == "Make an exercise"


def test_a_left_halfway_pass_begins_anew_when_the_steps_have_changed(room: House) -> None:
    make_small_one(room)
    room.go(routes.CUSTOM)
    before = only_one(room).version
    room.go(routes.change(only_one(room).id))
    tab_to("Add a step: Say")
    enter()
    type_in("One more.")
    room.go(routes.CUSTOM)
    assert only_one(room).version == before + 1


def test_each_kind_of_step_says_in_a_line_what_it_does(room: House) -> None:
    room.go(routes.NEW_EXERCISE)
    shown = words_of(editor(room))
    for words in ("A circle to breathe with, at your pace.", "Several lines, one under the other."):
        assert words in shown
    tab_to("Add a step: Ask")
    assert focused().accessibleDescription() == "A question, answered in your own words."


def test_one_begins_with_a_few_steps_at_once_and_takes_them_back_at_once(room: House) -> None:
    room.go(routes.NEW_EXERCISE)
    tab_to("What is it called?")
    type_in("Breather")
    tab_to("A pause")
    enter()
    steps = editor(room).exercise.steps
    assert [type(step).__name__ for step in steps] == ["Say", "Breathe", "Say"]
    assert "No step yet" not in words_of(editor(room))
    ctrl(Qt.Key.Key_Z)
    assert editor(room).exercise.steps == ()
    assert editor(room).exercise.title == "Breather"


def test_done_leads_to_all_of_ones_own_and_keeps_what_was_typed(room: House) -> None:
    room.go(routes.NEW_EXERCISE)
    tab_to("What is it called?")
    type_in("Harbour")
    tab_to("Done")
    enter()
    assert "Harbour" in words_of(own_page(room))
    assert only_one_title(room) == "Harbour"


def only_one_title(house: House) -> str:
    [entry] = kept(house)
    return read_rough(entry.text, entry.id).title


def test_tab_passes_the_steps_where_they_stand(room: House) -> None:
    make_small_one(room)
    tab_to("What is it called?", back=True)
    passed: list[str] = []
    while focused().accessibleName() != "Remove this exercise":
        passed.append(focused().accessibleName())
        press(Qt.Key.Key_Tab)
    assert "Add a step: Say" in passed, "|".join(passed)
    heads = [name for name in passed if name.startswith(("1  ", "2  "))]
    assert len(heads) == 2
    assert passed.index(heads[1]) < passed.index("Add a step: Say") < passed.index("Try it")
