"""Everything a person enters, by noun. Importing this imports SQLAlchemy: do it after the first window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rewire_app.domain.change import Change
from rewire_app.domain.entries import DayEntry, Intention, Moment, Night, Pause, Plan, Practice
from rewire_app.store.days import Days
from rewire_app.store.intentions import Intentions
from rewire_app.store.ledger import Ledger, Writing, wall_ms
from rewire_app.store.moments import Moments
from rewire_app.store.nights import Nights
from rewire_app.store.noun import Noun
from rewire_app.store.plans import Pauses, Plans
from rewire_app.store.practices import Practices
from rewire_app.store.profile import Profile
from rewire_app.store.runs import Runs
from rewire_app.store.vault import Vault

Entry = Practice | DayEntry | Night | Moment | Plan | Pause | Intention
"""Anything that `Store.many` keeps."""


class Store:
    """The nouns of one open vault. `now_ms` stamps rows (UTC, milliseconds)."""

    def __init__(self, vault: Vault, *, now_ms: Callable[[], int] = wall_ms) -> None:
        """Set up the nouns; nothing is read yet."""
        self.vault = vault
        self._ledger = ledger = Ledger(vault, now_ms)
        self.practices = Practices(ledger)
        self.days = Days(ledger)
        self.nights = Nights(ledger)
        self.moments = Moments(ledger)
        self.plans = Plans(ledger)
        self.pauses = Pauses(ledger)
        self.intentions = Intentions(ledger)
        self.profile = Profile(ledger)
        self.runs = Runs(ledger)
        self._nouns: dict[type[Entry], Noun[Any]] = {
            Practice: self.practices,
            DayEntry: self.days,
            Night: self.nights,
            Moment: self.moments,
            Plan: self.plans,
            Pause: self.pauses,
            Intention: self.intentions,
        }

    def many(self, entries: Iterable[Entry]) -> Change:
        """Keep entries of any kind in one transaction: all of them or, on a fault, none.

        Entries of one day each (day entries, nights, plans) replace what the day had; the others must be new.
        The Change takes all of them back in one step.
        """
        sorted_out: dict[type[Entry], list[Entry]] = {kind: [] for kind in self._nouns}
        for entry in entries:
            sorted_out[type(entry)].append(entry)
        given = {kind: kept for kind, kept in sorted_out.items() if kept}

        def work(writing: Writing) -> None:
            for kind, kept in given.items():
                self._nouns[kind].write_all(writing, kept)

        return self._ledger.change({self._nouns[kind].topic for kind in given}, work)
