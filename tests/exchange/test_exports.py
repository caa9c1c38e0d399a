"""Exports: everything comes out, words only when wanted, and all of it comes back as it was."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pyzipper
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.errors import BadInputError, FileNotSavedError, ImportRefusedError
from rewire_app.exchange.exporters import saving
from rewire_app.exchange.exporters.document import SCHEMA, Exported, schema_text
from rewire_app.exchange.exporters.explained import meaning, readme
from rewire_app.exchange.exporters.saving import Destination, ExportFormat, save
from rewire_app.exchange.exporters.tables import TableForm, inert, table_bytes, text_of
from rewire_app.exchange.importers.bringing import Came, bring_in, meanings_of, read_file
from rewire_app.exchange.importers.plan import Here
from rewire_app.store.carried import STAYS, ExportPart, Wanted, carried, counts, fields_of, records
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.exchange import record_schema
from tests.exchange.round_trips import RoundTrips
from tests.store import journal_entries as journal
from tests.store.record import DATA, content, head

NOW = Instant(utc_ms=1_795_000_000_000, offset_min=60, zone="Europe/Amsterdam")
TODAY = date(2026, 11, 24)
NUMBERS = frozenset(ExportPart) - {ExportPart.WORDS, ExportPart.PEOPLE}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with one of everything."""
    profile = tmp_path_factory.mktemp("full")
    for end in ("db", "keys"):
        shutil.copyfile(DATA / f"revision-{head()}.{end}", profile / f"vault.{end}")
    vault = open_vault(profile, accept_missing_saves=True)
    yield vault
    vault.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Vault]:
    vault = open_vault(tmp_path / "empty")
    yield vault
    vault.close()


def exported(vault: Vault, path: Path, form: ExportFormat, **given: Any) -> Path:
    """The export at `path`."""
    wanted = given.pop("wanted", Wanted())
    told = {"told": given.pop("told")} if "told" in given else {}
    save(Exported(vault=vault, wanted=wanted, now=NOW, **told), Destination(path=path, format=form, **given))
    return path


def alive(vault: Vault) -> dict[str, list[dict[str, Any]]]:
    """Every row that counts, by table, without the names of those that do not, and the vault's own."""
    with vault.using() as connection:
        found = content(connection)
    kept = {
        name: [row for row in rows if row.get("deleted_ms") is None]
        for name, rows in found.items()
        if name not in STAYS
    }
    there = {row["uid"] for rows in kept.values() for row in rows if "uid" in row}
    for name, rows in kept.items():
        for key in metadata.tables[name].foreign_keys:
            for row in rows:
                row[key.parent.name] = row[key.parent.name] if row[key.parent.name] in there else None
    return kept


HERE = Here(program="Rewire", clock=ZoneClock(), now=NOW, day_start=4)


def bring(vault: Vault, file: Path) -> Came:
    """Bring the export in `file` back in."""
    store, read = Store(vault), read_file(file)
    assert read.format.id == "rewire"
    return bring_in(read, meanings_of(read), HERE, store)


def brought(vault: Vault) -> dict[str, list[dict[str, Any]]]:
    """Every row that counts, but for what tells of files that came in."""
    return {name: rows for name, rows in alive(vault).items() if name not in ("imports", "imported_rows")}


def test_every_table_has_a_part_and_every_field_its_meaning() -> None:
    told = {one.table.name for one in carried()}
    assert told == {table.name for table in metadata.sorted_tables} - set(STAYS)
    text = readme(words=True, between=",")
    for one in carried():
        assert [name for name, _words in meaning(one).fields] == list(fields_of(one.table))
        assert all(f"- `{name}`: {words}" in text for name, words in meaning(one).fields)


def test_the_schema_tells_the_present_tables() -> None:
    assert schema_text() == record_schema.text()
    kept = json.loads(schema_text())["properties"]["entries"]["properties"]["nights"]["items"]
    assert kept["properties"]["day"]["type"] == "string"
    assert kept["properties"]["quality"]["type"] == ["integer", "null"]


