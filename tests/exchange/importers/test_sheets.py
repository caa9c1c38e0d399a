"""Workbooks (XLSX) as tables of any kind: what is stored in their cells, never what a formula would do."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers import sheets
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, FoundEntry, LeftOut
from rewire_app.exchange.importers.opened import open_file
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, zipped

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def book(path: Path, tables: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook with these sheets, as a spreadsheet program writes it."""
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in tables.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def bare(path: Path, rows: str, **more: bytes) -> Path:
    """The smallest workbook there is, with these rows as XML in its only sheet, and more parts."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/></Types>'
    )
    sheet = f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>"
    parts = {
        "[Content_Types].xml": types.encode(),
        "xl/workbook.xml": (
            f'<workbook {NS} xmlns:r="{OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets>'
            "</workbook>"
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{relations}"><Relationship Id="a" Type="{OFFICE}/worksheet" '
            'Target="worksheets/one.xml"/></Relationships>'
        ).encode(),
        "xl/styles.xml": f"<styleSheet {NS}/>".encode(),
        "xl/worksheets/one.xml": sheet.encode(),
    }
    return zipped(path, parts | {f"xl/{name}.xml": content for name, content in more.items()})


def words(*cells: str) -> str:
    """A row of cells that hold words."""
    return "<row>" + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells) + "</row>"


def amounts(found: list[Any]) -> list[tuple[object, ...]]:
    """What each amount says."""
    return [
        (one.line, one.name, one.day, one.time, one.value, one.status)
        for one in found
        if isinstance(one, FoundAmount)
    ]


def entries(found: list[Any]) -> list[tuple[object, ...]]:
    """What each entry of a diary says."""
    return [
        (one.member, one.line, one.day, one.time, one.mood, one.text, one.tags)
        for one in found
        if isinstance(one, FoundEntry)
    ]


def test_a_sheet_is_read_value_by_value(tmp_path: Path) -> None:
    rows = [
        ["My year"],
        [],
        ["Date", "Time", "Mood", "Notes", "Tags", "Run (km)", "Yoga", "Cups"],
        [datetime(2026, 11, 20), time(21, 58), "fine", "=not a formula", "work, late", 5.25, True, 3],
        [date(2026, 11, 21), None, None, None, None, None, False, None],
        ["22.11.2026", "9:05 pm", "ok", "Ümläute\nand a line", None, "7,5", "no"],
        [datetime(2026, 11, 23, 7, 30), None, "x"],
        [None, None, None, "no day", None, None, None, None],
        [],
        [datetime(2026, 11, 24), None, None, None, None, 0.1 + 0.2, None, 12345678],
    ]
    path = book(tmp_path / "anything", {"2026": rows})
    with zipfile.ZipFile(path) as made:  # as words, which openpyxl itself would write as a formula
        parts = {name: made.read(name) for name in made.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"<f>not a formula</f>", b"<is><t>=not a formula</t></is>"
    ).replace(b'<c r="D4">', b'<c r="D4" t="inlineStr">')
    kind, found = read_of(zipped(path, parts))
    assert kind == "table"
    place = "anything: 2026"
    assert entries(found) == [
        (place, 4, date(2026, 11, 20), time(21, 58), "fine", "=not a formula", ("work", "late")),
        (place, 6, date(2026, 11, 22), time(21, 5), "ok", "Ümläute\nand a line", ()),
        (place, 7, date(2026, 11, 23), time(7, 30), "x", "", ()),
    ]
    assert amounts(found) == [
        (4, "Run (km)", date(2026, 11, 20), time(21, 58), 5.25, ""),
        (4, "Yoga", date(2026, 11, 20), time(21, 58), None, "done"),
        (4, "Cups", date(2026, 11, 20), time(21, 58), 3.0, ""),
        (5, "Yoga", date(2026, 11, 21), None, None, "not"),
        (6, "Run (km)", date(2026, 11, 22), time(21, 5), 7.5, ""),
        (6, "Yoga", date(2026, 11, 22), time(21, 5), None, "not"),
        (10, "Run (km)", date(2026, 11, 24), None, 0.3, ""),
        (10, "Cups", date(2026, 11, 24), None, 12345678.0, ""),
    ]
    assert left_out(found) == [(8, "The day cannot be read")]
    assert plan_of(found).counts["notes"] == 3


def test_every_sheet_with_days_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    tables = {
        "2025": [["Date", "Value"], [datetime(2025, 5, 1), 4], [datetime(2025, 5, 2), 5]],
        "2026": [["Date", "Value"], [datetime(2026, 5, 1), 6]],
        "Weight": [["Date", "Value", "Scale"], [datetime(2026, 5, 1), 71.5, 2]],
        "Colours": [["Name", "Colour"], ["a", "red"], ["b", "blue"]],
        "Empty": [],
    }
    path = book(tmp_path / "a.xlsx", tables)
    _kind, found = read_of(path)
    assert amounts(found) == [
        (2, "2025: Value", date(2025, 5, 1), None, 4.0, ""),
        (3, "2025: Value", date(2025, 5, 2), None, 5.0, ""),
        (2, "2025: Value", date(2026, 5, 1), None, 6.0, ""),
        (2, "Weight: Value", date(2026, 5, 1), None, 71.5, ""),
        (2, "Scale", date(2026, 5, 1), None, 2.0, ""),
    ]
    assert [one.about for one in found if isinstance(one, Doubt)] == ["Some sheets stay out: Colours, Empty."]
    file = read_file(path, choices=Choices(columns={"Weight: Date": "nothing", "Scale": "mood"}))
    assert {name: role.value for name, role in file.columns.items()} == {
        "2025: Date": "day",
        "2025: Value": "amount",
        "Weight: Date": "nothing",
        "Weight: Value": "amount",
        "Scale": "mood",
    }
    assert "No column of the sheet “Weight” is the day." in [one.about for one in file.gathered.doubts]


def test_a_formula_counts_by_what_is_stored_and_is_never_reckoned(tmp_path: Path) -> None:
    link = "<f>HYPERLINK(&quot;http://localhost:9&quot;)</f>"
    path = bare(
        tmp_path / "a.xlsx",
        words("Date", "Cups", "Sum")
        + '<row><c t="str"><v>2026-11-20</v></c><c><f>1+1</f><v>7</v></c><c><f>B2*2</f></c></row>'
        + f'<row><c t="str"><v>2026-11-21</v></c><c>{link}</c><c><f>cmd|" /C calc"!A0</f></c></row>'
        + "<row><c><f>TODAY()</f></c><c><v>3</v></c></row>",
    )
    _kind, found = read_of(path)
    assert amounts(found) == [(2, "Cups", date(2026, 11, 20), None, 7.0, "")]
    reason = "A formula, and what it comes to is not in the file"
    assert left_out(found) == [(2, reason), (3, reason), (3, reason), (4, reason)]
    assert [one.text for one in found if isinstance(one, LeftOut)] == [
        "Sum: =B2*2",
        'Cups: =HYPERLINK("http://localhost:9")',
        'Sum: =cmd|" /C calc"!A0',
        "3, =TODAY()",
    ]


def test_formulas_over_several_cells_are_told_too(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (["Date", "Cups"], [datetime(2026, 11, 20), 2], [datetime(2026, 11, 21), None]):
        sheet.append(row)
    sheet["B3"] = ArrayFormula("B3:B3", "=SUM(B2:B2*2)")
    made.save(tmp_path / "a.xlsx")
    _kind, found = read_of(tmp_path / "a.xlsx")
    assert [row[4] for row in amounts(found)] == [2.0]
    assert [one.text for one in plan_of(found).left_out] == ["Cups: =SUM(B2:B2*2)"]


def test_odd_cells(tmp_path: Path) -> None:
    path = bare(
        tmp_path / "a.xlsx",
        words("Date", "Cups")
        + '<row r="5"><c r="A5" t="d"><v>2026-11-20T00:00:00</v></c><c r="B5" t="e"><v>#N/A</v></c></row>'
        + '<row r="7"><c r="A7" t="str"><v>2026-11-21</v></c><c r="B7"><v>1E3</v></c>'
        + '<c r="XFD7"><v>9</v></c></row>'
        + '<row r="999999999"><c r="A999999999" t="str"><v>2026-11-21</v></c></row>',
    )
    _kind, found = read_of(path, Choices(columns={"Cups": "amount"}))
    assert amounts(found) == [(7, "Cups", date(2026, 11, 21), None, 1000.0, "")]
    assert left_out(found) == [(5, "The number cannot be read")]


def test_lengths_and_days_out_of_range(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Date", "Slept"],
        [datetime(2026, 11, 20), timedelta(hours=30, minutes=5)],
        [1e9, 1],
    ]
    path = book(tmp_path / "a.xlsx", {"One": rows})
    with open_file(path) as opened:
        assert [one.cells for one in sheets.sheet_records(opened, "One")][1] == ["2026-11-20", "30:05:00"]
    made = Workbook()
    assert made.active is not None
    made.active.append(["Date", "Cups"])
    made.active.append([1e9, 1])
    made.active["A2"].number_format = "yyyy-mm-dd"
    made.active.append([datetime(2026, 11, 20), 2])
    made.save(path)
    _kind, found = read_of(path)
    assert (left_out(found), len(amounts(found))) == ([(2, "The day cannot be read")], 1)


def test_what_the_columns_are_is_remembered_for_the_next_file(tmp_path: Path) -> None:
    rows = [["when it was", "how it went"], ["2026-11-20", "fine"], ["2026-11-21", "so so"]]
    path = book(tmp_path / "a.xlsx", {"One": rows})
    said = {"when it was": "day", "how it went": "mood"}
    file = read_file(path, choices=Choices(columns=said))
    assert file.format.id == "table"
    assert dict(file.gathered.moods) == {"fine": 1, "so so": 1}


DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "' + b"b" * 100 + b'">]><a>&b;</a>'
DAYS = words("Date", "Cups") + words("2026-11-20", "2")


@pytest.mark.parametrize(
    ("rows", "more", "said"),
    [
        (DAYS, {"sharedStrings": DOCTYPE}, "declares short words"),
        (DAYS, {"sharedStrings": DOCTYPE.decode().encode("utf-16")}, "declares short words"),
        (DAYS, {"media/a": b"".join(b"<a%d/>" % n for n in range(100_001))}, "larger"),
        (DAYS, {"styles": b"".join(b"<a%d/>" % n for n in range(20_001))}, "larger"),
        (DAYS, {"b": b"<sst>" + b"".join(b"<a%d/>" % n for n in range(400_001))}, "larger"),
        (DAYS, {"media/a": b" " * 65_000_000}, "larger"),
        (DAYS, {"media/a": b" " * 3_000_000}, "far too large"),
        ("<row><c t='s'><v>99</v></c></row>", {}, "damaged"),
        ("<row><c t='b'><v>x</v></c></row>", {}, "damaged"),
        ("<row>", {}, "damaged"),
    ],
)
def test_hostile_workbooks_are_refused(tmp_path: Path, rows: str, more: dict[str, bytes], said: str) -> None:
    path = bare(tmp_path / "a.xlsx", rows, **more)
    with pytest.raises(ImportRefusedError, match=said):
        read_of(path)


def test_a_workbook_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.xlsx", {"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})
    with pytest.raises(ImportRefusedError, match="damaged"):
        read_of(path)


def test_openpyxl_is_loaded_only_when_a_workbook_is_read() -> None:
    code = (
        "import sys; from rewire_app.exchange.importers import catalogue; catalogue.formats();"
        "assert 'openpyxl' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
