"""Guard: no layout item that Qt has deleted is remembered.

A layout that is put into another one has a Python object for each of its items. When Qt deletes such a
layout while it is full, PySide6 6.10 keeps those objects. What comes to lie at the same place later is taken
for one of them, and when it is deleted the program falls.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from rewire_app.settings import Settings
from rewire_app.ui.frame.screenshots import ROUTES, opened, settle
from rewire_app.ui.player.bars import ActionBar
from rewire_app.ui.player.view import Act, ScreenButtons
from rewire_app.ui.widgets.layout import take_out
from tests.structure import TREE

ITEMS = ("QWidgetItem", "QSpacerItem", "QLayoutItem")


def address(item: object) -> int:
    """Where the part of Qt lies to which `item` belongs."""
    return int(Shiboken.getCppPointer(item)[0])  # type: ignore[no-untyped-call]


def forgotten() -> list[str]:
    """The items that are remembered and stand in no layout, each with what remembers it."""
    known = Shiboken.getAllValidWrappers()  # type: ignore[no-untyped-call]
    items = {address(one): one for one in known if type(one).__name__ in ITEMS}
    layouts = [one for one in known if isinstance(one, QLayout)]
    standing = {address(layout.itemAt(n)) for layout in layouts for n in range(layout.count())}
    return [
        re.sub(r"\s+", " ", Shiboken.dump(one))  # type: ignore[no-untyped-call]
        for place, one in items.items()
        if place not in standing and not Shiboken.ownedByPython(one)  # type: ignore[no-untyped-call]
    ]


def line(outer: QHBoxLayout, widgets: list[QLabel]) -> None:
    """`widgets` in a layout of their own in `outer`."""
    side = QHBoxLayout()
    for widget in widgets:
        side.addWidget(widget)
    side.addStretch(1)
    outer.addLayout(side)


def test_what_is_looked_for_can_be_found(qapp: QApplication) -> None:
    whole = QWidget()
    outer = QHBoxLayout(whole)
    widgets = [QLabel(parent=whole) for _n in range(3)]
    line(outer, widgets)
    outer.takeAt(0)
    assert len(forgotten()) == 4
    whole.deleteLater()


def test_a_layout_that_is_filled_anew_is_emptied_first(qapp: QApplication) -> None:
    whole = QWidget()
    outer = QHBoxLayout(whole)
    widgets = [QLabel(parent=whole) for _n in range(3)]
    before = forgotten()
    for _again in range(4):
        line(outer, widgets)
        settle(qapp)
        assert take_out(outer) == widgets
        settle(qapp)
        assert forgotten() == before
    whole.deleteLater()


def test_the_bar_of_the_player_may_be_arranged_as_often_as_it_likes(qapp: QApplication) -> None:
    holder = QWidget()
    bar = ActionBar()
    QVBoxLayout(holder).addWidget(bar)
    before = forgotten()
    acts = {key: Act(key=key, text=key) for key in ("pause", "leave", "on")}
    for centred in (True, False, True):
        buttons = ScreenButtons(main=acts["on"], quiet=(acts["pause"],), right=acts["leave"], centred=centred)
        bar.show_bar(buttons, can_go_back=True)
        for width in (900, 120, 600):
            bar.set_room(width)
            settle(qapp)
    assert forgotten() == before
    holder.deleteLater()


def test_no_page_leaves_an_item_behind(qapp: QApplication) -> None:
    before = forgotten()
    with opened(qapp, Settings(set_up=True, country="US"), (1000, 700), filled=True) as window:
        for width in (1000, 760, 1300):
            window.resize(width, 700)
            for route in ROUTES.values():
                window.go(route)
                settle(qapp)
        assert forgotten() == before


def test_only_one_place_takes_items_out_of_layouts() -> None:
    def takes(path: Path) -> bool:
        return ".takeAt(" in path.read_text("utf-8")

    assert [path.name for path in sorted((TREE / "rewire_app").rglob("*.py")) if takes(path)] == ["layout.py"]
