"""`rewire worksheet` and `rewire calendar`: the files they write, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication

from rewire_app.app import run as main


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A profile with invented notes, and so with plans."""
    profile = str(tmp_path_factory.mktemp("filled") / "profile")
    assert main(["--profile", profile, "sample", "--days", "20"]) == 0
    return profile


@pytest.mark.parametrize(("paper", "box"), [("a4", b"[0 0 595 842]"), ("letter", b"[0 0 612 792]")])
def test_a_worksheet_is_a_pdf_on_the_paper_that_is_named(
    paper: str, box: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    out = tmp_path / "sheet.pdf"
    profile = tmp_path / "profile"
    assert main(["--profile", str(profile), "worksheet", "c-activation", str(out), "--paper", paper]) == 0
    content = out.read_bytes()
    assert content.startswith(b"%PDF")
    assert b" ".join(content.split(b"/MediaBox ")[1].split(b"\n")[0].split()).replace(b".000000", b"") == box
    assert f"The worksheet is in {out}, 2 pages." in capsys.readouterr().out
    assert not profile.exists()


def test_an_exercise_without_a_sheet_is_told_with_those_that_have_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    out = tmp_path / "sheet.pdf"
    assert main(["worksheet", "b-paced", str(out)]) == 2
    said = capsys.readouterr().err
    assert "no worksheet called b-paced" in said
    assert "c-record" in said
    assert not out.exists()


def test_a_calendar_says_nothing_of_the_person_unless_it_is_asked_to(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, told = tmp_path / "plain.ics", tmp_path / "told.ics"
    assert main(["--profile", filled, "calendar", str(plain)]) == 0
    assert "Nothing that you wrote is in it." in capsys.readouterr().out
    assert main(["--profile", filled, "calendar", str(told), "--words"]) == 0
    assert "It says what is planned." in capsys.readouterr().out
    events, worded = (Calendar.from_ical(file.read_bytes()).walk("VEVENT") for file in (plain, told))
    assert {str(event["SUMMARY"]) for event in events} == {"Planned"}
    assert {str(event["SUMMARY"]) for event in worded} == {"Paced breathing, 5 minutes, on 3 days a week"}
    assert {str(event["UID"]) for event in events} == {str(event["UID"]) for event in worded}
