"""The nouns of small notes between the days: quick ratings, and what came back of skills."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.journal.dropped import (
    QuickRating,
    SkillRecall,
    checked_quick_rating,
    checked_skill_recall,
)
from rewire_app.store.codec import Codec
from rewire_app.store.entries.noun import Dated, Single
from rewire_app.store.schema import journal as schema


class QuickRatings(Single[QuickRating], Dated[QuickRating]):
    """How strong it was, at single times."""

    codec = Codec(QuickRating, schema.ratings, checked=checked_quick_rating)
    topic = "ratings"

    def for_day(self, day: date) -> list[QuickRating]:
        """The ratings that count for `day`, earliest first."""
        columns = self.table.c
        return self._all(self._alive(columns.day == day.toordinal()).order_by(columns.at_ms, columns.uid))

    def all(self) -> list[QuickRating]:
        """Every one, earliest first."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day, columns.at_ms, columns.uid))


class SkillRecalls(Single[SkillRecall], Dated[SkillRecall]):
    """What came back of skills when they were asked about."""

    codec = Codec(SkillRecall, schema.recalls, checked=checked_skill_recall)
    topic = "recalls"

    def of(self, subject: str) -> list[SkillRecall]:
        """Every time one subject was asked about, earliest first."""
        columns = self.table.c
        own = self._alive(columns.subject == subject)
        return self._all(own.order_by(columns.day, columns.at_ms, columns.uid))

    def all(self) -> list[SkillRecall]:
        """Every time of every subject, earliest first."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day, columns.at_ms, columns.uid))
