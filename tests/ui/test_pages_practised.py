"""Your practice, used as a person uses it: found, opened, copied, noted on, done again, taken out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel

from rewire_app.domain.journal.entries import DayEntry, Practice, Status, new_uid
from rewire_app.domain.lists.written import Thought
from rewire_app.reports.opened_pass import read_practice
from rewire_app.ui.base import routes
from rewire_app.ui.base.last_time import LastTime
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.passes.pass_row import PassRow
from rewire_app.ui.passes.printing import as_html, print_on
from rewire_app.ui.passes.side import PracticeSide
from rewire_app.ui.practised.page import PractisedPage
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.paper import as_document
from rewire_app.ui.widgets.unfold import LinkButton
from tests.ui.damage import damage
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of

ALT = Qt.KeyboardModifier.AltModifier
DEAR: dict[str, Any] = {
    "safe": ["Safe, even if it is hard"],
    "want": "Asking Noor for one project fewer",
    "describe": "Three projects since October.",
    "negotiate": "I can write the handover.",
}
DAMAGED = "The file with your entries is damaged."
EVENING = datetime(2026, 11, 24, 18, 0)


def keep(house: House, days_ago: float = 0, exercise: str = "i-dearman", **changes: Any) -> str:
    """Keep a pass some days before today, and give its uid."""
    at = house.clock.at(EVENING - timedelta(days=days_ago))
    told: dict[str, Any] = {
        "uid": new_uid(at),
        "exercise": exercise,
        "version": 1,
        "started": at,
        "ended": at,
        "day": (EVENING - timedelta(days=days_ago)).date(),
        "status": Status.DONE,
        "seconds": 300,
        "steps_done": 5,
        "steps_seen": 5,
        "measure": "confidence",
        "before": 4,
        "after": 6,
        "answers": json.dumps(DEAR),
    }
    one = Practice(**(told | changes))
    house.store.practices.add(one)
    return one.uid


def open_list(house: House) -> PractisedPage:
    page = house.go(routes.practised())
    assert isinstance(page, PractisedPage)
    return page


def open_one(house: House, uid: str) -> PractisedPage:
    page = house.go(routes.practice(uid))
    assert isinstance(page, PractisedPage)
    return page


def names(page: Page) -> list[str]:
    return [row.accessibleName().partition(",")[0] for row in page.findChildren(PassRow) if row.isVisible()]


def test_before_the_first_practice_it_says_so_and_offers_one(house: House) -> None:
    house.open()
    page = open_list(house)
    assert "Once you have practised" in words_of(page)
    assert focused().accessibleName().startswith("Today: ")
    assert not page.every.finder.isVisible()


def test_five_of_a_month_are_shown_and_the_others_on_demand(house: House) -> None:
    house.open()
    for number in range(8):
        keep(house, number / 10)
    keep(house, 40)
    page = open_list(house)
    assert len(names(page)) == 6
    tab_to("3 more in November 2026")
    enter()
    assert len(names(page)) == 9
    assert focused() is page.every.list.rows[5]


def test_ten_years_build_few_rows(house: House) -> None:
    house.open()
    plain = house.store.practices.get(keep(house))
    assert plain is not None
    starts = [house.clock.at(EVENING - timedelta(days=number)) for number in range(1, 3650)]
    house.store.many(
        replace(plain, uid=new_uid(at), started=at, ended=at, day=at.wall.date()) for at in starts
    )
    page = open_list(house)
    assert len(page.findChildren(PassRow)) == 40
    tab_to("March 2026 and before")
    enter()
    assert len(page.findChildren(PassRow)) == 80
    assert focused() is page.every.list.rows[40]


def test_arrows_go_through_the_list_and_enter_opens(house: House) -> None:
    house.open()
    keep(house)
    old = keep(house, 1, answers='{"want": "A day off"}')
    page = open_list(house)
    tab_to("DEAR MAN, Tuesday 24 November, 5 min. Asking Noor for one project fewer. 4 before, 6 after.")
    press(Qt.Key.Key_Down)
    assert focused() is page.every.list.rows[1]
    enter()
    assert "A day off" in words_of(page.view)
    press(Qt.Key.Key_Escape)
    assert focused() is page.every.list.rows[1]
    assert page.every.list.rows[1].line.uid == old
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.shown is house.shell.page("practice")


def test_delete_takes_one_out_and_undo_brings_it_back(house: House) -> None:
    house.open()
    keep(house)
    keep(house, 1, "c-record", answers="{}", measure="distress")
    page = open_list(house)
    page.every.list.enter(0)
    press(Qt.Key.Key_Delete)
    assert names(page) == ["Thought record"]
    assert focused() is page.every.list.rows[0]
    ctrl(Qt.Key.Key_Z)
    assert names(page) == ["DEAR MAN", "Thought record"]
    assert focused() is page.every.list.rows[1]


def test_search_says_how_many_and_marks_the_words(house: House) -> None:
    house.open()
    keep(house)
    keep(house, 1, answers='{"want": "Tea"}')
    page = open_list(house)
    type_in("handov")
    assert names(page) == ["DEAR MAN"]
    assert "1 of 2" in words_of(page)
    enter()
    assert focused() is page.every.list.rows[0]
    page.every.finder.box.set_value("zebra")
    settle()
    assert "Nothing with that word. Try fewer letters." in words_of(page)


def test_a_kind_is_offered_when_there_is_one(house: House) -> None:
    house.open()
    keep(house)
    page = open_list(house)
    words = words_of(page)
    assert "Scripts" in words
    assert "Thought records" not in words


def test_a_route_may_ask_for_one_exercise(house: House) -> None:
    house.open()
    keep(house)
    keep(house, 1, "c-record", answers="{}", measure="distress")
    page = house.go(routes.practised(exercise="c-record"))
    assert names(page) == ["Thought record"]
    page = open_list(house)
    assert len(names(page)) == 2


def test_a_practice_reads_as_a_document(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, note="Hard to begin."))
    words = words_of(page.view)
    assert "Asking Noor for one project fewer" in words
    assert "DEAR MAN, Tuesday 24 November, 18:00. Took 5 min" in words
    assert "Describe\nThree projects since October." in words
    assert "Safe, even if it is hard" not in words
    assert "Hard to begin." in words
    assert house.window.windowTitle() == "Rewire"
    [mark] = page.view.findChildren(ChangeMark)
    assert mark.accessibleName() == "How sure you were: 4 before, 6 after."


def test_one_that_was_not_rated_has_no_figure(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, before=None, after=None, measure="none"))
    assert page.view.findChildren(ChangeMark) == []


def test_answers_that_cannot_be_read_are_told(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, answers="{", note="Still here."))
    assert "These words cannot be read." in words_of(page.view)
    assert "Still here." in words_of(page.view)


def test_it_is_copied_as_text(house: House) -> None:
    house.open()
    said: list[str] = []
    open_one(house, keep(house))
    house.context.hub.said.connect(said.append)
    tab_to("Copy as text")
    enter()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Asking Noor for one project fewer\nDEAR MAN, Tuesday 24 November 2026, 18:00\n")
    assert "D: Describe\nThree projects since October." in text
    assert len(said) == 1
    assert "Noor" not in said[0]


def test_it_can_be_shown_large_and_back(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, note="Hard to begin."))

    def height() -> int:
        shown = (one for one in page.view.findChildren(QLabel) if one.isVisible())
        return max(one.font().pixelSize() for one in shown if one.text() == DEAR["describe"])

    before = height()
    tab_to("Show large")
    enter()
    assert height() > before
    assert "Copy as text" not in words_of(page.view)
    assert "Hard to begin." in words_of(page.view)
    enter()
    assert height() == before
    assert "Hard to begin." in words_of(page.view)


def test_a_note_is_added_with_its_day_and_saved_as_it_is_typed(house: House) -> None:
    house.open()
    uid = keep(house, note="Hard to begin.")
    page = open_one(house, uid)
    tab_to("Add a note")
    enter()
    type_in("She said yes")
    page.leave()
    kept = house.store.practices.get(uid)
    assert kept is not None
    assert kept.note == "Hard to begin.\n\n[2026-11-24] She said yes"
    assert json.loads(kept.answers) == DEAR
    type_in(", and smiled")
    tab_to("Done")
    enter()
    assert "Note, 24 November 2026\nShe said yes, and smiled" in words_of(page.view)


def test_a_note_that_is_being_written_survives_another_form_of_the_page(house: House) -> None:
    house.open()
    page = open_one(house, keep(house))
    tab_to("Add a note")
    enter()
    type_in("She said")
    house.window.resize(720, 520)
    settle()
    house.window.resize(1200, 800)
    settle()
    type_in(" yes")
    assert page.view.notes.field is not None
    assert page.view.notes.field.value() == "She said yes"


def test_nothing_else_is_built_anew_while_a_note_is_typed(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, answers="{}"))
    [side] = page.view.findChildren(PracticeSide)
    tab_to("Add a note")
    enter()
    for words in ("She said", " yes"):
        type_in(words)
        page.leave()
    assert page.view.findChildren(PracticeSide) == [side]


def test_a_note_is_changed_and_removed_with_undo(house: House) -> None:
    house.open()
    uid = keep(house, note="Hard to begin.\n\n[2026-11-20] She said yes")
    page = open_one(house, uid)
    tab_to("Edit: Note, 20 November 2026")
    enter()
    tab_to("Remove the note")
    enter()
    assert "She said yes" not in words_of(page.view)
    kept = house.store.practices.get(uid)
    assert kept is not None
    assert kept.note == "Hard to begin."
    ctrl(Qt.Key.Key_Z)
    assert "She said yes" in words_of(page.view)


def test_an_emptied_note_stays_until_it_is_closed(house: House) -> None:
    house.open()
    uid = keep(house, note="Hard to begin.")
    page = open_one(house, uid)
    tab_to("Edit: Note")
    enter()
    ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    page.leave()
    assert page.view.notes.field is not None
    assert house.store.practices.get(uid).note == "Hard to begin."  # type: ignore[union-attr]
    tab_to("Done")
    enter()
    assert house.store.practices.get(uid).note == ""  # type: ignore[union-attr]


def test_earlier_and_later_of_the_same_exercise(house: House) -> None:
    house.open()
    keep(house, 2, answers='{"want": "The first"}')
    keep(house, 1, "c-record", answers="{}", measure="distress")
    page = open_one(house, keep(house))
    press(Qt.Key.Key_Left, modifier=ALT)
    assert "The first" in words_of(page.view)
    assert "Earlier one" not in words_of(page.view)
    press(Qt.Key.Key_Right, modifier=ALT)
    assert "Asking Noor for one project fewer" in words_of(page.view)


def test_removing_leads_back_to_the_list_and_undo_brings_it_back(house: House) -> None:
    house.open()
    uid = keep(house)
    page = open_one(house, uid)
    tab_to("Remove")
    enter()
    assert page.every.isVisible()
    assert names(page) == []
    ctrl(Qt.Key.Key_Z)
    assert names(page) == ["DEAR MAN"]


def test_done_again_its_words_stand_in_the_fields(house: House) -> None:
    house.open()
    open_one(house, keep(house))
    tab_to("Do it again, with these words")
    enter()
    run = house.player.run
    assert run.offered["want"] == "Asking Noor for one project fewer"
    assert run.before is None
    assert run.answers == {}


def test_an_exercise_that_is_gone_cannot_be_done_again(house: House) -> None:
    house.open()
    page = open_one(house, keep(house, exercise="x-gone"))
    assert "Do it again" not in words_of(page.view)
    assert "Asking Noor for one project fewer" in words_of(page.view)


@pytest.mark.parametrize("width", [500, 760, 1200])
def test_it_fits_every_width(width: int, house: House) -> None:
    house.open()
    uid = keep(house, note="A note")
    page = open_list(house)
    page.resize(width, 700)
    settle()
    assert all(row.width() <= width for row in page.every.list.rows)
    page = open_one(house, uid)
    page.resize(width, 700)
    settle()
    assert page.view.width() <= width
    assert QApplication.focusWidget() is not None


# ways in, and found again


RECORD = {"hard": ["They laughed at me"], "fair": "They laughed at the joke", "situation": "Lunch"}


def test_the_first_screen_leads_to_the_last_time(house: House) -> None:
    house.open()
    keep(house, 2)
    player = house.play("i-dearman")
    tab_to("Last time: Sunday 22 November")
    enter()
    assert "Asking Noor for one project fewer" in words_of(house.shell.page("practised"))
    house.window.go(routes.run("i-dearman"))
    settle()
    assert player is not house.player


def test_without_an_earlier_time_there_is_no_such_link(house: House) -> None:
    house.open()
    assert "Last time" not in words_of(house.play("i-dearman").view)


def to_thoughts(house: House) -> None:
    """Go to where a thought record asks for the thoughts."""
    player = house.play("c-record")
    while player.run.screen.id != "3":
        player.next()
    settle()


def test_the_same_thought_is_met_again_with_its_fairer_answer(house: House) -> None:
    house.open()
    keep(house, 3, "c-record", answers=json.dumps(RECORD), measure="distress")
    to_thoughts(house)
    view = house.player.view
    tab_to("Thought")
    type_in("they laughed")
    assert "You met this before" not in words_of(view)
    type_in(" AT me")
    assert "You met this before, with a fairer answer." in words_of(view)
    tab_to("Read the fairer answer")
    enter()
    assert "They laughed at the joke" in words_of(house.shell.page("practised"))
    run = house.store.runs.load()
    assert run is not None
    assert "they laughed AT me" in run.state


def test_a_thought_of_the_list_is_met_again_too(house: House) -> None:
    house.open()
    house.store.thoughts.add(Thought(uid="0" * 32, hard="They laughed at me", fair="At the joke."))
    to_thoughts(house)
    tab_to("Thought")
    type_in("they laughed at me")
    tab_to("Read the fairer answer")
    enter()
    assert house.shell.pages.place == routes.FAIRER_THOUGHTS
    assert "At the joke." in words_of(house.shell.page("records"))


def test_a_thought_without_a_fairer_answer_is_not_met_again(house: House) -> None:
    house.open()
    keep(house, 3, "c-record", answers=json.dumps({"hard": ["They laughed at me"]}), measure="distress")
    to_thoughts(house)
    tab_to("Thought")
    type_in("They laughed at me")
    assert "You met this before" not in words_of(house.player.view)


def test_the_journal_shows_what_was_practised_that_day(house: House) -> None:
    house.open()
    keep(house, 1)
    page = house.go("journal")
    assert "Practised" not in words_of(page).splitlines()
    page = house.go("journal/2026-11-23")
    assert "18:00, DEAR MAN, 5 min\nAsking Noor for one project fewer" in words_of(page)
    tab_to("18:00, DEAR MAN, 5 min")
    enter()
    assert "Three projects since October." in words_of(house.shell.page("practised"))


def test_the_practice_page_leads_to_it(house: House) -> None:
    house.open()
    keep(house)
    house.go("practice")
    tab_to("Your practice")
    enter()
    assert isinstance(house.shell.pages.shown, PractisedPage)


def test_the_last_time_beside_an_exercise(house: House) -> None:
    house.open()
    card = LastTime(house.context, house.shell)
    asked: list[Route] = []
    card.go.connect(asked.append)
    card.show_exercise("i-dearman")
    assert card.isHidden()
    keep(house, 5)
    uid = keep(house, 2)
    card.show_exercise("i-dearman")
    settle()
    words = words_of(card)
    assert "Sunday 22 November, 5 min\nAsking Noor for one project fewer" in words
    for button in card.findChildren(LinkButton):
        button.click()
    assert asked == [routes.practice(uid), routes.practised(exercise="i-dearman")]
    assert "See all 2 times" in words


# damage


def test_a_damaged_file_is_told_and_the_way_back_stays(house: House) -> None:
    house.open()
    keep(house)
    damage(house, "practices")
    page = open_list(house)
    assert DAMAGED in words_of(house.shell)
    assert names(page) == []
    assert focused().accessibleName() == "Practice"


def test_the_day_is_shown_when_what_was_practised_cannot_be_read(house: House) -> None:
    house.open()
    house.store.days.put(DayEntry(uid="1" * 32, day=EVENING.date(), at=house.clock.now(), note="A long day"))
    damage(house, "practices")
    page = house.go("journal")
    assert DAMAGED in words_of(house.shell)
    assert "A long day" in words_of(page)


# on paper


def test_paper_holds_the_document_and_the_name_of_the_job_none_of_it(house: House, tmp_path: Path) -> None:
    house.open()
    uid = keep(house, note="Hard <3", answers=json.dumps(DEAR | {"appear": ["Feet on the floor", "A pause"]}))
    page = read_practice(house.context.vault, house.context.library, uid)
    assert page is not None
    text = as_document(as_html(page), 12).toPlainText()
    parts = ["Asking Noor", "DEAR MAN, Tuesday 24 November 2026, 18:00", "D: Describe", "A pause", "Hard <3"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "practice.pdf"))
    print_on(printer, page)
    assert "Noor" not in printer.docName()
    assert (tmp_path / "practice.pdf").stat().st_size > 1000
