"""Every pass a person went through: month by month, found by words, exercise, month and kind.

What is compared is compared in memory: nothing of it goes into a search file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rewire_app.content.library import Library
from rewire_app.domain.day_words import months
from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.exercise.pass_answers import all_words, read_answers, typed_words
from rewire_app.domain.journal.dated_notes import read_notes
from rewire_app.domain.library.searching import Marked, as_typed, folded_text, marked, near
from rewire_app.i18n import _, ngettext
from rewire_app.reports.pass_lines import PassLine, exercise_of, line_of
from rewire_app.store.pass_queries import PassFacts, passes, passes_of_these, plans_by_pass
from rewire_app.store.vault.vault import Vault

ALL, WORDS = "", "words"
"""Kinds beside those of documents: every pass, and those with words of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassWish:
    """What is looked for: words, an exercise, a month as "2026-11", a kind; "" is any."""

    query: str = ""
    exercise: str = ""
    month: str = ""
    kind: str = ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class PassMonth:
    """The passes of one month, or a stretch of months without any: `last` is its first month then."""

    key: str
    last: str
    passes: tuple[PassFacts, ...] = ()

    @property
    def title(self) -> str:
        """ "November 2026"; of a stretch "May to August 2026"."""
        if self.key == self.last:
            return month_words(self.key)
        return _("{first} to {last}").format(first=month_words(self.last), last=month_words(self.key))

    @property
    def summary(self) -> str:
        """How many and how long: "12 practices, 58 minutes"."""
        if not self.passes:
            return _("none noted")
        count, minutes = len(self.passes), round(sum(one.seconds for one in self.passes) / 60)
        return _("{count}, {minutes}").format(
            count=ngettext("{n} practice", "{n} practices", count).format(n=count),
            minutes=ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        )


def month_key(day: int) -> str:
    """The month of a day (ordinal): "2026-11"."""
    return date.fromordinal(max(1, day)).isoformat()[:7]


def month_words(key: str) -> str:
    """ "November 2026"."""
    year, _dash, month = key.partition("-")
    return _("{month} {year}").format(month=months()[int(month) - 1], year=year)


class PassLog:
    """All passes, the newest first, read once; lines and words are worked out when they are asked for.

    With `only` it holds the passes of these exercises and no others.
    """

    def __init__(self, vault: Vault, library: Library, *, only: Sequence[str] = ()) -> None:
        self._library = library
        self._vault = vault
        self.passes = passes_of_these(vault, only) if only else passes(vault)
        self._lines: dict[str, PassLine] = {}
        self._texts: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, str] = {}

    def line(self, one: PassFacts) -> PassLine:
        """The line of one pass."""
        if one.uid not in self._lines:
            self._lines[one.uid] = line_of(one, self._library)
        return self._lines[one.uid]

    @cached_property
    def _sorts(self) -> Mapping[str, DocumentSort | None]:
        """The kind of document each exercise makes."""
        found = {name: exercise_of(self._library, name) for name, _title in self.exercises}
        return {
            name: one.document.sort if one is not None and one.document is not None else None
            for name, one in found.items()
        }

    @cached_property
    def exercises(self) -> tuple[tuple[str, str], ...]:
        """Each exercise that was practised, with its title, by title."""
        names = dict.fromkeys(one.exercise for one in self.passes)
        return tuple(sorted(((name, self._library.title(name)) for name in names), key=lambda one: one[1]))

    @property
    def months(self) -> tuple[str, ...]:
        """Each month with a pass, the newest first."""
        return tuple(dict.fromkeys(month_key(one.day) for one in self.passes))

    def sorts(self) -> tuple[DocumentSort, ...]:
        """The kinds of document there are."""
        there = set(self._sorts.values())
        return tuple(sort for sort in DocumentSort if sort in there)

    def has_words(self) -> bool:
        """Whether there are own words anywhere."""
        return any(self._has_own(one) for one in self.passes)

    def wanted(self, wish: PassWish) -> list[PassFacts]:
        """The passes that fit all of `wish`."""
        words = [" ".join(folded_text(word).split()) for word in as_typed(wish.query)]
        return [one for one in self.passes if self._fits(one, wish) and self._says(one, words)]

    def _fits(self, one: PassFacts, wish: PassWish) -> bool:
        if wish.exercise and one.exercise != wish.exercise:
            return False
        if wish.month and month_key(one.day) != wish.month:
            return False
        if wish.kind == WORDS:
            return self._has_own(one)
        return wish.kind == ALL or self._sorts.get(one.exercise) == wish.kind

    def _has_own(self, one: PassFacts) -> bool:
        if one.note.strip():
            return True
        if one.answers in ("{}", ""):
            return False
        exercise = exercise_of(self._library, one.exercise)
        return any(True for _words in typed_words(exercise, read_answers(one.answers) or {}))

    def _says(self, one: PassFacts, words: Sequence[str]) -> bool:
        if not words:
            return True
        if one.uid not in self._folded:
            self._folded[one.uid] = "\n".join(map(folded_text, self.texts(one)))
        return all(word in self._folded[one.uid] for word in words)

    @cached_property
    def _plans(self) -> Mapping[str, str]:
        return plans_by_pass(self._vault)

    def texts(self, one: PassFacts) -> tuple[str, ...]:
        """Everything that was written or chosen in a pass, its notes, and the plan that came of it."""
        if one.uid not in self._texts:
            notes = (note.text for note in read_notes(one.note))
            found = (*all_words(read_answers(one.answers) or {}), *notes, self._plans.get(one.uid, ""))
            self._texts[one.uid] = tuple(text for text in found if text.strip())
        return self._texts[one.uid]

    def hit(self, one: PassFacts, query: str) -> Marked:
        """The words of a row, with what was looked for marked; its first words when nothing is."""
        wanted = as_typed(query)
        for text in self.texts(one) if wanted else ():
            found = marked(" ".join(text.split()), wanted)
            if found.marks:
                return near(found)
        return Marked(text=self.line(one).words)


def by_month(found: Iterable[PassFacts], *, gaps: bool) -> Iterator[PassMonth]:
    """The passes month by month, the newest first; with `gaps` the months between that have none, too."""
    held: dict[str, list[PassFacts]] = {}
    for one in found:
        held.setdefault(month_key(one.day), []).append(one)
    above = ""
    for key in sorted(held, reverse=True):
        if gaps and above and _shifted(key, 1) != above:
            yield PassMonth(key=_shifted(above, -1), last=_shifted(key, 1))
        yield PassMonth(key=key, last=key, passes=tuple(held[key]))
        above = key


def _shifted(key: str, by: int) -> str:
    year, _dash, month = key.partition("-")
    count = int(year) * 12 + int(month) - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def sort_words(sort: DocumentSort) -> str:
    """What documents of a kind are called, several of them."""
    return {
        DocumentSort.RECORD: _("Thought records"),
        DocumentSort.SCRIPT: _("Scripts"),
        DocumentSort.CHAIN: _("Chains"),
        DocumentSort.EXPERIMENT: _("Experiments"),
        DocumentSort.LADDER: _("Ladder steps"),
        DocumentSort.LOOK_BACK: _("Looking back"),
    }[sort]
