"""Tables are read by the names of their columns, whatever divides them and however quotes stand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.opened import OpenedFile, open_file
from rewire_app.exchange.importers.tables import first_records, has_columns, records, table_rows
from tests.exchange.importers.files import written


def cells(tmp_path: Path, text: str) -> list[tuple[int, list[str]]]:
    """The line and cells of every record of a text."""
    with open_file(written(tmp_path / "a.csv", text)) as opened:
        return [(record.line, record.cells) for record in records(opened, "a.csv")]


def test_rows_are_read_by_the_names_of_columns(tmp_path: Path) -> None:
    text = "\ufeffDay , MOOD,extra\r\n2026-11-24, meh ,x\r\n2026-11-25\r\n"
    with open_file(written(tmp_path / "a.csv", text)) as opened:
        assert has_columns(opened, "a.csv", ["mood", "DAY"])
        assert not has_columns(opened, "a.csv", ["mood", "note"])
        rows = list(table_rows(opened, "a.csv", ["day", "mood"]))
    assert [(row.line, row.get("day"), row.get("Mood"), row.get("gone")) for row in rows] == [
        (2, "2026-11-24", "meh", ""),
        (3, "2026-11-25", "", ""),
    ]
    assert rows[0].raw == "2026-11-24, meh ,x"


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_what_divides_cells_is_told_by_the_first_line_that_has_any(tmp_path: Path, divider: str) -> None:
    text = f'Sleep\n"a,b;c"{divider}d{divider}e\n1,5{divider}2;5{divider}3\n'
    found = cells(tmp_path, text)
    assert found[1][1][0] == "a,b;c"
    assert len(found[1][1]) == 3


def test_lines_are_counted_through_cells_that_go_over_several(tmp_path: Path) -> None:
    text = 'a,b\n1,"two\nlines ""said"", and\r\nmore"\n3,4\n'
    assert cells(tmp_path, text) == [
        (1, ["a", "b"]),
        (2, ["1", 'two\nlines "said", and\r\nmore']),
        (5, ["3", "4"]),
    ]


def test_quotes_that_nobody_doubled_stay(tmp_path: Path) -> None:
    text = 'a,b,c\n1,"she said "no" to it",3\n2,say "yes" now,"x"\n'
    assert [row for _line, row in cells(tmp_path, text)[1:]] == [
        ["1", 'she said "no" to it', "3"],
        ["2", 'say "yes" now', "x"],
    ]


def test_a_quote_that_never_ends_is_a_mark_like_any_other(tmp_path: Path) -> None:
    assert cells(tmp_path, 'a,b\n"12 inch,4\n5,6\n') == [
        (1, ["a", "b"]),
        (2, ['"12 inch', "4"]),
        (3, ["5", "6"]),
    ]


def test_a_text_full_of_quotes_that_never_end_is_refused_quickly(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="do not end"):
        cells(tmp_path, "a,b\n" + '"x,y\n' * 200_000)
    with pytest.raises(ImportRefusedError, match="do not end"):
        cells(tmp_path, "a," * 2_000_000)


def test_several_tables_in_one_file_are_read_each_by_its_header(tmp_path: Path) -> None:
    text = "wake,sleep\n1,2\n3,4\n\nname,colour,size\nx,red,1\n\n"
    with open_file(written(tmp_path / "a.csv", text)) as opened:
        assert [row.get("sleep") for row in table_rows(opened, "a.csv", ["wake"])] == ["2", "4"]
        assert [row.get("size") for row in table_rows(opened, "a.csv", ["colour"])] == ["1"]
        assert list(table_rows(opened, "a.csv", ["weight"])) == []


def test_a_header_that_comes_again_is_no_row_and_holds_from_there(tmp_path: Path) -> None:
    text = "Id,Hours\n1,7\nId,Rating,Hours\n2,5,8\n"
    with open_file(written(tmp_path / "a.csv", text)) as opened:
        assert [row.get("hours") for row in table_rows(opened, "a.csv", ["Id"])] == ["7", "8"]


def test_an_empty_file_and_one_with_a_header_alone_have_no_rows(tmp_path: Path) -> None:
    for text in ("", "\n\n", "day,mood"):
        with open_file(written(tmp_path / "a.csv", text)) as opened:
            assert list(table_rows(opened, "a.csv", ["day"])) == []


def test_what_is_no_text_has_no_records(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\0\0\x01\0" * 9)
    with open_file(tmp_path / "a.csv") as opened:
        assert first_records(opened, "a.csv") == []


words = st.text(st.sampled_from('ab";,\n\r \t'), max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.lists(words, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_another_program_quoted_well_comes_back_as_it_was(tmp_path: Path, rows: list[list[str]]) -> None:
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL).writerows([["a", "b"], *rows])
    path = tmp_path / "a.csv"
    path.write_bytes(made.getvalue().encode())
    with OpenedFile(path) as opened:
        assert [record.cells for record in records(opened, "a.csv")] == [["a", "b"], *rows]
