"""The notes of a day: those of the day and the one that the day holds itself, and their tags on one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.domain.journal.notes import read_tags, tags_line
from rewire_app.reports.notes import notes_of
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store import journal_entries as journal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def test_a_day_tells_its_own_note_first_and_the_others_by_time(store: Store) -> None:
    day = make.day_entry(note="It lay there.")
    late, early = journal.note(at=make.later(90)), journal.note(at=make.later(5))
    store.many([day, late, early, journal.note(1), make.day_entry(1, note="")])
    told = notes_of(store, make.DAY)
    assert [one.uid for one in told] == [day.uid, early.uid, late.uid]
    assert (told[0].text, told[0].at, told[0].tags) == ("It lay there.", day.at, ())
    assert len(notes_of(store, journal.note(1).day)) == 1
    assert notes_of(store, journal.note(2).day) == []


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("work, sleep", ("work", "sleep")),
        (" #work,, Work ,the bank,", ("work", "the bank")),
        ("#, ,", ()),
    ],
)
def test_tags_are_read_from_a_line(line: str, tags: tuple[str, ...]) -> None:
    assert read_tags(line) == tags
    assert read_tags(tags_line(tags)) == tags
