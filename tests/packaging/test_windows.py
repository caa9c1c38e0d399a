"""What packaging/windows makes: an installer that keeps the notes, of a program that Windows can name."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import manifests
import project
import pytest
import windows_debian
import windows_python
import windows_setup
import windows_trial
from windows_machine import TrialError, Wine, need

TREE = project.TREE
WINDOWS = TREE / "packaging" / "windows"
SCRIPT = (TREE / "packaging" / "rewire.nsi").read_text("utf-8")


def words_of(file: str) -> dict[str, str]:
    """The libraries of a list and their versions."""
    lines = (
        line.partition("#")[0].partition(";")[0].strip()
        for line in (TREE / file).read_text("utf-8").splitlines()
    )
    return dict(line.split("==") for line in lines if line)


def test_the_list_for_wine_replaces_lines_that_are_there() -> None:
    assert words_of("packaging/windows-wine.txt").keys() <= words_of("constraints.txt").keys()


def test_wine_gets_what_windows_gets_but_for_these_lines() -> None:
    found = windows_python.libraries(TREE)
    assert "numpy==1.26.4" in found
    assert [line for line in found if line.startswith("numpy")] == ["numpy==1.26.4"]
    names = {line.partition("==")[0] for line in found}
    assert {"pefile", "pywin32-ctypes", "PySide6_Essentials"} <= names, "what only Windows needs is missing"
    assert names.isdisjoint({"jeepney", "SecretStorage", "macholib", "zipp"}), "of other systems or versions"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no Wine, and names its paths itself")
def test_paths_are_told_as_windows_writes_them() -> None:
    machine = Wine(Path("/p/python.exe"), Path("/w/prefix"))
    assert machine.named(Path("/w/prefix/drive_c/users/ann/a b.txt")) == r"C:\users\ann\a b.txt"
    assert machine.named(Path("/tree/dist/rewire-setup.exe")) == r"Z:\tree\dist\rewire-setup.exe"


def test_a_tool_that_is_missing_is_named_with_its_package() -> None:
    with pytest.raises(
        TrialError, match=r"makensis-of-old is missing\. On Debian, the package nsis brings it"
    ):
        need("makensis-of-old", "nsis")


def test_words_that_are_not_known_end_with_a_sentence() -> None:
    words = [sys.executable, str(WINDOWS), "--perhaps"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "--perhaps" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no Wine")
def test_without_wine_and_without_rights_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(TrialError, match=r"Wine 10 is missing\. On Debian 13: .* nsis .*as root"):
        windows_debian.make(tmp_path)


def test_the_installer_asks_for_no_administrator() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    assert "$PROGRAMFILES" not in SCRIPT


def test_the_notes_stay_unless_somebody_says_otherwise() -> None:
    begin = SCRIPT[SCRIPT.index("Function un.onInit") :]
    assert begin.index('StrCpy $Notes "keep"') < begin.index("/NOTES=")
    removing = [line.strip() for line in SCRIPT.splitlines() if "RMDir /r" in line and "NOTES" in line]
    assert removing == ['RMDir /r "${NOTES}.removed"']
    assert SCRIPT.count("Call un.RemoveNotes") == 1
    assert '${If} $Notes == "remove"\n    Call un.RemoveNotes\n' in SCRIPT


def test_nothing_is_removed_but_what_was_installed() -> None:
    gone = re.findall(r'RMDir /r "\$INSTDIR(\S*)"', SCRIPT)
    assert set(gone) == {r"\_new", r"\_old", r"\_internal", r"\${PART}"}
    parts = re.findall(r"PUT_BACK (\S+)", SCRIPT)
    assert parts == ["PART", '"_internal"', '"${PROGRAM}.exe"', '"${PROGRAM}-console.exe"']


def test_each_sentence_of_the_installer_is_calm() -> None:
    said = re.findall(r'(?:REFUSE|_TEXT|_TITLE) "(.+?)"', SCRIPT)
    assert len(said) > 6
    assert [sentence for sentence in said if "!" in sentence or "should" in sentence] == []


@pytest.fixture
def small_program(tmp_path: Path) -> Path:
    """A folder such as the build makes, next to nothing in it."""
    folder = tmp_path / "rewire"
    (folder / "_internal").mkdir(parents=True)
    for name in (*windows_setup.PROGRAMS, "_internal/base_library.zip"):
        (folder / name).write_bytes(b"MZ")
    return folder


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(not shutil.which("makensis"), reason="needs NSIS; packaging/windows runs it each time")
def test_the_installer_is_made_without_a_warning(small_program: Path, tmp_path: Path) -> None:
    import icons

    (tmp_path / "rewire.ico").write_bytes(icons.ico())
    names = replace(project.read_project(TREE), home="https://rewire.example")
    windows_setup.pack(small_program, tmp_path / "rewire.ico", names, tmp_path, tmp_path / manifests.SETUP)
    made = (tmp_path / manifests.SETUP).read_bytes()
    assert made.startswith(b"MZ")
    for word in ("The Rewire authors", names.version):
        assert word.encode("utf-16-le") in made


def told(*days: dict[str, object]) -> str:
    """What the program prints as JSON, with a sentence before it."""
    return "rewire: A copy was made.\n" + json.dumps({"days": days}) + "\n"


def test_notes_count_as_kept_when_a_newer_program_says_more_of_them() -> None:
    old = told({"day": "2026-11-24", "reactivity": 3, "stress": None})
    more = {"day": "2026-11-24", "reactivity": 3, "stress": None, "medicine": None}
    assert windows_trial.same_days(old, told(more))
    assert not windows_trial.same_days(old, told(more | {"reactivity": 4}))
    assert not windows_trial.same_days(old, told(more, more))
    assert not windows_trial.same_days(old, told())


def test_a_stand_in_for_trials_is_never_packed(small_program: Path) -> None:
    windows_setup.see_packed(small_program)
    (small_program / "_internal" / "icuuc.dll").touch()
    with pytest.raises(TrialError, match=r"icuuc\.dll is a stand-in"):
        windows_setup.see_packed(small_program)
