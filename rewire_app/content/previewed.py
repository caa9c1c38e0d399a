"""One content file that is being written: what it holds, and everything wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rewire_app.content.articles import parse_article
from rewire_app.content.branches import branch_faults
from rewire_app.content.check_article import article_faults
from rewire_app.content.check_exercise import exercise_faults
from rewire_app.content.custom_exercises import custom_faults
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.faults import Fault
from rewire_app.content.fields import read_text
from rewire_app.content.library import Library
from rewire_app.content.sources import source_faults
from rewire_app.domain.custom import CUSTOM_PREFIX
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article, Embedded
from rewire_app.errors import ContentError

KINDS = (".toml", ".md")
"""How files of exercises and of articles end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedFile:
    """What a file holds at present; `content` is None when it cannot be shown at all."""

    content: Exercise | Article | None
    faults: tuple[Fault, ...]


def read_draft(path: Path, library: Library) -> PreviewedFile:
    """The exercise (.toml) or article (.md) in `path`, checked beside `library`."""
    try:
        text = read_text(path)
        if path.suffix == ".md":
            return _article_draft(parse_article(text, path.name), path, text, library)
        exercise = parse_exercise(text, path.name)
        if exercise.measure != "none":
            library.measure(exercise.measure)
    except ContentError as error:
        return PreviewedFile(content=None, faults=(Fault.of(error),))
    shipped = library.link_ids(exercise.id)
    if exercise.id.startswith(CUSTOM_PREFIX):
        said = [
            f"{one.field}: {one.reason}" for one in custom_faults(exercise, shipped, library.measure_ids())
        ]
    else:
        said = [*exercise_faults(exercise, shipped, library.measure_ids(), library.root)]
        said += [*branch_faults(exercise), *source_faults(exercise, library.sources())]
    return _draft(exercise, path, text, said)


def _article_draft(article: Article, path: Path, text: str, library: Library) -> PreviewedFile:
    """It cannot be shown while one of the cards in it has no exercise."""
    said = [*article_faults(article, library.link_ids(article.id))]
    draft = _draft(article, path, text, [*said, *source_faults(article, library.sources())])
    segments = (segment for section in article.sections for segment in section.segments)
    cards = {segment.exercise for segment in segments if isinstance(segment, Embedded)}
    return draft if cards.issubset(library.exercise_ids()) else replace(draft, content=None)


def _draft(content: Exercise | Article, path: Path, text: str, said: list[str]) -> PreviewedFile:
    if content.id != path.stem:
        said.insert(0, f"id: it is {content.id!r}, but the file is named {path.stem!r}")
    return PreviewedFile(content=content, faults=tuple(Fault.said(path.name, one, text) for one in said))
