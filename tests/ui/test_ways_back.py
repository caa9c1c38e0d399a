"""Pages that belong to another: their item of the rail is lit, the link at the top and Esc lead there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.widgets.rail import RailButton
from tests.ui.house import House, enter, press, settle, tab_to, type_in

BELOW = {
    "state": "Practice",
    "lists": "Practice",
    "custom": "Practice",
    "experiment": "Trends",
    "unwanted": "Practice",
    "questionnaires": "Trends",
    "bringing": "Settings",
    "packs": "Library",
    "taking": "Settings",
}
"""The pages below another one, and what that is called."""


def lit(house: House) -> list[str]:
    return [one.label for one in house.shell.findChildren(RailButton) if one.isChecked()]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "help"])
def test_on_every_page_one_item_of_the_rail_is_lit(page: str, house: House) -> None:
    house.open()
    house.go(page)
    assert len(lit(house)) == 1


@pytest.mark.parametrize(("page", "above"), BELOW.items())
def test_a_page_below_another_lights_it_and_leads_there(page: str, above: str, house: House) -> None:
    house.open()
    for way in ("link", "esc"):
        shown = house.go(page)
        assert lit(house) == [above]
        [link] = [one for one in shown.findChildren(BackLink) if one.isVisible()]
        assert link.label == above
        if way == "link":
            link.click()
        else:
            tab_to(above)
            press(Qt.Key.Key_Escape)
        settle()
        assert house.shell.pages.place.page == above.casefold()


@pytest.mark.parametrize(
    ("inner", "up"),
    [
        (routes.lists("kit"), routes.LISTS),
        (routes.FAIRER_THOUGHTS, routes.RECORDS),
        (routes.NEW_EXERCISE, routes.CUSTOM),
        (routes.pattern(), routes.CUSTOM),
        (routes.library("L01"), routes.LIBRARY),
        (routes.questionnaire("phq-4"), routes.QUESTIONNAIRES),
    ],
    ids=str,
)
def test_from_a_part_of_a_page_esc_leads_to_the_whole(inner: Route, up: Route, house: House) -> None:
    house.open()
    page = house.go(inner)
    page.setFocus()
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == up
    assert page.isVisible()


@pytest.mark.parametrize(
    "asked_on", [routes.TODAY, routes.SETTINGS, routes.lists("kit"), routes.library("L01")], ids=str
)
def test_from_help_esc_leads_back_to_where_it_was_asked_for(asked_on: Route, house: House) -> None:
    house.open()
    house.go(asked_on)
    place = house.shell.pages.place
    for _turn in range(2):
        press(Qt.Key.Key_F1)
        press(Qt.Key.Key_F1)  # asked for on Help itself, it is where it was
        assert house.shell.pages.place == routes.HELP
        press(Qt.Key.Key_Escape)
        assert house.shell.pages.place == place


def test_from_help_esc_leaves_what_is_half_written_as_it_is(house: House) -> None:
    house.open()
    house.go(routes.NEW_EXERCISE)
    tab_to("What is it called?")
    type_in("A slow walk")
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)
    assert tab_to("What is it called?").text() == "A slow walk"


def test_esc_on_the_rail_goes_up_too(house: House) -> None:
    house.open()
    house.go("experiment")
    tab_to("Practice")
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == routes.TRENDS


def test_the_link_is_the_first_stop_of_its_page(house: House) -> None:
    house.open()
    house.go("state")
    tab_to("Help now")
    press(Qt.Key.Key_Tab)
    tab_to("Practice")
    enter()
    assert house.shell.pages.place == routes.PRACTICE
