"""The names of the project stand once, and a release is refused while one of them is open."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import project as named
import pytest

from rewire_app import __version__, app

TREE = Path(__file__).resolve().parents[2]


def test_the_version_is_the_program_s_own_and_stands_nowhere_else() -> None:
    told = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
    assert named.read_project().version == __version__
    assert "version" not in told["project"]
    assert told["project"]["dynamic"] == ["version"]
    assert told["tool"]["hatch"]["version"]["path"] == "rewire_app/__init__.py"


def test_the_identity_and_the_publisher_are_the_agreed_ones() -> None:
    project = named.read_project()
    assert (project.id, project.publisher) == ("app.rewire.Rewire", "The Rewire authors")
    assert (project.id, project.program) == (app.IDENTITY, app.NAME)


def test_a_release_is_refused_with_the_names_of_the_empty_fields() -> None:
    project = replace(named.read_project(), home="https://rewire.invalid", contact="", download=" ")
    assert named.open_fields(project) == ("contact", "download")
    with pytest.raises(named.ProjectError, match="leaves contact and download empty"):
        named.for_release(project)


def test_a_project_without_an_open_field_may_be_released() -> None:
    whole = replace(
        named.read_project(), home="https://a.invalid", contact="a@b.invalid", download="https://c"
    )
    assert named.for_release(whole) is whole


def test_a_build_for_trial_names_an_address_that_reaches_nobody() -> None:
    project = replace(named.read_project(), contact="")
    assert project.maintainer == "The Rewire authors <rewire@example.invalid>"
    assert replace(project, contact="a@b.invalid").maintainer == "The Rewire authors <a@b.invalid>"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [('name = "Rewire"', "", "name"), ('name = "Rewire"', 'name = "Rewire"\nextra = 1', "extra")],
)
def test_a_field_too_few_or_too_many_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    for name in ("packaging/project.toml", "rewire_app/__init__.py"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(TREE / name, tmp_path / name)
    told = tmp_path / "packaging" / "project.toml"
    told.write_text(re.sub(f"(?m)^{old}$", new, told.read_text("utf-8")), "utf-8")
    with pytest.raises(named.ProjectError, match=rf"too many: {field}\."):
        named.read_project(tmp_path)


def test_scripts_ask_for_one_field_and_the_release_step_is_refused(tmp_path: Path) -> None:
    """From any folder, as a program of its own: this is what the workflow calls."""

    def asked(word: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(TREE / "packaging" / "project.py"), word]
        return subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True, timeout=60)

    assert asked("version").stdout.strip() == __version__
    refused = asked("release")
    empty = named.open_fields(named.read_project())
    assert refused.returncode == (1 if empty else 0)
    assert all(name in refused.stderr for name in empty)
    assert asked("nothing").returncode == 2