@pytest.mark.parametrize("form", [ExportFormat.JSON, ExportFormat.FOLDER, ExportFormat.ZIP])
def test_all_of_it_comes_back_as_it_was(
    full: Vault, empty: Vault, tmp_path: Path, form: ExportFormat
) -> None:
    came = bring(empty, exported(full, tmp_path / "all", form))
    assert came.plan.left_out == []
    assert brought(empty) == brought(full)
    assert sum(map(len, brought(full).values())) > 250


def test_a_second_time_changes_nothing(full: Vault, empty: Vault, tmp_path: Path) -> None:
    file = exported(full, tmp_path / "all.json", ExportFormat.JSON)
    bring(empty, file)
    before = alive(empty)
    with pytest.raises(BadInputError, match="here already"):
        bring(empty, file)
    assert alive(empty) == before


def test_taking_it_back_leaves_what_was_there(full: Vault, empty: Vault, tmp_path: Path) -> None:
    store = Store(empty)
    store.profile.put("reason", "my own")
    before = brought(empty)
    came = bring(empty, exported(full, tmp_path / "all.json", ExportFormat.JSON))
    back = store.bringing.take_back(came.brought)
    after = brought(empty)
    assert back.left == 0
    after.pop("looks"), before.pop("looks")  # no entries: taking back never touches them
    assert after == before


def test_what_differs_is_kept_twice_and_told(full: Vault, empty: Vault, tmp_path: Path) -> None:
    file = exported(full, tmp_path / "all.json", ExportFormat.JSON)
    bring(empty, file)
    told = json.loads(file.read_text("utf-8"))
    note, day = told["entries"]["notes"][0], told["entries"]["days"][0]
    note["text"] = "another wording"
    day["uid"], day["note"] = "f" * 32, "other words"
    told["entries"] = {"notes": [note], "days": [day]}
    file.write_text(json.dumps(told), "utf-8")
    came = bring(empty, file)
    texts = [row["text"] for row in alive(empty)["notes"]]
    assert came.plan.counts["conflicts"] == 2
    assert "another wording" in texts
    assert any("other words" in text for text in texts)
    with pytest.raises(BadInputError, match="here already"):
        bring(empty, file)


def test_equal_notes_give_equal_files(full: Vault, empty: Vault, tmp_path: Path) -> None:
    file = exported(full, tmp_path / "one.json", ExportFormat.JSON)
    bring(empty, file)
    one = json.loads(file.read_text("utf-8"))
    two = json.loads(exported(empty, tmp_path / "two.json", ExportFormat.JSON).read_text("utf-8"))
    for told in (one, two):  # which files came in is another matter
        told["entries"]["imports"] = told["entries"]["imported_rows"] = []
    assert {name for name in one if one[name] != two[name]} <= {"exported_at", "device_id"}
    assert one["complete"] is True


def test_without_words_there_is_none(full: Vault, tmp_path: Path) -> None:
    folder = exported(full, tmp_path / "notes", ExportFormat.FOLDER, wanted=Wanted(parts=NUMBERS))
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    told = json.loads((folder / "rewire.json").read_text("utf-8"))
    assert told["complete"] is False
    written = {
        str(row[name])
        for one in carried()
        for row in alive(full)[one.table.name]
        for name in (one.words or (row if one.part not in NUMBERS else ()))
        if isinstance(row[name], str)
        and len(row[name]) > 12
        and " " in row[name]
        and not row[name].startswith("{")
    }
    assert len(written) > 30
    assert [words for words in written if words.encode() in whole] == []
    assert len(told["entries"]["practices"]) == len(alive(full)["practices"])
    assert told["entries"]["notes"] == []


def test_days_choose_what_goes_along(full: Vault, tmp_path: Path) -> None:
    days = sorted(row["day"] for row in alive(full)["days"])
    wanted = Wanted(first=days[10], last=days[12])
    told = json.loads(
        exported(full, tmp_path / "few.json", ExportFormat.JSON, wanted=wanted).read_text("utf-8")
    )
    assert (told["from"], told["to"]) == tuple(date.fromordinal(days[n]).isoformat() for n in (10, 12))
    assert [row["day"] for row in told["entries"]["days"]] == [
        date.fromordinal(day).isoformat() for day in days[10:13]
    ]


