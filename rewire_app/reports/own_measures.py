"""What a day has of the person's own measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rewire_app.domain.journal.marks import value_words

if TYPE_CHECKING:
    from rewire_app.store.store import Store


def own_values(store: Store, day: date) -> Sequence[tuple[str, str]]:
    """The names of the measures that have a value on `day`, each with it, in words; raises a StoreError."""
    kept = store.custom_ratings.for_day(day)
    if not kept:
        return ()
    known = {one.uid: one for one in store.custom_measures.all()}
    pairs = [(known[one.measure_uid], one.value) for one in kept]
    return [(measure.name, value_words(measure, value)) for measure, value in pairs]
