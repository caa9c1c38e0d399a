"""Nobody but their owner can read what Rewire writes, whatever the account lets others do (C4)."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.told import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there rights are those of the folder: tests/store/test_opening.py"
)


def toured(folder: Path, *more: str) -> list[str]:
    """The files and folders that others have a right to after a tour, in a home of its own."""
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR")
    given = {}
    for name in homes:
        (folder / name).mkdir(mode=0o700)
        given[name] = str(folder / name)
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.tour", str(folder / "profile" / "deep"), *more],
        cwd=ROOT,
        env={**os.environ, **given, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "profile" / "deep" / "vault.db").exists()
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if is_open(path)]


def is_open(path: Path) -> bool:
    return not path.is_symlink() and bool(stat.S_IMODE(path.lstat().st_mode) & 0o077)


def test_files_are_0600_and_folders_0700_under_umask_022(tmp_path: Path) -> None:
    assert toured(tmp_path) == []


def test_a_program_that_leaves_rights_to_the_account_is_noticed(tmp_path: Path) -> None:
    assert toured(tmp_path, "naive") != []
