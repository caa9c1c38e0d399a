"""An entry of a list that is half written outlives the window and a kill, and is gone when kept or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.lists.entries import KEPT, CrisisSection, KitItem, ListKind
from rewire_app.domain.lists.written import Dream
from rewire_app.ui.base.drafts import KEY, read_form_draft
from rewire_app.ui.lists.page import SHOWN, ListsPage
from tests.ui.house import House, ctrl, enter, focused, press, space, tab_to, type_in, words_of
from tests.ui.journal_room import fill_disk, let_rest

UID = "0" * 32


def lists(house: House, kind: ListKind) -> ListsPage:
    page = house.go(f"lists/{kind}")
    assert isinstance(page, ListsPage)
    return page


def come_back(house: House, kind: ListKind) -> ListsPage:
    """Close the window as a kill would, with nothing said to its pages, and open the list again."""
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    return lists(house, kind)


def held(house: House, kind: ListKind) -> str | None:
    return house.store.profile.get(KEY.format(name=f"list/{kind}"))


def begin(house: House, kind: ListKind) -> ListsPage:
    """Open the form of a new entry."""
    page = lists(house, kind)
    assert page.view is not None
    page.view.add(CrisisSection.PEOPLE if kind is ListKind.CRISIS_PLAN else "")
    return page


@pytest.mark.parametrize("kind", SHOWN)
def test_what_was_typed_comes_back_in_every_list(kind: ListKind, house: House) -> None:
    house.open()
    page = begin(house, kind)
    type_in("Ruth")
    let_rest(page)
    page = come_back(house, kind)
    assert page.view is not None
    assert page.view.form is not None
    assert page.view.form.form.answer(KEPT[kind].main) in ("Ruth", ("Ruth",))
    assert page.unsaved
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert held(house, kind) == ""
    page = come_back(house, kind)
    assert page.view is not None
    assert page.view.form is None


def test_a_line_of_the_plan_comes_back_in_its_section_with_whom_to_reach(house: House) -> None:
    house.open()
    page = begin(house, ListKind.CRISIS_PLAN)
    type_in("Ruth")
    tab_to("How to reach them")
    type_in("0800 1")
    let_rest(page)
    come_back(house, ListKind.CRISIS_PLAN)
    tab_to("Keep")
    enter()
    [line] = house.store.crisis_plan.all()
    assert (line.section, line.text, line.contact) == (CrisisSection.PEOPLE, "Ruth", "0800 1")
    assert held(house, ListKind.CRISIS_PLAN) == ""


def test_a_changed_entry_comes_back_as_a_change_of_it(house: House) -> None:
    house.open()
    house.store.kit.add(KitItem(uid=UID, item="Tea"))
    page = lists(house, ListKind.KIT)
    tab_to("Edit: Tea")
    space()
    press(Qt.Key.Key_End)
    type_in(" with mint")
    let_rest(page)
    come_back(house, ListKind.KIT)
    tab_to("Keep")
    enter()
    assert house.store.kit.all() == [KitItem(uid=UID, item="Tea with mint")]


def test_an_entry_as_long_as_it_may_be_is_held(house: House) -> None:
    house.open()
    QGuiApplication.clipboard().setText("ж" * MAX_TEXT)
    page = begin(house, ListKind.DREAMS)
    ctrl(Qt.Key.Key_V)
    wanted = page.view.form.form.answers() if page.view is not None and page.view.form is not None else {}
    let_rest(page)
    draft = read_form_draft(held(house, ListKind.DREAMS))
    assert draft is not None
    assert draft.answers == wanted


def test_the_overview_says_in_which_list_an_entry_is_half_written(house: House) -> None:
    house.open()
    begin(house, ListKind.KIT)
    type_in("Tea")
    words = words_of(house.go("lists"))
    assert words.count("One is half written") == 1
    assert "Nothing here yet. One is half written" in words


def test_closing_leads_to_the_entry_and_says_that_it_waits(house: House) -> None:
    house.open()
    begin(house, ListKind.KIT)
    type_in("Tea")
    house.go("lists")
    house.go("today")
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert "is not kept yet. Close once more to leave: it waits here." in words_of(house.window)
    assert house.shell.page("lists").isVisible()
    assert focused().window() is house.window
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_on_a_full_disk_nothing_is_promised(house: House) -> None:
    house.open()
    page = begin(house, ListKind.DREAMS)
    fill_disk(house)
    QGuiApplication.clipboard().setText("ж" * 60_000)
    ctrl(Qt.Key.Key_V)
    let_rest(page)
    ctrl(Qt.Key.Key_Q)
    assert "is not kept. Close once more to leave without it." in words_of(house.window)
    fill_disk(house, full=False)


def test_a_draft_is_no_step_to_undo(house: House) -> None:
    house.open()
    page = begin(house, ListKind.DREAMS)
    type_in("Being there")
    let_rest(page)
    tab_to("Keep")
    enter()
    ctrl(Qt.Key.Key_Z)
    assert house.store.dreams.all() == []
    assert held(house, ListKind.DREAMS) == ""


@pytest.mark.parametrize("text", ["{", "[]", '{"uid": 1}', '{"uid": "a", "under": "", "answers": []}', "3"])
def test_a_draft_that_cannot_be_read_is_none(text: str, house: House) -> None:
    assert read_form_draft(text) is None
    house.open()
    house.store.dreams.add(Dream(uid=UID, dream="Care"))
    house.store.profile.put(KEY.format(name=f"list/{ListKind.DREAMS}"), text)
    assert "Care" in words_of(lists(house, ListKind.DREAMS))