def test_what_a_row_of_these_days_needs_goes_along_so_that_they_come_back(
    full: Vault, empty: Vault, tmp_path: Path
) -> None:
    days = {
        row["day"] for name in ("diary_cells", "own_ratings", "value_ratings") for row in alive(full)[name]
    }
    wanted = Wanted(first=min(days), last=max(days))
    tables = ("diary_rows", "own_measures", "own_values", "diary_cells", "own_ratings", "value_ratings")
    came = bring(empty, exported(full, tmp_path / "some.json", ExportFormat.JSON, wanted=wanted))
    assert came.plan.left_out == []
    there = alive(empty)
    assert [name for name in tables if not there[name]] == []
    assert sum(counts(full, wanted).values()) == came.plan.counts["entries"]
    of_nights = Wanted(parts=frozenset({ExportPart.NIGHTS}), first=min(days), last=max(days))
    assert counts(full, of_nights)["diary_rows"] == 0


@pytest.mark.parametrize("between", [",", ";"])
def test_tables_for_spreadsheets_are_told_and_not_taken_for_something_else(
    full: Vault, tmp_path: Path, between: str
) -> None:
    form = TableForm(between=between, bom=between == ";")
    folder = exported(full, tmp_path / "tables", ExportFormat.CSV, tables=form)
    for place in (folder, folder / "moments.csv", folder / "days.csv"):
        with pytest.raises(ImportRefusedError, match="made for spreadsheets"):
            read_file(place)


def test_a_folder_holds_tables_that_say_the_same(full: Vault, tmp_path: Path) -> None:
    folder = exported(full, tmp_path / "notes", ExportFormat.FOLDER, tables=TableForm(between=";", bom=True))
    told = json.loads((folder / "rewire.json").read_text("utf-8"))["entries"]
    assert (folder / "README.md").read_text("utf-8").startswith("# Your notes from Rewire")
    assert (folder / SCHEMA).is_file()
    for one in carried():
        if not told[one.table.name]:
            assert not (folder / "tables" / f"{one.table.name}.csv").exists()
            continue
        raw = (folder / "tables" / f"{one.table.name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert rows[0] == list(fields_of(one.table))
        assert len(rows) == 1 + len(told[one.table.name])
        for row, record in zip(rows[1:], told[one.table.name], strict=True):
            texts = {name: text_of(cell) for name, cell in zip(rows[0], row, strict=True)}
            assert texts == {
                name: "" if value is None else value if isinstance(value, str) else str(value)
                for name, value in record.items()
            }
    assert "größer" in "".join(path.read_text("utf-8") for path in (folder / "texts").rglob("*.md"))


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_no_cell_is_a_formula_and_none_is_lost(texts: list[str]) -> None:
    fields = [f"f{n}" for n in range(len(texts))]
    raw = table_bytes(fields, [dict(zip(fields, texts, strict=True))], TableForm())
    [_head, row] = csv.reader(io.StringIO(raw.decode(), newline=""))
    assert [text_of(cell) for cell in row] == texts
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (0, "0"), (-3, "-3"), (4.5, "4.5"), ("=1+1", "'=1+1"), ("'tis", "''tis"), ("a=b", "a=b")],
)
def test_cells(value: object, cell: str) -> None:
    assert inert(value) == cell


def test_a_zip_may_be_locked(full: Vault, tmp_path: Path) -> None:
    path = exported(full, tmp_path / "notes.zip", ExportFormat.ZIP, passphrase="three small words")
    with pyzipper.AESZipFile(path) as archive:
        assert "notes/rewire.json" in archive.namelist()
        with pytest.raises(RuntimeError):
            archive.read("notes/rewire.json")
        archive.setpassword(b"three small words")
        assert json.loads(archive.read("notes/rewire.json"))["format"] == "rewire-export"
    open_one = exported(full, tmp_path / "open.zip", ExportFormat.ZIP)
    with zipfile.ZipFile(open_one) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize("form", ExportFormat)
