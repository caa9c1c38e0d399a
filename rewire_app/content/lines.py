"""Where a field stands in a content file: the line number for the name that a fault uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rewire_app.errors import ContentError

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)$")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"""|' r"'''.*?'''" r'|"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'", re.DOTALL)
_SHORT = re.compile(r"^(steps \d+)\.(\d+)")
_PARSER_LINE = re.compile(r"\(at line (\d+)")


def field_lines(text: str) -> Mapping[str, int]:
    """The line of every table and field in TOML `text`, by the name faults use: "steps 2.when", "keeps 1".

    Strings are blanked first, so that brackets in them count for nothing. What stands inside an inline table
    or array on several lines gets a line of its own where it opens: "steps 2.columns 1".
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    where, inside, deep = "", "", 0
    for number, line in enumerate(_blanked(text).splitlines(), start=1):
        if deep == 0:
            header = _HEADER.match(line)
            if header is not None:
                where = _table(header[2], array=header[1] == "[[", counts=counts)
                found.setdefault(where, number)
                continue
            key = _KEY.match(line)
            if key is None:
                continue
            inside = f"{where}.{key[1]}" if where else key[1]
            found.setdefault(inside, number)
        for mark in line.partition("#")[0]:
            if mark in "[{":
                deep += 1
                if mark == "{" and deep == 2:
                    entry = counts[inside] = counts.get(inside, 0) + 1
                    found.setdefault(f"{inside} {entry}", number)
            elif mark in "]}":
                deep = max(0, deep - 1)
    return found


def line_of(text: str, field: str) -> int | None:
    """The line of `field` in `text`, or of the nearest table around it; None when nothing of it is there."""
    lines = field_lines(_head(text))
    name = _SHORT.sub(r"\1.steps \2", field)
    while name:
        if name in lines:
            return lines[name] + _before(text)
        name = name.rpartition(".")[0] if "." in name else ""
    return None


@contextmanager
def located(text: str) -> Iterator[None]:
    """Give a ContentError raised inside the line that its field has in `text`."""
    try:
        yield
    except ContentError as error:
        if error.line is None:
            said = _PARSER_LINE.search(error.reason)
            error.line = int(said[1]) + _before(text) if said else line_of(text, error.field)
        raise


def _head(text: str) -> str:
    """The TOML of a file: all of it, or what stands between the first two +++ lines."""
    if not _before(text):
        return text
    return text.split("+++", 2)[1].removeprefix("\n")


def _before(text: str) -> int:
    """How many lines stand before the TOML of a file."""
    return 1 if text.startswith("+++") and text.count("+++") > 1 else 0


def _table(dotted: str, *, array: bool, counts: dict[str, int]) -> str:
    """The name of the table under a header, "steps 5.steps 2" for the second [[steps.steps]] of the fifth."""
    parts = dotted.split(".")
    name = ""
    for place, part in enumerate(parts, start=1):
        name = f"{name}.{part}" if name else part
        if array and place == len(parts):
            counts[name] = counts.get(name, 0) + 1
        if counts.get(name):
            name = f"{name} {counts[name]}"
    return name


def _blanked(text: str) -> str:
    """`text` with every string emptied; line breaks stay."""
    return _STRING.sub(lambda match: '"' + re.sub(r"[^\n]", "", match[0]) + '"', text)
