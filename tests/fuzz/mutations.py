"""How a sample is changed: its bytes, lines, cells, structure or package, as chance wants."""

from __future__ import annotations

import base64
import binascii
import json
import re
import sqlite3
import struct
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from tests.fuzz.corpus import Sample, zipped

LONG = "9" * 50_000
STRANGE = (
    *("", " ", "0", "-1", "1e400", "-1e400", "NaN", "Infinity", "1e308", LONG, "9" * 4_300, "9" * 400),
    *("9223372036854775808", "-9223372036854775809", "2147483648", "0x7f", "1_000", "1,5", "1.5.5", "٣", "²"),
    *("0000-00-00", "9999-12-31", "0001-01-01", "2026-02-30", "2026-W01-1", "20261120", "31.12.9999"),
    *("24:00", "00:60", "12:00 am", "99:99:99", "2026-11-20T25:00:00", "2026-11-20T10:00:00+99:99"),
    *("2026-10-25T02:30:00", "2026-03-29T02:30:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"),
    *("=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1+1", "\t=1", "'", '"', '""', '"""', "\\", "\\u0000"),
    *("\0", "a\0b", "\ufeff", "\u202e", "\u2028", "\x85", "\x1b[31m", "\r", "\n", "\r\n", "\n\n\n", "\x1c"),
    *(
        "é" * 300,
        "🙂" * 3_000,
        "ﷺ" * 1_000,
        "İ",
        "ß",
        "a" * 70_000,
        "\ud800",
        "&#55296;",
        "&lt;b&gt;<br>" * 50,
    ),
    *(
        "<",
        ">",
        "<br",
        "<li " * 300,
        "&",
        "&amp;",
        "]]>",
        "<!--",
        "<?xml?>",
        "-->",
        "---",
        "...",
        "&a *a",
        "- ",
    ),
    *(
        "true",
        "false",
        "null",
        "none",
        "yes",
        "no",
        "[]",
        "{}",
        "[[",
        "[1]",
        "]",
        ",",
        ";",
        "|",
        ":",
        "#",
        "@",
    ),
    *("-2150000000", "-2147483648", "../../etc/passwd", "/dev/zero", "file:///etc/passwd", "Europe/Berlin"),
    *("Etc/GMT+99", "../UTC", "UTC\0", "America", "ÿ"),
)
BYTES = (
    b"\0",
    b"\xff",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b'"',
    b"\x80",
    b"\xed\xa0\x80",
)
JSON: tuple[Callable[[], Any], ...] = (
    *(lambda: None, lambda: True, lambda: -1, lambda: 0, lambda: 1e308, lambda: float("inf")),
    *(
        lambda: float("nan"),
        lambda: 2**63,
        lambda: -(2**63) - 1,
        lambda: 10**400,
        lambda: 10**4_000,
        lambda: "",
    ),
    *(lambda: "\ud800", lambda: "\0", lambda: [], lambda: {}, lambda: [[]], lambda: {"": ""}, lambda: 0.1),
    *(
        lambda: list(range(2_000)),
        lambda: {str(n): n for n in range(2_000)},
        lambda: "9" * 5_000,
        lambda: 253402300800000,
    ),
)
_CELL = re.compile(rb'"[^"<>]{0,400}"|[^,;\t|"<>=\r\n]+')


def mutated(sample: Sample, others: list[Sample], chance: Random, words: list[str]) -> Sample:
    """`sample`, changed in one to four ways; of several files one or more."""
    members = dict(sample.members)
    form = sample.form
    for _turn in range(chance.choice((1, 1, 1, 2, 3, 4))):
        if not members:
            break
        name = chance.choice(sorted(members))
        if form != "file" and chance.random() < 0.12:
            members = _renamed(members, name, chance)
        else:
            members[name] = _changed(members[name], others, chance, words)
    if form == "file":
        return _packed(members, chance) if chance.random() < 0.03 else Sample(members, "file")
    if chance.random() < 0.3:
        return Sample(members, "folder")
    if chance.random() < 0.15:
        return Sample({"given": _bytes(zipped(members), others, chance, words)}, "file")
    return Sample(members, "zip")


