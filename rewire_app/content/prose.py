"""Markdown of an article as HTML for the page and as plain blocks, numbered as they are read.

A block is a paragraph, a point of a list or a cell. Its number and the letters in it are what a reading place
and a highlight hold on to, so they are worked out here, without the page: before it is laid out and in tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from rewire_app.domain.library.article import Article, Embedded, Markdown, SureBox

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINE_BREAK = "\u2028"
"""A line that ends inside a block, as Qt writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A stretch of Markdown: `html`, its `blocks` of plain words, and where links lie.

    `links`: one tuple a block of (start, end) in letters.
    """

    html: str
    blocks: tuple[str, ...]
    links: tuple[tuple[tuple[int, int], ...], ...]


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("image", _in_words)
    return parser


def _in_words(_renderer: object, tokens: Sequence[Token], index: int, *_rest: object) -> str:
    """A picture as the words that stand for it: Qt opens whatever file an image names."""
    return escape(_block(tokens[index])[0])


@lru_cache(maxsize=256)
def prose(markdown: str) -> Prose:
    """The Markdown text `markdown` as HTML and blocks; raw HTML in it stays words, pictures become theirs."""
    parser = _markdown()
    tokens = parser.parse(markdown)
    found = [_block(token) for token in tokens if token.type == "inline"]
    return Prose(
        html=parser.renderer.render(tokens, parser.options, {}),
        blocks=tuple(text for text, _links in found if text),
        links=tuple(links for text, links in found if text),
    )


def _block(token: Token) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, links, start = "", [], 0
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type == "softbreak":
            text += " "
        elif child.type == "hardbreak":
            text += LINE_BREAK
        elif child.type == "image":
            text += _block(child)[0]
        elif child.type == "link_open":
            start = len(text)
        elif child.type == "link_close":
            links.append((start, len(text)))
    return text, tuple(links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What can be searched and marked: the title of a section (`block` is None), or a block by its number."""

    text: str
    block: int | None


def texts(article: Article) -> list[str]:
    """The Markdown of every stretch of text in `article`, in reading order."""
    return [
        segment.text
        for section in article.sections
        for segment in section.segments
        if isinstance(segment, Markdown | SureBox)
    ]


def blocks(article: Article) -> tuple[str, ...]:
    """All blocks of `article`; the place of each is its number."""
    return tuple(block for text in texts(article) for block in prose(text).blocks)


def links(article: Article) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where links lie in each block of `article`, as (start, end) in letters."""
    return tuple(held for text in texts(article) for held in prose(text).links)


def units(article: Article) -> list[Unit]:
    """Section titles and blocks of `article` as they follow each other."""
    found: list[Unit] = []
    number = 0
    for section in article.sections:
        if section.title:
            found.append(Unit(text=section.title, block=None))
        for segment in section.segments:
            if isinstance(segment, Embedded):
                continue
            for block in prose(segment.text).blocks:
                found.append(Unit(text=block, block=number))
                number += 1
    return found
