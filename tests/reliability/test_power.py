"""What was confirmed survives a power cut, and a check of what is left raises no false alarm (D2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import traced
from tests.reliability.told import told

pytestmark = pytest.mark.skipif(not traced.available(), reason=traced.NO_STRACE)


def test_nothing_that_was_confirmed_is_lost_in_1000_power_cuts(quick: Path) -> None:
    counted = told("power", quick, 1_000, 1, "full")
    assert counted["confirmed"] == 60
    assert counted["wrong"] == {}, counted["first"]


def test_a_power_cut_in_a_migration_leaves_the_form_before_or_after(quick: Path) -> None:
    assert told("power", quick, 100, 2, "migrate")["wrong"] == {}


@pytest.mark.parametrize("way", ["normal", "off"])
def test_a_connection_that_syncs_less_would_be_noticed(quick: Path, way: str) -> None:
    assert told("power", quick, 60, 3, way)["wrong"]["lost"] > 0


@pytest.mark.slow
def test_nothing_that_was_confirmed_is_lost_in_10000_power_cuts(quick: Path) -> None:
    assert told("power", quick, 10_000, 4, "full")["wrong"] == {}


@pytest.mark.slow
def test_2000_power_cuts_in_a_migration_leave_the_form_before_or_after(quick: Path) -> None:
    assert told("power", quick, 2_000, 5, "migrate")["wrong"] == {}
