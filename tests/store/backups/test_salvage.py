"""Reading out a damaged vault: every row on a sound page, joined with the newest copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import BadInputError, DamagedStoreError, MissingStoreError, NobodyWaitsError
from rewire_app.store.backups.damaged import read_damaged
from rewire_app.store.backups.pages import SealedPages
from rewire_app.store.backups.progress import Reached, SalvageStep
from rewire_app.store.backups.restoring import undo_restore
from rewire_app.store.backups.salvage import Salvaged, adopt, salvage
from rewire_app.store.backups.taking import back_up
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault import tally
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.backups.copied import NOON, add_practices, after, content_of
from tests.store.record import DATA, content, fill_kept

FilesOf = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def year(profile: Path) -> ProfileFiles:
    """A closed vault with many practices, days, nights, and one of everything else."""
    vault = open_vault(profile)
    store = Store(vault)
    for number in range(60):
        practice = make.practice(number, note="word " * (number % 40))
        store.many([practice, make.intention(number, practice=practice.uid), make.day_entry(number)])
        store.many([make.night(number), make.moment(number)])
    store.practices.add(make.practice(99, note="long " * 5000))
    fill_kept(store)
    vault.close()
    return ProfileFiles(profile)


def destroy(files: ProfileFiles, *pages: int) -> None:
    """Overwrite pages (from 1 on) of the database."""
    raw = bytearray(files.db.read_bytes())
    for page in pages:
        raw[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    files.db.write_bytes(raw)


def pages_of(files: ProfileFiles) -> int:
    """How many pages the database has."""
    return files.db.stat().st_size // PAGE


def key_of(profile: Path) -> bytes:
    """The data key of a closed vault."""
    vault = open_vault(profile)
    vault.close()
    return vault.key


def rows_in(profile: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of a closed vault."""
    vault = open_vault(profile)
    try:
        return content(vault.connection)
    finally:
        vault.close()


