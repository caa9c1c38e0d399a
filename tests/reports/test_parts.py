"""What is inside is told by name and licence: all that Rewire needs, and all that needs in turn."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from rewire_app.reports import parts
from rewire_app.reports.parts import PARTS, part_lines

TREE = Path(__file__).resolve().parents[2]


def plain(name: str) -> str:
    """The name of a library as it is compared."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def needed() -> set[str]:
    """The libraries that an installation of Rewire brings along on this computer."""
    with open(TREE / "pyproject.toml", "rb") as file:
        waiting = list(tomllib.load(file)["project"]["dependencies"])
    found: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        name = plain(re.split(r"[^\w.-]", wanted)[0])
        if "extra ==" in wanted or name in found:
            continue
        try:
            waiting += metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # for another system or an older Python
            continue
        found.add(name)
    return found


def test_every_library_that_comes_along_is_told() -> None:
    told = {plain(name) for one in PARTS for name in one.libraries}
    assert {"numpy", "mako"} <= needed()
    assert needed() - told == set()


def test_every_part_has_a_licence() -> None:
    assert all(one.licence for one in PARTS)
    assert part_lines()[0] == "Python: PSF"


def test_what_else_lies_in_an_installed_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numpy", "Python", "libxcb-cursor0", "libglib2.0-0"):
        (tmp_path / "licences" / "libraries" / name).mkdir(parents=True)
    monkeypatch.setattr(parts, "resources", lambda: tmp_path)
    assert part_lines()[-1] == ("Also inside, with its licence in the folder: libglib2.0-0, libxcb-cursor0")
