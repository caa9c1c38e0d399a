"""What is here already, read once before a file is planned, so that nothing comes twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from rewire_app.domain.journal.marks import CustomMeasure
from rewire_app.domain.limits import MAX_NAME
from rewire_app.domain.lists.entries import folded
from rewire_app.store import import_queries as reads
from rewire_app.store.whole_rows import WholeRows

if TYPE_CHECKING:
    from rewire_app.store.store import Store


@dataclass(slots=True)
class KnownDay:
    """A day on which something was noted. moved: what was said of moving, None nothing."""

    uid: str
    mood: int | None
    moved: str | None


@dataclass(slots=True)
class KnownHere:
    """What is here of the days of a file. Days are ordinals, times UTC minutes; empty for a new profile.

    places: where in this very file rows came from that are here.
    """

    places: set[str] = field(default_factory=set)
    notes: set[tuple[int, int, str]] = field(default_factory=set)
    moments: set[tuple[int, int, str]] = field(default_factory=set)
    practices: set[tuple[int, int, str]] = field(default_factory=set)
    days: dict[int, KnownDay] = field(default_factory=dict)
    recordings: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    ratings: dict[tuple[str, int], int] = field(default_factory=dict)
    measures: dict[str, CustomMeasure] = field(default_factory=dict)
    whole: WholeRows | None = None

    def measure_for(self, wanted: CustomMeasure, program: str) -> CustomMeasure:
        """The measure of that name if it takes the same values; else `wanted`, under a name that is free."""
        name, tries = wanted.name, 0
        while (there := self.measures.get(folded(name))) is not None:
            alike = there.kind is wanted.kind and there.unit == wanted.unit
            if alike and there.low <= wanted.low and there.high >= wanted.high:
                return there
            tries += 1
            end = f" ({program})" if tries == 1 else f" ({program} {tries})"
            name = wanted.name[: MAX_NAME - len(end)] + end
        made = replace(wanted, name=name)
        self.measures[folded(name)] = made
        return made


def known_of(store: Store, file_hash: str, days: tuple[date, date] | None) -> KnownHere:
    """What is here of `days`, one more on each side, and of the file with this hash; raises a StoreError."""
    vault = store.vault
    measures = {folded(one.name): one for one in store.custom_measures.all()}
    whole = store.bringing.whole_rows
    if days is None:
        notes = set(reads.notes(vault, 1, date.max.toordinal()))  # rows of Rewire itself may be of any day
        return KnownHere(measures=measures, places=reads.places(vault, file_hash), notes=notes, whole=whole)
    first, last = max(days[0].toordinal() - 1, 1), days[1].toordinal() + 1
    return KnownHere(
        places=reads.places(vault, file_hash),
        notes=set(reads.notes(vault, first, last)),
        moments=set(reads.moments(vault, first, last)),
        practices=set(reads.practices(vault, first, last)),
        days={day: KnownDay(uid, mood, moved) for day, uid, mood, moved in reads.days(vault, first, last)},
        recordings={
            (day, folded(recorder)): (asleep, wake)
            for day, recorder, asleep, wake in reads.recordings(vault, first, last)
        },
        ratings={(measure, day): value for measure, day, value in reads.ratings(vault, first, last)},
        measures=measures,
        whole=whole,
    )
