"""The bundled content in one language: exercises, articles, measures and crisis lines, read when needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rewire_app import i18n, paths
from rewire_app.content.fields import Fields, parse_toml, read_text
from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import Better, Measure
from rewire_app.domain.library.glossary import Glossary, GlossaryWord
from rewire_app.domain.packs import PACK_PREFIX
from rewire_app.errors import ContentError

if TYPE_CHECKING:
    from rewire_app.content.check_pack import KnownContent
    from rewire_app.content.custom_exercises import CustomShelf
    from rewire_app.content.pack_shelf import PackShelf
    from rewire_app.domain.crisis import Crisis
    from rewire_app.domain.exercise.exercise import Exercise
    from rewire_app.domain.exercise.measure import Measure
    from rewire_app.domain.journal.questionnaires import Questionnaire
    from rewire_app.domain.library.article import Article
    from rewire_app.domain.library.glossary import Glossary
    from rewire_app.domain.library.learning_path import LearningPath
    from rewire_app.domain.library.sources import Source


Made = TypeVar("Made")

MOST_WORDS = 45
"""The longest meaning, in words: it is read standing, in the middle of a sentence."""


def parse_glossary(text: str, file: str) -> Glossary:
    """The glossary in `text`; raises ContentError naming `file`, the word and the reason."""
    top = Fields(file, parse_toml(text, file))
    words = tuple(_word(fields) for fields in top.tables("words"))
    top.close()
    seen: dict[str, str] = {}
    for word in words:
        for form in (word.word, *word.forms):
            if form.lower() in seen:
                where = f"words {word.word!r}"
                raise ContentError(file, where, f"{form!r} stands at {seen[form.lower()]!r} already")
            seen[form.lower()] = word.word
    return Glossary(words)


def _word(fields: Fields) -> GlossaryWord:
    word = GlossaryWord(
        word=fields.text("word"),
        forms=fields.texts("forms", ()),
        meaning=fields.text("meaning"),
    )
    fields.close()
    if len(word.meaning.split()) > MOST_WORDS:
        raise fields.fault("meaning", f"{word.word!r}: {MOST_WORDS} words are the most")
    return word


def parse_measure(text: str, file: str) -> Measure:
    """The measure in `text`; raises ContentError naming `file`, the field and the reason."""
    fields = Fields(file, parse_toml(text, file))
    measure = Measure(
        id=fields.text("id"),
        name=fields.text("name"),
        question=fields.text("question"),
        low=fields.text("low"),
        high=fields.text("high"),
        scale=fields.choice("scale", Scale),
        better=fields.choice("better", Better),
        short=fields.text("short"),
    )
    fields.close()
    return measure


CUSTOM_PREFIX = "own-"
"""How the id of every own exercise begins."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


