"""No text that a person meets holds a word that Rewire does not say."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rewire_app
from rewire_app import paths
from rewire_app.content.words import TextPlace, forbidden_words

PACKAGE = Path(rewire_app.__file__).parent
SPEAKING = {"_", "gettext", "ngettext"}
TITLES_OF_OTHERS = "sources.toml"
TOML_FILES = sorted(path for path in paths.content().rglob("*.toml") if path.name != TITLES_OF_OTHERS)
VERBATIM = {"questionnaires": {"name", "stem", "options", "items", "reverse", "source", "licence"}}
"""What files of these folders hold word for word as others published it."""
ARTICLES = sorted(paths.content().rglob("*.md"))


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """Every literal text handed to gettext in `source`, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, argument.value


def texts(value: Any, under: str = "") -> Iterator[str]:
    """Every text in a TOML value; references name the titles of others and are left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("refs", "credit", "sources"):
                yield from texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, under)


def faults(found: Iterator[tuple[Any, str]], place: TextPlace) -> list[str]:
    return [
        f"{where}: {finding.word!r} in {text!r}: {finding.reason}"
        for where, text in found
        for finding in forbidden_words(text, place)
    ]


def test_the_guard_reads_what_is_handed_to_gettext() -> None:
    source = '_("Great job")\nngettext("one", "many!", n)\nprint("aside")\n'
    assert [text for _line, text in spoken(source)] == ["Great job", "one", "many!"]
    assert len(faults(spoken(source), TextPlace.SCREEN)) == 2


def test_no_forbidden_word_in_the_texts_of_the_program() -> None:
    found: list[str] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        lines = spoken(path.read_text("utf-8"))
        found += faults(
            ((f"{path.relative_to(PACKAGE)}:{line}", text) for line, text in lines), TextPlace.SCREEN
        )
    assert found == []


@pytest.mark.parametrize("path", TOML_FILES, ids=lambda path: path.name)
def test_no_forbidden_word_in_a_content_file(path: Path) -> None:
    content = tomllib.loads(path.read_text("utf-8"))
    for name in VERBATIM.get(path.parent.name, ()):
        content.pop(name, None)
    place = TextPlace.EXERCISE if path.parent.name == "exercises" else TextPlace.SCREEN
    assert faults(((path.name, text) for text in texts(content)), place) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_no_forbidden_word_in_an_article(path: Path) -> None:
    _fence, head, body = path.read_text("utf-8").split("+++", 2)
    found = [(path.name, text) for text in (*texts(tomllib.loads(head)), body)]
    assert faults(iter(found), TextPlace.ARTICLE) == []
