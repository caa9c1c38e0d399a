"""An article of the library as plain values: front matter, sections, embedded exercises, how sure it is.

A body is Markdown. A line `{exercise: b-paced}` alone in its paragraph shows that exercise's card; the
section "How sure are we?" is shown as a box. `[text](article:L07)` and `[text](exercise:d-stop)`
link to other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from rewire_app.domain.exercise.aims import Evidence

WORDS_A_MINUTE = 180
"""Reading speed assumed for the minutes shown, words a minute."""

SURE = "How sure are we?"
"""The heading of the section that is shown as a box."""

_EMBED = re.compile(r"\{exercise:\s*([a-z0-9-]+)\s*\}")
_LINK = re.compile(r"\]\((article|exercise):([\w-]+)\)")
_MARKUP = re.compile(r"\]\([^)]*\)|[*_`#>\[\]]")


@dataclass(frozen=True, slots=True)
class Markdown:
    """A stretch of Markdown text."""

    text: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """An exercise shown inside the text, by id."""

    exercise: str


@dataclass(frozen=True, slots=True)
class SureBox:
    """The box that says how sure the field is, in Markdown without its heading."""

    text: str


Segment = Markdown | Embedded | SureBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part under one `##` heading; the opening part has neither title nor anchor."""

    title: str
    anchor: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; `reviewed` is the day a person last read it against its sources.

    `sources` are keys of the file of sources. `questions` are two that the reader answers in own words
    afterwards; empty while they are not written yet.
    """

    id: str
    title: str
    topic: str
    summary: str
    exercises: tuple[str, ...]
    reviewed: date
    evidence: Evidence
    sources: tuple[str, ...]
    body: str
    questions: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words the body has, without markup and embedded cards."""
        return len(plain(self.body).split())

    @property
    def minutes(self) -> int:
        """How long it takes to read, whole minutes, at least one."""
        return max(1, ceil(self.words / WORDS_A_MINUTE))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts in order, for the page and its list of contents."""
        return tuple(_sections(self.body))

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Every link inside the text as ("article" or "exercise", id), embedded exercises included."""
        found = [(match[1], match[2]) for match in _LINK.finditer(self.body)]
        return tuple(found + [("exercise", match[1]) for match in _EMBED.finditer(self.body)])


def anchor(title: str) -> str:
    """The name of a section inside its page: "Two kinds of talk" becomes "two-kinds-of-talk"."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def plain(body: str) -> str:
    """The words of a body without embedded cards, link targets and marks of Markdown."""
    return _MARKUP.sub(" ", _EMBED.sub("", body))


def _sections(body: str) -> Iterator[Section]:
    title = ""
    lines: list[str] = []
    for line in [*body.splitlines(), "## "]:
        if not line.startswith("## "):
            lines.append(line)
            continue
        segments = tuple(_segments("\n".join(lines), title == SURE))
        if title or segments:
            yield Section(title=title, anchor=anchor(title), segments=segments)
        title = line[3:].strip()
        lines = []


def _segments(text: str, sure: bool) -> Iterator[Segment]:
    if sure:
        yield SureBox(text.strip())
        return
    gathered: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        embedded = _EMBED.fullmatch(paragraph.strip())
        if embedded is None:
            gathered.append(paragraph)
            continue
        if "".join(gathered).strip():
            yield Markdown("\n\n".join(gathered))
        gathered = []
        yield Embedded(embedded[1])
    if "".join(gathered).strip():
        yield Markdown("\n\n".join(gathered))
