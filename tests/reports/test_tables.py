"""Tables as CSV, names of files, and writing them: whole or not at all, with a sentence when it cannot be."""

from __future__ import annotations

import csv
import errno
import io
import os
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.errors import FileNotSavedError
from rewire_app.reports.tables import as_csv, file_name, write_file

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


def test_a_table_is_comma_separated_with_a_mark_that_excel_knows():
    made = as_csv(("Day", "Note"), (("1", 'He said "no", then\nleft'), ("2", "Zoë")))
    assert made == b'\xef\xbb\xbfDay,Note\r\n1,"He said ""no"", then\nleft"\r\n2,Zo\xc3\xab\r\n'


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_read_back(rows):
    text = as_csv(("a", "b"), rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-0.30", "-0.30"), ("-12%", "-12%"), ("-x", "'-x")],
)
def test_no_cell_runs_as_a_formula_and_numbers_stay_numbers(cell, kept):
    assert as_csv((), ((cell,),)).decode("utf-8-sig").splitlines()[-1] == kept


def test_files_are_called_after_the_chart_and_the_day():
    day = date(2026, 11, 24)
    assert file_name("Trends over time", day, "csv") == "rewire-trends-over-time-2026-11-24.csv"
    assert file_name("Übung: früh / spät", day, "png") == "rewire-ubung-fruh-spat-2026-11-24.png"
    assert file_name("练习", day, "svg") == "rewire-2026-11-24.svg"


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(FileNotSavedError, match="not there any more"):
        write_file(tmp_path / "gone" / "a.csv", b"x")


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileNotSavedError, match="not there any more"):
        write_file(tmp_path / "file" / "a.csv", b"x")


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")

    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotSavedError, match="disk is full"):
        write_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_forbidden_folder_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FileNotSavedError, match="does not let Rewire write"):
        write_file(tmp_path / "a.csv", b"x")
