"""A fresh profile for each test, and entries to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "profile"


@pytest.fixture
def vault(profile: Path) -> Iterator[Vault]:
    """An open, empty vault."""
    opened = open_vault(profile)
    yield opened
    opened.close()


@pytest.fixture
def store(vault: Vault) -> Store:
    """The nouns of the open vault, stamped by a clock that counts."""
    ticks = iter(range(1_700_000_000_000, 1_800_000_000_000, 1000))
    return Store(vault, now_ms=lambda: next(ticks))


@pytest.fixture
def kept(profile: Path) -> ProfileFiles:
    """The files of a closed vault with three practices."""
    vault = open_vault(profile)
    store = Store(vault)
    for number in range(3):
        store.practices.add(make.practice(number))
    vault.close()
    return ProfileFiles(profile)


@pytest.fixture
def files_of() -> Callable[[Path], dict[str, bytes]]:
    """What is in a profile: content by relative name, of files only."""

    def content(folder: Path) -> dict[str, bytes]:
        found = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in found}

    return content
