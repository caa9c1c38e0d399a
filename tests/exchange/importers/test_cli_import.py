"""`rewire import` looks at a file and brings it in; a dry run says the same and makes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rewire_app.app import run
from rewire_app.exchange.importers import catalogue
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, Found, FoundEntry, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import has_columns, table_rows
from rewire_app.store.bringing import Bringing
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.exchange.importers.files import written

TEXT = "full_date,mood,note\n2026-11-20,rad,Long call.\n,meh,=1+1\n2026-11-19,meh,\n"


def _looks(opened: OpenedFile) -> bool:
    return has_columns(opened, opened.members()[0], ["full_date", "mood"])


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[Found | LeftOut | Doubt]:
    member = opened.members()[0]
    yield Doubt(about="Times have no zone.", sentence="They are read as the time of this computer.")
    for row in table_rows(opened, member, ["full_date", "mood"]):
        if not row.get("full_date"):
            yield LeftOut(line=row.line, member=member, reason="The day is missing", text=row.raw)
            continue
        day = date.fromisoformat(row.get("full_date"))
        yield FoundEntry(line=row.line, member=member, day=day, mood=row.get("mood"), text=row.get("note"))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file, and a catalogue that knows its kind."""
    made = FileFormat(id="daylio", name="Daylio", looks=_looks, read=_read)
    monkeypatch.setattr(catalogue, "formats", lambda: (made,))
    return written(tmp_path / "a.csv", TEXT)


def test_a_dry_run_says_what_would_come_in_and_makes_no_profile(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "profile"
    assert run(["--profile", str(profile), "import", "--dry-run", str(file)]) == 0
    said = capsys.readouterr().out
    assert "This looks like an export from Daylio." in said
    assert "2 entries" in said
    assert "In doubt: Times have no zone." in said
    assert "a.csv:3: The day is missing: ,meh,=1+1" in said
    assert "Nothing was written." in said
    assert not profile.exists()


def test_one_that_is_stopped_is_no_success_and_changes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["--profile", str(tmp_path / "profile"), "import", "--json"]

    def stopped(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Bringing, "_remember", stopped)
        assert run([*words, str(file)]) == 1
    assert "whole or not at all" in capsys.readouterr().err
    assert run([*words, str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["entries"] == 2


def test_as_json_a_dry_run_and_the_import_have_the_same_counts(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "profile"
    told = []
    for words in (["import", "--dry-run", "--json"], ["import", "--json"], ["import", "--dry-run", "--json"]):
        assert run(["--profile", str(profile), *words, str(file)]) == 0
        told.append(json.loads(capsys.readouterr().out))
    dry, done, again = told
    assert dry["counts"] == done["counts"] == {"entries": 2, "left_out": 1, "moods": 2, "notes": 1}
    assert (dry["dry_run"], done["dry_run"]) == (True, False)
    assert (dry["first_day"], dry["last_day"]) == ("2026-11-19", "2026-11-20")
    assert dry["left_out"] == [
        {"file": "a.csv", "line": 3, "reason": "The day is missing", "text": ",meh,=1+1"}
    ]
    assert again["counts"] == {"already": 2, "left_out": 1}
    vault = open_vault(profile)
    day = Store(vault).days.get(date(2026, 11, 20))
    vault.close()
    assert day is not None
    assert day.mood == 10


def test_the_same_file_again_is_said_and_changes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ["--profile", str(tmp_path / "profile"), "import", str(file)]
    assert run(profile) == 0
    assert run(profile) == 2
    assert "here already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone.csv"], "no such file"),
        (["--zone", "Berlin"], "not a time zone"),
        (["--format", "x"], "no format"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    words: list[str], said: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = [] if words == ["gone.csv"] else [str(file)]
    assert run(["--profile", str(tmp_path / "profile"), "import", *words, *path]) in (1, 2)
    assert said in capsys.readouterr().err
    assert not (tmp_path / "profile").exists()


def test_columns_of_a_table_are_said_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = written(tmp_path / "t.csv", "Morning,Said\n2026-11-20,tea\n2026-11-21,milk\n")
    command = ["--profile", str(tmp_path / "profile"), "import"]
    assert run([*command, "--dry-run", str(table)]) == 0
    said = capsys.readouterr().out
    assert "This is a table that Rewire does not know." in said
    assert "--column Morning=day" in said
    assert "--column Said=nothing" in said
    for wrong, reason in (("Evening=day", "there are: Morning, Said"), ("Said=x", "it can be: day, time")):
        assert run([*command, "--column", wrong, str(table)]) == 2
        assert reason in capsys.readouterr().err
    assert run([*command, "--column", "Said", str(table)]) == 2
    assert "does not say what" in capsys.readouterr().err
    assert run([*command, "--json", "--column", "Said=text", str(table)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["columns"], told["counts"]["notes"]) == ({"Morning": "day", "Said": "text"}, 2)
    later = written(tmp_path / "u.csv", "Morning,Said\n2026-11-22,water\n2026-11-23,tea\n")
    assert run([*command, "--json", "--dry-run", str(later)]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["notes"] == 2
