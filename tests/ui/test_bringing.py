"""Bringing a file in through the window: looked at first, then mapped, written, reported and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from rewire_app.exchange.importers import catalogue
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import (
    Choices,
    Doubt,
    Found,
    FoundEntry,
    FoundSleep,
    LeftOut,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import has_columns, table_rows
from rewire_app.ui.base import routes
from rewire_app.ui.bringing.check_part import CheckPart
from rewire_app.ui.bringing.mapping_part import MappingPart
from rewire_app.ui.bringing.page import BringingPage
from rewire_app.ui.bringing.report_part import ReportPart
from tests.exchange.importers.files import written
from tests.ui.house import House, enter, focused, press, settle, tab_to, words_of

TEXT = (
    "full_date,time,mood,activities,note\n"
    "2026-11-20,21:58,rad,work | late,Long call.\n"
    ",21:10,good,walk,\n"
    "2026-11-19,22:41,meh,meditation,=SUM(A1)\n"
)


def _looks(opened: OpenedFile) -> bool:
    return has_columns(opened, opened.members()[0], ["full_date", "mood"])


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[Found | LeftOut | Doubt]:
    member = opened.members()[0]
    for row in table_rows(opened, member, ["full_date", "mood"]):
        if not row.get("full_date"):
            yield LeftOut(line=row.line, member="", reason="The day is missing", text=row.raw)
            continue
        words = tuple(word.strip() for word in row.get("activities").split("|"))
        yield FoundEntry(
            line=row.line,
            member=member,
            day=date.fromisoformat(row.get("full_date")),
            time=time.fromisoformat(row.get("time")),
            mood=row.get("mood"),
            activities=words,
            text=row.get("note"),
        )


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file, and a catalogue that knows its kind."""
    made = FileFormat(id="daylio", name="Daylio", looks=_looks, read=_read)
    monkeypatch.setattr(catalogue, "formats", lambda: (made,))
    return written(tmp_path / "a.csv", TEXT)


@pytest.fixture
def page(house: House) -> BringingPage:
    """The page, open."""
    house.open()
    found = house.go(routes.BRINGING)
    assert isinstance(found, BringingPage)
    return found


def until(qtbot: QtBot, found: Callable[[], bool]) -> None:
    """Wait for what a thread brings."""
    qtbot.waitUntil(found)
    settle()


def looked_at(page: BringingPage, file: Path, qtbot: QtBot) -> CheckPart:
    """The first step of a file."""
    page.look_at(file)
    until(qtbot, lambda: isinstance(page.shown_part, CheckPart))
    part = page.shown_part
    assert isinstance(part, CheckPart)
    return part


def choose(words: str, *, up: bool = False) -> None:
    """Go down (or up) in the list that has the focus until `words` stand in it."""
    picker = focused()
    assert isinstance(picker, QComboBox)
    for _turn in range(picker.count()):
        if picker.currentText() == words:
            return
        press(Qt.Key.Key_Up if up else Qt.Key.Key_Down)
    raise AssertionError(f"{words!r} is not among them")


def brought(page: BringingPage, file: Path, qtbot: QtBot) -> ReportPart:
    """The report of a file that came in by the main buttons alone."""
    looked_at(page, file, qtbot)
    page.setFocus()
    enter()
    assert isinstance(page.shown_part, MappingPart)
    page.setFocus()
    enter()
    until(qtbot, lambda: isinstance(page.shown_part, ReportPart))
    part = page.shown_part
    assert isinstance(part, ReportPart)
    return part


def test_settings_lead_to_it_and_back(house: House) -> None:
    house.open()
    house.go(routes.settings("data"))
    tab_to("Bring in from another program")
    enter()
    settle()
    assert house.shell.pages.place == routes.BRINGING
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == routes.settings("data")


def test_the_first_step_says_what_it_is_and_writes_nothing(
    page: BringingPage, file: Path, house: House, qtbot: QtBot
) -> None:
    commit = house.context.vault.commit_seq
    said = words_of(looked_at(page, file, qtbot))
    assert "This looks like an export from Daylio" in said
    assert "Nothing is written yet." in said
    assert "Long call." in said
    assert "Times have no zone." in said
    assert "row left out" in said
    assert house.context.vault.commit_seq == commit


def test_what_a_word_becomes_is_chosen_kept_and_remembered(
    page: BringingPage, file: Path, house: House, qtbot: QtBot
) -> None:
    looked_at(page, file, qtbot)
    page.setFocus()
    enter()
    part = page.shown_part
    assert isinstance(part, MappingPart)
    assert "The day is missing" in words_of(part)
    assert "“,21:10,good,walk,”" in words_of(part)
    tab_to("“meditation” becomes")
    choose("A moment, peak not known")
    page.setFocus()
    enter()
    until(qtbot, lambda: isinstance(page.shown_part, ReportPart))
    [moment] = house.store.moments.after(date(2026, 1, 1))
    assert (moment.trigger, moment.peak) == ("meditation", None)
    assert [one.word for one in house.store.mappings.of("daylio") if "moment" in one.becomes] == [
        "meditation"
    ]


