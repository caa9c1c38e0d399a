"""What the project is called and which version it has: the one reader of packaging/project.toml.

    python packaging/project.py version     # prints one field
    python packaging/project.py release     # refuses while something that a release needs is empty

Needs Python 3.11 and its standard library alone, so that every script of this folder can ask it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path

TREE = Path(__file__).resolve().parents[1]
TRIAL_CONTACT = "rewire@example.invalid"
"""Stands where a package needs an address and the project has none yet."""

_VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)
_OPEN = ("home", "contact", "download")


class ProjectError(Exception):
    """What keeps a manifest or a release from being made, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The names of the project, as packaging/project.toml tells them, and its version."""

    id: str
    name: str
    program: str
    publisher: str
    copyright: str
    licence: str
    summary: str
    description: tuple[str, ...]
    keywords: tuple[str, ...]
    desktop_categories: tuple[str, ...]
    macos_category: str
    debian_section: str
    home: str
    contact: str
    download: str
    pictures: Mapping[str, str]
    version: str

    @property
    def maintainer(self) -> str:
        """Publisher and address, as packages name who made them."""
        return f"{self.publisher} <{self.contact or TRIAL_CONTACT}>"

    def address(self, file: str) -> str:
        """Where `file` of this version is fetched from; needs `download`."""
        return f"{self.download.rstrip('/')}/v{self.version}/{file}"


def read_project(tree: Path = TREE) -> Project:
    """The project whose files lie in `tree`; raises ProjectError for a field that is missing or not known."""
    told = tomllib.loads((tree / "packaging" / "project.toml").read_text("utf-8"))
    found = _VERSION.search((tree / "rewire_app" / "__init__.py").read_text("utf-8"))
    if not found:
        raise ProjectError("rewire_app/__init__.py tells no version such as 0.1.0.")
    told["version"] = found[1]
    wanted = {field.name for field in fields(Project)}
    if wanted != told.keys():
        names = ", ".join(sorted(wanted ^ told.keys()))
        raise ProjectError(f"packaging/project.toml has fields missing or too many: {names}.")
    return Project(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    )


def open_fields(project: Project) -> tuple[str, ...]:
    """The fields that are empty and that a release needs."""
    return tuple(name for name in _OPEN if not getattr(project, name).strip())


def for_release(project: Project) -> Project:
    """The same project, ready for a release; raises ProjectError while a field is empty."""
    if empty := open_fields(project):
        raise ProjectError(
            f"No release can be made while packaging/project.toml leaves {' and '.join(empty)} empty. "
            "Fill them in; RELEASING.md tells what each is for."
        )
    return project


def build_date(tree: Path = TREE) -> date:
    """The day a build belongs to: SOURCE_DATE_EPOCH, or the day of the newest commit."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        asked = ["git", "-C", str(tree), "log", "-1", "--format=%ct"]
        try:
            seconds = subprocess.run(asked, check=True, capture_output=True, text=True, timeout=60).stdout
        except (OSError, subprocess.SubprocessError):
            raise ProjectError(
                "This folder is no clone, so the day of the build is not known. Set SOURCE_DATE_EPOCH to it."
            ) from None
    return datetime.fromtimestamp(int(seconds), UTC).date()


def main(words: list[str]) -> int:
    """Print one field, or refuse a release; 1 and a sentence when it cannot be."""
    known = [field.name for field in fields(Project)] + ["maintainer", "release"]
    if len(words) != 1 or words[0] not in known:
        print(f"packaging/project.py takes one of these words: {', '.join(known)}.", file=sys.stderr)
        return 2
    try:
        project = read_project()
        if words[0] == "release":
            for_release(project)
        else:
            value = getattr(project, words[0])
            print(value if isinstance(value, str) else "\n".join(value))
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
