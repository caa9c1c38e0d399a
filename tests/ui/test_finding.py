"""The ways through the journal: the month, the list of all entries, and the one search."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.journal.notes import Note
from rewire_app.ui.base import routes
from rewire_app.ui.finding.entry_row import JournalRow
from rewire_app.ui.finding.page import FindingPage
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in
from tests.ui.journal_room import TODAY


def finding(house: House, part: str) -> FindingPage:
    page = house.go(routes.finding(part))
    assert isinstance(page, FindingPage)
    return page


def note(days_ago: int, text: str, *tags: str) -> Note:
    return journal.note(day=TODAY - timedelta(days=days_ago), text=text, tags=tags)


def rows(page: FindingPage) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(JournalRow) if row.isVisible()]


def test_the_month_tells_each_day_and_a_date_in_words_leads_to_another(house: House) -> None:
    house.open()
    day = date(2026, 11, 12)
    house.store.many(
        [
            make.night(day=day),
            make.moment(day=day, peak=5),
            make.day_entry(day=day, note="Rain.", reactivity=4),
            journal.note(day=day),
            note(377, "First talk with the new team."),
        ]
    )
    page = finding(house, "month/2026-11")
    grid = page.month.grid
    assert grid.accessibleDescription() == "Tuesday 24 November, today, not noted yet"
    press(Qt.Key.Key_G)
    type_in("no such day")
    enter()
    assert page.month.side.field.fault.startswith("This was not understood")
    page.month.side.field.set_value("")
    type_in("12 Nov")
    enter()
    settle()
    assert grid.accessibleDescription() == "Thursday 12 November, night, 1 moment, evening, 2 notes"
    assert focused() is grid
    assert page.month.side.before._words.text() == "“First talk with the new team.”"
    for key, said in (
        (Qt.Key.Key_PageUp, "Monday 12 October, not noted yet"),
        (Qt.Key.Key_Up, "Monday 5 October"),
    ):
        press(key)
        assert grid.accessibleDescription().startswith(said)
    assert page.part == "month/2026-10"
    page.month.choose(day)
    enter()
    assert house.shell.pages.place == routes.Route(page="journal", part=day.isoformat())


def test_own_words_come_first_and_lead_to_their_day_and_itself(house: House) -> None:
    house.open()
    with_words = make.practice(0, day=TODAY, exercise="c-record", answers='{"fact": "The MEETING was long"}')
    house.store.many([note(3, "After the meeting"), with_words, lists.worry("The meeting on Monday")])
    ctrl(Qt.Key.Key_K)
    page = house.shell.page("finding")
    assert isinstance(page, FindingPage)
    type_in("MEETI")
    page.search.settle()
    settle()
    found = rows(page)
    assert {one.split(",")[0] for one in found[:3]} == {"List", "Answer", "Note"}
    assert any(one.startswith("Article, ") for one in found[3:])
    assert [option.words for option in page.search.chips._options if option.isVisible()] == [
        "All 3",
        "Notes 1",
        "Answers 1",
        "Lists 1",
    ]
    press(Qt.Key.Key_Down)
    assert page.search.list.held() == 0
    page.search.narrowing.exercise.set_value("c-record")
    page.search.narrowing.time.set_value("7")
    own = [row for row in page.search.list.rows if row.isVisible()]
    assert [row.accessibleName().split(",")[0] for row in own] == ["Answer"]
    own[0].links[0].setFocus()
    enter()
    assert house.shell.pages.place == routes.Route(page="practised", part=with_words.uid)
    page.search.narrowing.exercise.set_value("")
    page.search.narrowing.time.set_value("")
    assert any(one.startswith("Note, ") for one in rows(finding(house, "search")))
    house.go("today")
    house.store.notes.remove(house.store.notes.for_day(TODAY - timedelta(days=3))[0].uid)
    house.context.hub.announce(frozenset({"notes"}))
    assert not any(one.startswith("Note, ") for one in rows(finding(house, "search")))


def test_a_title_and_enter_lead_to_an_exercise_however_fast_they_are_typed(house: House) -> None:
    house.open()
    ctrl(Qt.Key.Key_K)
    page = house.shell.page("finding")
    assert isinstance(page, FindingPage)
    page.search.settle()
    type_in("TIPP")
    enter()
    settle()
    enter()
    assert house.shell.pages.place == routes.exercise("d-tipp")


def test_tags_of_many_notes_change_in_one_step_that_is_taken_back_whole(house: House) -> None:
    house.open()
    kept = [note(n, f"Note {n}", "old") for n in range(3)]
    house.store.many([*kept, make.moment(day=TODAY - timedelta(days=9))])
    page = finding(house, "list")
    assert len(rows(page)) == 4
    page.list.choose.click()
    press_on(page, 0, 1)
    page.list.bar.field.setFocus()
    type_in("work")
    enter()

    def tags() -> list[tuple[str, ...]]:
        return [store.tags for one in kept if (store := house.store.notes.get(one.uid))]

    assert sorted(tags()) == [("old",), ("old", "work"), ("old", "work")]
    page.list.bar.taken.emit("old")
    assert sorted(tags()) == [("old",), ("work",), ("work",)]
    page.setFocus()
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert tags() == [("old",)] * 3
    press_on(page, 0, 3)  # lets go of the first, and adds the moment
    page.list.bar.out.click()
    assert [one.split(",")[0] for one in rows(page)] == ["Note", "Note"]
    assert not house.store.moments.for_day(TODAY - timedelta(days=9))
    page.setFocus()
    ctrl(Qt.Key.Key_Z)
    assert len(rows(page)) == 4
    press_on(page, 1, 3)
    page.list.bar.out.click()
    settle()
    house.shell.line.quiet.click()  # "Delete for ever"
    assert house.shell.line.text.startswith("Deleted for ever.")
    [left] = house.context.vault.connection.execute("SELECT count(*) FROM notes").fetchone()
    assert left == 2


def press_on(page: FindingPage, *numbers: int) -> None:
    for number in numbers:
        page.list.list.rows[number].setFocus()
        press(Qt.Key.Key_Space)


def test_the_switch_leads_from_a_day_to_its_month_and_back(house: House) -> None:
    house.open()
    day = TODAY - timedelta(days=40)
    house.go(routes.journal(day))
    tab_to("Day")
    for place in (routes.finding("month/2026-10"), routes.finding("list"), routes.FIND):
        press(Qt.Key.Key_Right)
        settle()
        assert house.shell.pages.place == place
    assert focused().accessibleName().startswith("Search your words")
    page = house.shell.page("finding")
    assert isinstance(page, FindingPage)
    page.switch.set_value("day")
    settle()
    assert house.shell.pages.place == routes.journal(day)
