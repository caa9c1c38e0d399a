"""Every dependency of a release has hashes, names no address, and is the version that people are given."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

TREE = Path(__file__).resolve().parents[2]
LOCKS = [
    TREE / "packaging" / name
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-flatpak.lock")
]


def name_of(wanted: str) -> str:
    """The name in a requirement, in the one form that all its spellings share."""
    found = re.match(r"[A-Za-z0-9._-]+", wanted)
    assert found, wanted
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def versions(text: str) -> set[tuple[str, str]]:
    """Every name with the version it is pinned to."""
    return {(name_of(name), version) for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", text)}


def pinned() -> set[tuple[str, str]]:
    return versions((TREE / "constraints.txt").read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_locked_version_has_hashes_of_builds_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "--only-binary :all:" in text
    assert not re.search(r"://|index-url|find-links| @ ", text)
    for entry in re.findall(r"(?m)^[\w.-]+==(?:.*\\\n)*.*$", text):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locked_versions_are_those_of_the_constraints(lock: Path) -> None:
    assert versions(lock.read_text("utf-8")) - pinned() == set()


def test_all_that_the_program_needs_is_locked() -> None:
    project = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {name_of(wanted) for wanted in project["dependencies"]}
    build, dev, flatpak = ({name for name, _version in versions(lock.read_text("utf-8"))} for lock in LOCKS)
    assert needed | {"pyinstaller"} <= build
    assert needed <= flatpak
    extras = {name_of(wanted) for extra in project["optional-dependencies"].values() for wanted in extra}
    assert extras <= dev
    assert "pytest" not in build


def test_nothing_is_pinned_that_no_lock_holds() -> None:
    assert pinned() == versions(LOCKS[1].read_text("utf-8"))
