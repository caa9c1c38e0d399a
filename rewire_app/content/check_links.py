"""Whether everything is led to: exercises, the articles that explain them, the path, the states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rewire_app.content.branches import numbered
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.states import States
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.learning_path import LearningPath


def link_faults(
    exercises: Sequence[Exercise], articles: Sequence[Article]
) -> Iterator[tuple[Exercise | Article, str]]:
    """Links that stand in one direction only, as "field: reason" beside what they are missing from."""
    known = {one.id: one for one in articles}
    for exercise in exercises:
        if exercise.article not in known:
            yield exercise, f"article: there is no {exercise.article!r}; name the article that explains it"
    reached = {name for one in articles for kind, name in one.links if kind == "article" and name != one.id}
    for article in articles:
        inside = {name for kind, name in article.links if kind == "exercise"}
        for name in sorted(inside.symmetric_difference(article.exercises)):
            place = "the text" if name in inside else "exercises"
            yield article, f"exercises: {name!r} stands in {place} alone"
        if article.id not in reached and len(articles) > 1:
            yield article, "body: no other article leads here"


def unreached(
    exercises: Sequence[Exercise],
    articles: Iterable[Article],
    path: LearningPath | None,
    states: States | None,
) -> Iterator[tuple[Exercise, str]]:
    """Exercises that only the full list leads to."""
    led = {name for one in articles for kind, name in one.links if kind == "exercise"}
    if path is not None:
        led.update(step.exercise for step in path.steps)
    if states is not None:
        led.update(fit.exercise for fit in states.steady)
        led.update(fit.exercise for state in states.states for end in state.ends for fit in end.fits)
    for one in exercises:
        led.update(following.to for following in one.next if following.to != one.id)
        led.update(step.link for _number, step, _around in numbered(one.steps) if step.link != one.id)
    yield from ((one, "id: only the full list leads here") for one in exercises if one.id not in led)
