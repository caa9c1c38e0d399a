"""What a person wrote stands nowhere but in the encrypted database, whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORD = "Brombeermarmelade71"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
LEAST_FIELDS = {"practice": 1, "journal": 9, "evening": 1, "c-record": 5, "i-dearman": 3}
"""Fields that have to be reached at least: fewer, and the tour has missed what it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """All that is left behind: every file, and all that was printed."""

    files: dict[str, bytes]
    printed: dict[str, bytes]

    def found(self, word: str) -> list[str]:
        """Where `word` stands in any encoding."""
        needles = [word.encode(encoding) for encoding in ENCODINGS]
        return [
            where
            for where, content in (self.files | self.printed).items()
            if any(needle in content for needle in needles)
        ]


def left_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A process whose home and temporary folder lie in `folder`."""
    homes = {
        name: str(folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    }
    places = homes | {name: str(folder / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=300,
    )


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Traces:
    """One life in which everything goes wrong, then a damaged database."""
    folder = tmp_path_factory.mktemp("life")
    for name in ("home", "tmp", "profile"):
        (folder / name).mkdir()
    profile = str(folder / "profile")
    lived = run(folder, "tests.guards.private_life", profile, WORD, str(folder / "report"))
    assert lived.returncode == 0, lived.stderr.decode()
    printed = {"life: out": lived.stdout, "life: err": lived.stderr}
    files = {f"before damage: {name}": content for name, content in left_in(folder).items()}
    flip_a_byte(folder / "profile" / "vault.db")
    asked = run(folder, "rewire_app", "--profile", profile, "check")
    assert asked.returncode == 1, "the damage was not noticed"
    printed |= {"check: out": asked.stdout, "check: err": asked.stderr}
    return Traces(files=files | left_in(folder), printed=printed)


def test_the_tour_writes_into_every_kind_of_field(traces: Traces) -> None:
    lines = [line.split() for line in traces.printed["life: out"].decode().splitlines()]
    reached = {line[1]: int(line[2]) for line in lines if len(line) == 3}
    assert {name: count for name, count in LEAST_FIELDS.items() if reached[name] < count} == {}


def test_the_faults_were_met_and_reported(traces: Traces) -> None:
    report = traces.files["report"].decode()
    for kind in ("ValueError", "DiskFullError", "QtWarningMsg"):
        assert kind in report
    assert report.count("ValueError") == 3, "one in a slot, one on a thread, one while an object ended"


def test_the_word_stands_nowhere(traces: Traces) -> None:
    assert traces.found(WORD) == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_finds_a_word_left_behind(encoding: str) -> None:
    left = Traces(files={"log": b"about " + WORD.encode(encoding) + b" today"}, printed={})
    assert left.found(WORD) == ["log"]
