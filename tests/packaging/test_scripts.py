"""The scripts that pack for Linux say in one sentence what is missing, before they begin to work."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
SCRIPTS = ("folder", "tarball", "deb", "appimage", "sbom", "try-deb")
PLAIN = ("bash", "env", "dirname", "basename", "id", "uname", "git", "date", "python3")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("bash"), reason="these pack for Linux, on Linux, with bash"
)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder of programs that has none of those that pack."""
    for name in PLAIN:
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    (tmp_path / "python3").unlink(missing_ok=True)
    (tmp_path / "python3").symlink_to(sys.executable)
    return tmp_path


def _said(name: str, programs: Path, *words: str) -> str:
    asked = [str(PACKAGING / name), *words]
    surroundings = {"PATH": str(programs), "SOURCE_DATE_EPOCH": "1796040000"}
    done = subprocess.run(
        asked, cwd=programs, env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_it_is_a_script_that_bash_can_read(name: str) -> None:
    subprocess.run(["bash", "-n", str(PACKAGING / name)], check=True, timeout=60)


@pytest.mark.parametrize(
    ("name", "tool", "package"),
    [
        ("folder", "strip", "binutils"),
        ("tarball", "xz", "xz-utils"),
        ("deb", "dpkg-buildpackage", "dpkg-dev"),
        ("appimage", "mksquashfs", "squashfs-tools"),
    ],
)
def test_a_tool_that_is_missing_is_named_with_its_package(
    name: str, tool: str, package: str, bare: Path
) -> None:
    assert _said(name, bare) == (
        f"packaging/{name}: {tool} is missing here. Install it: sudo apt-get install {package}\n"
    )


def test_a_runtime_that_is_not_there_is_said(bare: Path) -> None:
    (bare / "mksquashfs").symlink_to("/bin/true")
    assert _said("appimage", bare, "no/runtime") == "packaging/appimage: there is no runtime at no/runtime.\n"


def test_a_trial_without_a_package_tells_how_to_ask(bare: Path) -> None:
    assert _said("try-deb", bare) == ("packaging/try-deb: say it as: packaging/try-deb NEW.deb [OLD.deb]\n")
