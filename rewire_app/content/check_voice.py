"""Whether texts sound as they are meant to: neither clipped nor long-winded, by numbers with two ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from rewire_app.content.voice import Voice, article_voice, exercise_voice
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article

FEWEST = 12
"""With fewer sentences than this a text has no rhythm to measure."""

SEVERAL = 5
"""Of fewer texts than this there is no middle."""

Bounds = Mapping[str, tuple[float, float]]
"""The least and the most of a figure of `Voice`."""

ARTICLE: Bounds = {
    "grade": (4.5, 8.5),
    "mean": (12, 17),
    "spread": (5, 12),
    "short": (0, 0.2),
    "long": (0.06, 0.25),
    "opening": (0, 0.08),
}
ARTICLES: Bounds = {
    "grade": (5.5, 7),
    "mean": (14, 15.5),
    "spread": (7, 10),
    "short": (0, 0.15),
    "long": (0.1, 0.18),
}
EXERCISE: Bounds = {"grade": (0, 6), "mean": (7, 14)}
EXERCISES: Bounds = {"grade": (3.5, 5), "mean": (9, 11)}
"""For one text, and for the middle of all."""

NAMES = {
    "grade": "reading grade",
    "mean": "words a sentence",
    "spread": "words between long and short sentences (standard deviation)",
    "short": "of the sentences have six words or fewer",
    "long": "of the sentences have more than 20 words",
    "opening": "of the sentences open with the same word",
}
SHARES = ("short", "long", "opening")


def voice_faults(
    exercises: Sequence[Exercise], articles: Sequence[Article]
) -> Iterator[tuple[Exercise | Article | None, str]]:
    """Every text that is out of bounds, then the middle of all, as "field: reason" beside the text."""
    heard = [(one, found) for one in exercises if (found := _heard(exercise_voice(one)))]
    read = [(one, found) for one in articles if (found := _heard(article_voice(one)))]
    yield from ((one, f"steps: {said}") for one, found in heard for said in _out(found, EXERCISE))
    yield from ((one, f"body: {said}") for one, found in read for said in _out(found, ARTICLE))
    yield from ((None, f"exercises: {said}") for said in _middle([v for _one, v in heard], EXERCISES))
    yield from ((None, f"articles: {said}") for said in _middle([v for _one, v in read], ARTICLES))


def middles(exercises: Sequence[Exercise], articles: Sequence[Article]) -> str:
    """Grade and words a sentence in the middle of all, of articles and of exercises, in words."""
    heard = {
        "articles": [found for one in articles if (found := article_voice(one))],
        "exercises": [found for one in exercises if (found := exercise_voice(one))],
    }
    return ", ".join(
        f"{name} {median(one.grade for one in voices):.1f} and {median(one.mean for one in voices):.1f}"
        for name, voices in heard.items()
        if voices
    )


def _heard(found: Voice | None) -> Voice | None:
    """How a text sounds, where it is long enough to sound like anything."""
    return found if found is not None and found.sentences >= FEWEST else None


def _middle(voices: Sequence[Voice], bounds: Bounds) -> Iterator[str]:
    if len(voices) >= SEVERAL:
        middle = {figure: median(getattr(one, figure) for one in voices) for figure in bounds}
        yield from (f"in the middle of all, {said}" for said in _beyond(middle, bounds))


def _out(found: Voice, bounds: Bounds) -> Iterator[str]:
    for said in _beyond({figure: getattr(found, figure) for figure in bounds}, bounds):
        yield f"{said} ({found.opens!r})" if NAMES["opening"] in said else said


def _beyond(figures: Mapping[str, float], bounds: Bounds) -> Iterator[str]:
    for figure, value in figures.items():
        least, most = bounds[figure]
        if not least <= value <= most:
            yield _told(figure, value, least, most)


def _told(figure: str, value: float, least: float, most: float) -> str:
    if figure in SHARES:
        return f"{value:.0%} {NAMES[figure]}; {least:.0%} to {most:.0%} are asked for"
    return f"{NAMES[figure]} {value:.1f}; {least:g} to {most:g} are asked for"
