"""Reads CHANGELOG.md: what changed in a version, for the page of a release and for the stores.

    python packaging/notes.py 0.1.0        # the notes of that version, as Markdown

A version has a heading `## 0.1.0 - 2026-12-01`; what was not released stands under `## Unreleased`. The
paragraph right under the heading, if there is one, is what the stores show.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from project import TREE, ProjectError, read_project

_HEADING = re.compile(r"^## (?:Unreleased|(\d+\.\d+\.\d+) - (\d{4}-\d\d-\d\d))$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What changed in one version; `version` and `day` are None for what was not released."""

    version: str | None
    day: date | None
    lead: str
    text: str


def releases(tree: Path = TREE) -> tuple[Release, ...]:
    """Everything that CHANGELOG.md tells, in its order; raises ProjectError for another kind of heading."""
    changelog = (tree / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## .*$", changelog, re.MULTILINE)
    if strange := [line for line in headings if not _HEADING.match(line)]:
        raise ProjectError(f"CHANGELOG.md has a heading that names no version and day: {strange[0]}.")
    parts = _HEADING.split(changelog)[1:]
    found = []
    for version, day, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        first = text.strip().split("\n\n", 1)[0]
        lead = "" if first.startswith(("#", "-")) else " ".join(first.split())
        found.append(
            Release(
                version=version, day=date.fromisoformat(day) if day else None, lead=lead, text=text.strip()
            )
        )
    return tuple(found)


def notes_of(version: str, tree: Path = TREE) -> Release:
    """What changed in `version`, or, where no heading names it, what was not released yet."""
    found = releases(tree)
    for wanted in (version, None):
        for release in found:
            if release.version == wanted:
                return release
    raise ProjectError(f"CHANGELOG.md tells nothing about {version}.")


def main(words: list[str]) -> int:
    """Print the notes of a version that was given its heading; 1 and a sentence otherwise."""
    try:
        version = words[0] if words else read_project().version
        release = notes_of(version)
        if release.version is None:
            raise ProjectError(
                f"CHANGELOG.md has no heading for {version} yet; RELEASING.md tells how it gets one."
            )
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    print(release.text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
