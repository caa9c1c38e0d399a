"""The noun of what made things worse."""

from __future__ import annotations

from rewire_app.domain.change import Change
from rewire_app.domain.journal.unwanted import UnwantedEffect, checked
from rewire_app.store.codec import Codec
from rewire_app.store.entries.noun import Single
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import lists as schema


class UnwantedEffects(Single[UnwantedEffect]):
    """What a person answered when they were asked whether anything made things worse."""

    codec = Codec(UnwantedEffect, schema.unwanted_effects, checked=checked)
    topic = "unwanted_effects"

    def all(self) -> list[UnwantedEffect]:
        """Every answer, the latest first."""
        return self._all(self._alive().order_by(self.table.c.day.desc(), self.table.c.created_ms.desc()))

    def of(self, exercise: str) -> list[UnwantedEffect]:
        """Every answer that names an exercise or an article, the latest first."""
        return [one for one in self.all() if one.exercise == exercise]

    def offer(self, exercise: str, *, again: bool) -> Change:
        """Let `exercise` be offered `again`, or no more, in every answer that names it."""
        columns = self.table.c
        named = self._alive(columns.exercise == exercise)

        def work(writing: Writing) -> None:
            for row in writing.rows(named):
                entry = self.codec.entry(row)
                writing.replace(self.table, self.codec.values(entry) | {"offered": int(again)})

        return self._ledger.change({self.topic}, work)
