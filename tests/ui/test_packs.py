"""A pack that somebody made, through the window: read before it is kept, practised, and taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.packs import pack_id, pack_key
from rewire_app.ui.base import routes
from rewire_app.ui.library.page import LibraryPage
from rewire_app.ui.packs.page import PacksPage
from rewire_app.ui.packs.proposal_part import PackPreview
from rewire_app.ui.practice.card import ExerciseCard
from tests.exchange.packs.small_pack import EXERCISE, FILES, HEAD, packed, spoiled
from tests.ui.house import CTRL, House, described, enter, focused, press, settle, tab_to, words_of

KEY = pack_key("Evenings", "A. Ortiz")
LAMP, EVENINGS = pack_id(KEY, "lamp"), pack_id(KEY, "evenings")
ORIGIN = "From Evenings by A. Ortiz"


@pytest.fixture
def page(house: House) -> PacksPage:
    """The page, open."""
    house.open()
    found = house.go(routes.PACKS)
    assert isinstance(found, PacksPage)
    return found


def look(house: House, page: PacksPage, path: Path) -> PackPreview:
    page.look_at(path)
    house.qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    settle()
    assert page.preview is not None
    return page.preview


def undo() -> None:
    press(Qt.Key.Key_Z, modifier=CTRL)
    settle()


def test_a_pack_is_read_kept_practised_and_removed(house: House, page: PacksPage, tmp_path: Path) -> None:
    preview = look(house, page, packed(tmp_path / "evenings.rewire-pack"))
    assert focused() is preview.keep
    assert "Whether it helps" in described(preview.keep)
    said = words_of(preview)
    assert "By A. Ortiz, version 1. 2 exercises and 1 article, from evenings.rewire-pack." in said
    assert "Before you begin: Looking inward can feel worse with psychosis" in said
    tab_to("What you do")
    enter()
    assert "1. Which room are you in?" in words_of(preview)
    tab_to("Read it here")
    enter()
    assert "a page (https://example.org/lamps)" in words_of(preview)
    assert house.store.packs.all() == []

    tab_to("Keep this pack")
    enter()
    settle()
    assert [pack.name for pack in house.store.packs.all()] == ["Evenings"]
    undo()
    assert house.store.packs.all() == []


@pytest.fixture
def kept(house: House, page: PacksPage, tmp_path: Path) -> PacksPage:
    """The page, with the pack kept."""
    look(house, page, packed(tmp_path / "evenings.rewire-pack"))
    enter()
    settle()
    return page


def test_what_is_in_it_says_everywhere_where_it_comes_from(house: House, kept: PacksPage) -> None:
    practice = house.go(routes.PRACTICE)
    [card] = [one for one in practice.findChildren(ExerciseCard) if one.exercise.id == LAMP]
    assert f"1 to 2 min · {ORIGIN}" in card.accessibleDescription()
    assert ORIGIN in words_of(house.go(routes.exercise(LAMP)))
    library = house.go(routes.library(EVENINGS))
    assert isinstance(library, LibraryPage)
    assert f"{ORIGIN}, 1 minute read" in words_of(library)
    player = house.play(LAMP)
    assert "Looking inward can feel worse" in words_of(player.view)


def test_it_goes_and_comes_back_and_a_newer_one_takes_its_place(
    house: House, kept: PacksPage, tmp_path: Path
) -> None:
    tab_to("Remove this pack: Evenings")
    enter()
    settle()
    assert house.store.packs.all() == []
    assert LAMP not in house.context.library.exercise_ids()
    assert house.context.library.title(LAMP) == "The lamp first"
    undo()
    assert LAMP in house.context.library.exercise_ids()

    newer = {**FILES, "pack.toml": HEAD.replace('"1"', '"1.10"')}
    del newer["exercises/lamp-again.toml"]
    newer["exercises/lamp.toml"] = EXERCISE.replace('link = "lamp-again"', "")
    preview = look(house, kept, packed(tmp_path / "newer.rewire-pack", newer))
    assert "You have version 1 of it. This is version 1.10." in words_of(preview)
    tab_to("Replace version 1")
    enter()
    settle()
    assert [pack.version for pack in house.store.packs.all()] == ["1.10"]
    again = pack_id(KEY, "lamp-again")
    assert again not in house.context.library.exercise_ids()
    assert house.context.library.title(again) == "The lamp again"

    preview = look(house, kept, tmp_path / "newer.rewire-pack")
    assert "You have this very pack already." in words_of(preview)
    assert focused() is preview.leave


def test_faults_are_told_by_file_and_line_and_nothing_is_kept(
    house: House, page: PacksPage, tmp_path: Path
) -> None:
    page.look_at(
        packed(
            tmp_path / "bad.rewire-pack",
            spoiled("exercises/lamp.toml", 'link = "lamp-again"', 'link = "gone"'),
        )
    )
    line = EXERCISE.splitlines().index('link = "lamp-again"') + 1
    said = f"exercises/lamp.toml, line {line}, steps 2.link: there is no 'gone'."
    house.qtbot.waitUntil(lambda: said in words_of(page), timeout=20_000)
    assert "bad.rewire-pack cannot be kept as it is. Nothing was changed." in words_of(page)
    assert house.store.packs.all() == []
