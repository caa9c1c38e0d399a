"""Whatever system call fails, an act is done or not done, and what was said to be done is (D3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import traced
from tests.reliability.told import told

pytestmark = pytest.mark.skipif(not traced.available(), reason=traced.NO_STRACE)

EVERY_WAY = "kill,eio,full,full-for-ever"
ACTS = ("save", "migrate")


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_is_cut_off_is_done_or_not_done(quick: Path, act: str) -> None:
    counted = told("faults", quick, act, "kill", 7)
    assert counted["runs"] > 20
    assert counted["bad"] == []


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_meets_a_fault_is_done_or_not_done(quick: Path, act: str) -> None:
    counted = told("faults", quick, act, "eio,full,full-for-ever", 31)
    assert counted["refused"] > 5
    assert counted["bad"] == []


def test_a_save_that_is_confirmed_too_early_would_be_noticed(quick: Path) -> None:
    assert told("faults", quick, "early save", "kill", 31)["bad"] != []


def test_a_migration_without_a_transaction_would_be_noticed(quick: Path) -> None:
    assert told("faults", quick, "naive migrate", "kill", 47)["bad"] != []


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_every_call_of_an_act_may_fail_in_every_way(quick: Path, act: str) -> None:
    counted = told("faults", quick, act, EVERY_WAY, 1)
    assert counted["runs"] > 500
    assert counted["bad"] == []
