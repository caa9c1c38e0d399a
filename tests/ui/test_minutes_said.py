"""What a button that begins an exercise says, so many minutes, is what it hands on, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from rewire_app.content.offers import read_offer
from rewire_app.reports.offered_facts import Suggestion
from rewire_app.store import queries as reads
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route, RunRoute
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.today.page import TodayPage
from tests.store import entries as make
from tests.ui.house import House, enter, settle, type_in

TODAY = date(2026, 11, 24)
PLACES = [routes.TODAY, routes.PRACTICE, routes.practised(), routes.exercise("b-paced"), routes.HELP]
LIVED: dict[str, Iterable[int]] = {
    "nothing": (),
    "first": (0,),
    "days away": range(5, 10),
    "a month away": range(40, 45),
}


def live(house: House, days: Iterable[int]) -> None:
    """Practise so many days ago, with no plan that would say how long."""
    house.open()
    made = [
        make.practice(n, day=TODAY - timedelta(days=ago), exercise="b-paced", seconds=60)
        for n, ago in enumerate(days)
    ]
    house.store.many(made)
    house.context.hub.changed.emit(frozenset({"practices"}))
    settle()


def said(page: Page) -> list[tuple[QAbstractButton, int]]:
    """The buttons in sight that name minutes, and how many."""
    found = [
        (one, re.search(r"(\d+) min", one.text()))
        for one in page.findChildren(QAbstractButton)
        if one.isVisible()
    ]
    return [(button, int(minutes[1])) for button, minutes in found if minutes]


def begun(house: House, page: Page, index: int) -> list[Route]:
    """Where a press on one of the buttons leads; the page is seen again afterwards."""
    gone: list[Route] = []
    page.go.connect(gone.append)
    said(page)[index][0].click()
    settle()
    page.go.disconnect(gone.append)
    house.shell.covers.uncover()
    settle()
    return gone


@pytest.mark.parametrize("days", LIVED.values(), ids=LIVED.keys())
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_button_hands_on_the_minutes_it_says(place: Route, days: Iterable[int], house: House) -> None:
    live(house, days)
    for index, (_button, minutes) in enumerate(said(house.go(place))):
        for route in begun(house, house.go(place), index):
            assert not isinstance(route, RunRoute) or route.minutes == minutes


def test_the_usual_minutes_are_breathed_after_days_away(house: House) -> None:
    live(house, range(5, 10))
    page = house.go("today")
    assert isinstance(page, TodayPage)
    facts = reads.today(house.context.vault, TODAY.toordinal())
    page.fill(facts, Suggestion(offer=read_offer("b-paced"), minutes=4))
    [usual] = [button for button, minutes in said(page) if minutes == 4]
    assert usual.text() == "My usual 4 minutes"
    usual.click()
    settle()
    view = house.player.view
    type_in("6")
    enter()
    assert isinstance(view.current, BreatheView)
    rhythm = view.current.pacer.pattern
    assert rhythm.seconds == pytest.approx(240, abs=rhythm.breath_seconds / 2)
