"""The workflows have least rights and pinned actions, and never publish by themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

TREE = Path(__file__).resolve().parents[2]
FOLDER = TREE / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
README = (TREE / "README.md").read_text("utf-8")


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def steps(file: Path) -> list[tuple[str, Any]]:
    """Every step with the name of its job."""
    return [(name, step) for name, job in read(file)["jobs"].items() for step in job["steps"]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_the_makers_own_and_pinned_with_their_version_beside(file: Path) -> None:
    used = [line for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_job_has_the_rights_that_it_names_and_no_checkout_keeps_a_key(file: Path) -> None:
    told = read(file)
    assert told["permissions"] == {}
    for name, job in told["jobs"].items():
        allowed = job["permissions"]
        writing = {scope for scope, right in allowed.items() if right != "read"}
        assert writing == (set() if name != "draft" else {"contents", "id-token", "attestations"})
        assert job["timeout-minutes"] <= 90
    for _name, step in steps(file):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_secrets_reach_only_jobs_that_somebody_approves() -> None:
    jobs = read(FOLDER / "release.yml")["jobs"]
    with_secrets = {name for name, job in jobs.items() if "secrets." in str(job)}
    assert with_secrets == {"windows", "macos"}
    assert all("release" in jobs[name]["environment"] for name in (*with_secrets, "draft"))
    assert not re.search(r"secrets\.|github\.token", str(read(FOLDER / "test.yml")))


def test_a_release_is_a_draft_that_waits_for_every_installer() -> None:
    jobs = read(FOLDER / "release.yml")["jobs"]
    assert set(jobs["draft"]["needs"]) == {"may-be-released", "linux", "windows", "macos"}
    refusing = " ".join(step.get("run", "") for step in jobs["may-be-released"]["steps"])
    assert "project.py release" in refusing
    assert "notes.py" in refusing
    (making,) = [step["run"] for step in jobs["draft"]["steps"] if "gh release create" in step.get("run", "")]
    assert "--draft" in making
    assert "--verify-tag" in making
    assert "gh release edit" not in str(jobs)


def test_the_tests_run_on_three_systems_and_every_python_that_is_promised() -> None:
    matrix = read(FOLDER / "test.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert {name.split("-")[0] for name in matrix["system"]} == {"ubuntu", "windows", "macos"}
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_each_command_that_is_taken_from_the_readme_is_there_once() -> None:
    text = (FOLDER / "test.yml").read_text("utf-8")
    patterns = re.findall(r"grep -m 1(?: -E)? '([^']+)' README", text)
    patterns += re.findall(r"-Path README\.md -Pattern '([^']+)'", text)
    assert len(patterns) == 4
    for pattern in patterns:
        assert len(re.findall(f"(?m){pattern}", README)) == 1, pattern


@pytest.mark.parametrize("file", [*FILES, TREE / "RELEASING.md"], ids=lambda file: file.name)
def test_every_script_that_is_called_is_there(file: Path) -> None:
    named = set(re.findall(r"(?<![\w./])(?:packaging|\.ci)/[\w.-]*\w", file.read_text("utf-8")))
    assert named
    assert [name for name in sorted(named) if not (TREE / name).exists()] == []
