"""Drawings that exercises name: only bundled ones are opened, and painting never fails for want of one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.half_written import read_rough
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.journal.entries import new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.custom.page import CustomPage
from rewire_app.ui.practice.card import ExerciseCard
from rewire_app.ui.widgets.glyph import pixmap
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import House, ctrl, enter, settle, tab_to, type_in, words_of

EVIL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48"/></svg>'
MINE = duplicate(Library().exercise("d-stop"), "Zebra steps", ())


def painted(name: str, folder: str = "glyphs") -> QImage:
    return pixmap(name, size=48, folder=folder).toImage()


def with_glyph(name: str) -> str:
    """The file of an exercise that names the drawing `name`."""
    return to_toml(MINE).replace('glyph = "d-stop"', f'glyph = "{name}"')


def keep_one_without_its_drawing(house: House) -> None:
    """Write down an own exercise as a Rewire before this one took it from a file."""
    now = house.clock.now()
    own = CustomExercise(uid=new_uid(now), id=MINE.id, text=with_glyph("nope"), at=now)
    assert house.context.hub.do("Kept", house.store.custom_exercises.add, own)


@pytest.mark.parametrize("name", ["nope", "", "{folder}/evil", "../icons/trash", "D-STOP", "a" * 300, "a\0b"])
def test_in_place_of_a_drawing_that_is_not_bundled_the_plain_one_is_painted(
    name: str, qapp: QApplication, tmp_path: Path
) -> None:
    theme.use(qapp)
    (tmp_path / "evil.svg").write_text(EVIL, "utf-8")
    assert painted(name.replace("{folder}", tmp_path.as_posix())) == painted("own")
    assert painted("d-stop") != painted("own")


@pytest.mark.qt_log_ignore("is not a drawing that can be shown", extend=True)
def test_a_missing_icon_is_noted_and_nothing_is_painted(qapp: QApplication, qtlog: Any) -> None:
    theme.use(qapp)
    nothing = QImage(painted("play", "icons"))
    nothing.fill(Qt.GlobalColor.transparent)
    assert painted("unicorn", "icons") == nothing
    assert "icons/unicorn.svg is not a drawing that can be shown" in [one.message for one in qtlog.records]


def test_an_own_exercise_from_before_with_an_unknown_drawing_is_shown_everywhere(house: House) -> None:
    house.open()
    keep_one_without_its_drawing(house)
    page = house.go("practice")
    [card] = [one for one in page.findChildren(ExerciseCard) if one.exercise.id == MINE.id]
    card.grab()
    house.play(MINE.id)
    type_in("6")
    enter()
    house.window.grab()
    ctrl(Qt.Key.Key_1)
    for _start in range(2):
        house.window.grab()
        words = words_of(house.shell)
        assert "Where you left off" in words
        assert "Zebra steps" in words
        house.close()
        house.open()
    tab_to("Go on")
    enter()
    assert house.player.title == "Zebra steps"


def test_an_own_exercise_from_before_takes_the_plain_drawing_when_it_is_changed(house: House) -> None:
    house.open()
    keep_one_without_its_drawing(house)
    house.go(routes.change(MINE.id))
    type_in(" anew")
    tab_to("Try it")
    enter()
    assert house.player.title == "Zebra steps anew"
    [kept] = house.store.custom_exercises.all()
    assert read_rough(kept.text, kept.id).glyph == "own"


@pytest.mark.parametrize("name", ["nope", "{folder}/evil"])
def test_a_file_that_names_an_unknown_drawing_is_told_and_nothing_is_kept(
    name: str, house: House, tmp_path: Path
) -> None:
    house.open()
    (tmp_path / "evil.svg").write_text(EVIL, "utf-8")
    path = tmp_path / "zebra.toml"
    text = with_glyph(name.replace("{folder}", tmp_path.as_posix()))
    path.write_text(text, "utf-8")
    page = house.go(routes.CUSTOM)
    assert isinstance(page, CustomPage)
    page.open_file(path)
    settle()
    line = next(n for n, words in enumerate(text.splitlines(), start=1) if words.startswith("glyph"))
    assert f"zebra.toml cannot be used. Line {line}, glyph: there is no picture" in words_of(page)
    assert house.store.custom_exercises.all() == []
