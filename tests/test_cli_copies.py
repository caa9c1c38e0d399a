"""Copies on the command line: what is said, what is refused, and that nothing is written over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from rewire_app.app import run
from rewire_app.store.store import Store
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.rights import planted
from tests.store import entries as make

Capture = pytest.CaptureFixture[str]
WORDS = "four plain words here"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed profile with 30 practices."""
    folder = tmp_path / "profile"
    vault = open_vault(folder)
    Store(vault).many([make.practice(number) for number in range(30)])
    vault.close()
    return folder


@pytest.fixture
def locked(filled: Path) -> Path:
    """The same, with a passphrase."""
    from rewire_app.store.vault.key_change import set_passphrase

    vault = open_vault(filled)
    set_passphrase(vault, WORDS)
    vault.close()
    return filled


def practices(profile: Path) -> int:
    """How many practices there are."""
    vault = open_vault(profile)
    try:
        return len(Store(vault).practices.recent(1000))
    finally:
        vault.close()


def add_one(profile: Path) -> None:
    """One practice more."""
    vault = open_vault(profile)
    Store(vault).practices.add(make.practice(77))
    vault.close()


def test_a_copy_is_made_and_gone_back_to(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "mine.rewire"
    assert run(["--profile", str(filled), "backup", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == f"A copy of 30 entries is in {file}. It was opened once to check it.\n"
    assert said.err.startswith("rewire: Anyone who has this file can read it.")
    add_one(filled)
    assert run(["--profile", str(filled), "restore", str(file)]) == 0
    said = capsys.readouterr()
    assert "is in place, with 30 entries" in said.out
    assert str(filled / "quarantine") in said.out
    assert practices(filled) == 30


def test_a_copy_goes_into_a_new_profile(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    file, new = tmp_path / "mine.rewire", tmp_path / "new"
    run(["--profile", str(filled), "backup", str(file)])
    assert run(["--profile", str(new), "restore", str(file)]) == 0
    assert "What was there before" not in capsys.readouterr().out
    assert practices(new) == 30


@pytest.mark.parametrize("kind", ["file", "link", "dangling link", "folder"])
def test_nothing_is_written_over(kind: str, filled: Path, tmp_path: Path, capsys: Capture) -> None:
    target, victim = tmp_path / "out.rewire", tmp_path / "victim"
    if kind == "file":
        target.write_text("mine")
    elif kind == "folder":
        target.mkdir()
    else:
        planted(target, victim)
        if kind == "link":
            victim.write_text("mine")
    before = sorted(tmp_path.iterdir())
    assert run(["--profile", str(filled), "backup", str(target)]) == 2
    assert "of this name already" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
    assert not victim.exists() or victim.read_text() == "mine"


def test_a_copy_into_a_folder_that_is_not_there(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run(["--profile", str(filled), "backup", str(tmp_path / "no" / "x.rewire")]) == 2
    assert "There is no folder for this file" in capsys.readouterr().err


def test_a_profile_without_entries_is_not_made(tmp_path: Path, capsys: Capture) -> None:
    for words in (["backup", str(tmp_path / "x")], ["salvage", str(tmp_path / "x")]):
        assert run(["--profile", str(tmp_path / "no"), *words]) in (1, 2)
        assert "no entries" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("given", ["text", "nothing", "folder"])
def test_what_is_no_copy_is_refused(given: str, filled: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "given"
    if given == "text":
        file.write_text("hello")
    elif given == "folder":
        file.mkdir()
    assert run(["--profile", str(filled), "restore", str(file)]) == 1
    assert "Nothing was changed" in capsys.readouterr().err
    assert practices(filled) == 30


def test_a_passphrase_from_a_file_opens_copy_and_vault(locked: Path, tmp_path: Path, capsys: Capture) -> None:
    file, words = tmp_path / "mine.rewire", tmp_path / "words"
    words.write_text(WORDS)
    given = ["--profile", str(locked), "--passphrase-file", str(words)]
    assert run([*given, "backup", str(file)]) == 0
    assert capsys.readouterr().err == ""
    assert run([*given, "restore", str(file)]) == 0
    assert run(["--profile", str(tmp_path / "new"), "restore", str(file)]) == 1
    assert "protected by a passphrase" in capsys.readouterr().err
    words.write_text("another one altogether")
    assert run([*given, "restore", str(file)]) == 1
    assert "not the passphrase" in capsys.readouterr().err


def test_damaged_entries_are_read_out(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    files = ProfileFiles(filled)
    raw = bytearray(files.db.read_bytes())
    pages = marker = len(raw) // PAGE
    for page in (marker - 1, marker - 3):
        raw[page * PAGE : (page + 1) * PAGE] = os.urandom(PAGE)
    files.db.write_bytes(raw)
    into = tmp_path / "out"
    assert run(["--profile", str(filled), "salvage", str(into)]) == 0
    said, far = capsys.readouterr()
    assert "entries are there again" in said
    assert f"rewire: {pages} of {pages} pages of the damaged file are read" in far
    assert far.splitlines()[-1].endswith(" entries are written")
    assert f"rewire --profile {into}" in said
    assert files.db.read_bytes() == raw
    assert practices(into) > 0
    assert run(["--profile", str(filled), "salvage", str(into)]) == 2
    assert "holds something" in capsys.readouterr().err


def test_with_a_copy_the_report_says_how_much_is_from_it(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "mine.rewire"
    run(["--profile", str(filled), "backup", str(file)])
    shutil.move(file, filled / "backups" / "mine.rewire")
    files = ProfileFiles(filled)
    raw = bytearray(files.db.read_bytes())
    raw[:PAGE] = bytes(PAGE)
    files.db.write_bytes(raw)
    capsys.readouterr()
    assert run(["--profile", str(filled), "salvage", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Nothing could be read from the damaged file, so all of this is from the copy.")
    assert "30 of them are from the copy of" in said
    assert practices(tmp_path / "out") == 30
