"""One article file as an `Article`: TOML front matter between two `+++` lines, then Markdown."""

from __future__ import annotations

from rewire_app.content.exercises import evidence
from rewire_app.content.fields import Fields, parse_toml
from rewire_app.content.lines import located
from rewire_app.content.prose import LINE_BREAK, prose
from rewire_app.domain.library.article import Article, Embedded
from rewire_app.errors import ContentError

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


FENCE = "+++"
QUESTIONS = 2
"""How many questions an article asks afterwards."""


def parse_article(text: str, file: str) -> Article:
    """The article in `text`; raises ContentError naming `file`, line, field and reason."""
    with located(text):
        return _article(text, file)


def _article(text: str, file: str) -> Article:
    head, body = front_matter(text, file)
    top = Fields(file, parse_toml(head, file))
    questions = top.texts("questions", ())
    if questions and len(questions) != QUESTIONS:
        raise top.fault("questions", f"there must be exactly {QUESTIONS}, not {len(questions)}")
    article = Article(
        id=top.text("id"),
        title=top.text("title"),
        topic=top.text("topic"),
        summary=top.text("summary"),
        exercises=top.texts("exercises"),
        reviewed=top.day("reviewed"),
        evidence=evidence(top, refs=False),
        sources=top.texts("sources", ()),
        body=body,
        questions=questions,
    )
    top.close()
    if not body:
        raise ContentError(file, "body", "there is no text after the front matter")
    return article


def front_matter(text: str, file: str) -> tuple[str, str]:
    """The TOML between the two +++ lines of an article, and the Markdown after it; raises ContentError."""
    lines = text.splitlines()
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE]
    if not fences or fences[0] != 0 or len(fences) < 2:
        raise ContentError(file, "front matter", "it must stand first, between two +++ lines")
    return "\n".join(lines[1 : fences[1]]), "\n".join(lines[fences[1] + 1 :]).strip()
