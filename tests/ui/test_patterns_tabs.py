"""The tabs of Patterns: each leads to its page, the keyboard stays on them, little room makes them a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from rewire_app.ui.base import routes
from rewire_app.ui.base.patterns_tabs import TABS, PatternsTabs
from tests.ui.house import House, focused, press, settle


def tabs_in_sight(house: House) -> PatternsTabs:
    return next(one for one in house.window.findChildren(PatternsTabs) if one.isVisible())


def test_left_and_right_lead_from_tab_to_tab_and_back_to_the_first(house: House) -> None:
    house.open().resize(1200, 800)
    house.go(routes.PATTERNS)
    tabs_in_sight(house).take_focus()
    seen = []
    for _key, name in TABS:
        seen.append((house.shell.pages.place.page, focused().accessibleName() == name()))
        press(Qt.Key.Key_Right)
        settle()
    assert seen == [(key, True) for key, _name in TABS]
    assert house.shell.pages.place == routes.PATTERNS


def test_every_tab_lights_patterns_in_the_rail_and_esc_leads_there(house: House) -> None:
    house.open().resize(1200, 800)
    for key, _name in TABS:
        house.go(key)
        assert house.shell.here == "patterns"
    tabs_in_sight(house).take_focus()
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == routes.PATTERNS


def test_a_screen_reader_hears_tabs_of_which_one_is_chosen(house: House) -> None:
    house.open().resize(1200, 800)
    house.go(routes.PLANS)
    tabs_in_sight(house).take_focus()
    told = QAccessible.queryAccessibleInterface(focused())
    assert told.role() == QAccessible.Role.PageTab
    assert told.state().selected


def test_in_little_room_the_pages_are_chosen_from_a_list(house: House) -> None:
    house.open().resize(800, 600)
    house.go(routes.PATTERNS)
    tabs = tabs_in_sight(house)
    assert not tabs.row.isVisible()
    assert tabs.list.picker.currentText() == "Show: Patterns"
    tabs.list.setFocus()
    press(Qt.Key.Key_Down)
    settle()
    assert house.shell.pages.place == routes.LADDERS
    assert tabs_in_sight(house).list.picker.currentText() == "Show: Ladders"
