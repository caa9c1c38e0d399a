"""The profiles and entries of the tests of the store, for the tests of what Rewire promises."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import files_of, profile, store, vault

__all__ = ["files_of", "profile", "store", "vault"]

IN_MEMORY = Path("/dev/shm")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of profiles come and go, and none has to last."""
    if not os.access(IN_MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=IN_MEMORY, prefix="rewire-test-") as folder:
        yield Path(folder)
