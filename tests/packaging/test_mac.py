"""What is known of the disk image without a Mac: what it asks the system for, and what it says elsewhere."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def test_the_signed_program_asks_for_one_exception_and_for_no_device() -> None:
    told = plistlib.loads((PACKAGING / "entitlements.plist").read_bytes())
    assert told == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac builds it")
@pytest.mark.parametrize(("script", "words"), [("dmg", "is built on a Mac"), ("try-dmg", "on a Mac.")])
def test_off_a_mac_it_ends_with_a_sentence(script: str, words: str, tmp_path: Path) -> None:
    command = [sys.executable, str(PACKAGING / script)]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert words in done.stderr
    assert "Traceback" not in done.stderr
