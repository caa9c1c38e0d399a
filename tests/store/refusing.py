"""How a profile that cannot be opened is looked at: what was said, and that nothing was changed by it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import StoreError
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

FilesOf = Callable[[Path], dict[str, bytes]]


def refused(files: ProfileFiles, files_of: FilesOf, fault: type[StoreError]) -> str:
    """Opening raises exactly `fault`, twice, and leaves every file as it was; returns the sentence."""
    before = _left(files, files_of)
    for _attempt in range(2):
        with pytest.raises(StoreError) as met:
            open_vault(files.folder)
        assert type(met.value) is fault
        assert _left(files, files_of) == before
    sentence = str(met.value)
    assert "othing was changed" in sentence
    assert len(sentence.split(". ")) >= 2
    return sentence


def _left(files: ProfileFiles, files_of: FilesOf) -> dict[str, bytes]:
    """What is in the profile; on Windows SQLite takes a log away that holds no save."""
    found = files_of(files.folder)
    if sys.platform == "win32" and not found.get(files.wal.name):
        found.pop(files.wal.name, None)
    return found


def with_keys(files: ProfileFiles, **changes: object) -> None:
    """Rewrite the key file, well formed, with other content."""
    keys = keyslots.parsed(files.keys.read_bytes())
    files.keys.write_bytes(keyslots.packed(make.replace(keys, **changes)))
