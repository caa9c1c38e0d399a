"""Commands on entries with a passphrase: it is read from a named file or typed, never from the command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rewire_app.app import run
from rewire_app.store.vault.key_change import make_recovery_code, set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.vault import open_vault
from tests.store.cheap import WORDS

Capture = pytest.CaptureFixture[str]
TREE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A profile with a passphrase, and its recovery code."""
    folder = tmp_path_factory.mktemp("locked") / "profile"
    vault = open_vault(folder)
    set_passphrase(vault, WORDS, cost=FLOOR)
    code = make_recovery_code(vault)
    vault.close()
    return folder, code


@pytest.fixture
def locked(made: tuple[Path, str]) -> Path:
    """The profile alone."""
    return made[0]


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Where the file with the passphrase lies."""
    return tmp_path / "words.txt"


def check(profile: Path, file: Path) -> int:
    return run(["--profile", str(profile), "--passphrase-file", str(file), "check"])


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_the_line_in_the_file_opens_the_entries(locked: Path, held: Path, ending: bytes) -> None:
    held.write_bytes(WORDS.encode() + ending)
    assert check(locked, held) == 0


def test_the_code_from_the_kit_may_stand_in_the_file_too(made: tuple[Path, str], held: Path) -> None:
    held.write_text(made[1].lower())
    assert check(made[0], held) == 0


def test_trends_and_sample_read_it_as_well(locked: Path, held: Path, capsys: Capture) -> None:
    held.write_text(WORDS)
    given = ["--profile", str(locked), "--passphrase-file", str(held)]
    assert run([*given, "sample", "--days", "3"]) == 0
    assert run([*given, "trends"]) == 0
    assert "Practice consistency" in capsys.readouterr().out


def test_a_file_that_is_named_for_entries_without_a_passphrase_does_no_harm(
    tmp_path: Path, held: Path
) -> None:
    open_vault(tmp_path / "open").close()
    held.write_text("anything")
    assert check(tmp_path / "open", held) == 0


def test_another_passphrase_ends_with_one_and_changes_nothing(
    locked: Path, held: Path, capsys: Capture
) -> None:
    held.write_text(f"{WORDS} ")
    before = {path.name: path.read_bytes() for path in locked.iterdir() if path.is_file()}
    assert check(locked, held) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("rewire: That is not the passphrase. Nothing was changed.")
    assert WORDS not in said.err
    assert {path.name: path.read_bytes() for path in locked.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"", "has to hold one line"),
        (b"\n", "has to hold one line"),
        (b"one\ntwo", "has to hold one line"),
        (b"\xff\xfe\x00", "has to hold one line"),
        (b"x" * 20_000, "has to hold one line"),
    ],
)
def test_a_file_that_holds_no_passphrase_is_named(
    locked: Path, held: Path, capsys: Capture, content: bytes | None, told: str
) -> None:
    if content is not None:
        held.write_bytes(content)
    assert check(locked, held) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert told in line
    assert str(held) in line


@pytest.mark.parametrize("word", ["trends", "check", "sample"])
def test_without_a_terminal_and_a_file_one_sentence_says_what_to_do(locked: Path, word: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "rewire_app", "--profile", str(locked), word],
        cwd=TREE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert told.returncode == 1
    assert told.stdout == ""
    [line] = told.stderr.splitlines()
    assert "--passphrase-file FILE" in line


def test_no_word_of_the_command_is_taken_for_a_passphrase(locked: Path, capsys: Capture) -> None:
    assert run(["--profile", str(locked), f"--passphrase={WORDS}", "check"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is of another kind there")
@pytest.mark.parametrize(("typed", "code"), [(f"{WORDS}\n", 0), ("not these\n", 1), ("\x04", 1)])
def test_on_a_terminal_it_is_asked_for_and_not_shown(locked: Path, typed: str, code: int) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "rewire_app", "--profile", str(locked), "check"],
        cwd=TREE,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    seen = os.read(ours, 1000)
    assert b"kit: " in seen
    os.write(ours, typed.encode())
    out, _none = process.communicate(timeout=300)
    assert process.returncode == code
    assert (b"No faults found." in out) == (code == 0)
    after = os.read(ours, 1000)
    os.close(ours)
    assert typed.strip().encode() not in after