def test_it_comes_in_is_told_and_taken_back(
    page: BringingPage, file: Path, house: House, qtbot: QtBot
) -> None:
    report = brought(page, file, qtbot)
    said = words_of(report)
    assert "2 entries brought in" in said
    assert "Nothing you wrote in Rewire was changed." in said
    assert len(house.store.notes.after(date(2026, 1, 1))) == 2
    tab_to("Undo this import")
    enter()
    until(qtbot, lambda: "taken back" in words_of(page.shown_part))
    assert house.store.notes.after(date(2026, 1, 1)) == []
    assert house.store.days.get(date(2026, 11, 20)) is None


def test_a_file_of_last_month_is_found_again_with_its_report(
    page: BringingPage, file: Path, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    brought(page, file, qtbot)
    house.go(routes.TODAY)
    house.go(routes.BRINGING)
    tab_to("Daylio, 24 November 2026")
    enter()
    settle()
    report = page.shown_part
    assert isinstance(report, ReportPart)
    report.save_at(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text("utf-8-sig").splitlines() == [
        "file,line,reason,text",
        ',3,The day is missing,",21:10,good,walk,"',
    ]


def test_what_cannot_be_told_is_said_where_one_chooses(
    page: BringingPage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page.look_at(written(tmp_path / "b.csv", "hello"))
    until(qtbot, lambda: page.shown_part is page.start)
    assert "Rewire cannot tell what this is. Nothing was changed." in words_of(page.start)


def test_it_can_be_stopped_and_nothing_is_written(
    page: BringingPage, house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    def endless(_opened: OpenedFile, _choices: Choices) -> Iterator[Found]:
        line = 0
        while True:
            line += 1
            yield FoundEntry(line=line, member="", day=date(2026, 11, 20), text=str(line))

    made = FileFormat(id="x", name="Endless", looks=lambda _: True, read=endless)
    monkeypatch.setattr(catalogue, "formats", lambda: (made,))
    commit = house.context.vault.commit_seq
    page.look_at(written(tmp_path / "a.csv", ""))
    until(qtbot, lambda: "rows are read" in words_of(page))
    tab_to("Cancel")
    enter()
    until(qtbot, lambda: page.shown_part is page.start)
    assert house.context.vault.commit_seq == commit


def test_of_two_recorders_one_can_be_chosen(
    page: BringingPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    def nights(_opened: OpenedFile, choices: Choices) -> Iterator[Found]:
        start = datetime(2026, 11, 19, 23, 0)
        for recorder in ("Watch", "Phone"):
            if choices.recorder in ("", recorder):
                end = start + timedelta(hours=8)
                yield FoundSleep(line=1, member="", recorder=recorder, start=start, end=end)

    made = FileFormat(id="x", name="Sleep", looks=lambda _: True, read=nights)
    monkeypatch.setattr(catalogue, "formats", lambda: (made,))
    first = looked_at(page, written(tmp_path / "a.csv", ""), qtbot)
    assert "Several recorders noted nights." in words_of(first)
    tab_to("Which recorder is read")
    press(Qt.Key.Key_Down)
    until(qtbot, lambda: isinstance(page.shown_part, CheckPart) and page.shown_part is not first)
    part = page.shown_part
    assert isinstance(part, CheckPart)
    assert part.columns is not None
    assert "Phone" not in words_of(part.columns)
    assert "Watch" in words_of(part.columns)


def sheet(path: Path, rows: list[list[object]]) -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def test_of_a_table_that_is_not_known_the_person_says_what_the_columns_are(
    page: BringingPage, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    header: list[object] = ["Morning", "Said", "Cups", "Other"]
    rows = [header, ["2026-11-20", "tea", 2, "x"], ["2026-11-21", "milk", 3, "y"]]
    first = looked_at(page, sheet(tmp_path / "t.xlsx", rows), qtbot)
    said = words_of(first)
    assert "This is a table that Rewire does not know" in said
    assert "such as tea" in said
    tab_to("“Morning” is")
    choose("Nothing: it stays out")
    assert "Read it like this first." in words_of(first)
    assert not first.main.isEnabled()
    tab_to("Read it like this")
    enter()
    until(qtbot, lambda: isinstance(page.shown_part, CheckPart) and page.shown_part is not first)
    second = page.shown_part
    assert isinstance(second, CheckPart)
    assert not second.main.isEnabled()
    assert "Nothing comes in before one column is the day." in words_of(second)
    tab_to("“Morning” is")
    choose("The day, perhaps with a time", up=True)
    tab_to("“Said” is")
    choose("What was written", up=True)
    tab_to("Read it like this")
    enter()
    until(qtbot, lambda: isinstance(page.shown_part, CheckPart) and page.shown_part is not second)
    page.setFocus()
    enter()
    page.setFocus()
    enter()
    until(qtbot, lambda: isinstance(page.shown_part, ReportPart))
    assert {note.text for note in house.store.notes.after(date(2026, 1, 1))} == {"tea", "milk"}
    assert [one.name for one in house.store.custom_measures.all()] == ["Cups"]
    again = looked_at(page, sheet(tmp_path / "u.xlsx", [header, ["2026-11-22", "water", 1, "z"]]), qtbot)
    assert again.main.isEnabled()
    assert "water" in words_of(again)
