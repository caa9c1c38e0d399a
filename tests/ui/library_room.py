"""The library's list with its search at hand, for the tests of its page."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Reading
from rewire_app.ui.library.found import FoundRow
from rewire_app.ui.library.page import LibraryPage
from rewire_app.ui.library.shelf import Shelf
from tests.ui.house import (
    EVENING,
    House,
    focused,
    settle,
)

BOX = "Search articles and exercises"


def shelf_of(house: House) -> Shelf:
    page = house.go("library")
    assert isinstance(page, LibraryPage)
    return page.shelf


def searching(house: House) -> Shelf:
    """The list with the keyboard in the box and the search ready."""
    shelf = shelf_of(house)
    shelf.settle()
    settle()
    shelf.search()
    assert focused().accessibleName() == BOX
    return shelf


def results(shelf: Shelf) -> list[str]:
    return [row.accessibleName() for row in shelf.findChildren(FoundRow) if row.isVisible()]


def at(days_ago: int) -> ZoneClock:
    return ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=EVENING - timedelta(days=days_ago))


def read(house: House, article: str, *, days_ago: int, **fields: object) -> Reading:
    """Keep a reading; read to the end on its day unless `fields` say otherwise."""
    now = at(days_ago).now()
    told = {"read_day": now.wall.date(), **fields}
    reading = Reading(uid=new_uid(now), article=article, opened=now, **told)  # type: ignore[arg-type]
    house.context.hub.note(house.store.readings.put, reading)
    return reading
