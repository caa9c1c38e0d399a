"""A note from the command line is in the sealed box, and in the notes once they are open."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from rewire_app.app import run
from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.store.store import Store
from rewire_app.store.taking_in import empty_box
from rewire_app.store.vault import box, key_change
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.vault import open_vault

Capture = pytest.CaptureFixture[str]

PASSPHRASE = "a plain passphrase"


def today() -> date:
    return logical_day(ZoneClock().now())


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Notes without a passphrase that have a box."""
    folder = tmp_path / "profile"
    vault = open_vault(folder)
    empty_box(vault)
    vault.close()
    return folder


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A file that holds it."""
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n")
    return file


def test_a_note_is_found_by_the_next_command(profile: Path, capsys: Capture) -> None:
    assert run(["--profile", str(profile), "note", "the", "blue", "door"]) == 0
    assert "Kept in the sealed box" in capsys.readouterr().out
    assert run(["--profile", str(profile), "find", "blue"]) == 0
    assert "the blue door" in capsys.readouterr().out
    assert box.waiting(ProfileFiles(profile)) == 0


def test_while_the_notes_are_open_elsewhere_it_waits_in_the_box(profile: Path, capsys: Capture) -> None:
    vault = open_vault(profile)
    assert run(["--profile", str(profile), "note", "the blue door"]) == 0
    assert box.waiting(vault.files) == 1
    empty_box(vault)
    assert [one.text for one in Store(vault).notes.for_day(today())] == ["the blue door"]
    vault.close()


def test_locked_notes_take_one_without_a_passphrase(profile: Path, passphrase: Path, capsys: Capture) -> None:
    vault = open_vault(profile)
    key_change.set_passphrase(vault, PASSPHRASE, cost=FLOOR)
    vault.close()
    assert run(["--profile", str(profile), "note", "--", "-5 degrees"]) == 0
    capsys.readouterr()
    assert run(["--profile", str(profile), "find", "degrees", "--passphrase-file", str(passphrase)]) == 0
    assert "-5 degrees" in capsys.readouterr().out


def test_notes_from_before_there_were_boxes_are_opened_once_for_it(
    tmp_path: Path, passphrase: Path, capsys: Capture
) -> None:
    vault = open_vault(tmp_path / "old")
    key_change.set_passphrase(vault, PASSPHRASE, cost=FLOOR)
    vault.close()
    words = ["--profile", str(tmp_path / "old"), "note", "the blue door"]
    assert run(words) == 1
    assert "protected by a passphrase" in capsys.readouterr().err
    assert run([*words, "--passphrase-file", str(passphrase)]) == 0
    assert box.waiting(ProfileFiles(tmp_path / "old")) == 1


@pytest.mark.parametrize("made", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_window_that_is_just_opening_makes_the_box(
    made: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    vault = open_vault(tmp_path / "new")
    monkeypatch.setattr("time.sleep", lambda _seconds: empty_box(vault) if made else "")
    assert run(["--profile", str(tmp_path / "new"), "note", "the blue door"]) == (0 if made else 3)
    assert box.waiting(vault.files) == made
    vault.close()


def test_a_dash_reads_the_note_from_standard_input(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("two lines\nüber Türen\n".encode())))
    assert run(["--profile", str(profile), "note", "-"]) == 0
    vault = open_vault(profile)
    empty_box(vault)
    assert [one.text for one in Store(vault).notes.for_day(today())] == ["two lines\nüber Türen"]
    vault.close()


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe", b"a" * 262_145, b"a" * 65_537])
def test_standard_input_that_is_no_note_is_refused(
    content: bytes, profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert run(["--profile", str(profile), "note", "-"]) == 2
    assert capsys.readouterr().out == ""
    assert box.waiting(ProfileFiles(profile)) == 0


def test_words_that_are_no_text_are_not_kept_in_part(profile: Path, capsys: Capture) -> None:
    for words in ("blue \udcff door", "\udcff"):
        assert run(["--profile", str(profile), "note", words]) == 2
        assert "no text in UTF-8" in capsys.readouterr().err
    assert box.waiting(ProfileFiles(profile)) == 0


def test_a_folder_without_notes_stays_without(tmp_path: Path, capsys: Capture) -> None:
    assert run(["--profile", str(tmp_path / "none"), "note", "hello"]) == 1
    assert "There are no notes" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_the_help_says_who_can_see_the_words(capsys: Capture) -> None:
    assert run(["--help"]) == 0
    assert "list of processes" in capsys.readouterr().out
