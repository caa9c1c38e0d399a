"""The worked numbers that the insight tests compare with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

FIXTURES = Path(__file__).parent.parent / "data" / "statistics_fixtures.json"


@pytest.fixture(scope="session")
def worked() -> dict[str, Any]:
    """Every worked number, as written down before the program was."""
    return json.loads(FIXTURES.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def days(worked: dict[str, Any]) -> dict[str, np.ndarray]:
    """The 84 worked days: p, y, stress and sleep_h as arrays with NaN where not noted."""
    return {name: as_days(values) for name, values in worked["data"].items()}


def as_days(values: list[float | None]) -> np.ndarray:
    return np.array([np.nan if value is None else value for value in values], dtype=float)


@pytest.fixture(scope="session")
def more_worked() -> dict[str, Any]:
    """The worked numbers of what is asked every week."""
    return json.loads((FIXTURES.parent / "statistics_fixtures_2.json").read_text(encoding="utf-8"))
