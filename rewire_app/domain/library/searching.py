"""What is searched and what is found: documents with their passages, the words asked for, hits in context."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_LIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u00ad": "",
}
"""Signs that a keyboard does not have, as the ones people type for them."""


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter in _LIKE:
        return _LIKE[letter]
    if letter.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in apart if not unicodedata.combining(part)).casefold()


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without case, accents and typographic signs, and for each folded letter where it came from.

    The list has one entry more than the folded text: the length of `text`.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in _fold_letter(letter):
            folded.append(part)
            places.append(place)
    places.append(len(text))
    return "".join(folded), places


def folded_text(text: str) -> str:
    """`text` as `fold` makes it, for those who only ask whether something stands in it."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return "".join(map(_fold_letter, text))


def find_all(needle: str, text: str) -> list[tuple[int, int]]:
    """Every place of `needle` in `text` as (start, end), none overlapping another; none for an empty one."""
    wanted = " ".join(fold(needle)[0].split())
    if not wanted:
        return []
    folded, places = fold(text)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        found.append((places[at], _after(places, last)))
        at = folded.find(wanted, at + len(wanted))
    return found


def _after(places: list[int], last: int) -> int:
    """Where the letter that the folded letter `last` came from ends, with the accents that follow it."""
    here = places[last]
    following = last + 1
    while places[following] == here and following < len(places) - 1:
        following += 1
    return max(places[following], here + 1)


MOST_CHUNKS = 12
"""So many words of a question are used; a long pasted text has its meaning in the first ones."""
LONGEST = 400
"""Letters of a question that are looked at."""

_WORD = re.compile(r"[^\W_]+")


class DocumentSource(StrEnum):
    """Where a document comes from."""

    ARTICLE = "article"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a document under the heading of its section; `block` is its number in an article."""

    text: str
    heading: str = ""
    block: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article or exercise as it is searched."""

    source: DocumentSource
    id: str
    title: str
    summary: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words to show, and where in them what was asked for stands: (start, end) in letters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that was found: its title, the section, the words in context.

    `find` are words that stand exactly so in the passage, for finding them there; `block` is where.
    """

    source: DocumentSource
    id: str
    title: Marked
    text: Marked
    heading: Marked = Marked(text="")
    block: int | None = None
    find: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The first hits, best first, of `number` in all; `every` is False where only some words were found."""

    hits: tuple[Hit, ...] = ()
    number: int = 0
    every: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question taken apart: each chunk is one word or, as `foo-bar`, several that follow each other.

    `open`: the last word is still being typed, so that it may go on.
    """

    chunks: tuple[tuple[str, ...], ...] = ()
    open: bool = False


def take_apart(question: str) -> Asked:
    """The words of any text a person may type or paste; no chunks where there are none."""
    looked_at = unicodedata.normalize("NFC", question[:LONGEST])
    chunks: list[tuple[str, ...]] = []
    for typed in looked_at.split():
        words = tuple(fold(word)[0] for word in _WORD.findall(typed))
        if words and words not in chunks:
            chunks.append(words)
    is_open = bool(looked_at) and not looked_at[-1].isspace() and len(question) <= LONGEST
    return Asked(chunks=tuple(chunks[:MOST_CHUNKS]), open=is_open and len(chunks) <= MOST_CHUNKS)


def words_in(text: str) -> set[str]:
    """The different words of `text`, without case and accents."""
    return set(_WORD.findall(fold(text)[0]))


FAR = 5
"""The rank of a title that does not hold what was asked for."""


def title_rank(title: str, question: str) -> int:
    """How well `title` is what was typed, 0 best: itself, its beginning (whole words before half ones), words
    that follow each other in it, words that stand apart in it, or (`FAR`) not.

    Case, accents and signs make no difference, and the last word may still be being typed. Everything that is
    found by words is put in this order first, so that a name leads to what it names.
    """
    named, typed = folded_text(title).strip(), folded_text(question[:LONGEST]).strip()
    if named == typed:
        return 0
    has, asked = _WORD.findall(named), _WORD.findall(typed)
    if not asked:
        return FAR
    if has[: len(asked)] == asked:
        return 0 if len(has) == len(asked) else 1
    if _follow(has, asked):
        return 2
    if any(_follow(has[at:], asked) for at in range(1, len(has))):
        return 3
    apart = all(any(word.startswith(part) for word in has) for part in asked)
    return 4 if apart else FAR


def _follow(words: list[str], asked: list[str]) -> bool:
    """Whether `words` begin with `asked`, of which the last may be the beginning of a word."""
    *whole, last = asked
    if len(words) < len(asked) or words[: len(whole)] != whole:
        return False
    return words[len(whole)].startswith(last)


def find_in(documents: tuple[Document, ...], question: str) -> tuple[Hit, ...]:
    """The documents that hold all words of `question`, as they are typed; the best titles first.

    For the few that a person wrote: they are compared in memory and never put into a search file.
    """
    wanted = as_typed(question)
    found: list[tuple[int, str, Hit]] = []
    for document in documents if wanted else ():
        texts = [document.summary, *(passage.text for passage in document.passages)]
        headings = dict.fromkeys(passage.heading for passage in document.passages)
        whole = "\n".join([document.title, *headings, *texts])
        if not all(find_all(words, whole) for words in wanted):
            continue
        text = next((text for text in texts if any(find_all(words, text) for words in wanted)), texts[0])
        hit = Hit(
            source=document.source,
            id=document.id,
            title=marked(document.title, wanted),
            text=marked(text, wanted),
        )
        found.append((title_rank(document.title, question), document.title, hit))
    return tuple(hit for _rank, _title, hit in sorted(found, key=lambda one: one[:2]))


def as_typed(question: str) -> list[str]:
    """The words of `question` with the signs inside them, as "it's", and without those around them."""
    found: list[str] = []
    for typed in question[:LONGEST].split():
        words = list(_WORD.finditer(typed))
        if words:
            found.append(typed[words[0].start() : words[-1].end()])
    return found[:MOST_CHUNKS]


def marked(text: str, wanted: list[str]) -> Marked:
    """`text` with every place where one of the `wanted` words stands."""
    marks = sorted({place for words in wanted for place in find_all(words, text)})
    apart: list[tuple[int, int]] = []
    for start, end in marks:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return Marked(text=text, marks=tuple(apart))


CONTEXT = 40
"""Letters before a hit that are shown with it."""


def near(found: Marked) -> Marked:
    """The part of a long text that begins shortly before its first mark."""
    start = found.marks[0][0] - CONTEXT if found.marks else 0
    if start <= 0:
        return found
    blank = found.text.rfind(" ", max(0, start - CONTEXT), start)
    start = start if blank < 0 else blank + 1  # a word may be longer than any line
    lead = "… " if start else ""
    shift = start - len(lead)
    marks = tuple((first - shift, last - shift) for first, last in found.marks)
    return Marked(text=lead + found.text[start:], marks=marks)
