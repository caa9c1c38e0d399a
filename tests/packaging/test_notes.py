"""Release notes come from CHANGELOG.md, and from nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import notes
import pytest
from project import ProjectError

CHANGELOG = """# Changelog

About this file.

## Unreleased

### Added

- A new thing.

## 0.2.0 - 2027-01-02

Two lines that
stores show.

### Fixed

- A fault.

## 0.1.0 - 2026-12-01

- The first.
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project with three versions in its changelog."""
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    return tmp_path


def test_each_version_is_read_with_its_day_and_what_stores_show(tree: Path) -> None:
    found = notes.releases(tree)
    assert [(release.version, release.day) for release in found] == [
        (None, None),
        ("0.2.0", date(2027, 1, 2)),
        ("0.1.0", date(2026, 12, 1)),
    ]
    assert [release.lead for release in found] == ["", "Two lines that stores show.", ""]
    assert found[1].text.endswith("- A fault.")


def test_a_version_without_a_heading_takes_what_was_not_released(tree: Path) -> None:
    assert notes.notes_of("0.3.0", tree).text == "### Added\n\n- A new thing."
    assert notes.notes_of("0.1.0", tree).text == "- The first."


def test_a_heading_of_another_form_is_named(tree: Path) -> None:
    (tree / "CHANGELOG.md").write_text(CHANGELOG.replace("## 0.1.0 - 2026-12-01", "## 0.1.0"), "utf-8")
    with pytest.raises(ProjectError, match=r"names no version and day: ## 0\.1\.0\."):
        notes.releases(tree)


def test_the_changelog_of_the_program_can_be_read() -> None:
    assert notes.releases()
