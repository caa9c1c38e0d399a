"""What Rewire exports it reads back: the same rows in an empty profile, told by content, nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rewire_app.app import run
from rewire_app.store.vault.vault import open_vault
from tests.store.record import content


def rows(profile: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of a profile that counts, without the record of the file that was brought in."""
    vault = open_vault(profile)
    found = content(vault.connection)
    vault.close()
    for name in ("meta", "removed", "imports", "imported_rows"):
        found.pop(name)
    found["profile"] = [row for row in found["profile"] if row["key"] != "swept"]
    return found


def test_an_export_of_two_months_comes_back_into_an_empty_profile_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, file = tmp_path / "one", tmp_path / "two", tmp_path / "all.json"
    assert run(["--profile", str(one), "sample", "--days", "60"]) == 0
    assert run(["--profile", str(one), "export", "--format", "json", str(file)]) == 0
    renamed = file.rename(tmp_path / "any.bin")
    assert run(["--profile", str(two), "import", "--json", str(renamed)]) == 0
    assert rows(two) == rows(one)
    assert run(["--profile", str(two), "import", "--dry-run", "--json", str(renamed)]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert "entries" not in told["counts"]
    assert told["counts"]["already"] > 300
