"""About says which Rewire this is, where help and the notes are, and whose work is inside."""

from __future__ import annotations

import pytest

from rewire_app import __version__
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from tests.ui.house import House, enter, focused, settle, tab_to, words_of


@pytest.fixture
def about(house: House) -> Page:
    house.open()
    return house.go(routes.settings("about"))


def test_it_names_the_version_and_where_the_notes_are(house: House, about: Page) -> None:
    words = words_of(about)
    assert f"Rewire {__version__}" in words
    assert str(house.profile) in words
    assert "Removing the program leaves them there" in words


def test_help_is_one_step_away(house: House, about: Page) -> None:
    tab_to("Open Help now")
    enter()
    assert house.shell.pages.place == routes.HELP


def test_every_part_is_told_with_its_licence_once_it_is_asked_for(about: Page) -> None:
    assert "SQLCipher, SQLite: BSD 3-Clause" not in words_of(about)
    tab_to("Every part and its licence")
    enter()
    settle()
    words = words_of(about)
    assert "Qt, PySide6: LGPL 3.0" in words
    assert "SQLCipher, SQLite: BSD 3-Clause" in words
    assert focused().accessibleName() == "Every part and its licence"
