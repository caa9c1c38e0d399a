"""Each file of a build is known to belong to a part, whose licence goes into the folder with it."""

from __future__ import annotations

import shutil
import sys
import zoneinfo
from pathlib import Path

import inside
import pytest
import sqlcipher3

HERE = Path(sqlcipher3.__file__)

debian = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dpkg-query"), reason="asks the packages of Debian"
)


def _owner(file: str | Path) -> inside.Part | None:
    return inside.owners([str(file)])[str(file)]


def test_a_file_of_a_library_belongs_to_that_and_has_its_licence() -> None:
    part = _owner(HERE)
    assert part is not None
    assert part.name == "sqlcipher3"
    assert part.address == f"pkg:pypi/sqlcipher3@{part.version}"
    found = list(inside.licences([part]))
    assert found
    assert all(
        Path(text).is_file() and folder.startswith("resources/licences/libraries/sqlcipher3/")
        for text, folder in found
    )


def test_the_project_and_python_are_told_apart() -> None:
    assert _owner(inside.TREE / "resources" / "icons" / "rewire.svg") is inside.OURS
    assert _owner(zoneinfo.__file__) == inside.python()


def test_a_file_of_nobody_is_known_as_such(tmp_path: Path) -> None:
    assert _owner(tmp_path / "libstranger.so") is None


@debian
def test_a_library_of_the_system_belongs_to_its_package_and_brings_the_texts_it_names() -> None:
    files = sorted(Path("/usr/lib").rglob("libglib-2.0.so.0")) or sorted(Path("/usr/lib").rglob("libc.so.6"))
    part = _owner(files[0])
    assert part is not None
    assert part.address.startswith("pkg:deb/debian/lib")
    folders = {Path(text).name: folder for text, folder in inside.licences([part])}
    assert folders.pop("copyright") == f"resources/licences/libraries/{part.name}"
    assert set(folders.values()) == {"resources/licences/libraries/common-licenses"}


@debian
def test_the_two_names_of_the_system_folder_are_one() -> None:
    name = next(Path("/usr/lib").rglob("libz.so.1"), None)
    if name is None or not Path("/lib").is_symlink():
        pytest.skip("this system has two folders, or no libz")
    part = _owner(name)
    assert part is not None
    assert _owner(str(name).removeprefix("/usr")) == part
