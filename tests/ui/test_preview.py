"""The preview shows a file as people will meet it, follows its changes, and says its faults in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.cli import parse
from rewire_app.content.library import Library
from rewire_app.domain.days import ZoneClock
from rewire_app.paths import content
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.context import Context, Session
from rewire_app.ui.frame.preview import Preview, fault_words
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.player.player import Player
from rewire_app.ui.widgets.theme import theme
from tests.content.small_content import ARTICLE, EXERCISE, spoil
from tests.ui.player_room import EVENING


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.use(app, reduced_motion=True)
    folder = tmp_path / "profile"
    vault = open_vault(folder)
    made = Context(folder, ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=EVENING))
    made.open_session(Session(vault=vault, store=Store(vault), library=Library()))
    yield made
    vault.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "t-small.toml"
    path.write_text(EXERCISE.replace('glyph = "t-small"', 'glyph = "d-stop"'), "utf-8")
    return path


def opened(qtbot: QtBot, context: Context, file: Path) -> Preview:
    window = Preview(context, file)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def said(window: Preview) -> list[str]:
    return [fault_words(fault) for fault in window.draft.faults]


def test_an_exercise_is_shown_in_the_player(qtbot: QtBot, context: Context, file: Path) -> None:
    window = opened(qtbot, context, file)
    assert isinstance(window.shown, Player)
    assert window.shown.title == "Small"
    assert not window.panel.isVisible()


def test_an_article_is_shown_in_the_reader(qtbot: QtBot, context: Context) -> None:
    window = opened(qtbot, context, content() / "articles" / "L07.md")
    assert isinstance(window.shown, Reader)
    assert not window.panel.isVisible()


def test_a_change_of_the_file_is_shown_where_the_person_stands(
    qtbot: QtBot, context: Context, file: Path
) -> None:
    window = opened(qtbot, context, file)
    assert isinstance(window.shown, Player)
    window.shown.next()
    assert window.shown.run.screen.text == "Which one?"
    spoil(file, "Which one?", "Which of these two?")
    qtbot.waitUntil(lambda: window.draft.content is not None and "these two" in str(window.draft.content))
    assert window.shown.run.screen.text == "Which of these two?"


def test_a_fault_is_a_sentence_with_its_line_above_the_player(
    qtbot: QtBot, context: Context, file: Path
) -> None:
    spoil(file, "You chose {{hue}}.", "You chose {{hew}}.")
    window = opened(qtbot, context, file)
    assert said(window) == ["Line 30, steps 2.text: 'hew' is saved by no step before."]
    assert window.panel.isVisible()
    assert window.panel.heading.text() == "1 fault in t-small.toml"
    assert isinstance(window.shown, Player)


def test_a_file_that_cannot_be_read_shows_why_and_comes_back(
    qtbot: QtBot, context: Context, file: Path
) -> None:
    window = opened(qtbot, context, file)
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("max = 1", "max = many"), "utf-8")
    qtbot.waitUntil(lambda: window.shown is None)
    assert said(window)[0].startswith("Line 24, file: it is not valid TOML")
    file.unlink()
    qtbot.waitUntil(lambda: said(window) == ["file: it is missing."])
    file.write_text(whole, "utf-8")
    qtbot.waitUntil(lambda: isinstance(window.shown, Player))
    assert not window.panel.isVisible()


@pytest.mark.parametrize("name", ["t-small.toml", "L99.md"])
def test_a_file_with_brackets_without_end_is_told_in_a_sentence(
    name: str, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    endless = "a = " + "[" * 20_000
    (tmp_path / name).write_text(f"+++\n{endless}\n+++\n" if name.endswith(".md") else endless, "utf-8")
    window = opened(qtbot, context, tmp_path / name)
    assert said(window) == ["file: there are too many brackets inside one another."]


def test_an_article_with_a_card_of_no_exercise_is_told_until_it_is_mended(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "L01.md"
    path.write_text(
        ARTICLE.replace("t-small", "d-stop")
        .replace("lambert2013", "crawford2016")
        .replace("{exercise: d-stop}", "{exercise: nope}"),
        "utf-8",
    )
    window = opened(qtbot, context, path)
    assert window.shown is None
    assert said(window) == ["body: the link exercise:nope leads nowhere."]
    spoil(path, "{exercise: nope}", "{exercise: d-stop}")
    qtbot.waitUntil(lambda: isinstance(window.shown, Reader))


def test_f5_reads_the_file_again(qtbot: QtBot, context: Context, file: Path) -> None:
    window = opened(qtbot, context, file)
    before = window.shown
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.shown is not before
    assert isinstance(window.shown, Player)


def test_an_exercise_that_is_left_begins_anew_and_nothing_is_unfinished(
    qtbot: QtBot, context: Context, file: Path
) -> None:
    window = opened(qtbot, context, file)
    assert isinstance(window.shown, Player)
    before = window.shown
    before.next()
    before.next()
    before.run = before.run.stop()
    before.show_current()
    before.press("close")
    qtbot.waitUntil(lambda: window.shown is not before)
    assert isinstance(window.shown, Player)
    assert window.shown.run.position.step == 1
    assert context.store.runs.load() is None


def test_only_an_exercise_or_an_article_can_be_previewed(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parse(["preview", str(file)]).file == file
    for name in ("gone.toml", "picture.png"):
        with pytest.raises(SystemExit):
            parse(["preview", str(tmp_path / name)])
        sentence = "is no file of an exercise (.toml, .rewire-exercise) or an article (.md)"
        assert sentence in capsys.readouterr().err


def test_a_preview_that_was_closed_looks_at_the_file_no_more(
    qtbot: QtBot, context: Context, file: Path
) -> None:
    window = opened(qtbot, context, file)
    beside = opened(qtbot, context, file)
    window.close()
    before = window.draft
    file.write_text("nothing of an exercise", "utf-8")
    qtbot.waitUntil(lambda: bool(beside.draft.faults))
    assert window.draft is before
