"""How a text sounds, in numbers: how long its sentences are, how unlike one another, and how they open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from rewire_app.content import reading
from rewire_app.content.branches import numbered
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article

SHORT, LONG = 6, 20
"""A sentence of so few words is short; one of more than so many is long."""

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][A-Za-z]+)?")
_SENTENCE = re.compile(r"(?<=[.?!])[”\"’)*_]*\s+|\n\s*\n|\n(?=\s*(?:[-*#>]|\d+\.)\s)")
_HEADING = re.compile(r"(?m)^(?:#.*|\{exercise:.*\})$")
_TARGET = re.compile(r"\]\([^)]*\)")
_RECALL = re.compile(r"\{\{[^}]*\}\}")
_GAP = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Grade (Flesch-Kincaid, school years), words a sentence, their standard deviation, shares from 0 to 1.

    `short`, `long` and `opening` are the shares of short sentences, of long ones, and of those that begin
    with `opens`, the word most of them begin with.
    """

    sentences: int
    grade: float
    mean: float
    spread: float
    short: float
    long: float
    opens: str
    opening: float


def article_voice(article: Article) -> Voice | None:
    """How the body of an article sounds, without headings, cards and addresses of links."""
    return voice([_TARGET.sub("]", _HEADING.sub("", article.body))])


def exercise_voice(exercise: Exercise) -> Voice | None:
    """How the steps of an exercise sound, an answer counting as one word."""
    return voice(list(_said(exercise)))


def _said(exercise: Exercise) -> Iterator[str]:
    for _number, step, _around in numbered(exercise.steps):
        for text in (step.text, step.hint):
            if text:
                yield _RECALL.sub("answer", _GAP.sub(r"\1", text))


def voice(texts: Sequence[str]) -> Voice | None:
    """How `texts` sound together; None where there is no sentence."""
    sentences = [found for text in texts for part in _SENTENCE.split(text) if (found := _WORD.findall(part))]
    if not sentences:
        return None
    lengths = [len(one) for one in sentences]
    opens, often = Counter(one[0].lower() for one in sentences).most_common(1)[0]
    return Voice(
        sentences=len(sentences),
        grade=reading.grade("\n\n".join(texts)),
        mean=fmean(lengths),
        spread=pstdev(lengths),
        short=sum(length <= SHORT for length in lengths) / len(lengths),
        long=sum(length > LONG for length in lengths) / len(lengths),
        opens=opens,
        opening=often / len(lengths),
    )
