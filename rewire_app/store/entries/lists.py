"""The nouns of the person's own lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Table, select

from rewire_app.domain.change import Change
from rewire_app.domain.lists.entries import (
    KEPT,
    CrisisLine,
    KitItem,
    LadderStep,
    ListEntry,
    ListKind,
    Pattern,
    Urge,
    Value,
    Worry,
    WorrySort,
    checked,
    folded,
    joined,
)
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.guesses import joined_to
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard
from rewire_app.store.codec import Codec, Values
from rewire_app.store.entries.noun import OLDEST_FIRST, Distinct
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import lists as schema
from rewire_app.store.text import folded_column

K = TypeVar("K", bound=ListEntry)
"""The kind of row a list holds."""


class PersonalList(Distinct[K]):
    """One of the lists. What is added twice is refused, what is kept twice is joined."""

    def keep(self, entry: K) -> Change:
        """Add `entry`, or join it to the one with the same natural key: what it leaves blank stays."""
        self.codec.values(entry)  # what cannot be kept is refused before anything is read
        return self._ledger.change({self.topic}, lambda writing: self._keep(writing, entry))

    def write_all(self, writing: Writing, entries: Iterable[K]) -> None:
        """Keep many entries in a write that is under way, each like `keep`."""
        for entry in entries:
            self._keep(writing, entry)

    def _keep(self, writing: Writing, entry: K) -> None:
        values = self.codec.values(entry)
        uid = self._same(writing, values)
        if uid is None:
            writing.insert(self.table, values)
        else:
            old: K = self.codec.entry(writing.read(self.table, uid))
            writing.replace(self.table, self.codec.values(self._joined(old, entry)))

    def _joined(self, old: K, new: K) -> K:
        """`new` in the place of `old`."""
        return joined(old, new)

    def _same(self, writing: Writing, values: Values) -> str | None:
        """The uid of the row with the natural key in `values`."""
        fold = values.get(self.natural)
        return None if fold is None else writing.find(self.table, self.natural, fold)


def _codec(kind: ListKind, table: Table) -> Codec[Any]:
    return Codec(KEPT[kind].entry, table, checked=checked, fold=KEPT[kind].key)


class PersonalValues(PersonalList[Value]):
    """What matters to the person."""

    codec = _codec(ListKind.VALUES, schema.own_values)
    topic = "values"
    field = "name"

    def put(self, writing: Writing, value: Value) -> None:
        """Keep `value` in a write that is under way, in the place of the one with its uid if there is one."""
        values = self.codec.values(value)
        self._see_free(writing, values)
        known = writing.find(self.table, "uid", value.uid)
        (writing.replace if known else writing.insert)(self.table, values)


class Ladder(PersonalList[LadderStep]):
    """The steps towards what is feared. One that is kept without its fear finds the step of any fear."""

    codec = _codec(ListKind.LADDER, schema.ladder)
    topic = "ladder"
    field = "step"

    def rename(self, writing: Writing, uids: Iterable[str], fear: str) -> None:
        """Give the steps `uids` another fear, in a write that is under way."""
        for uid in uids:
            step: LadderStep = self.codec.entry(writing.read(self.table, uid))
            values = self.codec.values(replace(step, fear=fear))
            self._see_free(writing, values)
            writing.replace(self.table, values)

    def _same(self, writing: Writing, values: Values) -> str | None:
        found = super()._same(writing, values)
        if found is not None or values["fear"].strip():
            return found
        columns = self.table.c
        query = select(columns.uid, columns.step).where(columns.deleted_ms.is_(None)).order_by(*OLDEST_FIRST)
        steps = writing.rows(query)
        return next((uid for uid, step in steps if folded(step) == folded(values["step"])), None)


class CrisisPlan(PersonalList[CrisisLine]):
    """The lines of the plan for a crisis."""

    codec = _codec(ListKind.CRISIS_PLAN, schema.crisis_plan)
    topic = "crisis_plan"
    field = "text"


class Patterns(PersonalList[Pattern]):
    """The old lessons."""

    codec = _codec(ListKind.PATTERNS, schema.patterns)
    topic = "patterns"
    field = "reaction"

    def follow_ladder(self, writing: Writing, before: str, after: str) -> None:
        """Let the patterns whose ladder had the fear `before` have the one called `after`, in that write."""
        columns = self.table.c
        query = select(columns.uid, columns.fear).where(columns.deleted_ms.is_(None), columns.fear != "")
        for uid in [uid for uid, fear in writing.rows(query) if folded(fear) == folded(before)]:
            pattern: Pattern = self.codec.entry(writing.read(self.table, uid))
            writing.replace(self.table, self.codec.values(replace(pattern, fear=after)))


class Worries(PersonalList[Worry]):
    """The worries."""

    codec = _codec(ListKind.WORRIES, schema.worries)
    topic = "worries"
    field = "text"

    def open(self) -> list[Worry]:
        """Those that are parked, in the order they were made."""
        return self._all(self._alive(self.table.c.sort == WorrySort.OPEN).order_by(*OLDEST_FIRST))


class Urges(PersonalList[Urge]):
    """The urges that were watched; each is its own."""

    codec = _codec(ListKind.URGES, schema.urges)
    topic = "urges"
    field = "urge"


class Kit(PersonalList[KitItem]):
    """The things that soothe."""

    codec = _codec(ListKind.KIT, schema.kit)
    topic = "kit"
    field = "item"


class Expectations(PersonalList[Expectation]):
    """What waits for *How was it?*, each once; what is over stays, and the same can be planned anew."""

    codec = Codec(Expectation, schema.expectations, checked=checked, fold=("what", "ended_as"))
    topic = "open"
    field = "what"

    def waiting(self) -> list[Expectation]:
        """Those that were not looked back on, in the order they were made."""
        return self._all(self._alive(self.table.c.state == ExpectationState.OPEN).order_by(*OLDEST_FIRST))

    def exposures(self) -> list[Expectation]:
        """Those that are steps of ladders, waiting or over, in the order they were made."""
        return self._all(self._alive(self.table.c.kind == ExpectationKind.EXPOSURE).order_by(*OLDEST_FIRST))

    def _joined(self, old: Expectation, new: Expectation) -> Expectation:
        """`new` told of `old`, which waits."""
        return joined_to(old, new)

    def small_steps(self) -> list[Expectation]:
        """Those that are small steps of a goal, in the order they were made."""
        return self._all(self._alive(self.table.c.goal.is_not(None)).order_by(*OLDEST_FIRST))

    def _same(self, writing: Writing, values: Values) -> str | None:
        """The one that waits under these words, also for an entry that says it is over."""
        return writing.find(self.table, self.natural, folded_column(values["what"], ""))


class Cards(PersonalList[UrgeCard]):
    """The cards for urges."""

    codec = _codec(ListKind.CARDS, schema.urge_cards)
    topic = "cards"
    field = "urge"


class Scripts(PersonalList[Script]):
    """Words for something to ask for or to refuse."""

    codec = _codec(ListKind.SCRIPTS, schema.scripts)
    topic = "scripts"
    field = "ask"


class Thoughts(PersonalList[Thought]):
    """Hard thoughts with fairer ones."""

    codec = _codec(ListKind.THOUGHTS, schema.thoughts)
    topic = "thoughts"
    field = "hard"


class Dreams(PersonalList[Dream]):
    """Bad dreams and the new way they go."""

    codec = _codec(ListKind.DREAMS, schema.dreams)
    topic = "dreams"
    field = "dream"
