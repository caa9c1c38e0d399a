"""A start loads nothing before the person sees their day that the day does not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rewire_app import settings
from rewire_app.settings import Settings
from rewire_app.ui.frame.door import LATER

TREE = Path(__file__).resolve().parents[2]
START = """
import json, os, sys
from rewire_app import app
from rewire_app.ui.frame import window
from PySide6.QtWidgets import QApplication

class Watched(window.Window):
    def show(self):
        self.begun = set(sys.modules)
        self.filled.connect(self.note)
        self.ready.connect(self.tell)
        super().show()

    def note(self):
        self.seen = set(sys.modules)

    def tell(self):
        told = {"shown": self.begun, "filled": self.seen, "ready": set(sys.modules)}
        self.shell.door.opening.wait()
        told["rested"] = set(sys.modules)
        style = QApplication.style().name()
        lines = [one.accessibleDescription() for one in QApplication.allWidgets()]
        told = {name: sorted(modules) for name, modules in told.items()}
        print(json.dumps({**told, "style": style, "said": lines}), flush=True)
        os._exit(0)

window.Window = Watched
app.run(["--profile", sys.argv[1]])
"""
NEVER = {
    *(
        "alembic",
        "cryptography",
        "fsrs",
        "keyring",
        "markdown_it",
        "numpy",
        "platform",
        "pyqtgraph",
        "sqlalchemy",
    ),
    *("statistics", "rewire_app.store.vault.copies", "rewire_app.ui.base.secret_form"),
}


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a start tells of itself, on a profile of four hundred days and a desktop with its own style."""
    profile = tmp_path_factory.mktemp("light") / "profile"
    fill = [sys.executable, "-m", "rewire_app", "--profile", str(profile), "sample", "--days", "400"]
    subprocess.run(fill, cwd=TREE, capture_output=True, check=True, timeout=300)
    settings.save(profile, Settings(set_up=True))
    done = subprocess.run(
        [sys.executable, "-c", START, str(profile)],
        cwd=TREE,
        env={**os.environ, "QT_STYLE_OVERRIDE": "Windows"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_window_is_shown_before_the_database_driver_is_loaded(start: dict[str, Any]) -> None:
    assert "sqlcipher3" not in start["shown"]
    assert "sqlcipher3" in start["filled"]


def test_today_shows_without_what_only_other_pages_need(start: dict[str, Any]) -> None:
    assert NEVER & set(start["filled"]) == set()


def test_a_fair_test_is_told_on_today_without_what_works_out_its_result(start: dict[str, Any]) -> None:
    assert any("Your fair test, day" in line for line in start["said"])
    assert {"numpy", "pyqtgraph"} & set(start["ready"]) == set()


def test_what_runs_exercises_is_loaded_once_today_is_there_and_nobody_waits(start: dict[str, Any]) -> None:
    assert set(LATER) & set(start["filled"]) == set()
    assert set(LATER) <= set(start["rested"])
    assert {"numpy", "pyqtgraph"} & set(start["rested"]) == set()


def test_the_style_below_the_theme_is_the_same_on_every_desktop(start: dict[str, Any]) -> None:
    assert start["style"] == "fusion"
