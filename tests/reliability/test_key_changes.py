"""A change of passphrase or code locks nobody out, whichever system call it is cut off at (K3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import traced
from tests.reliability.key_scenes import CHANGES
from tests.reliability.told import told

pytestmark = pytest.mark.skipif(not traced.available(), reason=traced.NO_STRACE)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_is_cut_off_leaves_the_old_way_in_or_the_new_one(quick: Path, change: str) -> None:
    counted = told("faults", quick, change, "kill", 2)
    assert counted["runs"] >= 9
    assert counted["bad"] == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_meets_a_fault_leaves_the_old_way_in_or_the_new_one(quick: Path, change: str) -> None:
    counted = told("faults", quick, change, "eio,full-for-ever", 5)
    assert counted["refused"] > 3
    assert counted["bad"] == []


def test_a_key_file_that_is_written_over_in_place_would_be_noticed(quick: Path) -> None:
    assert "kill write 5: nobody gets in" in told("faults", quick, "naive passphrase", "kill", 1)["bad"]


def test_a_change_that_is_confirmed_too_early_would_be_noticed(quick: Path) -> None:
    assert told("faults", quick, "early passphrase", "kill", 3)["bad"] != []


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_every_call_of_a_change_may_fail_in_every_way(quick: Path, change: str) -> None:
    counted = told("faults", quick, change, "kill,eio,full,full-for-ever", 1)
    assert counted["runs"] > 70
    assert counted["bad"] == []
