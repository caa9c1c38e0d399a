"""Everything a person wrote, held in memory as it is compared, and what is found in it as one types.

No index lies on disk: ten years of words are compared in some milliseconds, and what is erased or locked
leaves nothing behind. A kind of entry is read anew when its topic changed, so that a search always says what
the notes say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rewire_app.content.library import Library
from rewire_app.domain.library.searching import Marked, as_typed, folded_text, marked, near
from rewire_app.domain.limits import MAX_NAME
from rewire_app.reports.written import OwnEntry, WrittenKind, one_line
from rewire_app.reports.written_readers import READERS
from rewire_app.store.store import Store

PIECE, OVERLAP = 2_000, 400
"""Letters of a text that are looked at together for what to show: few are longer, and those wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsWish:
    """What is looked for: words, a kind, days (ordinals, both included), a tag, an exercise, a person.

    None and "" are any.
    """

    query: str = ""
    kind: WrittenKind | None = None
    first: int | None = None
    last: int | None = None
    tag: str = ""
    exercise: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry, and its words as they are compared."""

    entry: OwnEntry
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What fits a wish, the newest first, and how much of each kind fits it whatever kind is wanted."""

    entries: tuple[OwnEntry, ...] = ()
    counts: tuple[tuple[WrittenKind, int], ...] = ()

    @property
    def number(self) -> int:
        """How many there are of all kinds."""
        return sum(n for _kind, n in self.counts)


class OwnWords:
    """All that a person wrote. `stale(topics)` says what has to be read anew before it is asked again."""

    topics = frozenset(READERS)

    def __init__(self, store: Store, library: Library) -> None:
        """Nothing is read yet."""
        self._store, self._library = store, library
        self._by_topic: dict[str, list[Held]] = {}
        self._held: list[Held] = []

    def stale(self, topics: Collection[str]) -> None:
        """Let go of what `topics` name; it is read anew when it is needed."""
        for topic in topics:
            self._by_topic.pop(topic, None)

    def read(self) -> None:
        """Read what is not held yet; raises a StoreError, and then the next call tries again."""
        missing = [topic for topic in READERS if topic not in self._by_topic]
        for topic in missing:
            entries = READERS[topic](self._store)
            self._by_topic[topic] = [Held(one, folded_text("\n".join(one.texts))) for one in entries]
        if missing:
            every = (held for some in self._by_topic.values() for held in some)
            self._held = sorted(every, key=lambda held: held.entry.order, reverse=True)

    def find(self, wish: WordsWish) -> Found:
        """What fits `wish`; without words in it, all that was written. Raises a StoreError."""
        self.read()
        fitting = self._held
        for word in as_typed(wish.query):
            folded = " ".join(folded_text(word).split())
            fitting = [held for held in fitting if folded in held.folded]
        entries = [held.entry for held in fitting if _fits(held, wish)]
        counts = {kind: 0 for kind in WrittenKind}
        for entry in entries:
            counts[entry.kind] += 1
        if wish.kind is not None:
            entries = [entry for entry in entries if entry.kind is wish.kind]
        return Found(entries=tuple(entries), counts=tuple((kind, n) for kind, n in counts.items() if n))

    def shown(self, entry: OwnEntry, query: str) -> Marked:
        """The words of an entry in one line, with what was looked for marked; its first ones else."""
        wanted = as_typed(query)
        for text in entry.texts if wanted else ():
            for start in range(0, len(text), PIECE - OVERLAP):
                found = marked(" ".join(text[start : start + PIECE].split()), wanted)
                if found.marks:
                    return one_line(near(found))
        return one_line(Marked(text=next(iter(entry.texts), "")))

    def about(self, entry: OwnEntry) -> str:
        """What there is to say about an entry beside its words: its exercise, its article, its strength."""
        if entry.kind in (WrittenKind.ANSWER, WrittenKind.PLAN) and entry.exercise:
            return self._library.title(entry.exercise)
        if entry.article:
            return self._library.article(entry.article).title if entry.article in self._articles else ""
        return entry.about

    @property
    def _articles(self) -> Collection[str]:
        return self._library.article_ids()

    # what can be chosen from

    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in order."""
        return _names(tag for held in self._held for tag in held.entry.tags)

    def exercises(self) -> tuple[tuple[str, str], ...]:
        """Every exercise that something was written in or about, with its title, by title."""
        names = {held.entry.exercise for held in self._held} - {""}
        titles = ((name, self._library.title(name)) for name in names)
        return tuple(sorted(titles, key=lambda one: one[1].casefold()))

    def people(self) -> tuple[str, ...]:
        """Who was there in moments, and whom the plan for a crisis names."""
        return _names(who for held in self._held for who in held.entry.people)

    def years(self) -> tuple[int, ...]:
        """The years in which something was written, the newest first."""
        found = {held.entry.when.year for held in self._held}
        return tuple(sorted(found, reverse=True))


def _names(found: Iterable[str]) -> tuple[str, ...]:
    """Each of `found` once, in order; what is longer than a name is none."""
    return tuple(sorted({name for name in found if len(name) <= MAX_NAME}, key=str.casefold))


def _fits(held: Held, wish: WordsWish) -> bool:
    entry = held.entry
    if wish.first is not None and entry.number < wish.first:
        return False
    if wish.last is not None and entry.number > wish.last:
        return False
    if wish.tag and wish.tag not in entry.tags:
        return False
    if wish.exercise and wish.exercise != entry.exercise:
        return False
    return not wish.person or wish.person in entry.people or folded_text(wish.person) in held.folded
