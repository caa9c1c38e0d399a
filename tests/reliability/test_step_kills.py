"""An exercise that is killed at any of its steps comes back at the same step with the same answers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.step_kills import LAST, through

DEEP = ("c-record", "b-paced", "d-stop", "a-smart", "u-pattern", "e-ridewave", "s-racing", "i-dearman")


def lost(said: list[dict[str, Any]]) -> list[int]:
    """The kills after which another step or other answers came back."""
    return [place for place, (one, then) in enumerate(pairwise(said)) if then["found"] != one["left"]]


def test_each_step_of_an_exercise_survives_being_killed(tmp_path: Path) -> None:
    said = through(tmp_path / "profile", "d-stop")
    assert len(said) > 4
    assert said[-2]["left"]["kind"] in LAST
    assert lost(said) == []
    assert lost([*said[:2], *said[3:]]) == [1], "a step that is lost is noticed"


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEP)
def test_each_step_of_long_exercises_survives_being_killed(name: str, tmp_path: Path) -> None:
    said = through(tmp_path / "profile", name)
    assert len(said) > 4
    assert lost(said) == []
