"""Guard: no layout item that Qt has deleted is remembered.

A layout that is put into another one has a Python object for each of its items. When Qt deletes such a
layout while it is full, PySide6 6.10 keeps those objects. What comes to lie at the same place later is taken
for one of them, and when it is deleted the program falls.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.structure import TREE


def test_neither_the_bar_of_the_player_nor_any_page_leaves_an_item_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.guards.forgotten_items"],
        capture_output=True,
        text=True,
        check=False,
        cwd=TREE,
        timeout=300,
    )
    assert [line for line in done.stdout.splitlines() if line.startswith(("bar", "pages"))] == [
        "bar 0",
        "pages 0",
    ], done.stderr[-2000:]


def test_only_one_place_takes_items_out_of_layouts() -> None:
    def takes(path: Path) -> bool:
        return ".takeAt(" in path.read_text("utf-8")

    assert [path.name for path in sorted((TREE / "rewire_app").rglob("*.py")) if takes(path)] == ["layout.py"]