def test_a_place_that_is_taken_is_left_alone(full: Vault, tmp_path: Path, form: ExportFormat) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    with pytest.raises(BadInputError, match="already"):
        exported(full, path, form)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("mine", "mine")]


@pytest.mark.parametrize("form", ExportFormat)
def test_what_is_given_up_leaves_nothing(full: Vault, tmp_path: Path, form: ExportFormat) -> None:
    seen = []

    class GivenUpError(Exception):
        pass

    def told(done: int, of: int) -> None:
        seen.append((done, of))
        if done >= 50:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        exported(full, tmp_path / "mine", form, told=told)
    assert 50 <= seen[-1][0] < seen[-1][1]
    assert seen[-1][1] > 250
    assert list(tmp_path.iterdir()) == []


FULL = [(form, errno.ENOSPC, "not enough room") for form in ExportFormat]
REFUSED = (
    (errno.EACCES, "belongs to you"),
    (errno.EROFS, "belongs to you"),
    (errno.ENAMETOOLONG, "too long"),
    (errno.EIO, "could not be written"),
)


@pytest.mark.parametrize("case", [*FULL, *((ExportFormat.JSON, *one) for one in REFUSED)])
def test_a_disk_that_takes_no_more_is_said_and_nothing_is_left(
    full: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: tuple[ExportFormat, int, str]
) -> None:
    form, number, said = case
    calls: list[int] = []

    def refused(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1 or form in (ExportFormat.JSON, ExportFormat.ZIP):
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(saving.os, "fsync", refused)
    with pytest.raises(FileNotSavedError, match=said) as told:
        exported(full, tmp_path / "mine", form)
    assert str(tmp_path) in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_an_export_goes_nowhere_into_the_notes_nor_where_no_folder_is(full: Vault, tmp_path: Path) -> None:
    before = sorted(path.name for path in full.files.folder.rglob("*"))
    aside = tmp_path / "aside"
    aside.symlink_to(full.files.folder)
    for place in (full.files.folder / "mine", aside / "mine"):
        with pytest.raises(BadInputError, match="folder of your notes"):
            exported(full, place, ExportFormat.FOLDER)
    with pytest.raises(BadInputError, match="no folder"):
        exported(full, tmp_path / "gone" / "mine", ExportFormat.JSON)
    assert sorted(path.name for path in full.files.folder.rglob("*")) == before


def test_any_name_the_system_takes_is_taken_and_comes_back(full: Vault, tmp_path: Path) -> None:
    place = tmp_path / f"Übung für Sören, a b.c ☕ {'x' * 220}"
    exported(full, place, ExportFormat.ZIP)
    assert read_file(place).format.id == "rewire"
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("spoiled", "left"), [("x" * 70_000, 1), ("a\0b \u202e=1+1", 0)], ids=["long", "odd"]
)
def test_words_that_do_not_fit_stay_out_alone_and_the_rest_comes_once(
    full: Vault, empty: Vault, tmp_path: Path, spoiled: str, left: int
) -> None:
    file = exported(full, tmp_path / "all.json", ExportFormat.JSON)
    told = json.loads(file.read_text("utf-8"))
    told["entries"] = {
        "days": told["entries"]["days"],
        "notes": [told["entries"]["notes"][0] | {"text": spoiled}],
    }
    file.write_text(json.dumps(told), "utf-8")
    came = bring(empty, file)
    assert len(came.plan.left_out) == left
    assert len(alive(empty)["notes"]) == 1 - left
    assert len(alive(empty)["days"]) == len(told["entries"]["days"])
    with pytest.raises(BadInputError, match="here already"):
        bring(empty, file)


def test_tables_alone(full: Vault, tmp_path: Path) -> None:
    folder = exported(full, tmp_path / "tables", ExportFormat.CSV, wanted=Wanted(parts=NUMBERS))
    names = {path.name for path in folder.iterdir()}
    assert {"README.md", "practices.csv", "moments.csv"} <= names
    assert "notes.csv" not in names
    assert saving.JSON_FILE not in names


