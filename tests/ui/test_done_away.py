"""A practice that was done away from the screen is noted with a few words, or none, and takes them back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from rewire_app.domain.journal.entries import Practice
from rewire_app.ui.practice.away import AwaySheet
from rewire_app.ui.practice.card_menu import CardMenu
from tests.ui.house import House, enter, focused, press, settle, tab_to, type_in


def sheet(house: House) -> AwaySheet:
    """The sheet, asked for in the menu of an exercise by keys."""
    page = house.go("practice")
    menu = CardMenu(house.context, "d-stop", page=page)
    menu.open_beside(page.mapToGlobal(QPoint(200, 200)))
    settle()
    while focused().text() != "Done away from the screen":
        press(Qt.Key.Key_Down)
    enter()
    settle()
    found = page.findChild(AwaySheet)
    assert isinstance(found, AwaySheet)
    return found


def kept(house: House) -> list[Practice]:
    return house.store.practices.of_exercise("d-stop", 5)


def test_words_are_kept_with_it_and_none_are_needed(house: House) -> None:
    house.open()
    asked = sheet(house)
    assert focused() is asked.words_field.line
    type_in("In the queue")
    enter()
    settle()
    [practice] = kept(house)
    assert (practice.note, practice.away, practice.day) == ("In the queue", True, house.context.today)
    house.context.hub.undo()
    assert kept(house) == []
    again = sheet(house)
    assert again.words_field.value() == ""
    tab_to("Note it")
    enter()
    settle()
    assert [one.note for one in kept(house)] == [""]


def test_words_that_were_typed_wait_for_the_next_time_also_after_a_restart(house: House) -> None:
    house.open()
    sheet(house)
    type_in("On the stairs")
    press(Qt.Key.Key_Escape)
    settle()
    assert kept(house) == []
    house.close()
    house.open()
    assert sheet(house).words_field.value() == "On the stairs"
    enter()
    settle()
    assert [one.note for one in kept(house)] == ["On the stairs"]
    assert sheet(house).words_field.value() == ""
