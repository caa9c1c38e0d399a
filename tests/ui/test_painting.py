"""A painter that raises is a quiet box, in a process of its own: the guard comes before widgets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BROKEN = """
from rewire_app import app
qt = app.application()
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from rewire_app.ui.base import crash
from rewire_app.ui.widgets.theme import theme
theme.use(qt)

class Broken(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.save()
        raise ValueError("Brombeermarmelade")

    def eventFilter(self, watched, event):
        raise KeyError("Brombeermarmelade")

widget = Broken()
widget.installEventFilter(widget)
widget.resize(40, 30)
for _time in range(3):
    picture = widget.grab().toImage()
assert picture.pixelColor(20, 15).name() == theme.color("sunken").name(), picture.pixelColor(20, 15).name()
report = crash.report()
assert report.count("ValueError") == 1, report
assert report.count("KeyError") == 1, report
assert "Brombeermarmelade" not in report
print("painted")
"""

EVERY = """
from rewire_app import app
app.application()
import importlib, pkgutil
import rewire_app.ui
from PySide6.QtWidgets import QGraphicsItem, QStyledItemDelegate, QWidget
for found in pkgutil.walk_packages(rewire_app.ui.__path__, "rewire_app.ui."):
    importlib.import_module(found.name)

def below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from below(one)

names = {QWidget: "paintEvent", QGraphicsItem: "paint", QStyledItemDelegate: "paint"}
own = {
    (one, one.__dict__[name])
    for kind, name in names.items()
    for one in below(kind)
    if one.__module__.startswith("rewire_app.") and name in one.__dict__
}
bare = [f"{one.__module__}.{one.__name__}" for one, paint in own if not hasattr(paint, "__wrapped__")]
assert len(own) > 80, len(own)
assert not bare, bare
print("guarded", len(own))
"""


def ran(program: str) -> str:
    """What a process printed that ended well."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Brombeermarmelade" not in done.stdout + done.stderr
    return done.stdout


def test_a_painter_that_raises_is_a_quiet_box_and_is_kept_once() -> None:
    assert "painted" in ran(BROKEN)


def test_every_painter_of_rewire_is_guarded() -> None:
    assert "guarded" in ran(EVERY)
