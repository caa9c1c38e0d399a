"""Every sentence that says what went wrong or was done, as the source holds it, and drawn where it is said.

`python -m tests.screens.messages FOLDER` draws them all, to be read aloud: a picture for each module.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.undo_strip import UndoStrip

PACKAGE = Path(__file__).parent.parent.parent / "rewire_app"
SAYS = ("hub.failed.emit", "hub.said.emit", "self.failed.emit", "self.said.emit")
FAULT = re.compile(r"\b\w+Error\($", re.MULTILINE)
LEAST_WORDS = 5
"""Shorter ones are names of buttons."""
GAP = re.compile(r"\{(\w+)\}")
FILLED = {"n": "12", "count": "12", "length": "12,345", "limit": "10,000", "program": "Nextcloud"}
"""What stands in the gaps of a sentence; a long path in the others."""
PATH = "/home/someone/a folder with a long name/Rewire"


def messages() -> dict[str, list[str]]:
    """The sentences of each module that can say one at the foot of the window, by its name."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        text, name = file.read_text("utf-8"), file.relative_to(PACKAGE).with_suffix("").as_posix()
        tells = name.startswith("ui/frame/") or FAULT.search(text) or any(say in text for say in SAYS)
        if tells and (said := list(_sentences(ast.parse(text)))):
            found[name] = said
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext")
        ):
            for told in node.args[:2]:
                if isinstance(told, ast.Constant) and len(str(told.value).split()) >= LEAST_WORDS:
                    yield GAP.sub(lambda gap: FILLED.get(gap[1], PATH), str(told.value))


def strip_in(wide: int) -> tuple[QWidget, UndoStrip]:
    """A window of `wide` px, and the strip at its foot."""
    window = QWidget()
    strip = UndoStrip(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(strip)
    window.resize(wide, 420)
    window.show()
    return window, strip


def draw(qt: QApplication, folder: Path, wide: int = 900, scale: int = 150) -> None:
    """One picture a module: its strips, one under another."""
    folder.mkdir(parents=True, exist_ok=True)
    theme.use(qt, scale=scale)
    for name, said in messages().items():
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for sentence in said:
            strip = UndoStrip(holder)
            column.addWidget(strip)
            strip.say(sentence)
        holder.resize(wide, 100)
        holder.show()
        for _turn in range(6):
            qt.processEvents()
        holder.resize(
            wide, column.heightForWidth(wide) if column.hasHeightForWidth() else column.sizeHint().height()
        )
        for _turn in range(6):
            qt.processEvents()
        holder.grab().save(str(folder / f"{name.replace('/', '-')}.png"))
        holder.close()


if __name__ == "__main__":
    draw(QApplication(sys.argv), Path(sys.argv[1]))
