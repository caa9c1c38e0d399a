"""Faults are written down without a value, never more than they may take, and also when the process dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rewire_app.ui.base import crash
from rewire_app.ui.base.fault_log import CRASH, FAULTS, LONGEST, FaultLog, places_of
from tests.rights import private

ROOT = Path(__file__).resolve().parents[2]
NOT_ITS_MEMORY = "access violation" if sys.platform == "win32" else "Segmentation fault"
"""What Python writes when the system ends a process that reads where nothing is."""
SAID = """Fatal Python error: Segmentation fault

Current thread 0x00007f8 (most recent call first):
  File "/home/anna/rewire_app/ui/widgets/glyph.py", line 23 in paintEvent
  File "C:\\Users\\anna\\app.py", line 7 in run
anything else anna wrote
"""


@pytest.fixture(autouse=True)
def _pytest_watches_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda _file: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)


def test_what_python_wrote_becomes_kinds_and_places() -> None:
    places = places_of(SAID)
    assert places.splitlines()[0] == "The program ended: Segmentation fault"
    assert "  widgets/glyph.py:23 paintEvent" in places
    assert "anna/app.py:7 run" in places
    assert "anything" not in places
    assert "home" not in places


def test_the_next_start_takes_it_over_and_empties_it(tmp_path: Path) -> None:
    (tmp_path / CRASH).write_text(SAID)
    log = FaultLog(tmp_path)
    log.close()
    assert "The program ended: Segmentation fault" in log.text()
    assert (tmp_path / CRASH).read_text() == ""
    again = FaultLog(tmp_path)
    again.close()
    assert again.text() == log.text()


def test_of_too_many_the_older_go(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for number in range(40):
        log.add(f"Fault{number}\n" + "  place:1 name\n" * 700)
        assert (tmp_path / FAULTS).stat().st_size <= LONGEST
    log.close()
    assert "Fault39" in log.text()
    assert "Fault0\n" not in log.text()


def test_the_report_tells_a_fault_that_came_again_once(tmp_path: Path) -> None:
    crash.keep_in(tmp_path)
    try:
        log = FaultLog(tmp_path)
        for said in ("one fault", "Qt warning", "Qt warning", "Qt warning"):
            log.add(said)
        log.close()
        told = crash.report().split("\n\n")[1:]
    finally:
        crash.close_log()
    assert told == ["one fault", "Qt warning\n  3 times"]


def test_both_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    log = FaultLog(tmp_path / "reports")
    log.add("Fault")
    log.close()
    os.umask(before)
    reports = tmp_path / "reports"
    assert [private(path) for path in (reports, reports / FAULTS, reports / CRASH)] == [True, True, True]


def test_a_process_that_dies_leaves_its_place(tmp_path: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path; from rewire_app.ui.base import crash; "
        "crash.keep_in(Path(sys.argv[1])); faulthandler._read_null()"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=False, timeout=300)
    assert done.returncode != 0
    log = FaultLog(tmp_path)
    log.close()
    assert f"The program ended: {NOT_ITS_MEMORY}" in log.text()