def without_commit(rows: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """All but the table of a vault's own facts."""
    return {table: found for table, found in rows.items() if table != "meta"}


def test_a_sound_vault_is_read_as_sqlite_reads_it(year: ProfileFiles, tmp_path: Path) -> None:
    key = key_of(year.folder)
    vault = open_vault(year.folder)
    expected = content(vault.connection)
    vault.close()
    db = tmp_path / "copy.db"
    shutil.copyfile(year.db, db)
    found = read_damaged(db, key, int(HEAD))
    for table, rows in expected.items():
        key_name = next(iter(rows[0])) if rows else "uid"
        read = sorted(found.tables[table].rows.values(), key=lambda row: row[key_name])
        assert read == rows, table
        assert not found.tables[table].lost


def test_every_sound_page_opens_and_no_damaged_one(year: ProfileFiles) -> None:
    key = key_of(year.folder)
    destroy(year, 3, 9)
    pages = SealedPages(year.db, key)
    assert [number for number in range(1, pages.count + 1) if pages.plain(number) is None] == [3, 9]
    assert SealedPages(year.db, os.urandom(32)).plain(2) is None


@pytest.mark.parametrize("seed", range(6))
def test_only_what_stands_on_the_destroyed_pages_is_lost(
    seed: int, year: ProfileFiles, tmp_path: Path
) -> None:
    before = rows_in(year.folder)
    count = pages_of(year)
    destroy(year, *(2 + (seed * 37 + place * 11) % (count - 1) for place in range(3)))
    salvaged = salvage(year.folder, tmp_path / "out")
    found = rows_in(tmp_path / "out")
    for table, rows in without_commit(before).items():
        linked = {key.parent.name for key in metadata.tables[table].foreign_keys if key.parent.nullable}
        for row in found[table]:  # what named a lost row names none
            gone = {name for name in linked if row[name] is None}
            assert row in [was | dict.fromkeys(gone) for was in rows], table
    assert salvaged.copy is None
    assert salvaged.entries == sum(
        sum(row["deleted_ms"] is None for row in found[kind.table]) for kind in salvaged.kinds
    )
    assert salvaged.recovered > 0.85 * salvaged.known


def test_every_single_page_may_go(year: ProfileFiles, tmp_path: Path) -> None:
    whole = year.db.read_bytes()
    lost = []
    for page in range(2, pages_of(year) + 1, 9):
        year.db.write_bytes(whole)
        destroy(year, page)
        salvaged = salvage(year.folder, tmp_path / str(page))
        lost.append(salvaged.known - salvaged.recovered)
    assert max(lost) < 40
    assert 0 in lost


def test_with_a_copy_all_of_it_comes_back(year: ProfileFiles, tmp_path: Path) -> None:
    vault = open_vault(year.folder)
    back_up(vault, Why.AUTOMATIC, at=NOON)
    vault.close()
    before = rows_in(year.folder)
    destroy(year, 5, 11, 17, 23)
    salvaged = salvage(year.folder, tmp_path / "out")
    assert salvaged.recovered == salvaged.known
    assert salvaged.copy is not None
    assert without_commit(rows_in(tmp_path / "out")) == without_commit(before)


def test_what_was_noted_after_the_copy_is_read_from_the_vault(year: ProfileFiles, tmp_path: Path) -> None:
    vault = open_vault(year.folder)
    back_up(vault, Why.AUTOMATIC, at=NOON)
    store = Store(vault)
    changed = make.replace(store.practices.recent(1)[0], note="changed since")
    store.practices.edit(changed)
    add_practices(vault, 5, first=200)
    vault.close()
    before = rows_in(year.folder)
    destroy(year, pages_of(year) // 2)
    salvage(year.folder, tmp_path / "out")
    found = {row["uid"]: row for row in rows_in(tmp_path / "out")["practices"]}
    missing = [row for row in before["practices"] if found.get(row["uid"]) != row]
    assert len(missing) <= 12
    assert found[changed.uid]["note"] == "changed since" or changed.uid in [row["uid"] for row in missing]


def test_without_its_first_page_the_copy_takes_its_place(year: ProfileFiles, tmp_path: Path) -> None:
    vault = open_vault(year.folder)
    copy = back_up(vault, Why.AUTOMATIC, at=NOON)
    vault.close()
    destroy(year, 1)
    salvaged = salvage(year.folder, tmp_path / "out")
    assert (salvaged.vault_read, salvaged.entries) == (False, copy.entries)
    assert salvaged.copy == copy


def test_without_its_first_page_and_without_a_copy_it_says_so(year: ProfileFiles, tmp_path: Path) -> None:
    destroy(year, 1)
    with pytest.raises(DamagedStoreError, match="no good copy"):
        salvage(year.folder, tmp_path / "out")


def test_the_keys_of_a_copy_open_a_vault_that_lost_its_own(year: ProfileFiles, tmp_path: Path) -> None:
    vault = open_vault(year.folder)
    back_up(vault, Why.AUTOMATIC, at=NOON)
    vault.close()
    before = content_of(year.folder)
    year.keys.unlink()
    year.spare_keys.write_bytes(b"noise")
    salvage(year.folder, tmp_path / "out")
    assert without_commit(rows_in(tmp_path / "out"))
    assert content_of(tmp_path / "out") == before


def test_the_damaged_vault_stays_as_it_is(year: ProfileFiles, tmp_path: Path, files_of: FilesOf) -> None:
    destroy(year, 7)
    before = files_of(year.folder)
    salvage(year.folder, tmp_path / "out")
    assert files_of(year.folder) == before
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names >= {"vault.db", "vault.keys", "vault.keys.prev", "vault.hwm"}
    assert not [name for name in names if name.startswith(".")]


def test_what_was_erased_since_the_copy_does_not_come_back(year: ProfileFiles, tmp_path: Path) -> None:
    vault = open_vault(year.folder)
    back_up(vault, Why.AUTOMATIC, at=NOON)
    store = Store(vault)
    gone = store.moments.for_day(make.DAY)[0].uid
    vault.connection.execute("DELETE FROM moments WHERE uid = ?", (gone,))
    vault.connection.execute("INSERT INTO removed VALUES (?, 'moments', 'here', 1)", (gone,))
    vault.close()
    destroy(year, 12)
    salvage(year.folder, tmp_path / "out")
    assert gone not in {row["uid"] for row in rows_in(tmp_path / "out")["moments"]}


def test_the_days_of_what_is_lost_are_told(year: ProfileFiles, tmp_path: Path) -> None:
    pages = SealedPages(year.db, key_of(year.folder))
    page = next(number for number in range(1, pages.count + 1) if holds(pages, number, "long day"))
    destroy(year, page)
    salvaged = salvage(year.folder, tmp_path / "out")
    there = {row["day"] for row in rows_in(tmp_path / "out")["days"]}
    [days] = [kind for kind in salvaged.kinds if kind.table == "days"]
    first = make.DAY.toordinal()
    assert set(days.days) == set(range(first, first + 60)) - there
    assert len(days.days) == days.lost > 0


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005", "0006", "0007"])
def test_a_vault_of_an_earlier_release_is_read_too(revision: str, profile: Path, tmp_path: Path) -> None:
    profile.mkdir()
    files = ProfileFiles(profile)
    shutil.copyfile(DATA / f"revision-{revision}.db", files.db)
    shutil.copyfile(DATA / f"revision-{revision}.keys", files.keys)
    destroy(files, pages_of(files) // 2)
    salvaged = salvage(profile, tmp_path / "out")
    assert salvaged.recovered > 0.8 * salvaged.known
    assert rows_in(tmp_path / "out")["practices"]


def test_what_was_read_out_is_put_in_place_and_can_be_taken_back(year: ProfileFiles, tmp_path: Path) -> None:
    destroy(year, 7)
    broken = year.db.read_bytes()
    salvaged: Salvaged = salvage(year.folder, tmp_path / "out")
    aside = adopt(year.folder, salvaged, now=after(1))
    assert (aside / "vault.db").read_bytes() == broken
    assert rows_in(year.folder) == rows_in(tmp_path / "out")
    undo_restore(year.folder, now=after(2))
    assert year.db.read_bytes() == broken


@pytest.mark.parametrize(
    ("named", "ratings"),
    [("own_measures", "own_ratings"), ("diary_rows", "diary_cells"), ("own_values", "value_ratings")],
)
def test_ratings_outlive_what_they_are_of(
    named: str, ratings: str, year: ProfileFiles, tmp_path: Path
) -> None:
    before = rows_in(year.folder)
    pages = SealedPages(year.db, key_of(year.folder))
    owner = {"own_measures": "measure_uid", "diary_rows": "row", "own_values": "value"}[named]
    rated = {row[owner] for row in before[ratings]}
    names = [str(row["name"]) for row in before[named] if row["uid"] in rated]
    numbers = range(1, pages.count + 1)
    destroy(year, *(number for number in numbers if any(holds(pages, number, name) for name in names)))
    salvage(year.folder, tmp_path / "out")
    found = rows_in(tmp_path / "out")
    assert not {*names} & {row["name"] for row in found[named]}
    assert found[ratings] == before[ratings] != []


def holds(pages: SealedPages, number: int, word: str) -> bool:
    """Whether a row on a page holds `word` as one of its values."""
    page = pages.tree_page(number)
    return page is not None and any(word in (cell.record or ()) for cell in page.cells)


def test_a_folder_that_holds_something_is_left_alone(year: ProfileFiles, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("mine")
    with pytest.raises(BadInputError, match="holds something"):
        salvage(year.folder, tmp_path / "mine")
    assert os.listdir(tmp_path / "mine") == ["letter"]
    with pytest.raises(MissingStoreError):
        salvage(tmp_path / "nowhere", tmp_path / "out")


def test_saves_that_are_only_in_the_log_are_read(profile: Path, tmp_path: Path) -> None:
    vault = open_vault(profile)
    add_practices(vault, 30)
    copied = tmp_path / "killed"
    shutil.copytree(profile, copied)
    vault.close()
    assert (copied / "vault.db-wal").stat().st_size > 0
    salvaged = salvage(copied, tmp_path / "out")
    assert salvaged.entries == 30
    assert tally.total({kind.table: kind.lost for kind in salvaged.kinds}) == 0


def test_how_far_it_is_is_told_page_by_page_and_row_by_row(year: ProfileFiles, tmp_path: Path) -> None:
    told: list[Reached] = []
    found = salvage(year.folder, tmp_path / "out", tell=told.append)
    pages = [one for one in told if one.step is SalvageStep.READING]
    rows = [one for one in told if one.step is SalvageStep.WRITING]
    assert told == pages + rows
    assert [one.done for one in pages] == list(range(1, pages_of(year) + 1))
    assert {one.of for one in pages} == {pages_of(year)}
    assert [one.done for one in rows] == list(range(1, len(rows) + 1))
    assert {one.of for one in rows} == {len(rows)}
    assert len(rows) >= found.entries


@pytest.mark.parametrize("when", ["at once", "while reading", "while writing", "at the last"])
@pytest.mark.parametrize("there", [True, False])
def test_stopping_it_leaves_nothing_half_done(
    year: ProfileFiles, tmp_path: Path, when: str, there: bool, files_of: FilesOf
) -> None:
    into = tmp_path / "out"
    if there:
        into.mkdir()
    before = files_of(year.folder)
    places = {
        "at once": lambda reached: reached.done == 1,
        "while reading": lambda reached: reached.done == 9,
        "while writing": lambda reached: reached.step is SalvageStep.WRITING and reached.done == 40,
        "at the last": lambda reached: reached.step is SalvageStep.WRITING and reached.done == reached.of,
    }

    def stop(reached: Reached) -> None:
        if places[when](reached):
            raise NobodyWaitsError

    with pytest.raises(NobodyWaitsError):
        salvage(year.folder, into, tell=stop)
    assert into.exists() is there
    assert not there or not list(into.iterdir())
    assert files_of(year.folder) == before
