"""A rating that was dropped in stands in its day: with its words, found by them, moved, and taken out."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt

from rewire_app.ui.base import routes
from rewire_app.ui.finding.page import FindingPage
from rewire_app.ui.journal.ratings_card import RatingsCard
from tests.store import entries as make
from tests.store.journal_entries import quick_rating
from tests.ui.house import House, ctrl, enter, settle, tab_to, type_in, words_of
from tests.ui.journal_room import TODAY, journal

FAR = date(2030, 1, 3)


def rated(house: House, *, value: int, words: str, hour: int) -> None:
    at = house.context.clock.at(datetime(TODAY.year, TODAY.month, TODAY.day, hour, 5))
    entry = quick_rating(day=TODAY, at=at, value=value, words=words)
    house.context.hub.do("a rating", house.store.ratings.add, entry)


def test_the_ratings_of_a_day_are_told_in_order_and_a_day_without_has_no_card(house: House) -> None:
    page = journal(house)
    [card] = page.findChildren(RatingsCard)
    assert not card.isVisible()
    rated(house, value=3, words="", hour=9)
    rated(house, value=8, words="Before the talk", hour=8)
    settle()
    said = words_of(card)
    assert "08:05, 8 of 10" in said
    assert "Before the talk" in said
    assert said.index("08:05, 8 of 10") < said.index("09:05, 3 of 10")


def test_a_rating_is_taken_out_by_keyboard_and_comes_back(house: House) -> None:
    page = journal(house)
    rated(house, value=3, words="Quiet", hour=9)
    settle()
    tab_to("Remove the rating at 09:05")
    enter()
    assert house.store.ratings.for_day(TODAY) == []
    assert "Quiet" not in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert [one.words for one in house.store.ratings.for_day(TODAY)] == ["Quiet"]
    assert "Quiet" in words_of(page)


def test_its_words_are_found_and_lead_to_its_day(house: House) -> None:
    house.open()
    rated(house, value=3, words="Brombeermarmelade", hour=9)
    ctrl(Qt.Key.Key_K)
    page = house.shell.page("finding")
    assert isinstance(page, FindingPage)
    type_in("brombeer")
    page.search.settle()
    settle()
    [own] = [row for row in page.search.list.rows if row.isVisible()]
    assert own.accessibleName().startswith("Rating, ")
    assert "3 of 10" in words_of(page)
    own.links[0].setFocus()
    enter()
    assert house.shell.pages.place == routes.journal(TODAY)
    [card] = house.shell.page("journal").findChildren(RatingsCard)
    assert card.isVisible()


def test_a_rating_of_a_day_to_come_is_moved_to_the_day_it_was(house: House) -> None:
    house.open()
    house.store.ratings.add(quick_rating(day=FAR, at=make.later((FAR - make.DAY).days * 1440)))
    page = house.go("journal")
    tab_to("Move: A rating: 6 of 10")
    enter()
    assert [one.value for one in house.store.ratings.for_day(TODAY)] == [6]
    assert "in the future" not in words_of(page)
