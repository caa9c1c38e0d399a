"""A list on paper: everything in it, and a plan for a crisis on one page whatever its length."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from rewire_app.domain.lists.entries import CrisisLine, CrisisSection, ListEntry, ListKind, Worry, WorrySort
from rewire_app.ui.entries.printing import POINTS, as_html, print_on
from rewire_app.ui.widgets.paper import as_document

TODAY = date(2026, 11, 24)


def plan(lines: int) -> list[ListEntry]:
    return [
        CrisisLine(uid=f"{number:032x}", section=section, text=f"Line {number} of mine", contact="020 555 01")
        for number in range(lines)
        for section in CrisisSection
    ]


def pages(kind: ListKind, entries: list[ListEntry], file: Path) -> int:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(printer, kind, entries, (), TODAY)
    del printer
    return len(re.findall(rb"/Type\s*/Page\b", file.read_bytes()))


@pytest.mark.parametrize("lines", [1, 4, 20])
def test_a_plan_for_a_crisis_is_one_page(lines: int, tmp_path: Path, qapp: QApplication) -> None:
    assert pages(ListKind.CRISIS_PLAN, plan(lines), tmp_path / "plan.pdf") == 1


def test_a_long_list_takes_the_pages_it_needs(tmp_path: Path, qapp: QApplication) -> None:
    worries: list[ListEntry] = [
        Worry(uid=f"{number:032x}", text=f"Worry {number}", sort=WorrySort.OPEN) for number in range(120)
    ]
    assert pages(ListKind.WORRIES, worries, tmp_path / "worries.pdf") > 1


def test_paper_holds_people_and_how_to_reach_them(qapp: QApplication) -> None:
    entries: list[ListEntry] = [
        CrisisLine(uid="1" * 32, section=CrisisSection.PEOPLE, text="Noor <3", contact="020 555 0101"),
        CrisisLine(uid="2" * 32, section=CrisisSection.SAFER, text="The cabinet", contact="Noor"),
    ]
    text = as_document(as_html(ListKind.CRISIS_PLAN, entries, (), TODAY), POINTS).toPlainText()
    parts = ["My crisis plan", "People I can ask for help", "Noor <3", "020 555 0101", "With: Noor"]
    places = [text.index(part) for part in [*parts, "Printed on 24 November 2026"]]
    assert places == sorted(places)
    assert "What is worth staying for" not in text
