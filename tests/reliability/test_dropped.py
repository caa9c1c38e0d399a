"""What four processes drop into the sealed box of locked notes is there once, whoever is killed (D7)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.told import told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def dropped(folder: Path, count: int) -> None:
    """None that was said to be kept is lost, none is there twice, none is left, and none could be read."""
    met = told("droppers", folder, count, 1, "honest")
    assert met["kept"] >= count
    assert met["kills"] > count // 50
    assert (met["lost"], met["twice"], met["left"], met["readable"]) == (0, 0, 0, 0)


def test_of_100_entries_from_four_processes_that_are_killed_none_is_lost_or_twice(quick: Path) -> None:
    dropped(quick, 100)


@pytest.mark.slow
def test_of_1000_entries_from_four_processes_that_are_killed_none_is_lost_or_twice(quick: Path) -> None:
    dropped(quick, 1_000)


def test_who_says_kept_too_early_would_be_noticed(quick: Path) -> None:
    assert told("droppers", quick, 100, 1, "early")["lost"] > 0


def test_words_that_lie_there_unsealed_would_be_noticed(quick: Path) -> None:
    assert told("droppers", quick, 100, 1, "plain")["readable"] > 0
