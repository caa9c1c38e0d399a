"""Guard: Qt calling a Python override never eats a reference to it.

PySide6 6.10 drops one reference to a Python `QLayout.itemAt` for each call from Qt; after enough calls the
method is freed and the program falls, long after any quick test has passed.
"""

from __future__ import annotations

import inspect
import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from rewire_app.settings import Settings
from rewire_app.ui.frame.screenshots import ROUTES, opened, settle

SLACK = 3
"""References that come and go by themselves."""


def overrides() -> dict[str, int]:
    """Every method of every Qt class of Rewire with its number of references."""
    found: dict[str, int] = {}
    waiting = [QObject]
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            waiting.append(kind)
            if not kind.__module__.startswith("rewire_app"):
                continue
            for name, value in list(vars(kind).items()):
                if inspect.isfunction(value):
                    found[f"{kind.__module__}.{kind.__qualname__}.{name}"] = sys.getrefcount(value)
    return found


def test_no_override_loses_references_while_pages_are_laid_out(qapp: QApplication) -> None:
    with opened(qapp, Settings(set_up=True, country="US"), (1000, 700), filled=True) as window:
        for route in ROUTES.values():
            window.go(route)
            settle(qapp)
        before = overrides()
        for width in (760, 1300, 900):
            window.resize(width, 700)
            for route in ROUTES.values():
                window.go(route)
                settle(qapp)
        after = overrides()
    lost = {name: (count, after[name]) for name, count in before.items() if after[name] < count - SLACK}
    assert len(before) > 300
    assert lost == {}
