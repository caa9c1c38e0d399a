"""The files of the Debian package name the project, and removing it never touches what people wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import debian
import pytest
from project import Project, read_project

SECONDS = 1796040000


@pytest.fixture
def project() -> Project:
    return replace(read_project(), version="1.2.3", home="", contact="")


def _written(folder: Path, project: Project) -> dict[str, str]:
    debian.write(folder, debian.values(project, SECONDS, "amd64"))
    return {file.name: file.read_text("utf-8") for file in folder.iterdir() if file.is_file()}


def test_no_place_is_left_unfilled(tmp_path: Path, project: Project) -> None:
    found = _written(tmp_path, project)
    for name in debian.FILLED:
        assert not re.search(r"@[a-z_]+\b(?!\.)", found[name]), name


def test_control_tells_the_project_and_leaves_the_dependencies_to_debian(
    tmp_path: Path, project: Project
) -> None:
    control = _written(tmp_path, project)["control"]
    assert "Maintainer: The Rewire authors <rewire@example.invalid>\n" in control
    assert "Homepage" not in control
    assert "Depends: ${shlibs:Depends}, ${misc:Depends}" in control
    assert f"Description: {project.summary}\n {project.description[0][:30]}" in control
    assert "\n .\n" in control


def test_an_address_of_the_project_is_told(tmp_path: Path, project: Project) -> None:
    control = _written(tmp_path, replace(project, home="https://home.invalid/"))["control"]
    assert "\nHomepage: https://home.invalid/\n" in control


def test_the_version_and_the_time_of_the_build_stand_in_the_changelog(
    tmp_path: Path, project: Project
) -> None:
    changelog = _written(tmp_path, project)["changelog"]
    assert changelog.startswith("rewire (1.2.3) unstable; urgency=medium\n")
    assert " -- The Rewire authors <rewire@example.invalid>  Mon, 30 Nov 2026 " in changelog


def test_the_whole_licence_is_told(tmp_path: Path, project: Project) -> None:
    told = _written(tmp_path, project)["copyright"]
    licence = (debian.TREE / "LICENSE").read_text("utf-8")
    assert "Copyright: 2026 The Rewire authors\n" in told
    assert " ".join(licence.split("\n\n", 2)[2].split()) in " ".join(
        re.sub(r"^ \.?", "", told, flags=re.M).split()
    )


def test_removing_says_where_the_notes_are_and_removes_nothing(tmp_path: Path, project: Project) -> None:
    script = _written(tmp_path, project)["postrm"]
    assert ".local/share/Rewire" in script
    assert not re.search(r"\b(rm|unlink|rmdir|find|shred)\b", script)
