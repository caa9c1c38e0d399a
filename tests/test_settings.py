"""Settings and whole files: what cannot be read falls back, what cannot be written leaves the old."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app import atomic, choosing, settings
from rewire_app.atomic import write_atomic
from rewire_app.paths import resources
from rewire_app.settings import FILE, SPARE, Settings, choices
from rewire_app.store.vault.faults import from_system
from tests.rights import private

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from([*choices(), "plain_font", "country", "set_up", "unknown"])


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    kept = Settings(
        theme="dark",
        text_size=130,
        line_spacing=115,
        plain_font=True,
        motion="reduced",
        day_start=6,
        country="NL",
        set_up=True,
    )
    settings.save(tmp_path, kept)
    assert settings.load(tmp_path) == kept


def test_a_profile_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', "\x00\x01", "[" * 100_000, "9" * 50_000])
def test_a_broken_file_falls_back_to_the_defaults(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    assert settings.load(tmp_path) == Settings()


def test_bytes_that_are_no_text_fall_back(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe{}")
    assert settings.load(tmp_path) == Settings()


def test_fields_that_cannot_be_used_fall_back_and_the_others_stay(tmp_path: Path) -> None:
    found = {"theme": "pink", "text_size": "130", "day_start": True, "motion": "reduced", "later": 1}
    (tmp_path / FILE).write_text(json.dumps(found))
    assert settings.load(tmp_path) == Settings(motion="reduced")


@given(found=st.dictionaries(NAMES, ANYTHING, max_size=9) | ANYTHING)
def test_whatever_the_file_holds_there_are_settings(
    found: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE).write_text(json.dumps(found))
    loaded = settings.load(folder)
    for name, choice in choices().items():
        assert getattr(loaded, name) in choice.allowed()


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("text_size", 99), ("day_start", 13)])
def test_a_setting_that_does_not_exist_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        Settings(**{name: value})  # type: ignore[arg-type]


KEPT = Settings(theme="dark", text_size=130, country="NL", set_up=True, lanes="sleep mood")


def test_whichever_bit_of_the_file_flips_the_settings_stay_as_they_were(tmp_path: Path) -> None:
    settings.save(tmp_path, KEPT)
    whole = (tmp_path / FILE).read_bytes()
    lost = []
    for place in range(len(whole) * 8):
        spoilt = bytearray(whole)
        spoilt[place // 8] ^= 1 << place % 8
        (tmp_path / FILE).write_bytes(spoilt)
        found = settings.read(tmp_path).settings
        if not found.set_up or sum(getattr(found, name) != getattr(KEPT, name) for name in choices()) > 1:
            lost.append(place)
    assert lost == []


@pytest.mark.parametrize("spoilt", [b"", b"{", b"\xff", b"[]", None])
def test_a_damaged_or_missing_file_gives_way_to_its_spare_and_says_so(
    spoilt: bytes | None, tmp_path: Path
) -> None:
    settings.save(tmp_path, KEPT)
    (tmp_path / FILE).unlink()
    if spoilt is not None:
        (tmp_path / FILE).write_bytes(spoilt)
    found = settings.read(tmp_path)
    assert found.settings == KEPT
    assert found.notice.endswith("Its spare copy is in use.")


def test_a_damaged_file_without_a_spare_says_that_the_settings_begin_anew(tmp_path: Path) -> None:
    settings.save(tmp_path, KEPT)
    (tmp_path / FILE).write_text("{")
    (tmp_path / SPARE).unlink()
    found = settings.read(tmp_path)
    assert found.settings == Settings()
    assert "begin anew" in found.notice


def test_whole_settings_and_none_at_all_say_nothing(tmp_path: Path) -> None:
    assert settings.read(tmp_path).notice == ""
    settings.save(tmp_path, KEPT)
    assert settings.read(tmp_path).notice == ""


def test_a_new_theme_is_one_file_and_a_theme_that_is_gone_falls_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "themes"
    shutil.copytree(resources() / "themes", folder)
    text = (folder / "dark.toml").read_text("utf-8").replace('"Dark"', '"Blue hour"')
    (folder / "blue-hour.toml").write_text(text, "utf-8")
    monkeypatch.setattr(choosing, "resources", lambda: tmp_path)
    theme = choices()["theme"]
    assert [theme.words(value) for value in theme.allowed()] == [
        "As the computer", "Light", "Dark", "Blue hour", "High contrast",
    ]  # fmt: skip
    settings.save(tmp_path, Settings(theme="blue-hour", text_size=115))
    assert settings.load(tmp_path).theme == "blue-hour"
    (folder / "blue-hour.toml").unlink()
    assert settings.read(tmp_path) == settings.Loaded(settings=Settings(text_size=115))


def test_a_written_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert private(path)


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refuse(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, fails, refuse)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_settings_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        settings.save(tmp_path / "nowhere", Settings(theme="dark"))
    assert settings.load(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_saved_by_an_editor_that_marks_it_is_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"theme": "dark", "day_start": 6}), encoding)
    found = settings.read(tmp_path)
    assert (found.settings.theme, found.settings.day_start, found.notice) == ("dark", 6, "")


@pytest.mark.parametrize("content", [b"", b'{"theme": "da', b"\xff\xff"])
def test_a_damaged_file_is_put_aside_before_it_is_replaced(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert "damaged" in settings.read(tmp_path).notice
    settings.put_aside(tmp_path)
    assert (tmp_path / settings.DAMAGED).read_bytes() == content
    assert not (tmp_path / FILE).exists()


def test_a_sound_file_is_not_put_aside(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings(theme="dark"))
    settings.put_aside(tmp_path)
    assert settings.load(tmp_path).theme == "dark"


@pytest.mark.parametrize("refusals", [1, 5])
def test_a_file_that_another_program_holds_for_a_moment_is_tried_again(
    refusals: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = refuse_to_replace(monkeypatch, refusals)
    settings.save(tmp_path, Settings(theme="dark"))
    assert settings.load(tmp_path).theme == "dark"
    assert len(held) == refusals


def test_a_file_that_stays_held_is_told_as_that_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(tmp_path, Settings(theme="dark"))
    monkeypatch.setattr(atomic, "BUSY_S", 0.05)
    refuse_to_replace(monkeypatch, 10_000)
    with pytest.raises(OSError, match="held") as told:
        settings.save(tmp_path, Settings(theme="light"))
    assert "Another program holds a file" in str(from_system(told.value, tmp_path))
    assert settings.load(tmp_path).theme == "dark"
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, SPARE]


def refuse_to_replace(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Path]:
    """The first `times` a file is renamed, the system says that it is in use; returns which were."""
    real, held = os.replace, list[Path]()

    def replace(made: Path, path: Path) -> None:
        if len(held) < times:
            held.append(path)
            raise PermissionError(13, "in use")
        real(made, path)

    monkeypatch.setattr(os, "replace", replace)
    return held
