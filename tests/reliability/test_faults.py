"""Whatever system call fails, an act is done or not done, and what was said to be done is (D3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import traced
from tests.reliability.told import told

pytestmark = pytest.mark.skipif(not traced.available(), reason=traced.NO_STRACE)

ACTS = {
    "save": 7,
    "migrate": 13,
    "backup": 11,
    "restore": 11,
}
"""What is done, and one of how many calls is cut off in the quick test."""
NAIVE = {"early save": 31, "naive migrate": 61, "naive backup": 3, "naive restore": 5}
"""The same done as it must not be."""


@pytest.mark.parametrize(("act", "every"), ACTS.items())
def test_an_act_that_is_cut_off_is_done_or_not_done(quick: Path, act: str, every: int) -> None:
    counted = told("faults", quick, act, "kill", every)
    assert counted["runs"] >= 10
    assert counted["bad"] == []


@pytest.mark.parametrize(("act", "every"), ACTS.items())
def test_an_act_that_meets_a_fault_is_done_or_not_done(quick: Path, act: str, every: int) -> None:
    counted = told("faults", quick, act, "eio,full,full-for-ever", 5 * every)
    assert counted["refused"] > 0
    assert counted["bad"] == []


@pytest.mark.parametrize(("act", "every"), NAIVE.items())
def test_an_act_without_its_care_would_be_noticed(quick: Path, act: str, every: int) -> None:
    assert told("faults", quick, act, "kill", every)["bad"] != []


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_every_call_of_an_act_may_fail_in_every_way(quick: Path, act: str) -> None:
    counted = told("faults", quick, act, "kill,eio,full,full-for-ever", 1)
    assert counted["runs"] == 4 * sum(counted["calls"].values())
    assert counted["bad"] == []