class Library:
    """What is bundled in `language`, that in force unless another is named; each file is read when needed.

    What is not there in that language is the English one, file by file; with `root` all is from that folder.
    Every method raises ContentError (file, field, reason) for a file that is missing or cannot be used.
    """

    def __init__(self, language: str = "", root: Path | None = None) -> None:
        self._language = language or i18n.language()
        self._root = root
        self._own: CustomShelf | None = None
        self._packs: PackShelf | None = None
        self._exercises: dict[str, Exercise] = {}
        self._articles: dict[str, Article] = {}
        self._measures: dict[str, Measure] = {}
        self._questionnaires: dict[str, Questionnaire] = {}
        self._crisis: Crisis | None = None
        self._glossary: Glossary | None = None
        self._path: LearningPath | None = None
        self._sources: dict[str, Source] | None = None

    def exercise_ids(self) -> tuple[str, ...]:
        """The ids of all exercises, alphabetically; then of sound own ones, then of sound ones of packs."""
        own = tuple(one.id for one in self._own.sound()) if self._own else ()
        return self._ids("exercises", ".toml") + own + (self._packs.exercise_ids() if self._packs else ())

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, in alphabetical order; then those of packs."""
        return self._ids("articles", ".md") + (self._packs.article_ids() if self._packs else ())

    def known(self) -> KnownContent:
        """The ids of what is built in."""
        from rewire_app.content.check_pack import KnownContent

        return KnownContent(
            exercises=frozenset(self._ids("exercises", ".toml")),
            articles=frozenset(self._ids("articles", ".md")),
            measures=frozenset(self.measure_ids()),
        )

    def measure_ids(self) -> tuple[str, ...]:
        """The ids of all measures, in alphabetical order."""
        return self._ids("measures", ".toml")

    def questionnaire_ids(self) -> tuple[str, ...]:
        """The ids of all questionnaires, in alphabetical order."""
        return self._ids("questionnaires", ".toml")

    def files(self) -> Iterator[Path]:
        """The files of all bundled articles and exercises."""
        for folder, suffix in (("articles", ".md"), ("exercises", ".toml")):
            for name in self._ids(folder, suffix):
                yield self._at(f"{folder}/{name}{suffix}")

    def exercise(self, exercise_id: str) -> Exercise:
        """One exercise, built in, own or of a pack."""
        if exercise_id.startswith(CUSTOM_PREFIX):
            return self.own.exercise(exercise_id)
        if exercise_id.startswith(PACK_PREFIX):
            return self.packs.exercise(exercise_id)
        if exercise_id not in self._exercises:
            from rewire_app.content.exercises import parse_exercise

            path = self._file("exercises", exercise_id, ".toml")
            found = self._parsed(path, parse_exercise)
            _same_id(path, found.id)
            self._exercises[exercise_id] = found
        return self._exercises[exercise_id]

    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises that can be used: the built-in ones by id, then own ones."""
        return tuple(self.exercise(each) for each in self.exercise_ids())

    @property
    def own(self) -> CustomShelf:
        """The person's own exercises: `own.use(texts)` gives them, once their notes are open."""
        if self._own is None:
            from rewire_app.content.custom_exercises import CustomShelf

            self._own = CustomShelf()
        return self._own

    @property
    def packs(self) -> PackShelf:
        """The content packs the person kept: `packs.use(...)` gives them, once their notes are open."""
        if self._packs is None:
            from rewire_app.content.pack_shelf import PackShelf

            self._packs = PackShelf(self.known())
        return self._packs

    @property
    def has_packs(self) -> bool:
        """Whether it was given packs before."""
        return self._packs is not None

    @property
    def has_custom(self) -> bool:
        """Whether it was given exercises of the person's own before."""
        return self._own is not None

    def link_ids(self, around: str) -> set[str]:
        """What a step of the exercise or article `around` may lead to: all there is, itself, and Help."""
        return {*self.exercise_ids(), *self.article_ids(), "help", around}

    def title(self, exercise_id: str) -> str:
        """What an exercise is called, also one that is gone or broken."""
        try:
            return self.exercise(exercise_id).title
        except ContentError:
            shelf = self.packs if exercise_id.startswith(PACK_PREFIX) else self.own
            return shelf.title(exercise_id)

    def article(self, article_id: str) -> Article:
        """One article, built in or of a pack."""
        if article_id.startswith(PACK_PREFIX):
            return self.packs.article(article_id)
        if article_id not in self._articles:
            from rewire_app.content.articles import parse_article

            path = self._file("articles", article_id, ".md")
            found = self._parsed(path, parse_article)
            _same_id(path, found.id)
            self._articles[article_id] = found
        return self._articles[article_id]

    def articles(self) -> tuple[Article, ...]:
        """All articles, by id."""
        return tuple(self.article(each) for each in self.article_ids())

    def measure(self, measure_id: str) -> Measure:
        """One measure."""
        if measure_id not in self._measures:
            path = self._file("measures", measure_id, ".toml")
            found = self._parsed(path, parse_measure)
            _same_id(path, found.id)
            self._measures[measure_id] = found
        return self._measures[measure_id]

    def questionnaire(self, questionnaire_id: str) -> Questionnaire:
        """One questionnaire."""
        if questionnaire_id not in self._questionnaires:
            from rewire_app.content.questionnaires import parse_questionnaire

            path = self._file("questionnaires", questionnaire_id, ".toml")
            found = self._parsed(path, parse_questionnaire)
            _same_id(path, found.id)
            self._questionnaires[questionnaire_id] = found
        return self._questionnaires[questionnaire_id]

    def measure_of(self, exercise: Exercise) -> Measure | None:
        """What is rated before and after `exercise`, None if nothing is."""
        return None if exercise.measure == "none" else self.measure(exercise.measure)

    def crisis(self) -> Crisis:
        """The crisis lines of all countries."""
        if self._crisis is None:
            from rewire_app.content.crisis import FILE, parse_crisis

            self._crisis = self._parsed(self._at(FILE), parse_crisis)
        return self._crisis

    def glossary(self) -> Glossary:
        """The words that articles explain on a click."""
        if self._glossary is None:
            self._glossary = self._parsed(self._at("glossary.toml"), parse_glossary)
        return self._glossary

    def path(self) -> LearningPath:
        """The path through the library."""
        if self._path is None:
            from rewire_app.content.learning_path import FILE, parse_path

            self._path = self._parsed(self._at(FILE), parse_path)
        return self._path

    def sources(self) -> Mapping[str, Source]:
        """What exercises and articles rest on, by key."""
        if self._sources is None:
            from rewire_app.content.sources import FILE, parse_sources

            self._sources = self._parsed(self._at(FILE), parse_sources)
        return self._sources

    @property
    def root(self) -> Path:
        """The folder of the content in this language."""
        return self._root or paths.content(self._language)

    def _parsed(self, path: Path, parse: Callable[[str, str], Made]) -> Made:
        """What `parse` makes of the file; notes that are opened anew need not read what is bundled again."""
        if self._root:
            return parse(read_text(path), path.name)
        try:
            written = path.stat()
        except OSError:
            return parse(read_text(path), path.name)  # which says what is wrong
        made: Made = _kept(path, (written.st_mtime_ns, written.st_size), parse)
        return made

    def _at(self, name: str) -> Path:
        return self._root / name if self._root else paths.content_file(name, self._language)

    def _ids(self, folder: str, suffix: str) -> tuple[str, ...]:
        if self._root:
            found = tuple(sorted(path.stem for path in (self._root / folder).glob(f"*{suffix}")))
        else:
            found = paths.content_ids(folder, suffix, self._language)
        if not found:
            raise ContentError(folder, "folder", "it is missing or empty")
        return found

    def _file(self, folder: str, name: str, suffix: str) -> Path:
        if not _ID.fullmatch(name):
            raise ContentError(f"{name}{suffix}", "id", "an id has letters, digits and hyphens only")
        return self._at(f"{folder}/{name}{suffix}")


@cache
def _kept(path: Path, _written: tuple[int, int], parse: Callable[[str, str], Any]) -> Any:
    return parse(read_text(path), path.name)


def _same_id(path: Path, found: str) -> None:
    if found != path.stem:
        raise ContentError(path.name, "id", f"it is {found!r}, but the file is named {path.stem!r}")
