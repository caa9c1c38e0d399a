"""The content packs that are kept: what is in them by full id, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rewire_app.content.check_pack import KnownContent, is_english, use_faults_in
from rewire_app.content.faults import Fault
from rewire_app.content.packed import PackPlace, short_of
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.domain.packs import ARTICLES, EXERCISES, Pack, files_of, short_id, titles_of
from rewire_app.errors import ContentError

T = TypeVar("T", Exercise, Article)


@dataclass(frozen=True, slots=True)
class _PackFile:
    """A file of a pack, and where its content has its place."""

    place: PackPlace
    file: str
    text: str
    english: bool


class PackShelf:
    """What is in the packs that are kept, by full id; a file that cannot be used counts as not there."""

    def __init__(self, known: KnownContent) -> None:
        """`known`: what is built in."""
        self._known = known
        self._packs: tuple[Pack, ...] = ()
        self._files: dict[str, _PackFile] = {}
        self._gone: dict[str, _PackFile] = {}
        self._titles: dict[str, str] = {}
        self._exercises: dict[str, Exercise | Fault] = {}
        self._articles: dict[str, Article | Fault] = {}

    def use(self, packs: Iterable[Pack]) -> None:
        """Hold these packs and nothing else."""
        fresh = tuple(packs)
        if fresh != self._packs:
            self._packs, self._files = fresh, _files_in(fresh)
            self._exercises, self._articles = {}, {}

    def remember(self, gone: Iterable[Pack], titles: Mapping[str, str]) -> None:
        """Know the packs that were removed, and `titles` of exercises of which nothing else is left."""
        left = tuple(gone)
        self._gone, self._titles = _files_in(left), dict(titles)
        for pack in (*left, *self._packs):
            self._titles |= titles_of(pack)

    def exercise_ids(self) -> tuple[str, ...]:
        """The exercises that can be used."""
        return tuple(
            full
            for full, one in self._files.items()
            if one.file.startswith(EXERCISES) and isinstance(self._exercise(full), Exercise)
        )

    def article_ids(self) -> tuple[str, ...]:
        """The articles that can be read."""
        return tuple(
            full
            for full, one in self._files.items()
            if one.file.startswith(ARTICLES) and isinstance(self._article(full), Article)
        )

    def exercise(self, full: str) -> Exercise:
        """One exercise; raises ContentError when it is gone or broken."""
        return _sound(self._exercise(full))

    def article(self, full: str) -> Article:
        """One article; raises ContentError when it is gone or broken."""
        return _sound(self._article(full))

    def remembered(self, full: str) -> Exercise | None:
        """An exercise of a pack that was removed, as it was; None when nothing of it is left."""
        one = self._gone.get(full)
        found = self._parsed(one, PackPlace.exercise) if one is not None else None
        return found if isinstance(found, Exercise) else None

    def title(self, full: str) -> str:
        """What an exercise of a pack is or was called; made from its short id when nothing else is known."""
        if full in self._titles:
            return self._titles[full]
        words = short_id(full).replace("-", " ")
        return words[:1].upper() + words[1:]

    def _exercise(self, full: str) -> Exercise | Fault:
        if full not in self._exercises:
            self._exercises[full] = self._parsed(self._files.get(full), PackPlace.exercise)
        return self._exercises[full]

    def _article(self, full: str) -> Article | Fault:
        if full not in self._articles:
            self._articles[full] = self._parsed(self._files.get(full), PackPlace.article)
        return self._articles[full]

    def _parsed(self, one: _PackFile | None, read: Callable[[PackPlace, str, str], T]) -> T | Fault:
        if one is None:
            return Fault(file="", field="file", reason="it is gone")
        for fault in use_faults_in(one.file, one.text, self._known, one.place.shorts, english=one.english):
            return fault  # it came in another way than as a file that was checked
        try:
            return read(one.place, one.text, one.file)
        except ContentError as error:
            return Fault.of(error)  # the error itself would keep every page that stood on its way


def _files_in(packs: Iterable[Pack]) -> dict[str, _PackFile]:
    found = {}
    for pack in packs:
        files = files_of(pack)
        place = PackPlace.of(pack.name, pack.author, files)
        for file, text in files.items():
            if file.startswith((EXERCISES, ARTICLES)):
                english = is_english(pack.language)
                found[place.full(short_of(file))] = _PackFile(place, file, text, english)
    return found


def _sound(found: T | Fault) -> T:
    if isinstance(found, Fault):
        raise found.error()
    return found
