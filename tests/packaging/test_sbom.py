"""The bill of parts tells what lies in the folder, and refuses what it does not know."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import inside
import nested
import pytest
import sbom
import sqlcipher3

LIBRARY = Path(sqlcipher3.__file__)
ORIGINS = {
    "files": {
        "sqlcipher3/__init__.py": str(LIBRARY),
        "resources/a.svg": str(inside.TREE / "resources" / "icons" / "rewire.svg"),
    },
    "modules": {"abc": __import__("abc").__file__},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the build leaves it."""
    (tmp_path / "rewire").write_bytes(b"the program")
    for name, origin in ORIGINS["files"].items():
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(origin, file)
    for name in ("sqlcipher3", "Python"):
        text = tmp_path / "_internal" / inside.LICENCES / "libraries" / name / "LICENSE"
        text.parent.mkdir(parents=True)
        text.write_text("You may.")
    return tmp_path


def test_each_part_is_told_with_its_files_and_what_is_inside_it(folder: Path) -> None:
    found = sbom.bill(sbom.checked(ORIGINS, folder), folder, 1796040000)
    rows = {row["name"]: row for row in found["components"]}
    assert {"Python", "sqlcipher3", "Literata", "Lucide icons"} <= rows.keys()
    assert [file["name"] for file in rows["sqlcipher3"]["properties"]] == [
        "sha256:_internal/sqlcipher3/__init__.py"
    ]
    assert [part["name"] for part in rows["sqlcipher3"]["components"]] == ["SQLCipher", "SQLite", "OpenSSL"]
    assert all(part["version"][0].isdigit() for part in rows["sqlcipher3"]["components"])
    assert found["metadata"]["timestamp"] == "2026-11-30T12:00:00+00:00"


def test_two_libraries_that_hold_the_same_part_have_one_each(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setitem(nested._HOLDING, "Python", nested._HOLDING["sqlcipher3"])
    rows = sbom.bill(sbom.checked(ORIGINS, folder), folder, 1)["components"]
    names = [child["bom-ref"] for row in rows for child in row.get("components", ())]
    assert len(names) == 6
    assert len(set(names)) == 6


def test_the_same_folder_has_the_same_bill(folder: Path) -> None:
    first, second = (sbom.bill(sbom.checked(ORIGINS, folder), folder, 1) for _time in range(2))
    assert json.dumps(first) == json.dumps(second)


def test_a_file_that_the_build_did_not_put_there_is_refused(folder: Path) -> None:
    (folder / "_internal" / "stranger.so").write_bytes(b"?")
    with pytest.raises(sbom.BillError, match=r"stranger\.so lies in the folder"):
        sbom.checked(ORIGINS, folder)


def test_a_part_without_its_licence_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "_internal" / inside.LICENCES / "libraries" / "sqlcipher3")
    with pytest.raises(sbom.BillError, match="sqlcipher3 is inside, but the text"):
        sbom.checked(ORIGINS, folder)


def test_a_file_of_nobody_is_refused(folder: Path, tmp_path: Path) -> None:
    origins = {**ORIGINS, "files": {**ORIGINS["files"], "x.so": str(tmp_path / "of-nobody.so")}}
    with pytest.raises(sbom.BillError, match=r"Nobody is known .*of-nobody\.so"):
        sbom.checked(origins, folder)
