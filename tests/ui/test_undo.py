"""Ctrl+Z in the window: the newest of the page in sight, said with where it was; elsewhere it asks first."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.evening.check_card import CheckCard
from rewire_app.ui.widgets.fields import TextArea
from tests.store import entries as make
from tests.ui.house import SHIFT, House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import TODAY, YESTERDAY, evening, journal, let_rest, note_of


def line(house: House) -> str:
    settle()
    return house.shell.line.text


def undo() -> None:
    ctrl(Qt.Key.Key_Z)


def redo() -> None:
    ctrl(Qt.Key.Key_Z, SHIFT)


def stress(house: House, value: int, day: date = TODAY) -> None:
    """Give the stress of a day on its page."""
    page = house.go(routes.evening(day))
    page.findChild(CheckCard).form.field("stress").set_value(value)  # type: ignore[union-attr,call-arg]
    settle()


def stress_of(house: House, day: date = TODAY) -> int | None:
    entry = house.store.days.get(day)
    return None if entry is None else entry.stress


def test_a_rating_is_taken_back_and_said_with_its_day_and_time(house: House) -> None:
    house.open()
    stress(house, 5)
    undo()
    assert stress_of(house) is None
    assert line(house) == "Taken back: stress 5 of 10, on Tuesday 24 November, noted at 19:30"
    assert "Do again" in words_of(house.shell.line)
    redo()
    assert stress_of(house) == 5
    assert line(house) == "Done again: stress 5 of 10"


def test_do_again_on_the_strip_does_it_again(house: House) -> None:
    house.open()
    stress(house, 5)
    undo()
    tab_to("Do again")
    enter()
    assert stress_of(house) == 5
    tab_to("Undo")
    enter()
    assert stress_of(house) is None


def test_what_can_be_done_again_no_more_is_offered_no_more(house: House) -> None:
    house.open()
    stress(house, 5)
    undo()
    assert "Do again" in words_of(house.shell.line)
    stress(house, 3)
    assert not house.shell.line.isVisible()


def test_from_the_library_a_rating_of_the_journal_is_only_named_until_it_is_taken_back(house: House) -> None:
    evening(house)
    press(Qt.Key.Key_4)
    house.go("library")
    undo()
    assert house.store.days.get(TODAY).reactivity == 4  # type: ignore[union-attr]
    assert line(house) == "In the Journal: evening check, reacting 4 of 10, on Tuesday 24 November"
    tab_to("Take it back")
    enter()
    assert house.store.days.get(TODAY) is None
    page = house.shell.page("evening")
    assert page.isVisible()
    assert page.findChild(CheckCard).form.answer("reactivity") is None  # type: ignore[union-attr]
    assert line(house).startswith("Taken back: evening check, reacting 4 of 10")


def test_another_day_of_the_journal_is_elsewhere_and_is_turned_to(house: House) -> None:
    house.open()
    stress(house, 2, YESTERDAY)
    house.go(routes.evening(TODAY))
    undo()
    assert stress_of(house, YESTERDAY) == 2
    assert line(house) == "In the Journal: stress 2 of 10, on Monday 23 November"
    tab_to("Take it back")
    enter()
    assert stress_of(house, YESTERDAY) is None
    assert house.shell.pages.place == routes.evening(YESTERDAY)


def test_with_nothing_done_it_says_so(house: House) -> None:
    house.open()
    undo()
    assert line(house) == "There is nothing to take back."


def test_in_an_empty_field_it_takes_back_what_the_page_did(house: House) -> None:
    evening(house)
    stress(house, 2)
    tab_to("One good moment")
    undo()
    assert stress_of(house) is None
    assert line(house).startswith("Taken back: stress 2 of 10")


def test_in_the_note_words_go_burst_by_burst_and_none_of_them_comes_back(house: House) -> None:
    page = journal(house)
    note = tab_to("Note")
    type_in("The train was late")
    let_rest(page)
    house.qtbot.waitUntil(lambda: not note.document().isModified())  # type: ignore[attr-defined]
    type_in(" again")
    let_rest(page)
    undo()
    assert page.findChild(TextArea).value() == "The train was late"  # type: ignore[union-attr]
    let_rest(page)
    undo()
    let_rest(page)
    assert note_of(house) == ""
    undo()
    assert note_of(house) == ""
    assert line(house) == "There is nothing to take back."


def test_the_times_of_a_night_go_one_by_one_and_are_shown_as_stored(house: House) -> None:
    page = journal(house)
    tab_to("Note the night")
    enter()
    tab_to("Keep these times")
    enter()
    tab_to("Got up")
    ctrl(Qt.Key.Key_A)
    type_in("07:40")
    enter()
    let_rest(page)
    assert house.store.nights.get(TODAY).up.wall.minute == 40  # type: ignore[union-attr]
    undo()
    assert house.store.nights.get(TODAY).up.wall.minute == 0  # type: ignore[union-attr]
    assert line(house).startswith("Taken back: the night, up at 07:40")
    undo()
    assert house.store.nights.get(TODAY) is None
    assert line(house).startswith("Taken back: the night, 23:00 to 07:00")


def test_the_strip_takes_room_and_covers_nothing(house: House) -> None:
    house.open()
    stress(house, 5)
    pages = house.shell.pages
    before = pages.height()
    undo()
    strip = house.shell.line
    assert strip.height() >= 64
    assert pages.height() == before - strip.height()
    assert not pages.geometry().intersects(strip.geometry())
    house.shell.line.dismiss()
    settle()
    assert pages.height() == before


def test_the_field_at_the_foot_stays_in_sight_when_the_strip_comes(house: House) -> None:
    house.open()
    house.window.resize(900, 600)
    page = house.go(routes.journal(TODAY))
    note = tab_to("Note")
    house.context.hub.said.emit("A sentence.")
    settle()
    caret = note.mapTo(page, note.cursorRect().bottomLeft()).y()  # type: ignore[attr-defined]
    assert 0 <= caret <= page.height()


def test_entering_an_exercise_sends_it_away_and_in_one_it_stands_below(house: House) -> None:
    house.open()
    house.context.hub.do("moment kept", house.store.moments.add, make.moment(day=TODAY))
    settle()
    player = house.play("b-paced")
    assert not house.shell.line.isVisible()
    house.context.hub.said.emit("A sentence.")
    settle()
    strip, view = house.shell.line, player.view
    assert strip.isVisible()
    at = strip.mapTo(house.shell, strip.rect().topLeft())
    assert at.y() >= view.mapTo(house.shell, view.rect().bottomLeft()).y()


def test_taking_back_in_an_exercise_does_not_leave_it(house: House) -> None:
    house.open()
    stress(house, 5)
    house.go("today")
    player = house.play("d-stop")
    house.context.hub.undo()
    settle()
    house.shell.line.button.click()
    settle()
    assert player.view.isVisible()
    assert stress_of(house) is None


def test_the_list_whose_entry_is_taken_back_is_shown(house: House) -> None:
    house.open()
    house.go("lists/kit")
    hub, profile = house.context.hub, house.store.profile
    hub.do("order changed", profile.put, "order:kit", "x")
    house.go("today")
    undo()
    house.shell.line.button.click()
    settle()
    assert house.shell.pages.place == routes.lists("kit")


def test_esc_on_the_strip_gives_the_focus_back(house: House) -> None:
    house.open()
    house.go("practice")
    search = tab_to("Search exercises")
    house.context.hub.said.emit("A sentence.")
    settle()
    house.shell.line.close_button.setFocus()
    press(Qt.Key.Key_Escape)
    assert not house.shell.line.isVisible()
    assert focused() is search


def test_closing_with_words_that_wait_says_which_and_shows_them(house: House) -> None:
    journal(house, f"journal/{YESTERDAY - timedelta(days=1)}")
    tab_to("Add a moment")
    enter()
    type_in("A door")
    page = house.shell.page("moment")
    form = focused()
    house.go("today")
    house.window.close()
    settle()
    assert "A moment is not kept yet. Close once more to leave: it waits here." in line(house)
    assert page.isVisible()
    assert form.isVisible()
    assert in_sight(page, form)


def in_sight(page: QWidget, widget: QWidget) -> bool:
    """Whether the middle of `widget` lies within the page."""
    return page.rect().contains(widget.mapTo(page, widget.rect().center()))
