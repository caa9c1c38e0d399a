"""An article as plain text, to be copied into a letter or a file."""

from __future__ import annotations

from rewire_app.content.prose import LINE_BREAK, prose
from rewire_app.domain.library.article import Article, Embedded

BETWEEN = "\n\n"


def as_text(article: Article, exercises: dict[str, str], closing: list[str]) -> str:
    """Title, sections and paragraphs of `article`, then the lines of `closing`.

    `exercises` holds the line that stands for each embedded exercise, by its id.
    """
    parts = [article.title]
    for section in article.sections:
        if section.title:
            parts.append(section.title)
        for segment in section.segments:
            if isinstance(segment, Embedded):
                parts.append(exercises[segment.exercise])
            else:
                parts.extend(block.replace(LINE_BREAK, "\n") for block in prose(segment.text).blocks)
    return BETWEEN.join([*parts, *closing]) + "\n"
