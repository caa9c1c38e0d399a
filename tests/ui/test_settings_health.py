"""Settings, Health: what exercises are careful with is answered, seen, changed and cleared."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.care import KEY, CareRecord, CareTopic, CareWord
from rewire_app.reports.care import care_record
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from tests.ui.house import House, ctrl, enter, focused, space, tab_to, words_of

TODAY = date(2026, 11, 24)
"""The day of the house."""


def health(house: House) -> Page:
    return house.go(routes.settings("health"))


def test_the_questions_are_answered_at_once_from_elsewhere(house: House) -> None:
    house.open()
    assert "Not answered yet." in words_of(health(house))
    page = house.go(routes.HEALTH_QUESTIONS)
    assert focused().accessibleName() == "Heart trouble, or pain in the chest"
    tab_to("Keep")
    enter()
    assert "Tick what is true" in words_of(page)
    assert house.store.profile.get(KEY) is None
    space()
    tab_to("Keep")
    enter()
    record = care_record(house.store)
    assert record.topics(CareWord.YES) == (CareTopic.HEART,)
    assert record.topics(CareWord.NO) == tuple(CareTopic)[1:]
    assert "True for you: Heart trouble, or pain in the chest. Answered on 24 November 2026." in words_of(
        page
    )
    assert focused().text() == "Change"
    ctrl(Qt.Key.Key_Z)
    assert care_record(house.store) == CareRecord()
    assert "Not answered yet." in words_of(page)


def test_what_was_answered_is_ticked_when_it_is_changed_and_cancel_leaves_it(house: House) -> None:
    house.open()
    before = CareRecord().answered((CareTopic.LUNGS,), ["lungs"], TODAY - timedelta(days=200))
    house.store.profile.put(KEY, before.as_text())
    page = health(house)
    assert "True for you: Asthma" in words_of(page)
    tab_to("Change")
    enter()
    assert focused().accessibleName() == "Asthma, or other trouble with the lungs"
    space()
    tab_to("Cancel")
    enter()
    assert care_record(house.store) == before
    assert focused().text() == "Change"


def test_what_was_answered_can_be_cleared_and_brought_back(house: House) -> None:
    house.open()
    before = CareRecord().answered(tuple(CareTopic), ["none"], TODAY)
    house.store.profile.put(KEY, before.as_text())
    page = health(house)
    assert "None of what was asked is true for you." in words_of(page)
    tab_to("Clear what Rewire is careful with")
    enter()
    assert house.store.profile.get(KEY) == ""
    assert "Not answered yet." in words_of(page)
    assert focused().text() == "Answer now"
    ctrl(Qt.Key.Key_Z)
    assert care_record(house.store) == before
