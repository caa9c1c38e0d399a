"""Two starts at once never both write (D6); a start after a kill is never kept out (P1)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.told import told

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs fork and SIGKILL; for Windows: tests/test_windows.py"
)


def raced(folder: Path, count: int) -> None:
    """Of two starts at once, one opens the profile and the other is told that it is open."""
    met = told("processes", folder, "race", count, 1, "honest")
    assert (met["one"], met["both"], met["broken"], met["faulty"]) == (count, 0, 0, 0)


def test_in_100_races_for_a_profile_one_wins_and_the_other_is_told(quick: Path) -> None:
    raced(quick, 100)


@pytest.mark.slow
def test_in_1000_races_for_a_profile_one_wins_and_the_other_is_told(quick: Path) -> None:
    raced(quick, 1_000)


def test_two_that_write_past_the_lock_would_be_noticed(quick: Path) -> None:
    assert told("processes", quick, "race", 10, 1, "unlocked")["both"] > 0


def test_100_starts_after_a_kill_all_get_in(quick: Path) -> None:
    assert told("processes", quick, "restart", 100, 1, "honest") == {"in": 100}


@pytest.mark.slow
def test_1000_starts_after_a_kill_all_get_in(quick: Path) -> None:
    assert told("processes", quick, "restart", 1_000, 2, "honest") == {"in": 1_000}


def test_a_lock_that_goes_by_its_name_would_be_noticed(quick: Path) -> None:
    assert told("processes", quick, "restart", 10, 1, "by-name")["kept out"] > 0
