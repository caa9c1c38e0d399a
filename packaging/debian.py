"""Fills the files of packaging/debian with the names of the project, for Debian's own tools to build from.

`python packaging/debian.py FOLDER` writes FOLDER/debian; the program itself is expected in FOLDER/rewire,
what belongs into /usr/share in FOLDER/share.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from string import Template

from project import TREE, Project, ProjectError, read_project

FORMS = TREE / "packaging" / "debian"
FILLED = ("changelog", "control", "copyright")


class _Form(Template):
    """A file with `@name` where a value belongs: `${...}` is Debian's own."""

    delimiter = "@"


def indented(text: str) -> str:
    """`text` as the lines that follow a field: one blank before each, a full stop for an empty one."""
    return "\n".join(f" {line}" if line.strip() else " ." for line in text.strip().splitlines())


def filled(form: str, values: Mapping[str, str]) -> str:
    """`form` with `values` in it; a line that asks for a value that is empty is left out."""
    empty = [f"@{name}" for name, value in values.items() if not value]
    lines = (line for line in form.splitlines(keepends=True) if not any(name in line for name in empty))
    return _Form("".join(lines)).substitute(values)


def values(project: Project, seconds: int, architecture: str) -> dict[str, str]:
    """What the forms ask for; `seconds` is the time of the build."""
    _title, _holder, permission = (TREE / "LICENSE").read_text("utf-8").split("\n\n", 2)
    paragraphs = "\n\n".join(textwrap.fill(text, 78, break_on_hyphens=False) for text in project.description)
    return {
        "name": project.name,
        "program": project.program,
        "version": project.version,
        "summary": project.summary,
        "maintainer": project.maintainer,
        "debian_section": project.debian_section,
        "home": project.home,
        "architecture": architecture,
        "date": format_datetime(datetime.fromtimestamp(seconds, UTC)),
        "paragraphs": indented(paragraphs),
        "holder": project.copyright.removeprefix("Copyright (c) "),
        "licence_text": indented(permission),
    }


def write(folder: Path, found: Mapping[str, str]) -> None:
    """Put the files of packaging/debian into `folder`, filled with what was `found`."""
    shutil.copytree(FORMS, folder, dirs_exist_ok=True)
    for name in FILLED:
        (folder / name).write_text(filled((FORMS / name).read_text("utf-8"), found), "utf-8")


def main(words: list[str]) -> int:
    """Write the files; 1 and a sentence when they cannot be made."""
    try:
        project = read_project()
    except ProjectError as fault:
        print(fault, file=sys.stderr)
        return 1
    asked = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(
        asked, check=True, capture_output=True, text=True, timeout=60
    ).stdout.strip()
    found = values(project, int(os.environ["SOURCE_DATE_EPOCH"]), architecture)
    write(Path(words[0]) / "debian", found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
