"""Rewire's own rows come back as they were; nothing comes twice, and of two that differ none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rewire_app.domain.journal.entries import new_uid
from rewire_app.exchange.importers.bringing import Came, ReadFile, bring_in, dry_run
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import WholeRow
from rewire_app.exchange.importers.gathering import gathered
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.exchange.importers.bringings import HERE, NOW
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store.entries import DAY
from tests.store.record import content, fill_kept

OWN = ("imports", "imported_rows")
KIND = FileFormat(id="rewire", name="Rewire", looks=lambda _: True, read=lambda _, __: iter(()))


@pytest.fixture
def vaults(tmp_path: Path) -> Iterator[tuple[Vault, Vault]]:
    """Two open, empty vaults."""
    opened = (open_vault(tmp_path / "one"), open_vault(tmp_path / "two"))
    yield opened
    for vault in opened:
        vault.close()


@pytest.fixture
def full(vaults: tuple[Vault, Vault]) -> Store:
    """One with something of everything."""
    store = Store(vaults[0])
    practice = make.practice()
    store.many([practice, make.intention(practice=practice.uid), make.day_entry(), make.night()])
    store.many([make.moment(), make.plan(), make.pause(), make.rating_dropped(), make.skill_recall()])
    store.profile.put("reason", "calmer mornings")
    fill_kept(store)
    return store


@pytest.fixture
def empty(vaults: tuple[Vault, Vault]) -> Store:
    """The other, with nothing."""
    return Store(vaults[1])


def alive(store: Store) -> dict[str, list[dict[str, object]]]:
    """Every row that counts, by table, without the records of the file that is being brought in."""
    found = content(store.vault.connection)
    mine = {row["uid"] for row in found["imports"] if row["program"] == "Rewire"}
    told = {}
    for table, rows in found.items():
        if table in ("meta", "removed"):
            continue
        kept = [row for row in rows if row.get("deleted_ms") is None]
        kept = [row for row in kept if row.get("uid") not in mine and row.get("brought") not in mine]
        told[table] = [row for row in kept if row.get("key") != "swept"]
    return told


def file_of(store: Store, file_hash: str = "c" * 64) -> ReadFile:
    """Everything of a store, as an export tells it."""
    rows = [
        WholeRow(line=0, member="export.json", table=table, values=row)
        for table, some in alive(store).items()
        for row in some
    ]
    return ReadFile(name="export.json", hash=file_hash, format=KIND, gathered=gathered(rows))


def brought(file: ReadFile, store: Store) -> Came:
    """The file, brought in."""
    return bring_in(file, {}, replace(HERE, program="Rewire"), store)


def test_everything_comes_back_with_its_uids_times_and_sources(full: Store, empty: Store) -> None:
    came = brought(file_of(full), empty)
    assert came.plan.left_out == []
    assert alive(empty) == alive(full)


def test_the_same_again_changes_nothing(full: Store, empty: Store) -> None:
    file = file_of(full)
    brought(file, empty)
    again = dry_run(file, {}, replace(HERE, program="Rewire"), empty)
    assert again.empty
    assert dry_run(file_of(full, "d" * 64), {}, HERE, empty).empty
    assert dry_run(file, {}, HERE, full).empty


def test_taking_it_back_and_bringing_it_in_again_works_also_once_it_is_erased(
    full: Store, empty: Store
) -> None:
    before = alive(empty)
    came = brought(file_of(full), empty)
    back = empty.bringing.take_back(came.brought)
    assert back.left == 0
    found = alive(empty)
    assert found.pop("looks") is not None
    assert found == {table: rows for table, rows in before.items() if table != "looks"}
    empty.erasing.sweep()
    brought(file_of(full), empty)
    assert alive(empty) == alive(full)
    assert empty.vault.connection.execute("SELECT count(*) FROM removed").fetchone() == (0,)


def test_an_entry_that_was_changed_in_both_is_kept_twice_and_told(full: Store, empty: Store) -> None:
    brought(file_of(full), empty)
    [note] = full.notes.after(DAY.replace(year=2000))
    empty.notes.edit(replace(note, text="Changed here."))
    full.notes.edit(replace(note, text="Changed there."))
    came = brought(file_of(full, "e" * 64), empty)
    assert {one.text for one in empty.notes.after(DAY.replace(year=2000))} == {
        "Changed here.",
        "Changed there.",
    }
    assert came.plan.counts["conflicts"] == 1
    assert dry_run(file_of(full, "f" * 64), {}, HERE, empty).empty


def test_a_day_that_both_have_stays_and_the_other_is_kept_as_a_note(full: Store, empty: Store) -> None:
    mine = make.day_entry(uid=new_uid(NOW), reactivity=1, note="here", mood=9)
    empty.days.put(mine)
    came = brought(file_of(full), empty)
    assert empty.days.get(DAY) == mine
    [beside] = [one for one in empty.notes.for_day(DAY) if "otherwise" in one.text]
    assert "reactivity: 6" in beside.text
    assert "note: long day" in beside.text
    assert came.plan.counts["conflicts"] == 1
    assert dry_run(file_of(full, "f" * 64), {}, replace(HERE, program="Rewire"), empty).empty


def test_values_of_a_measure_that_both_have_stand_under_the_one_here(full: Store, empty: Store) -> None:
    [theirs] = full.custom_measures.all()
    empty.custom_measures.add(replace(theirs, uid=new_uid(NOW)))
    brought(file_of(full), empty)
    [measure] = empty.custom_measures.all()
    values = [one.value for one in full.custom_ratings.all()]
    assert [one.value for one in empty.custom_ratings.all() if one.measure_uid == measure.uid] == values


def test_what_was_removed_here_does_not_come_back(full: Store, empty: Store) -> None:
    note = journal.note()
    full.notes.add(note)
    empty.notes.add(note)
    empty.notes.remove(note.uid)
    came = brought(file_of(full), empty)
    assert [one.reason for one in came.plan.left_out] == ["It was removed here"]
    assert empty.notes.get(note.uid) is None


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("notes", {"day": "soon"}),
        ("notes", {"day": 10**9}),
        ("notes", {"text": None}),
        ("notes", {"at_ms": 2**70}),
        ("notes", {"uid": "short"}),
        ("days", {"mood": 99}),
        ("moments", {"peak": float("nan")}),
        ("own_ratings", {"measure_uid": "0" * 32}),
        ("meta", {}),
        ("sqlite_schema", {}),
    ],
)
def test_a_row_that_cannot_be_stays_out_and_the_others_come(
    full: Store, empty: Store, table: str, change: dict[str, object]
) -> None:
    rows = alive(full)
    kinds = rows.get(table) or [{"uid": "a" * 32}]
    bad = WholeRow(line=3, member="x", table=table, values=kinds[0] | change)
    good = WholeRow(line=4, member="x", table="kit", values=rows["kit"][0])
    file = ReadFile(name="x", hash="c" * 64, format=KIND, gathered=gathered([bad, good]))
    came = brought(file, empty)
    assert [one.line for one in came.plan.left_out] == [3]
    assert len(empty.kit.all()) == 1


def test_what_names_a_row_that_stays_out_comes_without_it_or_stays_out_too(full: Store, empty: Store) -> None:
    rows = alive(full)
    spoiled = {"own_measures": {"kind": "none"}, "moments": {"peak": 99}}
    first = rows["moments"][0]
    after = first | {"uid": "b" * 32, "set_off_by": first["uid"]}
    found = [
        WholeRow(line=number, member="x", table=table, values=row | spoiled.get(table, {}))
        for number, table in enumerate(("own_measures", "own_ratings", "moments"), 1)
        for row in rows[table]
    ]
    found.append(WholeRow(line=9, member="x", table="moments", values=after))
    file = ReadFile(name="x", hash="c" * 64, format=KIND, gathered=gathered(found))
    came = brought(file, empty)
    assert {one.line for one in came.plan.left_out} == {1, 2, 3}
    [moment] = alive(empty)["moments"]
    assert (moment["uid"], moment["set_off_by"]) == ("b" * 32, None)


@pytest.mark.parametrize("value", [{}, [], 7, True])
def test_a_name_of_another_row_that_is_none_stays_out(full: Store, empty: Store, value: object) -> None:
    row = alive(full)["own_ratings"][0] | {"measure_uid": value}
    one = WholeRow(line=3, member="x", table="own_ratings", values=row)
    file = ReadFile(name="x", hash="c" * 64, format=KIND, gathered=gathered([one]))
    assert [left.line for left in dry_run(file, {}, HERE, empty).left_out] == [3]
