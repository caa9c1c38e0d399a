"""Your lists: read, added to, changed in place, put in order, printed; nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import (
    CrisisLine,
    CrisisSection,
    KitItem,
    ListKind,
    Urge,
    Worry,
    WorrySort,
)
from rewire_app.domain.lists.words import list_words
from rewire_app.domain.lists.written import Script
from rewire_app.ui.base import routes
from rewire_app.ui.lists.page import SHOWN, ListsPage
from tests.ui.house import House, ctrl, enter, focused, press, settle, space, tab_to, type_in, words_of
from tests.ui.journal_room import LONG, fill_disk

DAY = date(2026, 11, 20)
COUNT = [0]


def uid() -> str:
    COUNT[0] += 1
    return new_uid(Instant(utc_ms=1_700_000_000_000 + COUNT[0], offset_min=0))


def lists(house: House, route: str = "lists") -> ListsPage:
    page = house.go(route)
    assert isinstance(page, ListsPage)
    return page


def before(text: str, *words: str) -> bool:
    """Whether `words` stand in `text` in this order."""
    places = [text.index(word) for word in words]
    return places == sorted(places)


@pytest.mark.parametrize("kind", SHOWN)
def test_an_empty_list_offers_the_exercise_that_makes_it(kind: ListKind, house: House) -> None:
    house.open()
    words = words_of(lists(house, f"lists/{kind}"))
    assert list_words(kind).empty in words
    enter()
    assert house.player.run.exercise.id == list_words(kind).exercise


def test_the_overview_says_what_is_in_each_list_and_where_the_others_are(house: House) -> None:
    house.open()
    house.store.kit.add(KitItem(uid=uid(), item="Tea"))
    words = words_of(lists(house))
    assert "1 thing" in words
    assert words.count("Nothing here yet") == len(SHOWN) - 1
    tab_to("Your soothing kit")
    enter()
    assert "Tea" in words_of(house.shell.page("lists"))
    tab_to("Your lists", back=True)
    enter()
    assert "1 thing" in words_of(house.shell.page("lists"))
    tab_to("Values, plans, records, ladders: Patterns")
    enter()
    assert house.shell.pages.place == routes.PATTERNS


def test_a_list_with_a_page_of_its_own_is_not_among_your_lists(house: House) -> None:
    house.open()
    assert lists(house, "lists/worries").view is None
    for kind in ListKind:
        page = house.go(routes.lists(kind))
        assert isinstance(page, ListsPage) == (kind in SHOWN)


def test_the_order_is_the_persons_own_and_can_be_undone(house: House) -> None:
    house.open()
    for name in ("First", "Second", "Third"):
        house.store.kit.add(KitItem(uid=uid(), item=name))
    page = lists(house, "lists/kit")
    tab_to("Move up: Third")
    enter()
    assert before(words_of(page), "First", "Third", "Second")
    assert focused().accessibleName() == "Move up: Third"
    enter()
    assert before(words_of(page), "Third", "First", "Second")
    assert focused().accessibleName() == "Move down: Third"
    house.go("today")
    assert before(words_of(lists(house, "lists/kit")), "Third", "First", "Second")
    ctrl(Qt.Key.Key_Z)
    assert before(words_of(page), "First", "Second", "Third")


def test_an_entry_is_changed_in_its_place_and_removed_with_undo(house: House) -> None:
    house.open()
    kept = KitItem(uid=uid(), item="Tea", sense="taste")
    house.store.kit.add(kept)
    house.store.kit.add(KitItem(uid=uid(), item="Scarf", sense="touch"))
    page = lists(house, "lists/kit")
    tab_to("Edit: Tea")
    enter()
    type_in(" with mint")
    enter()
    assert house.store.kit.get(kept.uid) == KitItem(uid=kept.uid, item="Tea with mint", sense="taste")
    assert before(words_of(page), "Tea with mint", "Scarf")
    space()
    tab_to("Remove")
    enter()
    assert [one.item for one in house.store.kit.all()] == ["Scarf"]
    assert "Entry removed" in words_of(house.shell)
    tab_to("Undo")
    enter()
    assert len(house.store.kit.all()) == 2


def test_what_is_in_the_list_already_is_not_added_twice(house: House) -> None:
    house.open()
    house.store.kit.add(KitItem(uid=uid(), item="Tea"))
    page = lists(house, "lists/kit")
    tab_to("Add a thing")
    enter()
    type_in("tea")
    enter()
    assert "This is in the list already." in words_of(page)
    type_in(" and honey")
    enter()
    assert [one.item for one in house.store.kit.all()] == ["Tea", "tea and honey"]


def test_an_entry_without_words_says_so(house: House) -> None:
    house.open()
    page = lists(house, "lists/kit")
    tab_to("Add a thing")
    enter()
    enter()
    assert "There are no words here yet." in words_of(page)
    assert house.store.kit.all() == []


def test_on_a_full_disk_what_was_typed_stays(house: House) -> None:
    house.open()
    house.store.scripts.add(Script(uid=uid(), ask="One project fewer"))
    page = lists(house, "lists/scripts")
    tab_to("Add a script")
    enter()
    type_in("An hour of quiet")
    tab_to("How is it for you?")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    fill_disk(house)
    tab_to("Keep")
    enter()
    assert "The disk is full" in words_of(house.shell)
    assert page.unsaved
    house.go("today")
    fill_disk(house, full=False)
    lists(house, "lists/scripts")
    assert focused().text() == "An hour of quiet"  # type: ignore[attr-defined]
    enter()
    assert [one.ask for one in house.store.scripts.all()] == ["One project fewer", "An hour of quiet"]
    assert house.store.scripts.all()[1].express == LONG
    assert not page.unsaved


def test_escape_asks_once_before_words_are_left_out(house: House) -> None:
    house.open()
    page = lists(house, "lists/kit")
    tab_to("Add a thing")
    enter()
    type_in("The roof")
    press(Qt.Key.Key_Escape)
    assert page.unsaved
    assert "Esc once more leaves it out." in words_of(house.shell)
    press(Qt.Key.Key_Escape)
    assert not page.unsaved
    assert house.store.kit.all() == []


def test_the_plan_for_a_crisis_has_all_its_sections_and_asks_whom_to_reach(house: House) -> None:
    house.open()
    house.store.crisis_plan.add(CrisisLine(uid=uid(), section=CrisisSection.SIGNS, text="No sleep"))
    page = lists(house, "lists/crisis_plan")
    sections = ("How I notice it coming", "What I can do by myself", "People I can ask for help")
    assert before(words_of(page), *sections, "What is worth staying for")
    tab_to("Add: People I can ask for help")
    enter()
    type_in("Noor")
    tab_to("How to reach them")
    type_in("020 555 0101")
    enter()
    lines = house.store.crisis_plan.all()
    assert (lines[1].section, lines[1].text, lines[1].contact) == (
        CrisisSection.PEOPLE,
        "Noor",
        "020 555 0101",
    )
    assert "020 555 0101" in words_of(page)


def test_a_sign_has_nobody_to_reach(house: House) -> None:
    house.open()
    house.store.crisis_plan.add(CrisisLine(uid=uid(), section=CrisisSection.SIGNS, text="No sleep"))
    page = lists(house, "lists/crisis_plan")
    tab_to("Edit: No sleep")
    enter()
    assert "How to reach them" not in words_of(page)


def test_worries_and_urges_read_as_sentences(house: House) -> None:
    house.open()
    house.store.worries.add(Worry(uid=uid(), text="Rent", sort=WorrySort.ACT, next_step="Read the letter"))
    house.store.urges.add(
        Urge(uid=uid(), day=DAY, urge="To shout", places=("jaw", "chest"), first=5, peak=8, last=3)
    )
    words = words_of(house.go(routes.lists("worries")))
    assert before(words, "I can do something", "Rent", "Next step: Read the letter")
    words = words_of(house.go(routes.lists("urges")))
    assert before(words, "To shout", "20 November", "5 of 10 at first, 8 at its peak, 3 at the end")
    assert "Felt in: jaw, chest" in words


def test_a_list_is_copied_as_text(house: House) -> None:
    house.open()
    house.store.worries.add(Worry(uid=uid(), text="Rent", sort=WorrySort.ACT, next_step="Read the letter"))
    house.go(routes.lists("worries"))
    faults: list[str] = []
    house.context.hub.failed.connect(faults.append)
    tab_to("Copy as text")
    enter()
    assert "It is copied, and cleared after 45 seconds. Paste it where you like." in words_of(house.shell)
    assert faults == []
    assert QGuiApplication.clipboard().text() == (
        "Your worries, 24 November 2026\n\nI can do something\n- Rent\n  Next step: Read the letter\n"
    )


def test_half_an_entry_is_asked_about_before_the_window_closes(house: House) -> None:
    house.open()
    lists(house, "lists/kit")
    tab_to("Add a thing")
    enter()
    type_in("A stone")
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    ctrl(Qt.Key.Key_Q)
    settle()
    assert not house.window.isVisible()


def test_a_list_that_cannot_be_read_says_so_and_is_there_after_another_try(house: House) -> None:
    house.open()
    house.store.kit.add(KitItem(uid=uid(), item="Tea"))
    house.context.vault.connection.execute("ALTER TABLE kit RENAME TO gone")
    page = lists(house, "lists/kit")
    assert "Tea" not in words_of(page)
    house.context.vault.connection.execute("ALTER TABLE gone RENAME TO kit")
    tab_to("Try again")
    enter()
    assert "Edit: Tea" in words_of(page)
    assert "Try again" not in words_of(page)


def test_an_entry_taken_back_while_it_is_changed_is_kept_as_a_new_one(house: House) -> None:
    house.open()
    page = lists(house, "lists/kit")
    tab_to("Add a thing")
    enter()
    type_in("Tea")
    enter()
    space()
    type_in(" with mint")
    house.context.hub.undo()
    settle()
    assert house.store.kit.all() == []
    assert page.unsaved
    tab_to("Keep")
    enter()
    assert [one.item for one in house.store.kit.all()] == ["Tea with mint"]


def test_practice_leads_to_the_lists(house: House) -> None:
    house.open()
    house.go("practice")
    tab_to("Your lists")
    enter()
    assert house.shell.page("lists").isVisible()
    assert "My crisis plan" in words_of(house.shell.page("lists"))
