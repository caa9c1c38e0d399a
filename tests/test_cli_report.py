"""`rewire report`: a page for a session as a PDF or a web page, and what it says when it cannot be."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from rewire_app.app import run as main


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A profile with a month and more of invented notes."""
    profile = str(tmp_path_factory.mktemp("filled") / "profile")
    assert main(["--profile", profile, "sample", "--days", "60"]) == 0
    return profile


def report(profile: str, *words: str) -> int:
    return main(["--profile", profile, "report", *words])


def test_a_pdf_of_a_month_is_one_page_whose_words_can_be_found(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(filled, str(tmp_path / "page.pdf"), "--initials", "A. B.", "--paper", "letter") == 0
    assert "read it before you hand it over" in capsys.readouterr().out
    pdf = (tmp_path / "page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/FontFile2" in pdf
    if shutil.which("pdftotext"):
        told = subprocess.run(
            ["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, check=True, timeout=30
        )
        words = " ".join(told.stdout.decode().split())
        assert "Four weeks, for the session A. B.," in words
        assert "Asleep" in words


def test_the_ending_says_what_is_made_and_parts_are_left_out(filled: str, tmp_path: Path) -> None:
    words = ("--without", "moments", "chart", "--from", "2026-01-01", "--to", "2026-01-14")
    assert report(filled, str(tmp_path / "page.html"), *words) == 0
    file = (tmp_path / "page.html").read_text("utf-8")
    assert "Two weeks, for the session" in file
    assert "<svg" not in file


def test_lists_and_all_filled_pages_are_there_only_when_asked_for(filled: str, tmp_path: Path) -> None:
    for name, words in (("few.html", ()), ("all.html", ("--pages", "--sheets", "values", "diary"))):
        assert report(filled, str(tmp_path / name), *words) == 0
    few, everything = ((tmp_path / name).read_text("utf-8") for name in ("few.html", "all.html"))
    for heading in ("What matters to you<", "Diary card, ", "DEAR MAN, "):
        assert f"<h2>{heading}" not in few
        assert f"<h2>{heading}" in everything
    assert "<h2>Ladder: " not in everything


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("page.doc", "2: rewire: the name of the file says what is made; let it end in .pdf or .html"),
        ("taken.html", "2: rewire: there is something called taken.html already"),
        ("nowhere/page.html", "1: rewire: what was asked for could not be written"),
        ("page.html --from 2026-02-01 --to 2026-01-01", "2: rewire: the first day is after the last"),
        ("page.html --initials SomebodyKnownByName", "2: rewire: argument --initials: these are more than"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    (tmp_path / "taken.html").write_text("mine")
    name, *rest = words.split()
    code = report(filled, str(tmp_path / name), *rest)
    assert f"{code}: {capsys.readouterr().err}".startswith(said)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("taken.html", "mine")]
