"""Programs that copy folders are known by name or by what they leave; other people by their number."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rewire_app.errors import ProfileUnwritableError
from rewire_app.store.vault import neighbours
from rewire_app.store.vault import vault as vaults
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.neighbours import belongs_to_another, copied_by


@pytest.mark.parametrize(
    ("place", "program"),
    [
        ("OneDrive/Rewire", "OneDrive"),
        ("OneDrive - Contoso/Documents/Rewire", "OneDrive"),
        ("Dropbox (Personal)/Rewire", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Rewire", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/Rewire", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Personal/Rewire", "OneDrive"),
        ("Nextcloud/Rewire", "Nextcloud"),
        ("Documents/my dropbox plans/Rewire", ""),
        ("Documents/onedriver/Rewire", ""),
        (".local/share/Rewire", ""),
    ],
)
def test_a_program_is_known_by_the_name_of_its_folder(place: str, program: str, tmp_path: Path) -> None:
    assert copied_by(tmp_path / place) == program


@pytest.mark.parametrize(
    ("marker", "program"),
    [(".stfolder", "Syncthing"), (".sync_0123abcd.db", "Nextcloud"), (".dropbox.cache", "Dropbox")],
)
def test_a_program_is_known_by_what_it_leaves(marker: str, program: str, tmp_path: Path) -> None:
    (tmp_path / marker).mkdir()
    assert copied_by(tmp_path / "deep" / "down" / "Rewire") == program


def test_the_settings_of_such_a_program_in_the_home_say_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".dropbox").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert copied_by(tmp_path / "Rewire") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there owners have no number")
def test_notes_of_another_user_are_not_opened_by_the_administrator(
    kept: ProfileFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = os.stat(kept.db).st_uid
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()}
    monkeypatch.setattr(neighbours.os, "getuid", lambda: owner + 1)
    assert belongs_to_another(kept.db)
    monkeypatch.setattr(vaults.os, "getuid", lambda: 0)
    monkeypatch.setattr(vaults, "belongs_to_another", lambda _path: True)
    with pytest.raises(ProfileUnwritableError, match="belong to another user"):
        vaults.open_vault(kept.folder)
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()} == before
