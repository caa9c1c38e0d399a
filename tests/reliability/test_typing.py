"""A kill costs two seconds of typing at most, whatever form a person types into (D4)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.told import told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

LOST_S = 2.5
"""Two seconds until what is typed is saved, and some for a busy computer."""


def worst(folder: Path, kills: int, seed: int, forms: str = "all", way: str = "honest") -> dict[str, float]:
    """The most that was lost in each form, in seconds."""
    found: dict[str, float] = told("typing_kills", folder, kills, seed, way, forms)["worst"]
    return found


def test_a_kill_in_any_of_twelve_forms_costs_two_seconds_of_typing_at_most(tmp_path: Path) -> None:
    lost = worst(tmp_path, 12, 1)
    assert {form: seconds for form, seconds in lost.items() if seconds > LOST_S} == {}


def test_a_form_that_saves_nothing_while_one_types_would_be_noticed(tmp_path: Path) -> None:
    assert worst(tmp_path, 3, 3, "evening", "never")["evening"] > LOST_S


@pytest.mark.slow
def test_200_kills_cost_two_seconds_of_typing_at_most(tmp_path: Path) -> None:
    lost = worst(tmp_path, 200, 2)
    assert {form: seconds for form, seconds in lost.items() if seconds > LOST_S} == {}