def _packed(members: dict[str, bytes], chance: Random) -> Sample:
    return Sample({chance.choice(("a/b.csv", "x.json", "a.txt")): next(iter(members.values()))}, "zip")


def _renamed(members: dict[str, bytes], name: str, chance: Random) -> dict[str, bytes]:
    """One file is called otherwise, is there twice, or is missing."""
    content = members[name]
    way = chance.randrange(4)
    if way < 2:
        del members[name]
    if way:
        part = chance.choice(STRANGE)[:80]
        at = chance.randrange(len(name) + 1)
        members[(name[:at] + part + name[at:]) if chance.random() < 0.7 else part or "x"] = content
    return members


def _changed(content: bytes, others: list[Sample], chance: Random, words: list[str]) -> bytes:
    ways: list[Callable[[bytes, list[Sample], Random, list[str]], bytes]] = [_bytes, _lines, _cells, _cells]
    if content.startswith(b"SQLite format 3\0"):
        ways = [_bytes, _pages, _database, _database]
    elif (inner := _inside_base64(content)) is not None:
        if chance.random() < 0.8:
            return base64.b64encode(_json_or_cells(inner, others, chance, words))
    elif content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        ways = [_bytes, _cells, _json_or_cells, _json_or_cells, _json_or_cells]
    return chance.choice(ways)(content, others, chance, words)


def _inside_base64(content: bytes) -> bytes | None:
    try:
        inner = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None
    return inner if inner[:1] == b"{" else None


def _bytes(content: bytes, others: list[Sample], chance: Random, _words: list[str]) -> bytes:
    """Flip, put in, take out, double, cut, or go on with another sample."""
    at = chance.randrange(len(content) + 1)
    end = min(len(content), at + chance.choice((1, 2, 4, 16, 100)))
    way = chance.randrange(6)
    if way == 0 and content:
        at = min(at, len(content) - 1)
        return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
    if way == 1:
        return content[:at] + chance.choice(BYTES) * chance.choice((1, 1, 3, 500)) + content[at:]
    if way == 2:
        return content[:at] + content[end:]
    if way == 3:
        return content[:end] + content[at:end] * chance.choice((1, 10, 500)) + content[end:]
    if way == 4:
        return content[:at]
    other = chance.choice([one for sample in others for one in sample.members.values()])
    return content[:at] + other[chance.randrange(len(other) + 1) :]


def _lines(content: bytes, _others: list[Sample], chance: Random, _words: list[str]) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(7)
    if way == 0:
        lines[one], lines[two] = lines[two], lines[one]
    elif way == 1:
        lines[one:one] = [lines[two]] * chance.choice((1, 2, 50, 2_000))
    elif way == 2:
        del lines[one]
    elif way == 3:
        lines[one] = lines[one].rstrip(b"\r\n")
    elif way == 4:
        lines.insert(one, chance.choice((b"\n", b"\r", b"\r\n\r\n", b" \n", b",,,\n", b'"\n')))
    elif way == 5:
        lines.reverse()
    else:
        lines = [line.replace(b",", chance.choice((b";", b"\t", b"|", b", "))) for line in lines]
    return b"".join(lines)


def _cells(content: bytes, _others: list[Sample], chance: Random, words: list[str]) -> bytes:
    """Something strange, or a word of the format, in the place of one cell, number, name or value."""
    found = [one.span() for one in _CELL.finditer(content)]
    if not found:
        return _strange(chance, words)
    for begin, end in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 1, 2, 4)))), reverse=True
    ):
        new = _strange(chance, words)
        if content[begin : begin + 1] == b'"' and chance.random() < 0.8:
            new = b'"' + new.replace(b'"', b'""') + b'"'
        content = content[:begin] + new + content[end:]
    return content


