"""A large XML text, read element by element in bounded memory.

Nothing that a document declares is believed: what stands before its root is never parsed (Apple's own has
been broken there), entities are refused, and nothing outside of the text is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class ElementsWanted:
    """Which elements are told of: those called `element` that have `value` for some attribute.

    tell: hears of each, of its attributes as name, value, name, value, and its line from 1.
    """

    root: str
    element: str
    value: str
    tell: Callable[[list[str], int], None]


def root_begins(head: bytes, root: str) -> int | None:
    """Where in the beginning of a text in UTF-8 its root element `root` stands; None if it does not."""
    found = re.search(rb"<%s[\s/>]" % root.encode(), head)
    return found.start() if found else None


def read_elements(stream: IO[bytes], wanted: ElementsWanted) -> Iterator[int]:
    """Tell of every wanted element from the root on; yields how many of all there were, after each piece.

    Raises ImportRefusedError for what is not whole, declares entities, or would fill the memory.
    """
    head = b""
    while (
        (begin := root_begins(head, wanted.root)) is None
        and len(head) < BEFORE
        and (more := stream.read(PIECE))
    ):
        head += more
    if b"<!ENTITY" in head[:begin]:
        raise entities()
    if begin is None:
        raise damaged_file()
    parsing = _Parsing(wanted)
    parsing.feed(b"\n" * head.count(b"\n", 0, begin) + head[begin:])
    while piece := stream.read(PIECE):
        yield parsing.count
        parsing.feed(piece)
    parsing.end()
    yield parsing.count


class _Parsing:
    """One pass of expat over a text that comes in pieces."""

    def __init__(self, wanted: ElementsWanted) -> None:
        self._parser = parser = expat.ParserCreate("UTF-8")
        self._fed = self.count = 0
        element, value, tell = wanted.element, wanted.value, wanted.tell
        count = depth = 0

        def start(name: str, attributes: list[str]) -> None:
            # A large export has millions of elements: this is what reading it costs.
            nonlocal count, depth
            count += 1
            depth += 1
            if depth > DEEPEST:
                raise too_deep()
            if value in attributes and name == element:
                tell(attributes, parser.CurrentLineNumber)

        def end(_name: str) -> None:
            nonlocal depth
            depth -= 1

        parser.ordered_attributes = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        self._counted: Callable[[], int] = lambda: count

    def feed(self, piece: bytes) -> None:
        """Parse `piece`; raises ImportRefusedError."""
        self._fed += len(piece)
        self._parse(piece.translate(_BLANKED), last=False)
        self.count = self._counted()
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
