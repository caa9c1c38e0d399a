"""`rewire pack`: a pack is looked at, kept and made without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app import app
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.exchange.packs.small_pack import FILES, HEAD, packed, spoiled


def test_one_is_made_from_a_folder_looked_at_and_kept_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, profile, out = tmp_path / "mine", tmp_path / "profile", tmp_path / "out.rewire-pack"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, "utf-8")
    run = ["--profile", str(profile), "pack"]
    assert app.run([*run, str(folder), "--make", str(out)]) == 0
    assert app.run([*run, str(out)]) == 0
    assert not profile.exists()
    told = capsys.readouterr().out
    assert "From Evenings by A. Ortiz, version 1: 2 exercises and 1 article." in told
    assert "Before you begin: Looking inward" in told
    assert app.run([*run, str(out), "--keep"]) == 0
    newer = packed(tmp_path / "newer.rewire-pack", {**FILES, "pack.toml": HEAD.replace('"1"', '"2"')})
    assert app.run([*run, str(newer), "--keep"]) == 2
    assert "You have version 1 of it. This is version 2." in capsys.readouterr().err
    vault = open_vault(profile)
    try:
        assert [pack.version for pack in Store(vault).packs.all()] == ["1"]
    finally:
        vault.close()


def test_faults_are_printed_with_file_and_line_and_end_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = packed(tmp_path / "bad.rewire-pack", spoiled("exercises/lamp.toml", 'glyph = "own"', 'glyph = "x"'))
    assert app.run(["--profile", str(tmp_path / "profile"), "pack", str(bad), "--keep"]) == 1
    told = capsys.readouterr().out
    assert "exercises/lamp.toml, line 14, glyph: there is no picture glyphs/x.svg." in told
    assert "Nothing was changed." in told
    assert not (tmp_path / "profile").exists()
