"""Turns what `rewire --help` prints into a man page.

`rewire --help | python packaging/manpage.py VERSION DAY > rewire.1`, with a day such as 2026-11-30.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_COMMAND = re.compile(r" {2}(?P<typed>\S.*?) {2,}(?P<told>\S.*)")
_GROUP = re.compile(r"(?P<label>[A-Z][^:]*:) {2,}(?P<rest>\S.*)")


def roff(text: str) -> str:
    """`text` as a line that roff shows unchanged."""
    safe = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{safe}" if safe.startswith((".", "'")) else safe


def _commands(lines: list[str]) -> Iterator[str]:
    yield ".SH COMMANDS"
    for line in lines:
        row = _COMMAND.fullmatch(line)
        if row is None:
            yield roff(line.strip())  # the row before goes on
            continue
        yield from (".TP", rf".B {roff(row['typed'])}", roff(row["told"]))


def _options(lines: list[str]) -> Iterator[str]:
    """Groups with a label; what stands beside a label keeps its lines and columns."""
    yield ".SH OPTIONS"
    column, open_group = 0, False
    for line in lines:
        if group := _GROUP.fullmatch(line):
            column = group.start("rest")
            yield from (*([".fi"] if open_group else []), ".TP", rf".B {roff(group['label'])}", ".nf")
            open_group = True
        yield roff(line[column:])
    yield ".fi"


def page(text: str, version: str, day: str) -> str:
    """The man page of the help `text`; raises ValueError when that does not begin `Rewire: what it is.`"""
    first, *paragraphs = [block.splitlines() for block in text.strip("\n").split("\n\n")]
    name, colon, summary = " ".join(first).partition(": ")
    if not colon:
        raise ValueError("the help does not begin with a line such as 'Rewire: what it is.'")
    lines = [
        f'.TH {name.upper()} 1 {day} "{name} {version}" "User Commands"',
        *(".SH NAME", rf"{name.lower()} \- {roff(summary.rstrip('.'))}"),
        *(".SH SYNOPSIS", f".B {name.lower()}", r"[\fIOPTION\fR]... [\fICOMMAND\fR]..."),
    ]
    told: list[str] = []
    for block in paragraphs:
        if _COMMAND.fullmatch(block[0]):
            lines += _commands(block)
        elif _GROUP.fullmatch(block[0]):
            lines += _options(block)
        else:
            told += [*([".PP"] if told else []), *map(roff, block)]
    return "\n".join([*lines, *([".SH NOTES", *told] if told else []), ""])


if __name__ == "__main__":
    sys.stdout.write(page(sys.stdin.read(), sys.argv[1], sys.argv[2]))
