"""The check of all bundled content: one line for each fault, as `rewire check` and the tests print it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from rewire_app import paths
from rewire_app.content import words
from rewire_app.content.branches import branch_faults
from rewire_app.content.check_answers import answer_faults
from rewire_app.content.check_article import article_faults
from rewire_app.content.check_crisis import crisis_faults
from rewire_app.content.check_exercise import exercise_faults
from rewire_app.content.check_links import link_faults, unreached
from rewire_app.content.check_voice import middles, voice_faults
from rewire_app.content.crisis import FILE as CRISIS
from rewire_app.content.faults import Fault
from rewire_app.content.fields import read_text
from rewire_app.content.learning_path import FILE as PATH
from rewire_app.content.learning_path import path_faults
from rewire_app.content.library import Library
from rewire_app.content.next_exercises import next_faults
from rewire_app.content.questionnaires import FOLDER as QUESTIONNAIRES
from rewire_app.content.sources import FILE as SOURCES
from rewire_app.content.sources import idle_faults, source_faults, written_faults
from rewire_app.content.states import FILE, read_states, state_faults
from rewire_app.content.words import word_faults
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.errors import ContentError

T = TypeVar("T")


def check_all(root: Path | None = None, language: str = "en") -> list[str]:
    """Every fault in the content under `root` (default: the bundled one), as "file:line: field: reason"."""
    return [str(fault) for fault in content_faults(root, language)]


def content_faults(root: Path | None = None, language: str = "en") -> list[Fault]:
    """Every fault in the content under `root` (default: the bundled one)."""
    return file_faults(root, language) + _together(Library(language, root or paths.content(language)))


def file_faults(root: Path | None = None, language: str = "en") -> list[Fault]:
    """What is wrong with the files under `root`, each looked at by itself and for what it names."""
    folder = root if root is not None else paths.content(language)
    library = Library(language, folder)
    faults: list[Fault] = []
    exercises = _load(library.exercise_ids, library.exercise, faults)
    articles = _load(library.article_ids, library.article, faults)
    measures = _load(library.measure_ids, library.measure, faults)
    shipped = {e.id for e in exercises} | {a.id for a in articles} | {"help"}
    every = {one.id: one for one in exercises}
    for exercise in exercises:
        faults += faults_in(exercise, folder, shipped, {m.id for m in measures})
        faults += _told(exercise, folder, next_faults(exercise, every))
    for article in articles:
        faults += faults_in(article, folder, shipped, ())
    for measure in measures:
        texts = " | ".join((measure.name, measure.question, measure.low, measure.high, measure.short))
        said = word_faults("words", texts, words.TextPlace.SCREEN)
        faults += [Fault.said(f"{measure.id}.toml", fault) for fault in said]
    faults += _questionnaires(library, folder)
    faults += _sources(library, [*exercises, *articles])
    faults += [*_crisis(library), *_glossary(library), *path_faults(folder, shipped)]
    return faults + list(_states(folder, exercises))


def summary(root: Path | None = None) -> str:
    """How much content there is and how it sounds in the middle of all, in one line; names the method."""
    library = Library(root=root)
    exercises, articles = library.exercises(), library.articles()
    return (
        f"{len(exercises)} exercises, {len(articles)} articles. In the middle of all, by reading grade "
        f"(Flesch-Kincaid) and words a sentence: {middles(exercises, articles)}."
    )


def faults_in(
    one: Exercise | Article, root: Path, shipped: Collection[str], measures: Collection[str]
) -> list[Fault]:
    """Every fault of one exercise or article that could be read, with its line in the file under `root`."""
    if isinstance(one, Exercise):
        said = [*exercise_faults(one, shipped, measures, root), *branch_faults(one)]
    else:
        said = list(article_faults(one, shipped))
    return list(_told(one, root, said))


def _told(one: Exercise | Article, root: Path, said: Iterable[str]) -> Iterator[Fault]:
    """What is `said` of an exercise or article, each with its line in the file under `root`."""
    article = isinstance(one, Article)
    path = root / ("articles" if article else "exercises") / f"{one.id}{'.md' if article else '.toml'}"
    yield from (Fault.said(path.name, fault, read_text(path)) for fault in said)


def _load(ids: Callable[[], tuple[str, ...]], read: Callable[[str], T], faults: list[Fault]) -> list[T]:
    """All that can be read; what cannot is added to `faults`."""
    try:
        names = ids()
    except ContentError as error:
        faults.append(Fault.of(error))
        return []
    found = []
    for name in names:
        try:
            found.append(read(name))
        except ContentError as error:
            faults.append(Fault.of(error))
    return found


def _sources(library: Library, resting: list[Exercise | Article]) -> Iterator[Fault]:
    """What is wrong with the file of sources, and with what rests on them."""
    try:
        known = library.sources()
    except ContentError as error:
        yield Fault.of(error)
        return
    text = read_text(library.root / SOURCES)
    said = [*written_faults(known), *idle_faults(known, resting)]
    yield from (Fault.said(SOURCES, fault, text) for fault in said)
    for one in resting:
        yield from _told(one, library.root, source_faults(one, known))


def _together(library: Library) -> list[Fault]:
    """What only shows when all is looked at at once: answers that nothing uses, links, and the voice."""
    root = library.root
    exercises = _load(library.exercise_ids, library.exercise, [])
    articles = _load(library.article_ids, library.article, [])
    path = _readable(library.path) if (root / PATH).is_file() else None
    states = _readable(partial(read_states, root)) if (root / FILE).is_file() else None
    found: Iterable[tuple[Exercise | Article | None, str]] = (
        *answer_faults(exercises),
        *link_faults(exercises, articles),
        *unreached(exercises, articles, path, states),
        *voice_faults(exercises, articles),
    )
    faults: list[Fault] = []
    for one, said in found:
        faults += [Fault.said("voice", said)] if one is None else _told(one, root, [said])
    return faults


def _readable(read: Callable[[], T]) -> T | None:
    """What `read` gives; None where it cannot be read, which is said elsewhere."""
    try:
        return read()
    except ContentError:
        return None


def _crisis(library: Library) -> Iterator[Fault]:
    try:
        crisis = library.crisis()
    except ContentError as error:
        yield Fault.of(error)
        return
    yield from (Fault.said(CRISIS, fault) for fault in crisis_faults(crisis))


def _states(folder: Path, exercises: list[Exercise]) -> Iterator[Fault]:
    """The table of what can be strongest now, when there is such a file."""
    if not (folder / FILE).is_file():
        return
    try:
        states = read_states(folder)
    except ContentError as error:
        yield Fault.of(error)
        return
    ends = [end for one in states.states for end in one.ends]
    texts = [text for one in (*states.states, *ends) for text in (one.words, one.asks, one.people)]
    texts += [fit.why for fits in (states.steady, *(one.fits for one in ends)) for fit in fits]
    said = [*state_faults(states, {one.id: one for one in exercises})]
    for fault in [*said, *word_faults("words", " | ".join(texts), words.TextPlace.SCREEN)]:
        yield Fault.said(FILE, fault)


def _questionnaires(library: Library, folder: Path) -> list[Fault]:
    """The questionnaires, where there are any; their items are the words of others."""
    faults: list[Fault] = []
    if not (folder / QUESTIONNAIRES).is_dir():
        return faults
    for one in _load(library.questionnaire_ids, library.questionnaire, faults):
        said = word_faults("about", one.about, words.TextPlace.SCREEN)
        faults += [Fault.said(f"{one.id}.toml", fault) for fault in said]
    return faults


def _glossary(library: Library) -> Iterator[Fault]:
    """The words that articles explain, when there is such a file."""
    if not (library.root / "glossary.toml").is_file():
        return
    try:
        glossary = library.glossary()
    except ContentError as error:
        yield Fault.of(error)
        return
    for word in glossary.words:
        for fault in word_faults(f"words {word.word!r}", word.meaning, words.TextPlace.ARTICLE):
            yield Fault.said("glossary.toml", fault)
