"""A month of the journal, and the list of all its entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError
from rewire_app.reports.entry_list import KINDS, newest, stands_alone
from rewire_app.reports.month import NOTHING, DayNoted, cell_words, month_of, summary_of
from rewire_app.reports.written import WrittenKind
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store import journal_entries as journal

TODAY = date(2026, 11, 24)
LIBRARY = Library()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def on(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def test_every_kind_marks_its_day_and_what_was_removed_marks_none(store: Store) -> None:
    full = make.day_entry(day=on(1), note="Rain", reactivity=4)
    only_note = make.DayEntry(uid=make.new_uid(make.AT), day=on(2), at=make.AT, note="Late")
    gone = journal.note(day=on(3))
    counted = make.practice(day=on(1), status=make.Status.DONE)
    begun = make.practice(day=on(4), status=make.Status.STOPPED, seconds=5, steps_done=0)
    store.many([full, only_note, gone, counted, begun, make.night(day=on(1))])
    store.many(
        [make.moment(1, day=on(1), peak=3), make.moment(2, day=on(1), peak=7), journal.note(day=on(1))]
    )
    store.notes.remove(gone.uid)
    month = month_of(store.vault, TODAY, TODAY)
    assert month.noted(on(1)) == DayNoted(night=1, practice=1, moment=2, evening=1, note=2)
    assert month.noted(on(2)) == DayNoted(note=1)
    assert month.noted(on(3)) == month.noted(on(4)) == NOTHING
    assert month.summary == "Something is noted on 2 of 24 days."
    assert cell_words(month, on(1)) == ("Monday 23 November, night, 1 practice, 2 moments, evening, 2 notes")
    assert dict(summary_of(store.vault, month, on(1)).lines)["Moments"] == "2, highest peak 7 of 10"
    assert cell_words(month, on(-1)) == "Wednesday 25 November, still to come"


@pytest.mark.parametrize("day", [date(1, 1, 3), date(2024, 2, 29), date(9999, 12, 31)])
def test_any_month_there_is_can_be_looked_at(day: date, store: Store) -> None:
    month = month_of(store.vault, day, TODAY)
    assert month.begin <= month.first <= day <= month.last
    assert summary_of(store.vault, month, day).lines == ()


def test_the_list_has_every_entry_once_and_the_newest_first(store: Store) -> None:
    note, moment, night = journal.note(day=on(0)), make.moment(day=on(2)), make.night(day=on(3))
    evening = make.day_entry(day=on(1), note="Rain", good="Soup")
    practice = make.practice(day=on(4), status=make.Status.DONE)
    store.many([practice, evening, night, note, moment])
    found = newest(store.vault, LIBRARY, KINDS, 10)
    kinds = WrittenKind
    assert [one.kind for one in found if one.kind is not kinds.NOTE or one.day == on(0)] == [
        kinds.NOTE,
        kinds.EVENING,
        kinds.MOMENT,
        kinds.NIGHT,
        kinds.PRACTICE,
    ]
    assert [one.texts for one in found if one.day == on(1)] in (
        [("Soup",), ("Rain",)],
        [("Rain",), ("Soup",)],
    )
    assert [stands_alone(one) for one in found if one.day == on(1)] == [False, False]
    assert [one.uid for one in newest(store.vault, LIBRARY, (kinds.NIGHT,), 10)] == [night.uid]
    assert len(newest(store.vault, LIBRARY, KINDS, 2)) == 2


def test_tags_of_many_notes_change_all_or_none_and_come_back_in_one_step(store: Store) -> None:
    notes = [journal.note(n, tags=(f"own {n}", "shared")) for n in range(3)]
    store.many(notes)
    uids = [note.uid for note in notes]

    def tags() -> list[tuple[str, ...]]:
        return [note.tags for note in map(store.notes.get, uids) if note]

    change = store.notes.tag(uids, add="new", take="shared")
    assert tags() == [(f"own {n}", "new") for n in range(3)]
    assert store.notes.tag(uids, add="new").rows == frozenset()
    change.revert()
    assert tags() == [(f"own {n}", "shared") for n in range(3)]
    with pytest.raises(BadInputError):
        store.notes.tag([*uids, "0" * 32], add="another")
    with pytest.raises(BadInputError):
        store.notes.tag(uids, add="x" * 100_000)
    assert tags() == [(f"own {n}", "shared") for n in range(3)]


def test_entries_of_several_kinds_go_together_or_not_at_all(store: Store) -> None:
    note, moment = journal.note(), make.moment()
    store.many([note, moment])
    with pytest.raises(BadInputError):
        store.remove_all({Note: [note.uid], Moment: ["0" * 32]})
    assert store.notes.get(note.uid) == note
    change = store.remove_all({Note: [note.uid], Moment: [moment.uid]})
    assert (store.notes.get(note.uid), store.moments.get(moment.uid)) == (None, None)
    assert change.topics == {"notes", "moments"}
    change.revert()
    assert (store.notes.get(note.uid), store.moments.get(moment.uid)) == (note, moment)