@pytest.mark.parametrize(
    "spoiled",
    [{"day": "yesterday"}, {"day": None}, {"at": "2026"}, {"text": 7}, {"uid": "short"}, {"tags": "no list"}],
)
def test_a_record_that_is_none_stays_out_with_its_reason(
    full: Vault, empty: Vault, tmp_path: Path, spoiled: dict[str, object]
) -> None:
    file = exported(full, tmp_path / "all.json", ExportFormat.JSON)
    told = json.loads(file.read_text("utf-8"))
    told["entries"] = {"days": told["entries"]["days"], "notes": [told["entries"]["notes"][0] | spoiled]}
    file.write_text(json.dumps(told), "utf-8")
    came = bring(empty, file)
    assert [one.line for one in came.plan.left_out] == [1]
    assert came.plan.left_out[0].reason
    assert alive(empty)["notes"] == []
    assert len(alive(empty)["days"]) == len(told["entries"]["days"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 99}, "newer Rewire"),
        ({"version": "1"}, "which version"),
        ({"version": 0}, "which version"),
        ({"version": True}, "which version"),
        ({"parts": ["practice"]}, "Words were left out"),
        ({"entries": []}, "damaged"),
        ({"version": float("nan")}, "damaged"),
    ],
)
def test_an_export_that_cannot_come_back_is_refused(
    full: Vault, empty: Vault, tmp_path: Path, change: dict[str, object], said: str
) -> None:
    file = exported(full, tmp_path / "all.json", ExportFormat.JSON)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(ImportRefusedError, match=said):
        bring(empty, file)


def test_older_words_of_a_removed_note_do_not_go_out(empty: Vault, tmp_path: Path) -> None:
    store = Store(empty)
    stays, goes = journal.note(1, text="stays"), journal.note(2, text="a secret")
    store.many([stays, goes, journal.version(stays), replace(journal.version(goes), text="an older secret")])
    store.notes.remove(goes.uid)
    file = exported(empty, tmp_path / "all.json", ExportFormat.JSON)
    assert "secret" not in file.read_text("utf-8")
    assert len(json.loads(file.read_text("utf-8"))["entries"]["note_versions"]) == 1


def test_while_a_locked_zip_is_made_no_word_lies_on_the_disk(empty: Vault, tmp_path: Path) -> None:
    Store(empty).many([journal.note(1, text=f"a secret number {n}") for n in range(400)])
    place = tmp_path / "away"
    place.mkdir()
    seen = []

    def look(done: int, _of: int) -> None:
        files = [one for one in place.rglob("*") if one.is_file()]
        seen.append((done, len(files), any(b"secret" in one.read_bytes() for one in files)))

    exported(empty, place / "all.zip", ExportFormat.ZIP, passphrase="four plain words here", told=look)
    assert {told for _done, _files, told in seen} == {False}
    assert {files for _done, files, _told in seen} == {1}
    assert max(seen)[0] == 400


def test_of_many_rows_none_is_told_twice_and_none_that_is_removed_meanwhile(empty: Vault) -> None:
    store = Store(empty)
    written = [journal.note(1, text=f"note {number}") for number in range(1_203)]
    store.many(written)
    (notes,) = (one for one in carried() if one.table.name == "notes")
    read = records(empty, notes, Wanted())
    told = [next(read)["uid"]]
    gone = max(note.uid for note in written)  # all were made at once, so that it comes last
    store.notes.remove(gone)
    told += [record["uid"] for record in read]
    assert told == sorted(note.uid for note in written if note.uid != gone)


@pytest.mark.slow
def test_made_up_profiles_come_back_nothing_comes_twice_and_all_can_be_taken_out(tmp_path: Path) -> None:
    trips = RoundTrips(tmp_path)
    try:
        assert {seed: faults for seed in range(100) if (faults := trips.faults(seed))} == {}
    finally:
        trips.close()
