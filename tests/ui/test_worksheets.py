"""Blank worksheets on paper: every question of the exercise is on its sheet, with its caution, and fits."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from rewire_app.content.library import Library
from rewire_app.domain.exercise.worksheet import worksheet
from rewire_app.paths import resources
from rewire_app.ui.paper.numbers import paper_numbers
from rewire_app.ui.paper.worksheet_paper import (
    SheetSize,
    WorksheetPages,
    print_worksheet,
    usual_size,
    worksheet_as_pdf,
)

SHEETS = (
    "c-record", "c-experiment", "c-activation", "c-ladder", "c-worrytime", "u-chain", "u-pattern", "u-ifthen",
    "d-proscons", "d-crisisplan", "d-stop", "e-checkfacts", "e-opposite", "e-solve", "e-copeahead",
    "i-dearman", "i-boundary", "a-bullseye", "a-choicepoint", "s-constructive",
)  # fmt: skip
LIBRARY = Library()
NO_READER = shutil.which("pdftotext") is None
SENTENCE = re.compile(r"(?<=[.?!])\s+|(?<=[.?!]”)\s+")


@cache
def pages_of(name: str, size: SheetSize = SheetSize.A4) -> WorksheetPages:
    exercise = LIBRARY.exercise(name)
    sheet = worksheet(exercise, LIBRARY.measure_of(exercise))
    return WorksheetPages(sheet, paper_numbers(LIBRARY.crisis(), "GB"), size)


def text_of(pdf: bytes, folder: Path) -> str:
    """The words of a PDF in the order in which they are drawn, with single blanks."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    asked = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
    done = subprocess.run(asked, capture_output=True, check=True, timeout=30)
    return " ".join(done.stdout.decode("utf-8").split())


def told(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "en" / "exercises" / f"{name}.toml").read_text("utf-8"))


def asked(steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The steps that belong on paper, those of a repeat too."""
    for step in steps:
        empty = any(one["var"][0] == "@" and one["op"] == "eq" for one in step.get("when", []))
        if step.get("off_paper") or empty:
            continue
        if step["kind"] == "repeat":
            yield from asked(step["steps"])
        else:
            yield step


def sentences(step: dict[str, Any]) -> list[str]:
    """What of a step can be read without anybody's answers."""
    words = [step.get("text", ""), step.get("paper") or step.get("hint", "")]
    if step["kind"] == "plan":
        return []
    return [one for text in words for one in SENTENCE.split(text) if one and "{{" not in one]


def marks(step: dict[str, Any]) -> list[str]:
    """Answers to choose from, the heads of columns, and both ends of a scale."""
    found = [*step.get("options", []), *(step[end] for end in ("lo", "hi") if end in step)]
    for column in step.get("columns", []):
        found += column.get("options", []) or [column["label"]]
    return found


@pytest.mark.skipif(NO_READER, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", SHEETS)
def test_every_question_and_the_caution_are_on_the_sheet(
    name: str, tmp_path: Path, qapp: QApplication
) -> None:
    pdf = worksheet_as_pdf(pages_of(name))
    text, exercise = text_of(pdf, tmp_path), told(name)
    head = [exercise[key] for key in ("title", "summary", "cautions", "stop_if", "gentler", "real_life")]
    steps = list(asked(exercise["steps"]))
    wanted = [*head, *(one for step in steps for one in (*sentences(step), *marks(step)))]
    assert len(steps) > 4
    assert [one for one in wanted if " ".join(one.split()) not in text] == []
    assert "If anyone is in danger now: 999. Samaritans: 116 123." in text
    count = len(pages_of(name))
    assert all(f"{exercise['title']}, page {n} of {count}" in text for n in range(1, count + 1))
    assert "{{" not in text
    assert pdf.count(b"/FontFile2") >= 3


@pytest.mark.skipif(NO_READER, reason="pdftotext is not installed")
def test_questions_stand_in_the_order_of_the_exercise(tmp_path: Path, qapp: QApplication) -> None:
    text = text_of(worksheet_as_pdf(pages_of("i-dearman")), tmp_path)
    letters = [
        "D, describe:",
        "E, express:",
        "A, assert:",
        "R, reinforce:",
        "M, mindful:",
        "A, appear",
        "N, neg",
    ]
    places = [text.index(one) for one in letters]
    assert places == sorted(places)


def test_there_is_a_sheet_of_each_and_of_no_other() -> None:
    assert {one.id for one in LIBRARY.exercises() if one.worksheet} == set(SHEETS)


@pytest.mark.parametrize("size", SheetSize)
def test_half_of_them_take_two_pages_and_none_more_than_five(size: SheetSize, qapp: QApplication) -> None:
    counts = [len(pages_of(name, size)) for name in SHEETS]
    assert sum(count <= 2 for count in counts) >= len(SHEETS) / 2
    assert max(counts) <= 5


@pytest.mark.parametrize("size", SheetSize)
@pytest.mark.parametrize("name", ["c-ladder", "c-record", "e-opposite"])
def test_nothing_is_drawn_over_the_edge_and_all_of_it_is_grey(
    name: str, size: SheetSize, qapp: QApplication
) -> None:
    pages = pages_of(name, size)
    for number in range(len(pages)):
        image = QImage(size.px.toSize(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        pages.draw(painter, number)
        painter.end()
        wide, high = image.width(), image.height()
        inked = [
            (x, y) for y in range(0, high, 2) for x in range(0, wide, 2) if image.pixel(x, y) & 0xFF < 200
        ]
        assert len(inked) > 500
        assert min(x for x, _y in inked) >= 40
        assert max(x for x, _y in inked) <= wide - 40
        assert max(y for _x, y in inked) <= high - 30
        colours = {image.pixel(x, y) & 0xFFFFFF for x, y in inked[::7]}
        assert all(one >> 16 == one >> 8 & 0xFF == one & 0xFF for one in colours)


def test_a_printer_gets_all_pages_under_a_name_that_says_nothing(tmp_path: Path, qapp: QApplication) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    print_worksheet(printer, pages_of("e-solve"))
    assert printer.docName() == "Rewire"
    del printer
    written = (tmp_path / "sheet.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == len(pages_of("e-solve"))


@pytest.mark.parametrize(
    ("country", "size"), [("US", "letter"), ("CA", "letter"), ("NL", "a4"), ("GB", "a4")]
)
def test_the_paper_is_that_of_the_country(country: str, size: str) -> None:
    assert usual_size(country) == size


def test_without_a_country_the_numbers_are_those_of_many() -> None:
    people = paper_numbers(LIBRARY.crisis(), "")
    assert "112 / 911" in people.short
    assert "Elsewhere your local emergency number." in people.told
    assert people.hurt == ""
