"""What a person leaves in the library: how far they read, what they marked, what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.library.reading import (
    Highlight,
    Reading,
    Reply,
    checked_highlight,
    checked_reading,
    checked_reply,
)
from rewire_app.store.entries.noun import OneForEach, Single, Values, day, instant, instant_values, ordinal
from rewire_app.store.schema import lists as schema


class Readings(OneForEach[Reading]):
    """Where each article stands. Putting a place is one small commit; the page offers no undo for it."""

    table = schema.readings
    topic = "readings"
    natural = "article"

    @staticmethod
    def values(entry: Reading) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_reading(entry)
        return {
            "uid": entry.uid,
            "article": entry.article,
            **instant_values("opened", entry.opened),
            "read_day": ordinal(entry.read_day),
            "place": entry.place,
            "kept": int(entry.kept),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Reading:
        """The reading in `row`."""
        return Reading(
            uid=row["uid"],
            article=row["article"],
            opened=instant(row, "opened"),
            read_day=day(row["read_day"]),
            place=row["place"],
            kept=bool(row["kept"]),
        )

    def get(self, article: str) -> Reading | None:
        """Where `article` stands, or None if it was never opened."""
        return self._first(self._alive().where(self.table.c.article == article))

    def all(self) -> list[Reading]:
        """Every article that was opened, the latest opened first."""
        return self._all(self._alive().order_by(self.table.c.opened_ms.desc(), self.table.c.uid.desc()))

    def in_progress(self) -> Reading | None:
        """The article that was begun and not read to the end, the one left last; None when there is none."""
        columns = self.table.c
        begun = self._alive().where(columns.read_day.is_(None), columns.place > 0)
        return self._first(begun.order_by(columns.updated_ms.desc(), columns.uid.desc()))


class Highlights(Single[Highlight]):
    """The words that were marked."""

    table = schema.highlights
    topic = "highlights"

    @staticmethod
    def values(entry: Highlight) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_highlight(entry)
        return {
            "uid": entry.uid,
            "article": entry.article,
            "block": entry.block,
            "start_char": entry.start,
            "end_char": entry.end,
            "quote": entry.quote,
            **instant_values("at", entry.at),
            "note": entry.note,
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Highlight:
        """The highlight in `row`."""
        return Highlight(
            uid=row["uid"],
            article=row["article"],
            block=row["block"],
            start=row["start_char"],
            end=row["end_char"],
            quote=row["quote"],
            at=instant(row, "at"),
            note=row["note"],
        )

    def for_article(self, article: str) -> list[Highlight]:
        """The highlights of `article` in the order of its text."""
        columns = self.table.c
        own = self._alive().where(columns.article == article)
        return self._all(own.order_by(columns.block, columns.start_char, columns.at_ms))

    def all(self) -> list[Highlight]:
        """Every highlight, by article and in the order of its text."""
        columns = self.table.c
        return self._all(
            self._alive().order_by(columns.article, columns.block, columns.start_char, columns.at_ms)
        )


class Replies(Single[Reply]):
    """The answers in own words."""

    table = schema.replies
    topic = "replies"

    @staticmethod
    def values(entry: Reply) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_reply(entry)
        return {
            "uid": entry.uid,
            "article": entry.article,
            "question": entry.question,
            "text": entry.text,
            **instant_values("at", entry.at),
            "day": entry.day.toordinal(),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Reply:
        """The reply in `row`."""
        return Reply(
            uid=row["uid"],
            article=row["article"],
            question=row["question"],
            text=row["text"],
            at=instant(row, "at"),
            day=date.fromordinal(row["day"]),
        )

    def for_article(self, article: str) -> list[Reply]:
        """The answers kept beside `article`, earliest first."""
        columns = self.table.c
        return self._all(self._alive().where(columns.article == article).order_by(columns.at_ms, columns.uid))

    def all(self) -> list[Reply]:
        """Every answer, earliest first."""
        return self._all(self._alive().order_by(self.table.c.at_ms, self.table.c.uid))
