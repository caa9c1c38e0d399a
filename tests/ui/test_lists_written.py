"""Cards, scripts and dreams in Your lists: written by hand, read, copied, removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from rewire_app.domain.exercise.exercise import Pick
from rewire_app.domain.lists.expected import Expectation, ExpectationState
from rewire_app.domain.lists.written import Dream, Script, UrgeCard
from rewire_app.reports.lists import read_lists
from rewire_app.ui.lists.page import ListsPage
from tests.ui.house import House, ctrl, enter, press, settle, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)
"""The day of the house."""


def uid(number: int) -> str:
    return f"{number:032x}"


def lists(house: House, kind: str) -> ListsPage:
    page = house.go(f"lists/{kind}")
    assert isinstance(page, ListsPage)
    return page


def plan(number: int, what: str, **given: object) -> Expectation:
    return Expectation(uid=uid(number), what=what, **given)  # type: ignore[arg-type]


def test_a_dream_goes_with_one_press_and_comes_back_by_undo(house: House) -> None:
    house.open()
    for number, name in enumerate(("The stairs", "The exam"), start=1):
        house.store.dreams.add(Dream(uid=uid(number), dream=name, new="The door opens."))
    page = lists(house, "dreams")
    page.view.add()
    type_in("The sea")
    tab_to("Remove: The stairs", back=True)
    enter()
    assert [one.dream for one in house.store.dreams.all()] == ["The exam"]
    assert "The stairs" not in words_of(page)
    assert page.unsaved, "what was being written is lost"
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    ctrl(Qt.Key.Key_Z)
    assert [one.dream for one in house.store.dreams.all()] == ["The stairs", "The exam"]


def test_a_card_and_a_script_are_copied_with_all_they_hold(house: House) -> None:
    house.open()
    house.store.cards.add(
        UrgeCard(
            uid=uid(1),
            urge="To write at night",
            act_pro="It ends the silence",
            wait_con="It gnaws",
            line="Half over soon: wait.",
            instead="Ring Noor",
        )
    )
    house.store.scripts.add(
        Script(uid=uid(2), ask="One project fewer", describe="I have four", limit="Not five")
    )
    card = lists(house, "cards").view.text()
    assert card.splitlines()[2:] == [
        "- To write at night",
        "  Read this: Half over soon: wait.",
        "  Instead: Ring Noor",
        "  Acting on it brings: It ends the silence",
        "  Waiting costs: It gnaws",
    ]
    script = lists(house, "scripts").view.text()
    assert script.splitlines()[2:] == ["- One project fewer", "  Describe: I have four", "  Limit: Not five"]


def test_an_exercise_is_offered_only_what_still_waits(house: House) -> None:
    house.open()
    house.store.open.add(plan(1, "Ring the office"))
    house.store.open.add(plan(2, "Swim", state=ExpectationState.DONE))
    house.store.open.add(plan(3, "Ring Sam", state=ExpectationState.GONE))
    asked = replace(
        house.context.library.exercise("d-stop"),
        steps=(Pick(text="Which?", save="one", max=1, options_from="@open.what", other=True),),
    )
    assert read_lists(house.store, asked, TODAY) == {"@open.what": ("Ring the office",)}


def test_chips_that_need_a_second_line_stand_whole(house: House) -> None:
    house.open().resize(1200, 800)
    page = lists(house, "crisis_plan")
    page.view.add()
    settle()
    fields = [page.view.form.form.field(name) for name in page.view.form.form.questions]
    cut = [one for one in fields if one.isVisible() and one.height() < one.heightForWidth(one.width())]
    assert cut == []


def test_help_now_leads_to_the_cards_while_there_are_any(house: House) -> None:
    house.open()
    assert "Your cards for urges" not in words_of(house.go("help"))
    for number, urge in enumerate(("To drink alone", "To write at night"), start=1):
        house.store.cards.add(UrgeCard(uid=uid(number), urge=urge, line="Half over soon."))
    house.context.hub.changed.emit(frozenset({"cards"}))
    assert "2 cards, the newest: To write at night" in words_of(house.go("help"))
    tab_to("Your cards for urges")
    enter()
    assert "Read this: Half over soon." in words_of(house.shell.page("lists"))
