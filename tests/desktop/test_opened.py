"""On macOS the application itself hears which file a person opens; nothing looks at every event for it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "rewire_app"

OPENED = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from rewire_app.desktop.opened import OpeningApplication
app = OpeningApplication(["rewire"])
app.opened.connect(lambda file: print("opened", file))
print(QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1]))))
QCoreApplication.sendEvent(app, QEvent(QEvent.Type.ApplicationPaletteChange))
"""

APPLICATION_WIDE = re.compile(r"\b(?:app|qt|application|instance\(\))\.installEventFilter\(")
LOOKS_AT_ALL = ["look_only.py"]
"""While a copy is looked at, fields come and go that are only to be read."""


def test_a_file_that_the_desktop_hands_over_is_said(tmp_path: Path) -> None:
    file = tmp_path / "Atem mit Umlaut ä.rewire-exercise"
    heard = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", OPENED, str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert heard.stdout.splitlines() == [f"opened {file}", "True"]


def test_nothing_else_looks_at_the_events_of_the_whole_program() -> None:
    found = [file.name for file in PACKAGE.rglob("*.py") if APPLICATION_WIDE.search(file.read_text("utf-8"))]
    assert found == LOOKS_AT_ALL
