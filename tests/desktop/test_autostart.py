"""Beginning with the computer: a file of the desktop that says the command, and is gone again."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from rewire_app.desktop import autostart

linux = pytest.mark.skipif(sys.platform != "linux", reason="a file of Linux desktops")


@linux
def test_it_is_off_until_chosen_and_off_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert not autostart.is_on()
    autostart.turn(["rewire", "--background"], on=True)
    assert autostart.is_on()
    [file] = (tmp_path / "config" / "autostart").iterdir()
    assert file.name == "app.rewire.Rewire.desktop"
    autostart.turn(["rewire"], on=False)
    autostart.turn(["rewire"], on=False)
    assert not autostart.is_on()
    assert not file.exists()


@linux
def test_what_the_file_says_begins_rewire_on_these_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    autostart.turn(autostart.command(tmp_path / 'my "own" $notes 100%'), on=True)
    file = tmp_path / "config" / "autostart" / "app.rewire.Rewire.desktop"
    said = ConfigParser(interpolation=None)
    said.optionxform = str  # type: ignore[assignment,method-assign]
    said.read(file, "utf-8")
    words = shell(said["Desktop Entry"]["Exec"])
    assert words[-3:] == ["--profile", str(tmp_path / 'my "own" $notes 100%'), "--background"]
    shown = subprocess.run([*words[:-3], "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert "Rewire" in shown.stdout or "rewire" in shown.stdout


def shell(line: str) -> list[str]:
    """The words of an Exec line: its escapes undone, then read by a shell, whose quotes are the same."""
    line = line.replace("\\\\", "\\").replace("%%", "%")
    told = subprocess.run(
        ["sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True, timeout=60
    ).stdout
    return told.decode().split("\0")[:-1]


@linux
@pytest.mark.parametrize("word", ["plain", "two words", "$HOME", "`id`", '"b" c', "a\\b", "50%", "ü", "'"])
def test_every_word_comes_back_out_of_the_quotes(word: str) -> None:
    assert shell(autostart.quoted(word)) == [word]


def test_macos_is_told_words_by_themselves() -> None:
    told = plistlib.loads(autostart.agent(["/Applications/Rewire.app/Contents/MacOS/Rewire", "--background"]))
    assert told["RunAtLoad"] is True
    assert told["ProgramArguments"][-1] == "--background"


def test_a_sandbox_cannot_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SNAP", raising=False)
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    assert autostart.possible()
    monkeypatch.setenv("FLATPAK_ID", "app.rewire.Rewire")
    assert not autostart.possible()
