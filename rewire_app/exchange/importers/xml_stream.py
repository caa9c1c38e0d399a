"""A large XML text, read element by element in bounded memory.

Nothing that a document declares is believed: what stands before its root is never parsed (Apple's own has
been broken there), entities are refused, and nothing outside of the text is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from rewire_app.exchange.importers.refusals import damaged_file, entities, too_deep

PIECE = 65_536
"""So many bytes are parsed before whoever waits is told."""
BEFORE = 1_000_000
"""Within so many bytes the root begins."""
LONGEST = 4_000_000
"""So many bytes one tag or comment may have."""
DEEPEST = 64
"""So many elements lie within each other at most."""
_CONTROL = bytes(n for n in range(32) if n not in b"\t\n\r")
_BLANKED = bytes(32 if n in _CONTROL else n for n in range(256))
"""Control characters, which XML has none of, as blanks: some exports hold them."""

Started = Callable[[str, list[str], int], None]
"""Hears of an element: its name, its attributes as name, value, name, value, and its line from 1."""


def root_begins(head: bytes, root: str) -> int | None:
    """Where in the beginning of a text in UTF-8 its root element `root` stands; None if it does not."""
    found = re.search(rb"<%s[\s/>]" % root.encode(), head)
    return found.start() if found else None


def read_elements(stream: IO[bytes], root: str, started: Started) -> Iterator[int]:
    """Tell `started` of every element from the root on; yields how many there were, after each piece.

    Raises ImportRefusedError for what is not whole, declares entities, or would fill the memory.
    """
    head = b""
    while (begin := root_begins(head, root)) is None and len(head) < BEFORE and (more := stream.read(PIECE)):
        head += more
    if b"<!ENTITY" in head[:begin]:
        raise entities()
    if begin is None:
        raise damaged_file()
    parsing = _Parsing(started)
    parsing.feed(b"\n" * head.count(b"\n", 0, begin) + head[begin:])
    while piece := stream.read(PIECE):
        yield parsing.count
        parsing.feed(piece)
    parsing.end()
    yield parsing.count


class _Parsing:
    """One pass of expat over a text that comes in pieces."""

    def __init__(self, started: Started) -> None:
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._started = started
        self._depth = self._fed = 0
        self.count = 0

    def feed(self, piece: bytes) -> None:
        """Parse `piece`; raises ImportRefusedError."""
        self._fed += len(piece)
        self._parse(piece.translate(_BLANKED), last=False)
        if self._fed - self._parser.CurrentByteIndex > LONGEST:
            raise damaged_file()

    def end(self) -> None:
        """The text is over; raises ImportRefusedError where it is not whole."""
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, UnicodeError):
            raise damaged_file() from None

    def _start(self, name: str, attributes: list[str]) -> None:
        self.count += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise too_deep()
        self._started(name, attributes, self._parser.CurrentLineNumber)

    def _end(self, _name: str) -> None:
        self._depth -= 1
