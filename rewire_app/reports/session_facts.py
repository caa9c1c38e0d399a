"""What was noted in some days, read once for the page for a session; striking out only counts it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.notes import Note, old_note
from rewire_app.domain.journal.questionnaires import Questionnaire
from rewire_app.domain.journal.scores import Score
from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.reports.opened_pass import OpenedPass, read_practice
from rewire_app.reports.pass_lines import line_of
from rewire_app.reports.records import RECORDED
from rewire_app.reports.session_sheets import HandoutSheet, read_sheets
from rewire_app.store import queries as reads
from rewire_app.store.pass_queries import counted_between, passes_between
from rewire_app.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredQuestionnaire:
    """A questionnaire with its results, earliest first; asked: None where only totals are typed."""

    name: str
    asked: Questionnaire | None
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutFacts:
    """All of the days `first` to `last`; days are ordinals.

    to_raise: the lines that wait, whenever they were written. practices: day, exercise and seconds of each
    that counts. titles: of those exercises. reactivity, stress: day and rating. nights: day, minutes asleep
    and in bed. moments_before: peak, minutes and still going 0 or 1 of the moments in as many days before.
    records: the passes in which something was written, the newest first. sheets: lists and cards as they are.
    """

    first: date
    last: date
    to_raise: tuple[ToRaise, ...] = ()
    practices: tuple[tuple[int, str, int], ...] = ()
    titles: Mapping[str, str]
    reactivity: tuple[tuple[int, int], ...] = ()
    reactivity_before: tuple[tuple[int, int], ...] = ()
    stress: tuple[tuple[int, int], ...] = ()
    nights: tuple[tuple[int, int, int], ...] = ()
    moments: tuple[Moment, ...] = ()
    moments_before: tuple[tuple[int | None, int | None, int], ...] = ()
    records: tuple[OpenedPass, ...] = ()
    scored: tuple[ScoredQuestionnaire, ...] = ()
    notes: tuple[Note, ...] = ()
    sheets: tuple[HandoutSheet, ...] = ()

    @property
    def days(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1


def read_facts(store: Store, library: Library, first: date, last: date, today: date) -> HandoutFacts:
    """What was noted from `first` to `last`, both included, as it is known `today`; raises a StoreError."""
    a, b, vault = first.toordinal(), last.toordinal(), store.vault
    start = max(1, a - (b - a + 1))
    practices = counted_between(vault, a, b)
    return HandoutFacts(
        first=first,
        last=last,
        to_raise=tuple(one for one in store.to_raise.waiting() if one.day <= last),
        practices=tuple(practices),
        titles={name: library.title(name) for _day, name, _seconds in practices},
        reactivity=tuple(reads.ratings(vault, "reactivity", a, b)),
        reactivity_before=tuple(reads.ratings(vault, "reactivity", start, a - 1)),
        stress=tuple(reads.ratings(vault, "stress", a, b)),
        nights=tuple(reads.nights(vault, a, b)),
        moments=tuple(_moments(store, first, last)),
        moments_before=tuple(row[1:4] for row in reads.moments(vault, start, a - 1)),
        records=tuple(_records(store, library, a, b)),
        scored=tuple(_scored(store, library, first, last)),
        notes=tuple(_notes(store, first, last)),
        sheets=read_sheets(store, library, first, last, today),
    )


def _eve(day: date) -> date:
    """The day before, as far as there is one."""
    return day - timedelta(days=1) if day > date.min else day


def _moments(store: Store, first: date, last: date) -> list[Moment]:
    found = [one for one in store.moments.after(_eve(first)) if one.day <= last]
    return sorted(found, key=lambda one: (one.day, one.at.utc_ms, one.uid))


def _records(store: Store, library: Library, a: int, b: int) -> Iterator[OpenedPass]:
    """The passes of these days in which something was written, the newest first."""
    for one in passes_between(store.vault, a, b):
        if one.exercise in RECORDED or line_of(one, library).words:
            opened = read_practice(store.vault, library, one.uid)
            if opened is not None:
                yield opened


def _scored(store: Store, library: Library, first: date, last: date) -> Iterator[ScoredQuestionnaire]:
    kept: dict[str, list[Score]] = {}
    for score in store.scores.after(_eve(first)):
        if score.day <= last:
            kept.setdefault(score.questionnaire, []).append(score)
    bundled: Sequence[str] = library.questionnaire_ids()
    for key, scores in sorted(kept.items(), key=lambda one: one[0].casefold()):
        asked = library.questionnaire(key) if key in bundled else None
        name = asked.name if asked is not None else key
        yield ScoredQuestionnaire(name=name, asked=asked, scores=tuple(scores))


def _notes(store: Store, first: date, last: date) -> list[Note]:
    """Notes of these days, those that stand in the entry of a day too, by day and time."""
    before = _eve(first)
    old = (old_note(entry) for entry in store.days.after(before) if entry.day <= last)
    found = [one for one in store.notes.after(before) if one.day <= last]
    found += [one for one in old if one is not None]
    return sorted(found, key=lambda one: (one.day, one.at.utc_ms, one.uid))
