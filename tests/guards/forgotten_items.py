"""Counts layout items that Qt has deleted and PySide6 remembers (`python -m tests.guards.forgotten_items`).

It is a program of its own: what it looks at is remembered too, and may end the process later.
"""

from __future__ import annotations

import os
import re

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from rewire_app.app import application
from rewire_app.settings import Settings
from rewire_app.ui.frame.screenshots import ROUTES, opened, settle
from rewire_app.ui.player.bars import ActionBar
from rewire_app.ui.player.view import Act, ScreenButtons
from rewire_app.ui.widgets.layout import hbox, lay_on, nest, nest_at, vbox, wide

ITEMS = ("QWidgetItem", "QSpacerItem", "QLayoutItem")


def address(item: object) -> int:
    """Where the part of Qt lies to which `item` belongs."""
    return int(Shiboken.getCppPointer(item)[0])


def forgotten() -> list[str]:
    """The items that are remembered and stand in no layout, each with what remembers it."""
    known = Shiboken.getAllValidWrappers()
    items = {address(one): one for one in known if type(one).__name__ in ITEMS}
    layouts = [one for one in known if isinstance(one, QLayout)]
    standing = {address(layout.itemAt(n)) for layout in layouts for n in range(layout.count())}
    return [
        re.sub(r"\s+", " ", Shiboken.dump(one))
        for place, one in items.items()
        if place not in standing and not Shiboken.ownedByPython(one)
    ]


def main() -> None:
    """Arrange the bar of the player as often as it likes, then go through all pages at three sizes."""
    qt = application()
    holder, bar = QWidget(), ActionBar()
    QVBoxLayout(holder).addWidget(bar)
    acts = {key: Act(key=key, text=key) for key in ("pause", "leave", "on")}
    for centred in (True, False, True):
        buttons = ScreenButtons(main=acts["on"], quiet=(acts["pause"],), right=acts["leave"], centred=centred)
        bar.show_bar(buttons, can_go_back=True)
        for width in (900, 120, 600):
            bar.set_room(width)
            settle(qt)
    print("bar", len(forgotten()))
    widgets = [QWidget() for _ in range(6)]
    outer = vbox(hbox(*widgets[:3]), hbox(wide(vbox(widgets[3]), 1), grid := QGridLayout()))
    nest_at(outer, 0, hbox(widgets[4]))
    nest(grid, hbox(widgets[5]), 0, 0)
    room = QWidget()
    lay_on(room, outer)
    for one in widgets[::2]:
        one.deleteLater()
    for one in widgets[1::2]:
        one.setParent(None)
    settle(qt)
    print("nested", len(forgotten()))
    with opened(qt, Settings(set_up=True, country="US"), (1000, 700), filled=True) as window:
        for width in (1000, 760, 1300):
            window.resize(width, 700)
            for route in ROUTES.values():
                window.go(route)
                settle(qt)
        print("pages", len(forgotten()), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
