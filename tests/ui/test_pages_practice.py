"""Practice: finding an exercise by words, length and need, in as many columns as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.custom import Favourite
from rewire_app.domain.goals import read_goals
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.library.searching import folded_text
from rewire_app.reports.catalogue import ANY, Wish, by_title, matches
from rewire_app.ui.practice.card import ExerciseCard
from rewire_app.ui.practice.page import PracticePage
from rewire_app.ui.widgets.options import ChipOption
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
    words_of,
)
from tests.ui.practice_room import to_card, unfold_filters

LIBRARY = Library()


def found(words: str, length: str = ANY, need: str = ANY) -> list[str]:
    return [
        one.id for one in LIBRARY.exercises() if matches(one, Wish(words=words, length=length, part=need))
    ]


def cards(house: House) -> list[ExerciseCard]:
    """The cards that are shown, in the order of Tab."""
    page = house.shell.page("practice")
    return [card for card in page.findChildren(ExerciseCard) if card.isVisible()]


def titles(house: House) -> list[str]:
    return [card.exercise.title for card in cards(house)]


def columns(house: House) -> int:
    return len({card.x() for card in cards(house)})


@pytest.mark.parametrize(
    ("text", "plain"), [("Größe", "grosse"), ("CAFÉ", "cafe"), ("Ångström", "angstrom"), ("naïve", "naive")]
)
def test_words_are_folded_without_case_and_accents(text: str, plain: str) -> None:
    assert folded_text(text) == plain


def test_a_list_of_titles_goes_by_the_alphabet_whatever_the_case() -> None:
    titles = [title for _id, title in by_title(LIBRARY.exercises())]
    assert (
        titles.index("Paced breathing") < titles.index("PLEASE: body check") < titles.index("Problem solving")
    )
    assert titles.index("DEAR MAN") < titles.index("Describe") < titles.index("Drop anchor")


def test_every_word_has_to_be_there_in_any_order_and_any_text() -> None:
    assert found("breathing paced") == ["b-paced"]
    assert found("PACED brèathing") == ["b-paced"]
    assert "d-stop" in found("linehan")
    assert "d-stop" in found("distress tolerance")
    assert found("paced stop") == []
    assert len(found("  ")) == len(LIBRARY.exercise_ids())


def test_each_exercise_has_exactly_one_length() -> None:
    short, middle, long = (set(found("", length)) for length in ("short", "middle", "long"))
    assert short | middle | long == set(LIBRARY.exercise_ids())
    assert len(short) + len(middle) + len(long) == len(LIBRARY.exercise_ids())
    for one in LIBRARY.exercises():
        assert (one.id in short) == (one.minutes[0] < 5)
        assert (one.id in long) == (one.minutes[0] > 10)


def test_all_exercises_are_there_shortest_first(house: House) -> None:
    house.open()
    page = house.go("practice")
    shown = [card.exercise for card in cards(house)]
    assert [one.id for one in shown] == [
        one.id for one in sorted(LIBRARY.exercises(), key=lambda one: (one.minutes, one.title.upper()))
    ]
    assert f"{len(shown)} exercises, shortest first" in words_of(page)


def test_what_one_works_on_stands_first_among_chips_and_cards(house: House) -> None:
    house.open()
    page = house.go("practice")
    assert isinstance(page, PracticePage)
    house.context.hub.do("Goals", house.store.profile.put, "focus", "sleep")
    settle()
    [sleep] = read_goals("sleep")
    shown = [card.exercise for card in page.catalogue.cards()]
    assert {one.id for one in shown[:5]} == set(sleep.exercises)
    fits = ["sleep" in one.needs for one in shown[5:]]
    assert True in fits
    assert fits == sorted(fits, reverse=True)
    assert len(shown) == len(LIBRARY.exercise_ids())
    assert f"{len(shown)} exercises, what you work on first" in words_of(page)
    tab_to("Any need")
    press(Qt.Key.Key_Right)
    assert focused().accessibleName() == "Sleep"
    space()
    assert {one.id for one in shown if "sleep" in one.needs} == {one.exercise.id for one in cards(house)}
    space()
    arrow_to("Any need")
    space()
    ctrl(Qt.Key.Key_Z)
    assert f"{len(shown)} exercises, shortest first" in words_of(page)


def test_typing_narrows_and_every_card_says_what_it_is(house: House) -> None:
    house.open()
    page = house.go("practice")
    tab_to("Search exercises")
    type_in("anchor")
    assert titles(house) == ["Drop anchor"]
    assert "1 exercise, titles first" in words_of(page)
    [card] = cards(house)
    assert card.accessibleName() == "Drop anchor"
    assert "ACT" in card.accessibleDescription()


def test_length_and_need_narrow_together_by_arrows(house: House) -> None:
    house.open()
    house.go("practice")
    unfold_filters()
    tab_to("Any need")
    arrow_to("Sleep")
    space()
    tab_to("Any length")
    press(Qt.Key.Key_Right)
    shown = [card.exercise for card in cards(house)]
    assert shown
    assert all(one.minutes[0] < 5 and "sleep" in one.needs for one in shown)
    tab_to("Sleep", back=True)
    space()
    assert [card.exercise for card in cards(house)] == shown


def test_no_result_is_said_and_one_key_shows_all_again(house: House) -> None:
    house.open()
    page = house.go("practice")
    tab_to("Search exercises")
    type_in("xyzzy")
    assert titles(house) == []
    assert "No exercise fits these words and filters." in words_of(page)
    tab_to("Show all exercises")
    enter()
    assert len(titles(house)) == len(LIBRARY.exercise_ids())
    assert focused().accessibleName() == "Search exercises"


def test_filters_stay_while_one_looks_elsewhere(house: House) -> None:
    house.open()
    house.go("practice")
    tab_to("Search exercises")
    type_in("anchor")
    house.go("library")
    house.go("practice")
    assert titles(house) == ["Drop anchor"]


SIZES = [((2560, 1440), 4), ((1600, 900), 4), ((1200, 800), 3), ((980, 700), 2), ((720, 520), 2)]


@pytest.mark.parametrize(("size", "count"), SIZES)
def test_there_are_as_many_columns_as_have_room(size: tuple[int, int], count: int, house: House) -> None:
    house.open().resize(*size)
    house.go("practice")
    assert columns(house) == count
    assert all(inside(card) for card in cards(house))


def inside(card: QWidget) -> bool:
    """Whether the card lies within the width of its page."""
    page = card.parentWidget()
    assert page is not None
    return card.x() >= 0 and card.x() + card.width() <= page.width()


def test_large_text_makes_it_a_list_at_once(house: House) -> None:
    house.open()
    house.go("practice")
    assert columns(house) == 3
    house.context.preferences.put(text_size=150)
    settle()
    assert columns(house) == 1
    house.context.preferences.put(text_size=100)
    settle()
    assert columns(house) == 3


def test_the_exercise_of_the_plan_is_marked_and_offered(house: House) -> None:
    house.open()
    plan = Plan(
        uid="0" * 32, from_day=house.context.today, per_week=3, cue="tea", exercise="m-observe", minutes=5
    )
    house.context.hub.do("Plan", house.store.plans.put, plan)
    page = house.go("practice")
    assert "Today: Observe, 5 min" in words_of(page)
    tab_to("Today: Observe, 5 min")
    enter()
    assert house.player.title == "Observe"


def test_space_on_a_card_opens_it_and_going_back_comes_to_the_card(house: House) -> None:
    house.open()
    page = house.go("practice")
    card = to_card("Drop anchor")
    space()
    assert focused().accessibleName() == "Begin, 4 to 5 minutes"
    press(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert focused() is card


def test_an_exercise_left_in_the_middle_is_gone_on_with_from_here_too(house: House) -> None:
    house.open()
    player = house.play("a-anchor")
    type_in("5")
    enter()
    enter()
    step = player.run.screen.text
    ctrl(Qt.Key.Key_2)
    tab_to(f"Today: Drop anchor, {LIBRARY.exercise('a-anchor').minutes[0]} min", back=True)
    enter()
    assert house.player.run.screen.text == step


def test_the_first_cards_stand_where_the_design_has_them_and_one_line_of_filters_above(house: House) -> None:
    house.open().resize(1200, 800)
    page = house.go("practice")
    house.context.hub.do("Marked", house.store.favourites.add, Favourite(uid="0" * 32, exercise="b-paced"))
    settle()
    first = cards(house)[0]
    assert first.mapTo(house.shell, first.rect().topLeft()).y() <= 248
    chips = [chip for chip in page.findChildren(ChipOption) if chip.isVisible()]
    assert len({chip.mapTo(page, chip.rect().topLeft()).y() for chip in chips}) == 1
    assert "3 more" in words_of(page)
    assert "Any length" not in words_of(page)


def test_chips_that_have_no_room_wait_behind_a_button_and_the_chosen_one_never_does(house: House) -> None:
    house.open().resize(1200, 800)
    page = house.go("practice")
    tab_to("2 more")
    enter()
    for words in ("With people", "What matters", "Any length", "By family"):
        assert words in words_of(page)
    tab_to("Any need", back=True)
    arrow_to("What matters")
    space()
    tab_to("Filters", back=True)
    enter()
    assert "What matters" in words_of(page)
    assert "Any length" not in words_of(page)
    house.window.resize(640, 420)
    settle()
    assert "What matters" in words_of(page)
    chips = [chip for chip in page.findChildren(ChipOption) if chip.isVisible()]
    assert len({chip.mapTo(page, chip.rect().topLeft()).y() for chip in chips}) == 1


def test_a_folded_filter_that_counts_is_said_on_its_button(house: House) -> None:
    house.open()
    page = house.go("practice")
    unfold_filters()
    tab_to("Any length")
    press(Qt.Key.Key_Right)
    tab_to("Filters", back=True)
    enter()
    assert "Filters, 1 on" in words_of(page)


def test_all_cards_are_one_stop_and_arrows_go_through_rows_and_columns(house: House) -> None:
    house.open().resize(1200, 800)
    house.go("practice")
    shown = titles(house)
    card = to_card(shown[0])
    press(Qt.Key.Key_Tab)
    assert focused() not in cards(house)
    card.setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, len(shown) - 1),
        (Qt.Key.Key_Down, len(shown) - 1),
        (Qt.Key.Key_Home, 0),
    ):
        press(key)
        assert focused().accessibleName() == shown[place], key
    press(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab)
    assert focused().accessibleName() == shown[3]


def test_the_keyboard_begins_in_the_search_and_down_and_up_go_between_it_and_the_cards(house: House) -> None:
    house.open()
    house.go("library")
    tab_to("Path")
    ctrl(Qt.Key.Key_2)
    assert focused().accessibleName() == "Search exercises"
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == titles(house)[0]
    press(Qt.Key.Key_Up)
    assert focused().accessibleName() == "Search exercises"
    enter()
    assert focused().accessibleName() == titles(house)[0]
