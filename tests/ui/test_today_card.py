"""The card, the days and the keys of Today: why this one, a day read by arrows, room for the main button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rewire_app.content.offers import read_offer
from rewire_app.domain.journal.entries import Pause
from rewire_app.reports.offered_facts import Suggestion
from rewire_app.store import queries as reads
from rewire_app.ui.charts.fortnight import Fortnight
from rewire_app.ui.today.page import TodayPage
from rewire_app.ui.widgets.buttons import MainButton
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, settle, tab_to, words_of

TODAY = date(2026, 11, 24)
WHY = Suggestion(
    offer=read_offer("b-paced"),
    minutes=4,
    reason="Offered because you chose sleep.",
    rule=("It is one of six short exercises.", "They take turns."),
)


def today_of(house: House) -> TodayPage:
    page = house.go("today")
    assert isinstance(page, TodayPage)
    return page


def fill(house: House, suggestion: Suggestion) -> None:
    facts = reads.today(house.context.vault, TODAY.toordinal())
    today_of(house).fill(facts, suggestion)
    settle()


def note(house: House, *entries: object) -> None:
    house.store.many(entries)
    house.context.hub.changed.emit(frozenset({"practices", "moments", "pauses"}))
    settle()


def test_why_this_one_opens_the_rule_and_closes_it_again(house: House) -> None:
    house.open()
    fill(house, WHY)
    words = words_of(today_of(house))
    assert "Offered because you chose sleep." in words
    assert "They take turns." not in words
    tab_to("Why this one?")
    enter()
    assert "It is one of six short exercises.\nThey take turns." in words_of(today_of(house))
    assert focused().accessibleDescription() == "open"
    enter()
    assert "They take turns." not in words_of(today_of(house))


def test_without_a_reason_there_is_nothing_to_ask(house: House) -> None:
    house.open()
    fill(house, replace(WHY, reason="", rule=()))
    assert "Why this one?" not in words_of(today_of(house))


def test_before_the_notes_are_open_nothing_without_words_can_be_pressed(house: House) -> None:
    page = house.make(sample=False)
    page.show()
    house.qtbot.waitUntil(lambda: page.dressed)
    today = page.shell.page("today")
    shown = [one for one in today.findChildren(QAbstractButton) if one.isVisibleTo(today) and one.isEnabled()]
    assert [one for one in shown if not one.accessibleName()] == []


def test_a_rule_that_changed_is_closed(house: House) -> None:
    house.open()
    fill(house, WHY)
    tab_to("Why this one?")
    enter()
    fill(house, replace(WHY, rule=("Another rule.",)))
    assert "Another rule." not in words_of(today_of(house))


def test_arrows_read_a_day_with_what_was_noted(house: House) -> None:
    house.open()
    note(
        house,
        make.practice(day=TODAY - timedelta(days=5)),
        make.moment(day=TODAY - timedelta(days=5), peak=6),
        make.moment(1, day=TODAY - timedelta(days=1), peak=None),
        Pause(uid="1" * 32, from_day=TODAY - timedelta(days=2), to_day=TODAY - timedelta(days=2)),
    )
    strip = today_of(house).findChild(Fortnight)
    assert isinstance(strip, Fortnight)
    tab_to(strip.accessibleName())
    said = []
    for _turn in range(6):
        press(Qt.Key.Key_Left)
        said.append(strip.spoken_words())
    assert said == [
        "Tuesday 24 November",
        "Monday 23 November, 1 moment",
        "Sunday 22 November, paused",
        "Saturday 21 November",
        "Friday 20 November",
        "Thursday 19 November, practised, 1 moment, peak 6 of 10",
    ]
    assert said[-1] in words_of(today_of(house))
    press(Qt.Key.Key_Home)
    assert strip.spoken_words() == "Wednesday 11 November"
    press(Qt.Key.Key_Left)
    assert strip.spoken_words() == "Wednesday 11 November"
    press(Qt.Key.Key_Tab)
    assert strip.spoken_words() == ""


def test_a_click_reads_the_day_under_it(house: House) -> None:
    house.open()
    strip = today_of(house).findChild(Fortnight)
    assert isinstance(strip, Fortnight)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(6, strip.height() // 2))
    assert strip.spoken_words() == "Wednesday 11 November"


@pytest.mark.parametrize(
    ("act", "arrives"),
    [
        ("note_moment", "What set it off?"),
        ("note_evening", "All in all, how easily and strongly did you react today?"),
        ("note_night", "Keep these times"),
    ],
)
def test_what_a_key_can_do_leads_to_its_control(act: str, arrives: str, house: House) -> None:
    house.open()
    getattr(today_of(house), act)()
    settle()
    assert focused().accessibleName() == arrives


def test_begin_does_what_the_main_button_says(house: House) -> None:
    house.open()
    today_of(house).begin()
    settle()
    assert house.player.title == "Paced breathing"


@pytest.mark.parametrize("days", [0, 5, 40])
@pytest.mark.parametrize(("width", "height", "size"), [(640, 420, 100), (900, 600, 150), (1366, 768, 150)])
def test_the_main_button_is_seen_whole_and_no_words_are_cut(
    days: int, width: int, height: int, size: int, house: House
) -> None:
    house.prepare(text_size=size)
    window = house.open()
    note(house, *(make.practice(n, day=TODAY - timedelta(days=days + n)) for n in range(3)), make.plan(0))
    window.setMinimumSize(0, 0)
    window.resize(width, height)
    settle()
    page = today_of(house)
    settle()
    main = next(one for one in page.findChildren(MainButton) if one.isVisible())
    assert main.visibleRegion().boundingRect() == main.rect()
    assert [cut.text() for cut in page.findChildren(QLabel) if cut.isVisible() and is_cut(cut, page)] == []


def is_cut(label: QLabel, page: QWidget) -> bool:
    """Whether some of the words of `label` have no room."""
    right = label.mapTo(page, QPoint(label.width(), 0)).x()
    return label.height() < label.heightForWidth(label.width()) or right > page.width()
