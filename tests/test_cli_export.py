"""`rewire export`: what it takes along, and what it says."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from rewire_app.app import run as main
from rewire_app.exchange.exporters import saving


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A profile with invented notes."""
    profile = str(tmp_path_factory.mktemp("filled") / "profile")
    assert main(["--profile", profile, "sample", "--days", "20"]) == 0
    return profile


def export(profile: str, *words: str) -> int:
    """What the command returns."""
    return main(["--profile", profile, "export", *words])


def test_a_folder_leaves_words_out_and_says_so(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(filled, str(tmp_path / "notes")) == 0
    said = capsys.readouterr().out
    told = json.loads((tmp_path / "notes" / "rewire.json").read_text("utf-8"))
    assert "Words and people are left out" in said
    assert told["parts"] == ["practice", "nights", "evenings", "moments"]
    assert not (tmp_path / "notes" / "texts").exists()


def test_json_is_complete(filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(filled, "--format", "json", str(tmp_path / "all.json")) == 0
    told = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert told["complete"] is True
    assert told["entries"]["notes"]
    assert "can read that" in capsys.readouterr().out


def test_kinds_and_days_choose(filled: str, tmp_path: Path) -> None:
    words = ("--kinds", "nights", "--from", "2026-01-01", "--to", "2026-01-02", "--format", "csv")
    assert export(filled, str(tmp_path / "few"), *words) == 0
    assert [path.name for path in (tmp_path / "few").iterdir()] == ["README.md"]


def test_a_zip_can_be_locked(filled: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("three small words\n")
    target = tmp_path / "notes.zip"
    assert export(filled, "--format", "zip", "--lock-with", str(tmp_path / "key"), str(target)) == 0
    with zipfile.ZipFile(target) as archive, pytest.raises((RuntimeError, NotImplementedError)):
        archive.read("notes/rewire.json")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-02-01", "--to", "2026-01-01", "x"), "first day is after"),
        (("--lock-with", "key", "x"), "only a zip can be locked"),
        (("--format", "json", "{taken}"), "already"),
        (("--format", "zip", "--lock-with", "gone", "x"), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    given = [str(taken) if word == "{taken}" else word for word in words]
    if given[-1] == "x":
        given[-1] = str(tmp_path / "x")
    assert export(filled, *given) in (1, 2)
    assert said in capsys.readouterr().err
    assert taken.read_text() == "mine"
    assert not (tmp_path / "x").exists()


def test_a_profile_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(str(tmp_path / "profil"), str(tmp_path / "x")) == 2
    assert "no entries" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_stopped_leaves_nothing_and_is_no_success(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_folder: Path, _content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(saving, "_keep", stopped)
    assert export(filled, str(tmp_path / "notes")) == 1
    assert "half made is gone again" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
