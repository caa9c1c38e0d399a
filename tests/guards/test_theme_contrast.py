"""Every text can be read and every mark can be seen, in every theme and its high-contrast form."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rewire_app.choosing import theme_names, theme_title
from rewire_app.errors import ContentError
from rewire_app.paths import resources
from rewire_app.ui.widgets import theme as theme_module
from rewire_app.ui.widgets.theme import ROLES, read_colours

FORMS = [(name, contrast) for name in (*theme_names(), "frames/night") for contrast in (False, True)]
TEXT_ON = {
    "ink": ("bg", "surface", "sunken", "primarySoft", "selection", "line", "amberSoft"),
    "ink2": ("bg", "surface", "sunken", "primarySoft", "amberSoft"),
    "ink3": ("bg", "surface", "sunken"),
    "onPrimary": ("primary", "primaryHover", "primaryPress"),
    "primaryText": ("bg", "surface", "sunken", "primarySoft"),
    "coralText": ("bg", "surface", "coralSoft"),
    "indigoText": ("bg", "surface", "indigoSoft"),
    "amberText": ("bg", "surface", "amberSoft"),
}
MARKS = ("edge", "primary", "coral", "indigo", "amber", "focus")
GROUNDS = ("bg", "surface", "sunken")


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def has_edges_for_lines(colours: dict[str, str]) -> bool:
    """Whether this is a form of high contrast: it has no hairlines."""
    return colours["line"] == colours["edge"]


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("name", "high"), FORMS)
def test_every_text_can_be_read_on_every_ground_it_stands_on(name: str, high: bool) -> None:
    colours = read_colours(name, contrast=high)
    low = {
        f"{role} on {ground}": round(contrast(colours[role], colours[ground]), 2)
        for role, grounds in TEXT_ON.items()
        for ground in grounds
        # In the high-contrast forms hairlines are edges, and no words stand on them.
        if not (has_edges_for_lines(colours) and ground == "line")
        and contrast(colours[role], colours[ground]) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize(("name", "high"), FORMS)
def test_every_mark_and_border_can_be_seen(name: str, high: bool) -> None:
    colours = read_colours(name, contrast=high)
    marks = (*MARKS, "line") if has_edges_for_lines(colours) else MARKS
    faint = {
        f"{mark} on {ground}": round(contrast(colours[mark], colours[ground]), 2)
        for mark in marks
        for ground in GROUNDS
        if contrast(colours[mark], colours[ground]) < 3.0
    }
    assert faint == {}


@pytest.mark.parametrize("name", theme_names())
def test_high_contrast_turns_hairlines_into_edges_and_grey_text_into_ink(name: str) -> None:
    plain, high = read_colours(name), read_colours(name, contrast=True)
    assert high["line"] == plain["edge"]
    assert high["ink2"] == high["ink3"] == plain["ink"]


@pytest.mark.parametrize("name", theme_names())
def test_the_theme_files_are_toml_and_read_as_such(name: str) -> None:
    text = (resources() / "themes" / f"{name}.toml").read_text("utf-8")
    assert tomllib.loads(text) == {"title": theme_title(name), **read_colours(name)}
    assert set(tomllib.loads(text)) == {"title", *ROLES}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('bg = "#12345"', "bg"),
        ('bg = "teal-ish"', "bg"),
        ('background = "#123456"', "background"),
        ("", "bg"),
    ],
)
def test_a_wrong_theme_file_names_file_role_and_reason(
    line: str, field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "light.toml").write_text(line)
    monkeypatch.setattr(theme_module, "resources", lambda: tmp_path)
    with pytest.raises(ContentError) as caught:
        read_colours("light")
    assert caught.value.file == "themes/light.toml"
    assert caught.value.field == field


def test_a_missing_theme_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "resources", lambda: tmp_path)
    with pytest.raises(ContentError, match=r"themes/dark\.toml: file: "):
        read_colours("dark")
