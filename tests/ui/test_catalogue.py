"""The catalogue: marks by key, mouse and menu, groups with headings, eighty cards at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise, Favourite
from rewire_app.domain.exercise.aims import Family
from rewire_app.domain.journal.entries import new_uid
from rewire_app.reports.catalogue import Wish, group_names, group_of, grouped, matches
from rewire_app.ui.practice.page import PracticePage
from rewire_app.ui.widgets.text import Heading
from tests.ui.house import House, arrow_to, ctrl, enter, focused, press, settle, space, tab_to, words_of
from tests.ui.practice_room import to_card, unfold_filters

LIBRARY = Library()


def practice(house: House) -> PracticePage:
    page = house.go("practice")
    assert isinstance(page, PracticePage)
    return page


def titles(page: PracticePage) -> list[str]:
    return [card.exercise.title for card in page.catalogue.cards() if card.isVisible()]


def favourites(house: House) -> list[str]:
    return [one.exercise for one in house.store.favourites.all()]


def test_each_exercise_has_its_group_and_every_group_its_heading() -> None:
    shown = grouped(LIBRARY.exercises())
    assert sum(len(found) for _name, found in shown) == len(LIBRARY.exercise_ids())
    keys = {group_of(one) for one in LIBRARY.exercises()}
    assert {key for key in keys if key.startswith("dbt ")} == {
        "dbt mindfulness", "dbt distress tolerance", "dbt emotion regulation",
        "dbt interpersonal effectiveness",
    }  # fmt: skip
    assert {key for key in keys if key.startswith("act ")} == {
        "act acceptance", "act defusion", "act present moment", "act self-as-context", "act values",
        "act committed action",
    }  # fmt: skip
    assert keys - {key for key in keys if " " in key} == {"cbt", "breath", "sleep", "unlearn"}
    assert keys <= set(group_names())


@pytest.mark.parametrize("family", Family)
def test_a_family_has_its_own_exercises_and_no_others(family: Family) -> None:
    wish = Wish(part=str(family), by_family=True)
    found = [one for one in LIBRARY.exercises() if matches(one, wish)]
    assert found == [one for one in LIBRARY.exercises() if one.family is family]


def test_a_group_is_found_by_its_words() -> None:
    found = [one for one in LIBRARY.exercises() if matches(one, Wish(words="hard moments"))]
    assert {"d-stop", "d-tipp"} <= {one.id for one in found}


def test_by_family_there_are_headings_and_arrows_go_as_it_is_read(house: House) -> None:
    house.open()
    page = practice(house)
    unfold_filters()
    tab_to("By need")
    press(Qt.Key.Key_Right)
    heads = [head.text() for head in page.catalogue.findChildren(Heading) if head.isVisible()]
    assert heads[:3] == [
        "DBT: mindfulness",
        "DBT: getting through hard moments",
        "DBT: working with feelings",
    ]
    assert "Unlearning old patterns" in heads
    assert len(titles(page)) == len(LIBRARY.exercise_ids())
    first, second = titles(page)[:2]
    to_card(first)
    press(Qt.Key.Key_Right)
    assert focused().accessibleName() == second
    tab_to("Any family", back=True)
    arrow_to("ACT")
    space()
    heads = [head.text() for head in page.catalogue.findChildren(Heading) if head.isVisible()]
    assert heads
    assert all(head.startswith("ACT: ") for head in heads)
    press(Qt.Key.Key_Home)
    tab_to("By family")
    press(Qt.Key.Key_Left)
    assert [head for head in page.catalogue.findChildren(Heading) if head.isVisible()] == []


def test_all_cards_are_one_stop_of_tab_and_arrows_go_through_them(house: House) -> None:
    house.open()
    cards = practice(house).catalogue.cards()
    tab_to("Search exercises")
    enter()
    assert focused() is cards[0]
    press(Qt.Key.Key_Down)
    below = focused()
    assert (below.x(), below.y() > cards[0].y()) == (cards[0].x(), True)
    press(Qt.Key.Key_Right)
    here = focused()
    assert here is cards[cards.index(below) + 1]
    press(Qt.Key.Key_Tab)
    assert focused() not in cards
    press(Qt.Key.Key_Backtab)
    assert focused() is here
    press(Qt.Key.Key_Up)
    assert focused() is cards[1]
    press(Qt.Key.Key_End, Qt.Key.Key_Right)
    assert focused() is cards[-1]


def test_f_marks_a_favourite_the_filter_comes_and_goes_with_it(house: House) -> None:
    house.open()
    page = practice(house)
    assert "Favourites" not in words_of(page)
    card = to_card("Drop anchor")
    press(Qt.Key.Key_F)
    assert favourites(house) == ["a-anchor"]
    assert focused() is card
    assert "Favourite." in card.accessibleDescription()
    tab_to("Any need", back=True)
    arrow_to("Favourites")
    space()
    assert titles(page) == ["Drop anchor"]
    to_card("Drop anchor")
    press(Qt.Key.Key_F)
    assert favourites(house) == []
    assert len(titles(page)) == len(LIBRARY.exercise_ids())
    assert "Favourites" not in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert favourites(house) == ["a-anchor"]


def test_the_star_and_the_dots_are_pressed_by_mouse_and_the_rest_opens_it(house: House) -> None:
    house.open()
    page = practice(house)
    card = next(one for one in page.catalogue.cards() if one.exercise.id == "a-anchor")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.star().center())
    settle()
    assert favourites(house) == ["a-anchor"]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.more().center())
    settle()
    assert "Take the favourite mark off (F)" in words_of(page)
    press(Qt.Key.Key_Escape)
    assert focused() is card or focused().accessibleName() != "Begin"
    assert not card.star().intersects(card.more())
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    settle()
    assert focused().accessibleName() == "Begin, 4 to 5 minutes"


def test_a_favourite_that_is_gone_is_no_filter(house: House) -> None:
    house.open()
    page = practice(house)
    gone = Favourite(uid="0" * 32, exercise="own-gone")
    house.context.hub.do("Marked", house.store.favourites.add, gone)
    assert "Favourites" not in words_of(page)


def test_eighty_exercises_are_all_there_and_searched(house: House) -> None:
    house.open()
    at = house.clock.now()
    for number in range(12):
        mine = duplicate(LIBRARY.exercise("a-anchor"), f"Mine {number}", ())
        own = CustomExercise(uid=new_uid(at), id=mine.id, text=to_toml(mine), at=at)
        house.context.hub.do("Own", house.store.custom_exercises.add, own)
    page = practice(house)
    assert len(titles(page)) == len(LIBRARY.exercise_ids()) + 12
    page.filters.search.set_value("breath")
    settle()
    found = titles(page)
    assert "Paced breathing" in found
    assert 0 < len(found) < len(LIBRARY.exercise_ids())


def test_a_card_says_when_its_exercise_fits_and_its_twin_does_not(house: House) -> None:
    house.open()
    at = house.clock.now()
    mine = duplicate(LIBRARY.exercise("a-anchor"), "Mine", ())
    mine = replace(mine, summary="Ground for a storm.", differs="For people who sit.")
    own = CustomExercise(uid=new_uid(at), id=mine.id, text=to_toml(mine), at=at)
    house.context.hub.do("Own", house.store.custom_exercises.add, own)
    practice(house)
    card = to_card("Mine")
    assert card.accessibleDescription().startswith("Ground for a storm. For people who sit.")
