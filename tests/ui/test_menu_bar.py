"""The bar of a small window and the list of pages that its Menu opens, by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.ui.frame.beside import Beside
from rewire_app.ui.frame.routes import PAGES, rail_items
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.rail import RailButton
from rewire_app.ui.widgets.section_list import SectionButton
from tests.ui.house import House, enter, focused, press, settle, tab_to

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def small(house: House) -> House:
    """A window as small as it may be."""
    house.open().resize(640, 420)
    settle()
    return house


def beside(house: House) -> Beside:
    found = house.shell.findChild(Beside)
    assert isinstance(found, Beside)
    return found


def where(house: House, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(house.window, QPoint(0, 0)), widget.size())


def test_a_small_window_has_a_bar_in_the_place_of_the_rail(small: House) -> None:
    assert beside(small).bar.isVisible()
    assert not beside(small).rail.isVisible()
    small.window.resize(1000, 700)
    settle()
    assert not beside(small).bar.isVisible()
    assert beside(small).rail.isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_the_bar_names_every_page(page: str, small: House) -> None:
    small.go(page)
    assert beside(small).bar.name.text()


def test_menu_opens_the_list_and_an_item_leads_to_its_page(small: House) -> None:
    tab_to("Menu")
    enter()
    assert beside(small).rail.isVisible()
    assert focused().accessibleName() == "Today"
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    enter()
    assert small.shell.page("journal").isVisible()
    assert not beside(small).rail.isVisible()
    assert beside(small).bar.name.text() == "Journal"
    assert focused().accessibleName() == "Menu"


def test_alt_m_opens_the_list_and_esc_gives_the_keyboard_back(small: House) -> None:
    press(Qt.Key.Key_M, modifier=ALT)
    assert beside(small).rail.isVisible()
    press(Qt.Key.Key_Escape)
    assert not beside(small).rail.isVisible()
    assert focused().accessibleName() == "Menu"


@pytest.mark.parametrize("height", [420, 336, 280])
def test_the_list_covers_neither_help_nor_menu_and_is_seen_as_a_whole(height: int, small: House) -> None:
    small.window.setMinimumSize(640, height)
    small.window.resize(640, height)
    settle()
    press(Qt.Key.Key_M, modifier=ALT)
    listed = where(small, beside(small).rail)
    bar = beside(small).bar
    assert not listed.intersects(where(small, bar.help_button))
    assert not listed.intersects(where(small, bar.menu_button))
    shown = [one for one in beside(small).rail.findChildren(RailButton) if one.isVisible()]
    assert len(shown) == len(rail_items()) + 1
    assert all(listed.contains(where(small, one)) for one in shown)
    assert all(one.height() >= 32 for one in shown)
    assert small.window.rect().contains(listed)


def test_a_press_beside_the_list_closes_it(small: House) -> None:
    press(Qt.Key.Key_M, modifier=ALT)
    at = QPoint(620, 300)
    over = small.window.childAt(at)
    assert over is not None
    QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=over.mapFrom(small.window, at))
    assert not beside(small).rail.isVisible()


def test_tab_past_the_list_closes_it(small: House) -> None:
    press(Qt.Key.Key_M, modifier=ALT)
    for _turn in range(len(rail_items()) + 1):
        press(Qt.Key.Key_Tab)
    assert not beside(small).rail.isVisible()
    assert QApplication.focusWidget() is not None


def test_alt_m_goes_to_the_rail_where_there_is_one(house: House) -> None:
    house.open().resize(1200, 800)
    house.go("trends")
    press(Qt.Key.Key_M, modifier=ALT)
    assert focused().accessibleName() == "Trends"


def test_larger_text_is_like_a_smaller_window_at_once(house: House) -> None:
    house.prepare(text_size=90)
    house.open().resize(1010, 800)
    first, second = house.go("settings").findChildren(SectionButton)[:2]
    assert first.y() < second.y()
    house.context.preferences.put(text_size=100)
    settle()
    assert first.y() == second.y()
    house.context.preferences.put(text_size=200)
    settle()
    assert beside(house).bar.isVisible()
    house.context.preferences.put(text_size=100)
    settle()
    assert beside(house).rail.isVisible()


def test_help_now_is_one_press_away_in_a_small_window(small: House) -> None:
    tab_to("Help now")
    enter()
    assert small.shell.page("help").isVisible()
    assert beside(small).bar.name.text() == "Help now"


def test_the_ring_of_a_section_lies_inside_it(house: House) -> None:
    house.open().resize(1200, 800)
    house.go("settings")
    here = tab_to("Motion")
    assert isinstance(here, SectionButton)
    ring = house.shell.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.geometry() == where(house, here)
