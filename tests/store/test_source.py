"""What was brought in says where it came from, and goes on saying so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.domain.change import Origin
from rewire_app.errors import BadInputError
from rewire_app.store.store import Store
from tests.store import entries as make
from tests.store import list_entries as lists

DIARY = Origin(program="Other Diary", file="größe 🙂.csv", hash="ab" * 32)
NOTED = ('["Other Diary","größe 🙂.csv"]', "ab" * 32)
NOTHING = (None, None)


def noted(store: Store, table: str) -> list[tuple[object, ...]]:
    """Source and hash of every row of `table`, the oldest first."""
    query = f"SELECT source, source_hash FROM {table} ORDER BY created_ms, rowid"
    return store.vault.connection.execute(query).fetchall()


def test_all_that_is_brought_in_at_once_notes_its_source(store: Store) -> None:
    practice, measure = make.practice(), lists.own_measure()
    days = [make.day_entry(), make.night(), make.moment(), lists.value()]
    store.many([practice, measure, lists.own_rating(measure), *days], source=DIARY)
    for table in ("practices", "days", "nights", "moments", "own_values", "own_measures", "own_ratings"):
        assert noted(store, table) == [NOTED], table


def test_one_entry_that_is_brought_in_notes_its_source(store: Store) -> None:
    store.moments.add(make.moment(), source=DIARY)
    store.values.add(lists.value(), source=DIARY)
    store.days.put(make.day_entry(), source=DIARY)
    store.custom_measures.add(measure := lists.own_measure(), source=DIARY)
    store.custom_ratings.put(lists.own_rating(measure), source=DIARY)
    for table in ("moments", "own_values", "days", "own_measures", "own_ratings"):
        assert noted(store, table) == [NOTED], table


def test_what_is_made_here_has_none(store: Store) -> None:
    store.many([make.practice()], source=DIARY)
    store.many([make.practice(1)])
    store.days.put(make.day_entry())
    assert (noted(store, "practices"), noted(store, "days")) == ([NOTED, NOTHING], [NOTHING])


def test_a_row_edited_by_hand_keeps_its_source_also_through_undo(store: Store) -> None:
    entry, evening = make.moment(), make.day_entry()
    store.many([entry, evening], source=DIARY)
    edited = store.moments.edit(replace(entry, note="by hand"))
    store.days.put(replace(evening, note="by hand"))
    assert (noted(store, "moments"), noted(store, "days")) == ([NOTED], [NOTED])
    edited.revert()
    store.moments.remove(entry.uid).revert()
    assert noted(store, "moments") == [NOTED]


def test_a_row_that_was_there_stays_the_persons_own(store: Store) -> None:
    store.days.put(make.day_entry())
    store.values.add(lists.value())
    store.many([make.day_entry(note="brought in"), lists.value(lived=9)], source=DIARY)
    assert (noted(store, "days"), noted(store, "own_values")) == ([NOTHING], [NOTHING])


def test_a_name_that_is_too_long_is_refused_and_nothing_is_kept(store: Store) -> None:
    with pytest.raises(BadInputError, match="characters"):
        store.many([make.practice()], source=replace(DIARY, file="x" * 70_000))
    assert store.practices.recent(1) == []
