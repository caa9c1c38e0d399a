"""A note as it is shown: light Markdown becomes plain words, where they stand out, and what they link to.

Known are headings, lists, quotes, **strong**, *stressed*, and links to what Rewire itself holds. All else,
such as HTML, pictures and addresses, stays the text that it is: nothing is ever fetched or opened for it.
Every pattern stops at a mark of its own kind, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What a note can link to."""

    EXERCISE = "exercise"
    ARTICLE = "article"
    DAY = "day"
    MOMENT = "moment"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A link from a note: its words, and what of its `kind` they lead to."""

    words: str
    kind: LinkKind
    name: str

    def markdown(self) -> str:
        """The link as it stands in the text, where it stays readable."""
        words = " ".join(_MARKS.sub(" ", self.words).split())
        return f"[{words}]({self.kind}:{self.name})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff:
    """A stretch of the shown words that stands out: strong, or else slanted."""

    start: int
    length: int
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """The words of a note without their marks."""

    text: str
    set_off: tuple[SetOff, ...] = ()
    links: tuple[NoteLink, ...] = ()


_MARKS = re.compile(r"[\[\]()*_\s]")
_HEADING = re.compile(r"#{1,6} +")
_ITEM = re.compile(r"(\s*)[-*+] +")
_QUOTE = re.compile(r"> ?")
_INLINE = re.compile(
    r"\*\*(?P<strong>[^\s*][^*\n]*)\*\*"
    r"|(?<!\*)\*(?P<stressed>[^\s*][^*\n]*)\*"
    r"|(?<!\w)_(?P<under>[^\s_][^_\n]*)_(?!\w)"
    rf"|(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<kind>{'|'.join(LinkKind)}):(?P<name>[\w/-]+)\)"
)


class _Showing:
    """Gathers the words that are shown, line by line."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.set_off: list[SetOff] = []
        self.links: list[NoteLink] = []

    def line(self, line: str) -> None:
        """One line of the text."""
        start = self.length
        if found := _HEADING.match(line):
            self._inline(line[found.end() :])
            self._mark(start, strong=True)
        elif found := _ITEM.match(line):
            self._add(f"{found[1]}•  ")
            self._inline(line[found.end() :])
        elif found := _QUOTE.match(line):
            self._add("    ")
            self._inline(line[found.end() :])
        else:
            self._inline(line)

    def _inline(self, text: str) -> None:
        at = 0
        for found in _INLINE.finditer(text):
            self._add(text[at : found.start()])
            self._found(found)
            at = found.end()
        self._add(text[at:])

    def _found(self, found: re.Match[str]) -> None:
        start = self.length
        if found["kind"]:
            self._add(found["words"])
            kind = LinkKind(found["kind"])
            self.links.append(NoteLink(words=found["words"], kind=kind, name=found["name"]))
            self._mark(start, strong=True)
        else:
            self._inline(found["strong"] or found["stressed"] or found["under"])
            self._mark(start, strong=found["strong"] is not None)

    def _mark(self, start: int, *, strong: bool) -> None:
        if self.length > start:
            self.set_off.append(SetOff(start=start, length=self.length - start, strong=strong))

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def end_line(self) -> None:
        """The line is whole."""
        self._add("\n")


def shown_note(text: str) -> ShownNote:
    """`text` as it is shown."""
    showing = _Showing()
    for number, line in enumerate(text.split("\n")):
        if number:
            showing.end_line()
        showing.line(line)
    return ShownNote(text="".join(showing.parts), set_off=tuple(showing.set_off), links=tuple(showing.links))


def opening(text: str, letters: int, lines: int) -> str:
    """The beginning of `text`, as many `letters` and `lines` of it at most; all of it when it is short."""
    kept = "\n".join(text.split("\n", lines)[:lines])
    if len(kept) <= letters:
        return kept
    cut = kept[:letters]
    return cut[: cut.rfind(" ")] if " " in cut[letters // 2 :] else cut
