"""Steps of a release that need no other system are run as the workflow runs them, on a copy of it all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import manifests
import pytest
import yaml
from project import read_project

TREE = Path(__file__).resolve().parents[2]
JOBS = yaml.safe_load((TREE / ".github" / "workflows" / "release.yml").read_text("utf-8"))["jobs"]
VERSION = read_project().version
INSTALLERS = (manifests.SETUP, *(manifests.disk_image(VERSION, machine) for machine in manifests.MACS))
NOTES = f"# Changelog\n\n## Unreleased\n\n## {VERSION} - 2026-12-01\n\nThe first release."

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these steps are for a Linux runner")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What the steps read of the project, with everything filled in and a heading for the version."""
    tree = tmp_path / "tree"
    shutil.copytree(TREE / "packaging", tree / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TREE / ".github", tree / ".github")
    (tree / "rewire_app").mkdir()
    shutil.copy(TREE / "rewire_app" / "__init__.py", tree / "rewire_app")
    (tree / "CHANGELOG.md").write_text(NOTES, "utf-8")
    fill(tree, home="https://home.invalid", contact="us@home.invalid", download="https://files.invalid")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    return tree


def fill(tree: Path, **fields: str) -> None:
    told = tree / "packaging" / "project.toml"
    text = told.read_text("utf-8")
    for name, value in fields.items():
        text = re.sub(rf'(?m)^{name} = "[^"]*"', f'{name} = "{value}"', text)
    told.write_text(text, "utf-8")


def run(job: str, named: str, tree: Path, tag: str = f"v{VERSION}") -> subprocess.CompletedProcess[str]:
    """One step of a job, by its name, as a runner starts it."""
    (script,) = [step["run"] for step in JOBS[job]["steps"] if step.get("name") == named]
    room = tree.parent
    known = {"GITHUB_REF_NAME": tag, "RUNNER_TEMP": str(room), "PATH": f"{room / 'bin'}:{os.environ['PATH']}"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        shell, check=False, cwd=tree, env=os.environ | known, capture_output=True, text=True, timeout=120
    )


MAY_BE = ("may-be-released", "The names are filled in, the tag is the version, the changelog names it")


def test_a_project_with_everything_filled_in_may_be_released(copy: Path) -> None:
    done = run(*MAY_BE, copy)
    assert done.returncode == 0, done.stderr
    assert "The first release." in done.stdout


def test_an_empty_field_stops_a_release(copy: Path) -> None:
    fill(copy, download="")
    done = run(*MAY_BE, copy)
    assert done.returncode == 1
    assert "leaves download empty" in done.stderr


def test_a_tag_of_another_version_stops_a_release(copy: Path) -> None:
    done = run(*MAY_BE, copy, tag="v9.9.9")
    assert done.returncode == 1
    assert "v9.9.9 is not the version" in done.stdout


def test_a_version_without_notes_stops_a_release(copy: Path) -> None:
    (copy / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- Something.\n", "utf-8")
    done = run(*MAY_BE, copy)
    assert done.returncode == 1
    assert f"no heading for {VERSION}" in done.stderr


def test_the_draft_has_stores_pictures_notes_and_the_hash_of_each_file(copy: Path) -> None:
    dist = copy / "dist"
    dist.mkdir()
    for name in (*INSTALLERS, "rewire.deb"):
        (dist / name).write_text(name, "utf-8")
    done = run("draft", "Winget, Homebrew, pictures, checksums, notes", copy)
    assert done.returncode == 0, done.stderr
    hashes = dict(reversed(line.split()) for line in (dist / "SHA256SUMS").read_text("utf-8").splitlines())
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in dist.iterdir()}
    assert hashes == {name: value for name, value in files.items() if name != "SHA256SUMS"}
    assert {"today.png", "stores.tar.gz", "rewire.deb", *INSTALLERS} <= hashes.keys()
    with tarfile.open(dist / "stores.tar.gz") as stores:
        assert "./rewire.rb" in stores.getnames()
    assert "The first release." in (copy.parent / "notes.md").read_text("utf-8")
