"""A window that is closed while it still opens ends quietly, whatever its threads are at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CLOSES_AFTER = """
import sys
from PySide6.QtCore import QTimer
from rewire_app import app
from rewire_app.ui.frame.window import Window
made = Window.__init__
def make(window, *given, **named):
    made(window, *given, **named)
    QTimer.singleShot(int(sys.argv[-1]), window.close)
Window.__init__ = make
sys.exit(app.run(sys.argv[1:-1]))
"""


@pytest.mark.parametrize("after_ms", [0, 50, 100, 150, 200, 300, 500])
def test_closing_early_leaves_no_fault_behind(tmp_path: Path, after_ms: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CLOSES_AFTER, "--profile", str(tmp_path / "profile"), str(after_ms)],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
