"""Articles and exercises as documents to be searched, and the stamp that tells whether they have changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rewire_app.content.library import Library
from rewire_app.content.prose import LINE_BREAK, prose
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Exercise, Pick, Repeat, Step
from rewire_app.domain.exercise.recall import fixed
from rewire_app.domain.library.article import Article, Embedded
from rewire_app.domain.library.searching import Document, DocumentSource, Passage

FORMAT = "4"
"""Raised when documents are made another way, so that search files of before are not used."""

_GAP = re.compile(r"\[([^\]]*)\]")


def stamp(library: Library) -> str:
    """A short name for what is bundled as it is now: another one when a file changed, or the language."""
    found = hashlib.sha256(FORMAT.encode())
    for path in library.files():
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)} ".encode())
        found.update(content)
    return found.hexdigest()


def documents(library: Library) -> Iterator[Document]:
    """Everything bundled that can be searched; own exercises and content packs are not among them.

    Raises ContentError for a file that cannot be used.
    """
    known = library.known()
    for article_id in sorted(known.articles):
        yield article_document(library.article(article_id))
    for exercise_id in sorted(known.exercises):
        yield exercise_document(library.exercise(exercise_id))


def document_of(one: Article | Exercise) -> Document:
    """An article or an exercise."""
    return article_document(one) if isinstance(one, Article) else exercise_document(one)


def article_document(article: Article) -> Document:
    """One article: a passage for each of its blocks, numbered as the reader counts them."""
    return Document(
        source=DocumentSource.ARTICLE,
        id=article.id,
        title=article.title,
        summary=article.summary,
        passages=tuple(_blocks(article)),
    )


def _blocks(article: Article) -> Iterator[Passage]:
    number = 0
    for section in article.sections:
        for segment in section.segments:
            if isinstance(segment, Embedded):
                continue
            for block in prose(segment.text).blocks:
                yield Passage(heading=section.title, text=block.replace(LINE_BREAK, " "), block=number)
                number += 1


def exercise_document(exercise: Exercise) -> Document:
    """One exercise: a passage for each step, with its hint and what it offers to choose from.

    What waits for answers stands in none. The part of its school that it belongs to stands as the heading.
    """
    texts = dict.fromkeys([exercise.summary])
    texts |= dict.fromkeys(text for step in exercise.steps for text in _texts(step))
    texts |= dict.fromkeys(
        _plain(text) for text in (exercise.cautions, exercise.real_life, exercise.credit) if text
    )
    return Document(
        source=DocumentSource.EXERCISE,
        id=exercise.id,
        title=exercise.title,
        summary=exercise.summary,
        passages=tuple(Passage(heading=exercise.module, text=text) for text in texts if text),
    )


def _texts(step: Step) -> Iterator[str]:
    parts = [step.text, step.hint]
    if isinstance(step, Pick) and not isinstance(step, Care):
        parts.append(", ".join(step.options))
    yield " ".join(part for part in map(_plain, parts) if part)
    if isinstance(step, Repeat):
        for inner in step.steps:
            yield from _texts(inner)


def _plain(text: str) -> str:
    """`text` without the sentences that wait for answers, which would be found full of holes."""
    return " ".join(_GAP.sub(r"\1", fixed(text)).split())
