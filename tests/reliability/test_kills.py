"""A save that was confirmed survives the end of the process at any point, and none is kept in part."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.told import told

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs fork and SIGKILL; for Windows: tests/test_windows.py"
)


def killed(folder: Path, kills: int, way: str) -> dict[str, int]:
    """What `tests.reliability.kills` counted."""
    return told("kills", folder, kills, 1, way)


def test_nothing_that_was_confirmed_is_lost_in_200_kills(tmp_path: Path) -> None:
    counted = killed(tmp_path, 200, "honest")
    assert counted["said"] > 2_000
    assert 0 < counted["too_soon"] < 50
    assert (counted["lost"], counted["wrong"]) == (0, 0)


def test_the_count_would_notice_a_save_confirmed_too_early(tmp_path: Path) -> None:
    assert killed(tmp_path, 30, "early")["lost"] > 0


def test_the_count_would_notice_a_run_that_changes_in_a_commit_of_its_own(tmp_path: Path) -> None:
    assert killed(tmp_path, 40, "apart")["wrong"] > 0


@pytest.mark.slow
def test_nothing_that_was_confirmed_is_lost_in_2000_kills(tmp_path: Path) -> None:
    counted = killed(tmp_path, 2_000, "honest")
    assert counted["said"] > 20_000
    assert (counted["lost"], counted["wrong"]) == (0, 0)
