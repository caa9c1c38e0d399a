"""Colours and fonts are roles of the theme: no module outside it names one itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "rewire_app"
THEME = PACKAGE / "ui" / "widgets" / "theme.py"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != THEME)

HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
FUNCTION = re.compile(r"\b(?:rgba?|hsla?)\(", re.IGNORECASE)
MAKERS = {"QColor", "fromRgb", "fromHsl", "fromHsv", "QFont"}
NO_COLOUR = {"transparent", "NoPen", "NoBrush", "color0", "color1"}


def named(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def style_literals(source: str) -> Iterator[str]:
    """Every colour or font that `source` names itself, with its line."""
    tree = ast.parse(source)
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in spoken:
                if HEX.search(text) or FUNCTION.search(text):
                    yield f"{node.lineno}: {text!r}"
            case ast.Call() if named(node) in MAKERS and any(
                isinstance(given, ast.Constant) for given in node.args
            ):
                yield f"{node.lineno}: {ast.unparse(node)}"
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id="Qt"), attr="GlobalColor"), attr=colour):
                if colour not in NO_COLOUR:
                    yield f"{node.lineno}: Qt.GlobalColor.{colour}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_but_the_theme_names_a_colour_or_a_font(module: Path) -> None:
    assert list(style_literals(module.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "ink = '#19706B'",
        "ink = '#fff'",
        "sheet = 'QWidget { color: #19706B; }'",
        "sheet = f'a {{ color: rgb(1, 2, 3); }}'",
        "QColor('red')",
        "QColor(25, 112, 107)",
        "QtGui.QColor(25, 112, 107, 40)",
        "QColor.fromRgb(1, 2, 3)",
        "QFont('Arial')",
        "pen(Qt.GlobalColor.red)",
    ],
)
def test_the_search_finds_each_way(source: str) -> None:
    assert len(list(style_literals(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring may say #19706B."""',
        "QColor(value)",
        "QFont()",
        "QFont(theme.font('body'))",
        "Qt.GlobalColor.transparent",
        "theme.color('primary')",
        "route = 'journal/2026-11-24'",
        "words = _('Step #2')",
    ],
)
def test_the_search_lets_roles_be(source: str) -> None:
    assert list(style_literals(source)) == []
