"""Searching the library: results with every letter, by keyboard, whatever is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import ReadingPlace
from rewire_app.store.search import FILE
from rewire_app.ui.base import routes
from rewire_app.ui.library.found import FoundRow
from rewire_app.ui.library.reader import Reader
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    press,
    settle,
    tab_to,
    type_in,
    words_of,
)
from tests.ui.library_room import BOX, read, results, searching, shelf_of


def test_results_come_with_every_letter_and_say_how_many_there_are(house: House) -> None:
    house.open()
    shelf = searching(house)
    type_in("amygd")
    assert "The alarm: what the amygdala does and does not do" in results(shelf)
    assert focused().accessibleDescription().endswith(("result", "results"))
    press(Qt.Key.Key_Escape)
    assert results(shelf) == []
    assert focused().accessibleName() == BOX
    assert "Path" in words_of(shelf)


def test_a_result_opens_the_article_where_the_words_are_and_they_are_found_there(house: House) -> None:
    house.open()
    searching(house)
    type_in("false alarm")
    press(Qt.Key.Key_Down)
    assert isinstance(focused(), FoundRow)
    enter()
    settle()
    page = house.shell.page("library")
    [reader] = page.findChildren(Reader)
    assert reader.article == "L06"
    assert focused().accessibleName() == "Find in this article"
    assert focused().accessibleDescription().startswith("1 of ")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert isinstance(focused(), FoundRow)


def test_looking_something_up_keeps_the_place_of_reading(house: House) -> None:
    house.open()
    read(house, "L06", days_ago=1, read_day=None, place=ReadingPlace(block=2).number)
    page = house.go(routes.library("L06", block=7, find="false alarm"))
    settle()
    assert focused().accessibleDescription() == "1 of 1"
    page.leave()
    assert house.store.readings.all()[0].place == ReadingPlace(block=2).number


def test_an_exercise_that_was_found_opens_its_page_and_begins_from_there(house: House) -> None:
    house.open()
    shelf = searching(house)
    type_in("stop")
    assert results(shelf)[0] == "STOP"
    enter()
    settle()
    assert "STOP" in words_of(house.shell.page("exercise"))
    enter()
    assert house.player.title == "STOP"


def test_arrows_go_through_the_results_and_back_to_the_box(house: House) -> None:
    house.open()
    shelf = searching(house)
    type_in("sleep")
    found = results(shelf)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused().accessibleName() == found[1]
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert focused().accessibleName() == BOX


def test_all_results_are_shown_when_they_are_asked_for(house: House) -> None:
    house.open()
    shelf = searching(house)
    type_in("e")
    before = len(results(shelf))
    number = int(focused().accessibleDescription().split()[0])
    assert before < number
    tab_to(f"Show {number - before} more results")
    enter()
    assert len(results(shelf)) == number
    assert focused().accessibleName() == results(shelf)[before]


def test_nothing_that_can_be_typed_does_harm(house: House) -> None:
    house.open()
    shelf = searching(house)
    for typed in ("foo-bar", "it's", "(", '"', "NEAR", "\N{SLIGHTLY SMILING FACE}", " ", "x" * 10_000):
        shelf.box.set_value(typed)
        settle()
        assert len(results(shelf)) <= 8
    shelf.box.set_value("")
    assert "Path" in words_of(shelf)


def test_without_a_result_a_way_back_is_offered(house: House) -> None:
    house.open()
    shelf = searching(house)
    type_in("qqq")
    assert "Nothing found" in words_of(shelf)
    tab_to("Show the whole library")
    enter()
    assert shelf.box.value() == ""
    assert focused().accessibleName() == BOX


def test_what_is_typed_before_the_search_is_ready_is_answered_when_it_is(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    shelf.box.set_value("amygdala")
    settle()
    shelf.settle()
    settle()
    assert results(shelf)


def test_slash_begins_to_search_but_is_a_letter_in_a_field(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    tab_to("Path")
    press(Qt.Key.Key_Slash)
    assert focused().accessibleName() == BOX
    type_in("/")
    assert shelf.box.line.text() == "/"


def test_own_exercises_are_found_and_never_written_into_the_search_file(house: House) -> None:
    house.open()
    text = house.context.library.root.joinpath("exercises", "d-stop.toml").read_text("utf-8")
    text = text.replace('id = "d-stop"', 'id = "own-quokka"').replace('title = "STOP"', 'title = "Quokka"')
    own = CustomExercise(uid=new_uid(house.clock.now()), id="own-quokka", text=text, at=house.clock.now())
    assert house.context.hub.do("Kept", house.store.custom_exercises.add, own)
    shelf = searching(house)
    type_in("quok")
    assert results(shelf) == ["Quokka"]
    assert b"uokka" not in (house.profile / "cache" / FILE).read_bytes()


def test_a_cache_folder_that_cannot_be_used_does_not_matter(house: House) -> None:
    (house.profile / "cache").write_text("in the way")
    house.open()
    shelf = searching(house)
    type_in("amygdala")
    assert results(shelf)


def test_the_cross_empties_the_search_and_stays_in_it(house: House) -> None:
    house.open()
    shelf = searching(house)
    assert "Clear the search" not in words_of(shelf)
    type_in("amygdala")
    tab_to("Clear the search")
    enter()
    assert shelf.box.value() == ""
    assert focused().accessibleName() == BOX
    assert results(shelf) == []


def test_the_library_in_the_rail_leads_home_from_its_results_and_back_to_them_from_elsewhere(
    house: House,
) -> None:
    house.open()
    shelf = searching(house)
    type_in("stop")
    enter()
    settle()
    assert house.shell.page("exercise").isVisible()
    ctrl(Qt.Key.Key_6)
    assert results(shelf)[0] == "STOP"
    ctrl(Qt.Key.Key_6)
    assert results(shelf) == []
    assert "Path" in words_of(shelf)
