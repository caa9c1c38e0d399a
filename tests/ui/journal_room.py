"""A day of the journal to write in, for the tests of its page."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from rewire_app.reports.notes import notes_of
from rewire_app.ui.base import routes
from rewire_app.ui.evening.page import EveningPage
from rewire_app.ui.journal.page import JournalPage
from rewire_app.ui.moment.form import MomentForm
from rewire_app.ui.widgets.autosave import Autosave
from tests.ui.house import (
    House,
    enter,
    focused,
    settle,
    tab_to,
)

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)
REACTED = "All in all, how easily and strongly did you react today?"
GOOD = "One good moment"
LONG = "x" * 60_000


def journal(house: House, route: str = "journal") -> JournalPage:
    """The page of a day in an open window."""
    house.open()
    page = house.go(route)
    assert isinstance(page, JournalPage)
    return page


def evening(house: House, day: date = TODAY) -> EveningPage:
    """The evening check of a day in an open window."""
    house.open()
    page = house.go(routes.evening(day))
    assert isinstance(page, EveningPage)
    return page


def resting(page: QWidget) -> list[Autosave]:
    """What waits for typing to rest."""
    return [saving for saving in page.findChildren(Autosave) if saving.due]


def let_rest(page: QWidget) -> None:
    """The eight tenths of a second are over."""
    for saving in resting(page):
        saving.flush()
    settle()


def note_of(house: House, day: date = TODAY) -> str:
    """What the notes that are stored of `day` say."""
    return "\n".join(note.text for note in notes_of(house.store, day))


def add_moment() -> None:
    """Open the form of a new moment by keys."""
    tab_to("Add a moment")
    enter()
    assert focused().accessibleName() == "What set it off?"


def moment_form(house: House) -> MomentForm | None:
    """What a moment is written in, where one is."""
    settle()
    page = house.shell.page("moment") if "moment" in house.shell.pages.built else None
    return page.findChild(MomentForm) if page is not None and page.isVisible() else None


def type_minutes() -> None:
    """Give the start and the minutes by hand, by keys."""
    tab_to("Type the minutes instead")
    enter()


def unfold_more() -> None:
    """Open what a moment asks beyond the first things, by keys."""
    tab_to("More")
    enter()


def unfold_night() -> None:
    """Open what is asked of a night beyond its times, by keys; it is open where something is noted."""
    tab_to("Naps, caffeine, alcohol, medicine, a note")
    if focused().accessibleDescription() == "closed":
        enter()


def fill_disk(house: House, *, full: bool = True) -> None:
    """Leave the database no room for another page, or give it room again."""
    connection = house.context.vault.connection
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages if full else 1_000_000}")
