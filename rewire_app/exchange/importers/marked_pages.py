"""Pages of HTML as plain pieces, one after the other: marks with their classes, and the words between them.

Marks that do not close in their order are no trouble, since nothing here asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_PIECE = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:\s[^<>]{0,4000})?)/?>"
    r"|<[!?][^<>]{0,4000}>"  # what kind of page it is
    r"|(<?[^<]+|<+(?=<)|<)"
)
_CLASS = re.compile(r"class\s*=\s*[\"']([^\"']{0,400})[\"']", re.IGNORECASE)
_UNSEEN = ("style", "script", "title")
_BLOCKS = frozenset(["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr"])


@dataclass(frozen=True, slots=True)
class PageMark:
    """One mark of HTML. classes: what its attribute of that name says, for one that opens."""

    name: str
    closes: bool
    classes: frozenset[str]


def page_pieces(page: str) -> Iterator[PageMark | str]:
    """The marks and words of `page`, but for comments and what is never seen of a page."""
    for found in _PIECE.finditer(_seen(page)):
        if found[2]:
            classes = _CLASS.search(found[3])
            yield PageMark(found[2].lower(), bool(found[1]), frozenset(classes[1].split() if classes else ()))
        elif found[4]:
            yield unescape(found[4]).replace("\u00a0", " ")


def _seen(page: str) -> str:
    """`page` without comments, styles and the like; one that never ends goes to the end."""
    page = _without(page, "<!--", "-->")
    for name in _UNSEEN:
        page = _without(page, f"<{name}>", f"</{name}>")
        page = _without(page, f"<{name} ", f"</{name}>")
    return page


def _without(page: str, start: str, end: str) -> str:
    kept, at, small = [], 0, page.lower() if page.isascii() else page
    while (begin := small.find(start, at)) >= 0:
        kept.append(page[at:begin])
        close = small.find(end, begin)
        at = len(page) if close < 0 else close + len(end)
    return "".join([*kept, page[at:]])


@dataclass(slots=True)
class PageLines:
    """Words as lines: a block ends one, and a break too, which makes an empty one where nothing stands."""

    lines: list[str] = field(default_factory=list)
    here: list[str] = field(default_factory=list)
    item: bool = False

    def add(self, piece: PageMark | str) -> None:
        """Take the next piece of a page."""
        if isinstance(piece, str):
            self.here.append(_on_one_line(piece))
        elif piece.name == "br":
            self._end()
        elif piece.name in _BLOCKS:
            if any(not part.isspace() for part in self.here if part):
                self._end()
            self.here, self.item = [], piece.name == "li" and not piece.closes

    def _end(self) -> None:
        words = "".join(self.here).strip()
        self.lines.append(f"- {words}" if self.item and words else words)
        self.here, self.item = [], False

    def text(self) -> str:
        """All lines until now, without empty ones before and after them."""
        self._end()
        return "\n".join(self.lines).strip("\n")


def _on_one_line(words: str) -> str:
    """A line end in the text of a page is a blank."""
    if "\n" not in words:
        return words
    first, *others = words.split("\n")
    last = others.pop().lstrip()
    return " ".join([first.rstrip(), *(part for line in others if (part := line.strip())), last])