def _strange(chance: Random, words: list[str]) -> bytes:
    text = chance.choice(words) if words and chance.random() < 0.25 else chance.choice(STRANGE)
    return text.encode("utf-8", "surrogatepass")


def _json_or_cells(content: bytes, others: list[Sample], chance: Random, words: list[str]) -> bytes:
    """One value of JSON is another, one is missing, there often, or deep."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return _cells(content, others, chance, words)
    places = list(_places(told))
    if not places:
        return _cells(content, others, chance, words)
    holder, key = chance.choice(places)
    way = chance.randrange(8)
    if way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, list):
        holder.extend([holder[key]] * chance.choice((1, 20, 1_000)))
    elif way == 2:
        mark = "so deep it goes"
        holder[key] = mark
        depth = chance.choice((30, 900, 100_000))
        text = json.dumps(told).replace(f'"{mark}"', "[" * depth + "]" * depth)
        return text.encode()
    elif way == 3 and isinstance(holder, dict):
        holder[chance.choice([*words, *STRANGE])] = holder.pop(key)
    elif way == 4:
        holder[key] = chance.choice([*words, *STRANGE])
    else:
        holder[key] = chance.choice(JSON)()
    return json.dumps(told).encode()


def _places(value: Any) -> Any:
    """Every place in a value of JSON: what holds it, and its key."""
    if isinstance(value, dict | list):
        keys = list(value) if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield value, key
            yield from _places(value[key])


def _pages(content: bytes, _others: list[Sample], chance: Random, _words: list[str]) -> bytes:
    """A number in the head of a page of a database is another."""
    size = struct.unpack(">H", content[16:18])[0] if len(content) > 18 else 512
    page = chance.randrange(max(1, len(content) // max(size, 1)))
    at = page * size + (0 if page else chance.choice((0, 100))) + chance.randrange(14)
    new = struct.pack(">I", chance.choice((0, 1, page + 1, 0xFFFF, 0xFFFFFFFF, chance.randrange(1 << 32))))
    return content[:at] + new[: chance.choice((1, 2, 4))].ljust(1, b"\0") + content[at + 1 :]


def _database(content: bytes, others: list[Sample], chance: Random, words: list[str]) -> bytes:
    """A value, a column or a table of a database is another; one that does not open has other bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        path.write_bytes(content)
        try:
            with closing(sqlite3.connect(path, timeout=0)) as made:
                tables = [
                    row[0] for row in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                ]
                table = chance.choice([one for one in tables if not one.startswith("sqlite_")])
                names = [row[1] for row in made.execute(f'PRAGMA table_info("{table}")')]
                made.execute("PRAGMA ignore_check_constraints = ON")
                made.execute(*_sentence(table, chance.choice(names), chance, words))
                made.commit()
        except (sqlite3.Error, UnicodeError, IndexError, OverflowError, ValueError):
            return _bytes(content, others, chance, words)
        return path.read_bytes()


def _sentence(table: str, column: str, chance: Random, words: list[str]) -> tuple[str, tuple[Any, ...]]:
    value = chance.choice(
        (None, 2**63 - 1, -(2**63), 1e308, float("inf"), b"\xff\0", 0, _strange(chance, words))
    )
    if isinstance(value, bytes) and chance.random() < 0.8:
        value = value.decode("utf-8", "replace")
    way = chance.randrange(7)
    if way == 0:
        return f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "other"', ()
    if way == 1:
        return f'ALTER TABLE "{table}" RENAME TO "{chance.choice(("x", "HABITS", "y y"))}"', ()
    if way == 2:
        return f'DELETE FROM "{table}"', ()
    if way == 3:
        return f'INSERT INTO "{table}"("{column}") VALUES(?)', (value,)
    return f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE rowid % 3 = {chance.randrange(3)}', (value,)
