"""A person's folder for files of the session; the path of a channel may not be long."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.starts import person, somebody


@pytest.fixture
def session() -> Iterator[Path]:
    """A folder that this person has alone."""
    with tempfile.TemporaryDirectory(prefix="rewire", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def env(session: Path) -> dict[str, str]:
    """The environment of that person."""
    return person(session)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder with the notes of that person."""
    return somebody(tmp_path / "profile")
