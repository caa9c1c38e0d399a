"""Guard: no layout item that Qt has deleted is remembered.

A layout that is put into another one gets a Python object for each of its items, and so does an item that is
asked for. When Qt deletes such an item, alone with its widget or with a layout that is full, PySide6 6.10
keeps that object. What comes to lie at the same place later is taken for it, and the program falls.
"""

from __future__ import annotations

import re
import subprocess
import sys

from tests.structure import TREE


def test_neither_the_bar_of_the_player_nor_a_widget_that_goes_nor_any_page_leaves_an_item_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.guards.forgotten_items"],
        capture_output=True,
        text=True,
        check=False,
        cwd=TREE,
        timeout=300,
    )
    assert [line for line in done.stdout.splitlines() if line.startswith(("bar", "nested", "pages"))] == [
        "bar 0",
        "nested 0",
        "pages 0",
    ], done.stderr[-2000:]


MAKES_ITEMS_KNOWN = ("takeAt", "itemAt", "addLayout", "insertLayout", "setLayout", "replaceWidget")


def test_only_one_place_lets_python_know_of_items_of_layouts() -> None:
    asked = re.compile(rf"\.({'|'.join(MAKES_ITEMS_KNOWN)})\(")
    found = {
        path.name: sorted(set(asked.findall(path.read_text("utf-8"))))
        for path in sorted((TREE / "rewire_app").rglob("*.py"))
    }
    known = sorted(set(MAKES_ITEMS_KNOWN) - {"replaceWidget"})
    assert {name: calls for name, calls in found.items() if calls} == {"layout.py": known}
