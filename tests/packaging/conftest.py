"""The scripts of packaging/ are no package, since a library has that name: tests import from their folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))


@pytest.fixture(autouse=True)
def _day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy without its history is built on a day that is given."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")
