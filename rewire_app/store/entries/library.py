"""The nouns of library and practice room: reading, marked words, answers, own exercises, favourites."""

from __future__ import annotations

from sqlalchemy import select

from rewire_app.domain.custom import (
    BreathPattern,
    CustomExercise,
    Favourite,
    checked_breath,
    checked_exercise,
    checked_favourite,
)
from rewire_app.domain.library.reading import (
    Highlight,
    Reading,
    Reply,
    checked_highlight,
    checked_reading,
    checked_reply,
)
from rewire_app.store.codec import Codec, Values
from rewire_app.store.entries.noun import Distinct, OneForEach, Single
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import lists as schema


class Readings(OneForEach[Reading]):
    """Where each article stands. Putting a place is one small commit; the page offers no undo for it."""

    codec = Codec(Reading, schema.readings, checked=checked_reading)
    topic = "readings"
    natural = "article"

    def get(self, article: str) -> Reading | None:
        """Where `article` stands, or None if it was never opened."""
        return self._of(article)

    def all(self) -> list[Reading]:
        """Every article that was opened, the latest opened first."""
        return self._all(self._alive().order_by(self.table.c.opened_ms.desc(), self.table.c.uid.desc()))

    def _put(self, writing: Writing, values: Values) -> None:
        """A place that was taken back goes into its own row again: two would bar each other's way back."""
        columns = self.table.c
        own, gone_by_now = columns.article == values["article"], columns.deleted_ms.is_not(None)
        before = select(columns.uid).where(own, gone_by_now)
        gone = writing.rows(before.order_by(columns.deleted_ms.desc()).limit(1))
        if gone and writing.find(self.table, self.natural, values[self.natural]) is None:
            writing.insert(self.table, values | {"uid": gone[0][0]})
        else:
            super()._put(writing, values)

    def in_progress(self) -> Reading | None:
        """The article that was begun and not read to the end, the one left last; None when there is none."""
        columns = self.table.c
        begun = self._alive(columns.read_day.is_(None), columns.place > 0)
        return self._first(begun.order_by(columns.updated_ms.desc(), columns.uid.desc()))


class Highlights(Single[Highlight]):
    """The words that were marked."""

    codec = Codec(
        Highlight,
        schema.highlights,
        checked=checked_highlight,
        renamed={"start": "start_char", "end": "end_char"},
    )
    topic = "highlights"

    def for_article(self, article: str) -> list[Highlight]:
        """The highlights of `article` in the order of its text."""
        columns = self.table.c
        own = self._alive(columns.article == article)
        return self._all(own.order_by(columns.block, columns.start_char, columns.at_ms))

    def all(self) -> list[Highlight]:
        """Every highlight, by article and in the order of its text."""
        columns = self.table.c
        return self._all(
            self._alive().order_by(columns.article, columns.block, columns.start_char, columns.at_ms)
        )


class Replies(Single[Reply]):
    """The answers in own words."""

    codec = Codec(Reply, schema.replies, checked=checked_reply)
    topic = "replies"

    def for_article(self, article: str) -> list[Reply]:
        """The answers kept beside `article`, earliest first."""
        columns = self.table.c
        return self._all(self._alive(columns.article == article).order_by(columns.at_ms, columns.uid))

    def all(self) -> list[Reply]:
        """Every answer, earliest first."""
        return self._all(self._alive().order_by(self.table.c.at_ms, self.table.c.uid))


class CustomExercises(Distinct[CustomExercise]):
    """The exercises the person wrote; no two have the same id. Practices with a removed one remain."""

    codec = Codec(CustomExercise, schema.own_exercises, checked=checked_exercise)
    topic = "custom_exercises"
    natural = field = "id"

    def by_id(self, exercise: str) -> CustomExercise | None:
        """The exercise with the id `exercise`, or None if there is none."""
        return self._first(self._alive(self.table.c.id == exercise))


class Favourites(Distinct[Favourite]):
    """The exercises at hand; each is marked once."""

    codec = Codec(Favourite, schema.favourites, checked=checked_favourite)
    topic = "favourites"
    natural = field = "exercise"

    def by_exercise(self, exercise: str) -> Favourite | None:
        """The mark on `exercise`, or None if it is not a favourite."""
        return self._first(self._alive(self.table.c.exercise == exercise))


class BreathPatterns(Distinct[BreathPattern]):
    """The breathing patterns of one's own; no two have the same name."""

    codec = Codec(BreathPattern, schema.breath_patterns, checked=checked_breath, fold=("name",))
    topic = "breath_patterns"
    field = "name"
