"""Every word that a person meets in the window goes through gettext, whole and with its plural forms."""

from __future__ import annotations

import ast
import gettext
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

import rewire_app
from rewire_app import i18n

PACKAGE = Path(rewire_app.__file__).parent
EXAMPLES = {PACKAGE / "ui" / "frame" / name for name in ("gallery.py", "gallery_patterns.py")}
"""The sheets of components: their words are samples, drawn for pictures."""

FILES = sorted(set(PACKAGE.rglob("*.py")) - EXAMPLES)
SHOWING = {
    *("setText", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setToolTip"),
    *("setWindowTitle", "addItem", "set_error", "say", "offer", "announce", "refuse", "emit"),
}
"""Methods whose text is seen or heard."""
SPOKEN_KEYWORDS = {"name", "text", "title", "hint", "label", "safe", "other", "lead"}
NAMES = {"Rewire"}


def classes() -> frozenset[str]:
    """The names of all widgets and other classes of the window."""
    trees = (ast.parse(file.read_text("utf-8")) for file in (PACKAGE / "ui").rglob("*.py"))
    return frozenset(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literals(value: ast.expr) -> Iterator[str]:
    """The words that stand in `value` as they are, outside any further call."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from literals(part)
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)
        case ast.BinOp(left=left, right=right):
            yield from literals(left)
            yield from literals(right)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from literals(part)


def words(text: str) -> bool:
    """Whether `text` is meant to be read: a capital with letters behind it, or two words."""
    parts = text.split()
    return text not in NAMES and (
        any(part[:1].isupper() and part[1:].isalpha() and part[1:] for part in parts)
        or sum(part.isalpha() for part in parts) > 1
    )


def untranslated(source: str, widgets: frozenset[str]) -> list[str]:
    """Words handed to a widget of `widgets`, or to what shows text, without gettext."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (called(node) in SHOWING or called(node) in widgets):
            keywords = (word.value for word in node.keywords if word.arg in SPOKEN_KEYWORDS)
            for value in (*node.args, *keywords):
                found += [f"{node.lineno}: {text!r}" for text in literals(value) if words(text)]
    return found


def not_literal(source: str) -> list[int]:
    """Lines where gettext is given something other than whole literal texts: no catalogue can hold those."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in ("_", "ngettext"):
            texts = node.args[: 1 if called(node) == "_" else 2]
            if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "source",
    [
        'Body("Nothing noted")',
        'Card(name="Last night")',
        'label.setText(f"{n} of 10 days")',
        'label.setText("Saved" if kept else _("Not saved"))',
        'Combo(_("Show"), [("a", "Ten minutes")])',
    ],
)
def test_the_guard_finds_untranslated_words(source: str) -> None:
    assert untranslated(source, frozenset({"Body", "Card", "Combo"}))


@pytest.mark.parametrize("source", ['_(f"{n} days")', "_(text)", 'ngettext("one day", many, n)'])
def test_the_guard_finds_what_no_catalogue_can_hold(source: str) -> None:
    assert not_literal(source)


def test_every_word_in_the_window_is_translated() -> None:
    widgets = classes()
    found = [
        f"{file.relative_to(PACKAGE)}:{fault}"
        for file in FILES
        if file.is_relative_to(PACKAGE / "ui")
        for fault in untranslated(file.read_text("utf-8"), widgets)
    ]
    assert found == []


def said_at_import(source: str) -> list[int]:
    """Lines where words are translated while a module is imported, when no language is chosen yet."""

    def calls(node: ast.AST) -> Iterator[int]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call) and called(child) in ("_", "ngettext"):
                yield child.lineno
            if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                yield from calls(child)

    return list(calls(ast.parse(source)))


@pytest.mark.parametrize("source", ['NAME = _("Today")', 'class Page:\n    names = {"a": _("Today")}'])
def test_the_guard_finds_words_that_are_said_too_early(source: str) -> None:
    assert said_at_import(source)


def test_nothing_is_translated_before_the_language_is_chosen() -> None:
    found = {file.name: lines for file in FILES if (lines := said_at_import(file.read_text("utf-8")))}
    assert found == {}


def test_gettext_is_given_whole_texts_only() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in FILES
        if file.name != "i18n.py"
        for line in not_literal(file.read_text("utf-8"))
    ]
    assert found == []


def catalogue(texts: dict[str, str]) -> bytes:
    """A gettext catalogue in its binary form (GNU gettext manual, 10.3)."""
    rows = sorted((key.encode(), value.encode()) for key, value in texts.items())
    start = 28 + 16 * len(rows)
    tables: list[bytes] = []
    body = b""
    for column in (0, 1):
        for row in rows:
            tables.append(struct.pack("<II", len(row[column]), start + len(body)))
            body += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + b"".join(tables) + body


def test_a_catalogue_brings_another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    texts = {"": head, "Today": "Vandaag", "{n} day\0{n} days": "{n} dag\0{n} dagen"}
    (folder / "rewire.mo").write_bytes(catalogue(texts))
    monkeypatch.setattr(i18n, "resources", lambda: tmp_path)
    monkeypatch.setattr(i18n, "_translation", gettext.NullTranslations())
    i18n.use_language("nl")
    assert i18n._("Today") == "Vandaag"
    assert [i18n.ngettext("{n} day", "{n} days", n).format(n=n) for n in (1, 3)] == ["1 dag", "3 dagen"]
    i18n.use_language("xx")
    assert i18n._("Today") == "Today"
