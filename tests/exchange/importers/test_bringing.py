"""A file comes in whole, after a copy, and goes out again; what a person wrote is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from rewire_app.domain.brought import BroughtIn
from rewire_app.domain.journal.entries import DayEntry, LookedAfter, new_uid
from rewire_app.errors import BadInputError, ImportRefusedError
from rewire_app.exchange.importers import catalogue
from rewire_app.exchange.importers.bringing import (
    Came,
    ReadFile,
    bring_in,
    counts_of,
    dry_run,
    lines_of,
    meanings_of,
    read_file,
)
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Found, FoundAmount, FoundEntry, LeftOut
from rewire_app.exchange.importers.gathering import nobody
from rewire_app.exchange.importers.meanings import Becomes, Meaning, WordKind
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import has_columns, table_rows
from rewire_app.store.backups.listing import backups
from rewire_app.store.bringing import Incoming
from rewire_app.store.store import Store
from rewire_app.store.vault.copies import Pin, Why
from rewire_app.store.vault.vault import Vault, open_vault
from tests.exchange.importers.bringings import DAY, HERE, NOW, entry, file_of
from tests.exchange.importers.files import written

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open, empty vault."""
    opened = open_vault(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def store(vault: Vault) -> Store:
    """Its nouns."""
    return Store(vault)


def content(store: Store) -> Content:
    """Every row that counts of what a person enters, without the time of its last change."""
    found: Content = {}
    for table in ("days", "notes", "practices", "moments", "own_measures", "own_ratings", "night_recordings"):
        names = [row[1] for row in store.vault.connection.execute(f"PRAGMA table_info({table})")]
        chosen = ", ".join(f'"{name}"' for name in names if name != "updated_ms")
        query = f"SELECT {chosen} FROM {table} WHERE deleted_ms IS NULL ORDER BY uid"
        found[table] = store.vault.connection.execute(query).fetchall()
    return found


def diary() -> list[Found | LeftOut]:
    """Three days of a diary, a habit and a row that cannot be read."""
    return [
        entry(2, mood="rad", activities=("walk",), text="Long call."),
        entry(3, day=DAY - timedelta(days=1), mood="meh", activities=("meditation", "late")),
        entry(4, day=DAY - timedelta(days=2), mood="bad"),
        FoundAmount(line=5, member="a.csv", name="Tea", day=DAY, value=2, unit="cups"),
        LeftOut(line=6, member="a.csv", reason="The day is missing", text=",21:10,good,walk,,"),
    ]


def brought(store: Store, file: ReadFile | None = None) -> Came:
    """The file, brought in."""
    file = file or file_of(diary())
    return bring_in(file, meanings_of(file, store.mappings.of("daylio")), HERE, store)


def test_a_dry_run_says_what_bringing_in_does_and_writes_nothing(store: Store) -> None:
    file = file_of(diary())
    before, commit = content(store), store.vault.commit_seq
    told = dry_run(file, meanings_of(file), HERE, store)
    assert (content(store), store.vault.commit_seq) == (before, commit)
    came = brought(store, file)
    assert came.plan.counts == told.counts == counts_of(came.brought)
    assert told.counts["entries"] == 4
    assert [(one.line, one.reason) for one in lines_of(came.brought)] == [(6, "The day is missing")]
    assert len(store.imported_rows.of(came.brought.uid)) == len(came.plan.entries)


def test_every_row_carries_where_it_came_from(store: Store) -> None:
    brought(store)
    for table in ("notes", "days", "own_measures", "own_ratings"):
        rows = store.vault.connection.execute(f"SELECT source, source_hash FROM {table}").fetchall()
        assert set(rows) == {('["Daylio","a.csv"]', "a" * 64)}, table


def test_a_pinned_copy_is_made_first_and_holds_what_was_there(store: Store) -> None:
    came = brought(store)
    [copy] = backups(store.vault.files)
    assert (copy.why, copy.pin, copy.entries) == (Why.IMPORT, Pin.REWIRE, 0)
    assert came.brought.backup == copy.path.name


def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    brought(store)
    there = content(store)
    again = dry_run(file_of(diary()), meanings_of(file_of(diary())), HERE, store)
    assert again.empty
    assert again.counts["already"] == 4
    with pytest.raises(BadInputError, match="here already"):
        brought(store)
    assert content(store) == there
    assert len(store.imports.all()) == 1


def test_a_later_file_with_the_same_rows_brings_only_what_is_new(store: Store) -> None:
    brought(store)
    fresh = [*diary(), entry(7, day=DAY + timedelta(days=1), text="New.")]
    came = brought(store, file_of(fresh, "b" * 64))
    assert [type(one).__name__ for _place, one in came.plan.entries] == ["Note"]
    assert (came.plan.counts["already"], came.plan.counts["entries"]) == (4, 1)


def test_what_was_changed_or_removed_here_since_does_not_come_again(store: Store) -> None:
    brought(store)
    [first, second] = store.notes.after(DAY - timedelta(days=9))
    store.notes.edit(replace(first, text="In my words."))
    store.notes.remove(second.uid)
    assert dry_run(file_of(diary()), meanings_of(file_of(diary())), HERE, store).empty


def test_taking_it_back_leaves_the_profile_as_it_was(store: Store) -> None:
    store.days.put(DayEntry(uid=new_uid(NOW), day=DAY, at=NOW, reactivity=3, note="mine"))
    before = content(store)
    came = brought(store)
    assert content(store) != before
    back = store.bringing.take_back(came.brought)
    assert (back.taken, back.left) == (len(came.plan.entries) + len(came.plan.fills), 0)
    assert content(store) == before
    assert store.imports.all()[0].taken_back
    again = brought(store)
    assert len(again.plan.entries) == len(came.plan.entries)


def test_taking_it_back_by_the_first_undo_is_the_same(store: Store) -> None:
    before = content(store)
    brought(store).change.revert()
    assert content(store) == before
    assert store.imports.all() == []


def test_taking_back_can_itself_be_taken_back_and_done_again(store: Store) -> None:
    came = brought(store)
    there, taken = content(store), store.bringing.take_back(came.brought)
    taken.change.revert()
    assert content(store) == there
    assert not store.imports.all()[0].taken_back
    again = store.bringing.take_back(came.brought)
    assert (again.taken, again.left) == (taken.taken, 0)


def test_what_was_changed_since_stays_and_is_counted(store: Store) -> None:
    came = brought(store)
    [note, gone] = store.notes.after(DAY - timedelta(days=9))
    store.notes.edit(replace(note, text="In my words."))
    store.notes.remove(gone.uid)
    back = store.bringing.take_back(came.brought)
    assert (back.taken, back.left) == (len(came.plan.entries) - 2, 1)
    assert [one.text for one in store.notes.after(DAY - timedelta(days=9))] == ["In my words."]


def test_a_measure_with_values_of_ones_own_since_stays(store: Store) -> None:
    came = brought(store)
    [measure] = store.custom_measures.all()
    [value] = store.custom_ratings.all()
    store.custom_ratings.put(replace(value, uid=new_uid(NOW), day=DAY + timedelta(days=2), value=4))
    back = store.bringing.take_back(came.brought)
    assert back.left == 1
    assert store.custom_measures.all() == [measure]
    assert [one.value for one in store.custom_ratings.all()] == [4]


def test_a_day_that_has_a_mood_keeps_it_and_the_other_stands_beside_it(store: Store) -> None:
    mine = DayEntry(uid=new_uid(NOW), day=DAY, at=NOW, mood=2, moved=LookedAfter.NO)
    store.days.put(mine)
    came = brought(store)
    assert store.days.get(DAY) == mine
    [measure] = [one for one in store.custom_measures.all() if one.name == "Mood in Daylio"]
    [beside] = [one for one in store.custom_ratings.all() if one.measure_uid == measure.uid]
    assert (beside.day, beside.value, measure.asked) == (DAY, 10, False)
    assert (came.plan.counts["kept_both"], came.plan.counts["moods"]) == (1, 2)


def test_a_day_that_lacks_a_mood_gets_it_and_nothing_else_changes(store: Store) -> None:
    mine = DayEntry(uid=new_uid(NOW), day=DAY, at=NOW, reactivity=3, good="tea")
    store.days.put(mine)
    came = brought(store)
    assert store.days.get(DAY) == replace(mine, mood=10, moved=LookedAfter.YES)
    store.bringing.take_back(came.brought)
    assert store.days.get(DAY) == mine


def test_two_files_that_fill_one_day_go_out_each_for_itself(store: Store) -> None:
    mine = DayEntry(uid=new_uid(NOW), day=DAY, at=NOW, reactivity=3)
    store.days.put(mine)
    first = brought(store, file_of([entry(2, mood="rad")], "1" * 64))
    second = brought(store, file_of([entry(2, activities=("walk",))], "2" * 64))
    assert store.bringing.take_back(first.brought).left == 0
    assert store.days.get(DAY) == replace(mine, moved=LookedAfter.YES)
    assert store.bringing.take_back(second.brought).left == 0
    assert store.days.get(DAY) == mine


def test_what_was_noted_between_looking_and_writing_is_never_replaced(store: Store) -> None:
    mine = DayEntry(uid=new_uid(NOW), day=DAY, at=NOW, mood=1)

    file = file_of([entry(2, mood="rad")])
    plan = dry_run(file, meanings_of(file), HERE, store)
    store.days.put(mine)
    record = BroughtIn(uid=new_uid(NOW), day=DAY, at=NOW, program="Daylio", file="a.csv", hash="a" * 64)
    with pytest.raises(BadInputError, match="meanwhile"):
        store.bringing.keep(Incoming(brought=record, entries=plan.entries), nobody)
    assert store.days.get(DAY) == mine
    assert store.imports.all() == []


class StoppedError(Exception):
    """The person said that it is enough."""


def test_stopping_it_leaves_nothing_half_done(store: Store) -> None:
    def stop(_done: int) -> None:
        raise StoppedError

    before = content(store)
    file = file_of([entry(n + 2, at=time(n % 24, n % 60), text=f"note {n}") for n in range(300)])
    with pytest.raises(StoppedError):
        bring_in(file, meanings_of(file), HERE, store, stop)
    assert content(store) == before
    assert store.imports.all() == []


def test_what_words_become_is_remembered_for_the_next_file(store: Store) -> None:
    file = file_of(diary())
    chosen = meanings_of(file) | {
        (WordKind.MOOD, "meh"): Meaning(becomes=Becomes.MOOD, value=4),
        (WordKind.ACTIVITY, "meditation"): Meaning(becomes=Becomes.PRACTICE, exercise="b-paced"),
    }
    bring_in(file, chosen, HERE, store)
    later = file_of([entry(2, mood="Meh ", activities=("meditation", "gym"))], "b" * 64)
    found = meanings_of(later, store.mappings.of("daylio"))
    assert found == {
        (WordKind.MOOD, "Meh "): Meaning(becomes=Becomes.MOOD, value=4),
        (WordKind.ACTIVITY, "meditation"): Meaning(becomes=Becomes.PRACTICE, exercise="b-paced"),
        (WordKind.ACTIVITY, "gym"): Meaning(becomes=Becomes.MOVED),
    }


# from the file on


def _looks(opened: OpenedFile) -> bool:
    return any(has_columns(opened, member, ["when", "what"]) for member in opened.members())


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry]:
    for member in opened.members():
        for row in table_rows(opened, member, ["when", "what"]):
            yield FoundEntry(line=row.line, member=member, day=DAY, text=row.get("what"))


@pytest.fixture
def one_format(monkeypatch: pytest.MonkeyPatch) -> FileFormat:
    """A catalogue with one simple format."""
    made = FileFormat(id="simple", name="Simple", looks=_looks, read=_read)
    monkeypatch.setattr(catalogue, "formats", lambda: (made,))
    return made


def test_a_file_is_told_read_and_known_by_its_content(tmp_path: Path, one_format: FileFormat) -> None:
    file = read_file(written(tmp_path / "any.bin", "When;What\r\n1;größe\r\n", "cp1252"))
    assert (file.format, file.name) == (one_format, "any.bin")
    assert [one.text for one in file.gathered.entries] == ["größe"]
    assert len(file.gathered.doubts) == 1


@pytest.mark.usefixtures("one_format")
def test_what_cannot_be_told_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="cannot tell what this is"):
        read_file(written(tmp_path / "a.csv", "hello"))
    with pytest.raises(ImportRefusedError, match="no format of that name"):
        read_file(tmp_path / "a.csv", "nonsense")
