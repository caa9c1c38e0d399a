"""What is wrong with one article: length, sources, links, questions, reading grade, words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rewire_app.content import reading, words
from rewire_app.content.articles import QUESTIONS
from rewire_app.content.words import word_faults
from rewire_app.domain.library.article import SURE, Article, plain

ARTICLE_WORDS = (500, 1100)
"""The fewest and the most words of an article."""

HARDEST_GRADE = 11.0
"""No article is harder than this Flesch-Kincaid grade."""


def article_faults(article: Article, shipped: Collection[str]) -> Iterator[str]:
    """Everything wrong with one article, as "field: reason"."""
    low, high = ARTICLE_WORDS
    if not low <= article.words <= high:
        yield f"body: {article.words} words; {low} to {high} are asked for"
    if len(article.questions) != QUESTIONS:
        yield f"questions: an article asks {QUESTIONS} questions afterwards"
    if not article.sources:
        yield "sources: there is none"
    titles = [section.title for section in article.sections]
    if SURE not in titles:
        yield f"body: the section {SURE!r} is missing"
    for title in titles:
        if titles.count(title) > 1:
            yield f"body: two sections are called {title!r}"
    for exercise in article.exercises:
        if exercise not in shipped:
            yield f"exercises: there is no {exercise!r}"
    for kind, name in article.links:
        if name not in shipped or (kind == "article") != name.startswith("L"):
            yield f"body: the link {kind}:{name} leads nowhere"
    hard = reading.grade(plain(article.body))
    if hard > HARDEST_GRADE:
        yield f"body: reading grade {hard:.1f}; {HARDEST_GRADE:g} is the most"
    for field in ("title", "topic", "summary", "body"):
        yield from word_faults(field, getattr(article, field), words.TextPlace.ARTICLE)
    yield from word_faults("evidence.note", article.evidence.note, words.TextPlace.ARTICLE)
