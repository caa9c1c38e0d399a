"""A start that died twice of what it was about to show opens without it; once may have been anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.beginnings import MARK, Beginnings
from tests.store import entries as make
from tests.ui.house import House, enter, type_in, words_of

ROOT = Path(__file__).resolve().parents[2]
SPARED = "Rewire ended twice while it was about to show Trends"

NOT_ITS_MEMORY = "access violation" if sys.platform == "win32" else "Segmentation fault"
"""What Python writes when the system ends a process that reads where nothing is."""

KILLER = """
import faulthandler, sys
from pathlib import Path
from rewire_app import app
qt = app.application()
from PySide6.QtCore import QTimer
import rewire_app.ui.frame.shell
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.frame import window as windows

def kill(self, event):
    faulthandler._read_null()

TrendsPage.paintEvent = kill

class Closing(windows.Window):
    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        self.ready.connect(lambda: QTimer.singleShot(300, self.tell))

    def tell(self):
        print("shown", self.shell.here)
        self._chosen_page = self.shell.here
        self._remember = lambda: None
        self.close()

windows.Window = Closing
sys.exit(app._window(Path(sys.argv[1])))
"""


@pytest.fixture
def mark(house: House) -> Path:
    reports = ProfileFiles(house.profile).reports
    reports.mkdir()
    return reports / MARK


def test_one_end_is_not_taken_for_a_cause(house: House, mark: Path) -> None:
    house.prepare(page="trends")
    mark.write_text(json.dumps({"trends": 1}))
    house.open()
    assert house.shell.here == "trends"
    assert SPARED not in words_of(house.shell)


def test_after_two_today_is_shown_with_a_sentence(house: House, mark: Path) -> None:
    house.prepare(page="trends")
    mark.write_text(json.dumps({"trends": 2}))
    house.open()
    assert house.shell.here == "today"
    assert SPARED in words_of(house.shell)


def test_when_today_itself_is_the_cause_the_settings_are_shown(house: House, mark: Path) -> None:
    mark.write_text(json.dumps({"today": 2}))
    house.open()
    assert house.shell.here == "settings"


def test_what_a_run_left_is_kept_though_it_is_not_shown(house: House, mark: Path) -> None:
    house.open()
    house.play("u-weekreview")
    enter()
    type_in("A week with two walks")
    house.close()
    mark.write_text(json.dumps({"today": 2}))
    house.open()
    assert house.store.runs.load() is not None


def test_what_was_shown_is_forgotten(house: House, mark: Path) -> None:
    house.open()
    assert json.loads(mark.read_text()) == {"today": 1}
    house.close()
    assert not mark.exists()


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"today": "x"}', b"\xff", b"[" * 100_000])
def test_a_damaged_mark_says_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / MARK).write_bytes(content)
    assert not Beginnings(tmp_path).died_at("today")


def test_a_page_that_ends_the_process_ends_two_starts_and_no_third(house: House) -> None:
    house.prepare(page="trends")
    vault = open_vault(house.profile)
    Store(vault).practices.add(make.practice(0))
    vault.close()
    codes, said = [], ""
    for _start in range(3):
        done = subprocess.run(
            [sys.executable, "-c", KILLER, str(house.profile)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        codes.append(done.returncode)
        said = done.stdout
    assert [code == 0 for code in codes] == [False, False, True]
    assert "shown today" in said
    report = (ProfileFiles(house.profile).reports / "faults.txt").read_text("utf-8")
    assert report.count(f"The program ended: {NOT_ITS_MEMORY}") == 2
    assert str(ROOT) not in report
