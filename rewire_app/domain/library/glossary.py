"""Words that an article may use and that are explained on a click: where each first stands in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryWord:
    """A word with its `meaning` in plain words; `forms` are other ways in which it is written."""

    word: str
    forms: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where `word` first stands: the letters `start` to `end` of block number `block`."""

    word: str
    block: int
    start: int
    end: int


class Glossary:
    """All explained words; `first_uses` finds them in the blocks of an article."""

    def __init__(self, words: Sequence[GlossaryWord]) -> None:
        self.words = tuple(words)
        self._by_form = {form.lower(): word for word in words for form in (word.word, *word.forms)}
        longest_first = sorted(
            (form for word in words for form in (word.word, *word.forms)), key=len, reverse=True
        )
        self._pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(_sought(form) for form in longest_first)})(?![\w-])", re.IGNORECASE
        )

    def find(self, form: str) -> GlossaryWord | None:
        """The word written as `form`, or None."""
        return self._by_form.get(form.lower())

    def first_uses(
        self, blocks: Sequence[str], links: Sequence[Sequence[tuple[int, int]]]
    ) -> tuple[Use, ...]:
        """The first place of each word that is not inside a link; `links` holds (start, end) a block."""
        return tuple(self._first(blocks, links)) if self.words else ()

    def _first(self, blocks: Sequence[str], links: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Use]:
        seen: set[str] = set()
        for number, block in enumerate(blocks):
            for match in self._pattern.finditer(block):
                word = self._by_form[match[0].lower()].word
                inside = any(start < match.end() and match.start() < end for start, end in links[number])
                if word in seen or inside:
                    continue
                seen.add(word)
                yield Use(word=word, block=number, start=match.start(), end=match.end())


def _sought(form: str) -> str:
    """The pattern of one form; capitals are kept, or every "to act" would be taken for ACT."""
    return f"(?-i:{re.escape(form)})" if form.isupper() else re.escape(form)
