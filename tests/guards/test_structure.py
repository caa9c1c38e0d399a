"""The measure of the program's structure counts what stands in the source, on a small program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.structure import between_folders, circles, files_of, imports, members, one_importer, reaches

SOURCES = {
    "__init__": "",
    "a/__init__": "",
    "a/one": "from small.a import two",
    "a/two": "def late():\n    from small.a.three import Three",
    "a/three": "import small.a.one\nclass Three: ...",
    "a/four": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from small.a.five import Five",
    "a/five": "import small.a.four\nclass Five:\n    def own(self): ...\n    def both(self): ...",
    "b/__init__": "",
    "b/six": "from small.a.five import Five\nclass Six(Five):\n    def both(self): ...\n    def o(self): ...",
    "b/seven": "from ..a import one, four",
    "b/inner/__init__": "",
    "b/inner/eight": "from small.b import six",
    "a/nine": "import small.b.inner.eight",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A program of a few files."""
    for name, source in SOURCES.items():
        file = tmp_path / "small" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{source}\n", "utf-8")
    return tmp_path / "small"


def test_a_circle_through_a_late_import_is_found_and_one_for_types_alone_is_not(small: Path) -> None:
    files = files_of(small)
    planted = ["small.a.one", "small.a.three", "small.a.two"]
    assert circles(imports(files)) == [planted]
    assert circles(imports(files, types=True)) == [["small.a.five", "small.a.four"], planted]


def test_a_circle_of_folders_is_found_though_no_file_is_in_one(small: Path) -> None:
    files = files_of(small)
    assert circles(between_folders(files, imports(files))) == [["small.a", "small.b", "small.b.inner"]]


def test_files_that_only_one_other_imports_are_named_with_it(small: Path) -> None:
    assert one_importer(imports(files_of(small))) == {
        "small.a.two": "small.a.one",
        "small.a.three": "small.a.two",
        "small.a.five": "small.b.six",
        "small.b.six": "small.b.inner.eight",
        "small.b.inner.eight": "small.a.nine",
    }


def test_an_object_has_the_members_of_its_bases_once(small: Path) -> None:
    own, objects = members(files_of(small))
    assert own["small.b.six.Six"] == 2
    assert objects == {"small.a.three.Three": 0, "small.b.six.Six": 3}


def test_a_reach_into_what_is_private_is_told_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import os\ndef _mine(): ...\nclass Test:\n    def a(self, page):\n        self._own = page\n"
        "        page._view.show()\n        page._view._plot = page.__class__\n"
        "        self.it._mine(os._exit, page._)\n"
    )
    [file] = files_of(tmp_path).values()
    found = sorted(reach.partition(":")[2] for reach in reaches(file))
    assert found == ["6 page._view", "7 page._view", "7 page._view._plot"]
