"""The scripts that pack for Linux say in one sentence what is missing, before they begin to work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from project import read_project

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


@pytest.mark.skipif(not shutil.which("xz"), reason="xz is not installed")
def test_an_archive_has_the_same_bytes_whenever_and_by_whomever_it_is_packed(tmp_path: Path) -> None:
    hashes = []
    for number, name in enumerate(("first", "a second")):
        tree = tmp_path / name
        shutil.copytree(PACKAGING, tree / "packaging")
        (tree / "rewire_app").mkdir()
        shutil.copy(PACKAGING.parent / "rewire_app" / "__init__.py", tree / "rewire_app")
        (tree / "dist" / "rewire").mkdir(parents=True)
        for word in ("b", "a", "rewire")[:: 1 - 2 * number]:  # made in another order
            (tree / "dist" / "rewire" / word).write_text(word)
        (tree / "dist" / "rewire" / "rewire").chmod(0o755)
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1796040000", "PYTHON": sys.executable}
        subprocess.run([tree / "packaging" / "tarball"], env=surroundings, check=True, timeout=120)
        (made,) = (tree / "dist").glob("*.tar.xz")
        hashes.append((made.name, made.read_bytes()))
    assert hashes[0] == hashes[1]
    top = f"rewire-{read_project().version}-linux-{os.uname().machine}"
    assert hashes[0][0] == f"{top}.tar.xz"
    with tarfile.open(made) as archive:
        rows = [(row.name, row.uid, row.mtime) for row in archive]
    assert rows == [(name, 0, 1796040000) for name in (top, f"{top}/a", f"{top}/b", f"{top}/rewire")]
