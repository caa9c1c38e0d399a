"""Words are only words, on every screen and in every field: nothing is opened or asked, nothing is slow."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.domain.lists.entries import ListKind
from rewire_app.store.schema.lists import metadata
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.text import Text, readable
from tests.ui.hostile import Baits, corpus, write_all
from tests.ui.house import House, settle, tab_to, type_in, words_of
from tests.ui.journal_room import REACTED, TODAY, journal, let_rest, note_of

FLOOR_S = 0.12
"""What a page of plain words may take at least, on a computer that has something else to do."""
AT_MOST = 8
"""Hostile words take at most so many times as long as plain ones: under a second where those take a tenth."""


@pytest.fixture
def baits(tmp_path: Path) -> Iterator[Baits]:
    laid = Baits(tmp_path)
    yield laid
    laid.clear_away()


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    settle()
    return time.perf_counter() - begun


def screens() -> list[Route]:
    """Every page, and every list of the person's."""
    whole = [Route(page=page) for page in PAGES if page not in ("exercise", "journal")]
    return [*whole, *(routes.lists(kind) for kind in ListKind)]


SORTED = metadata.sorted_tables
QUICK = ("plain", "html", "pictures", "halves", "one word", "lines")
SHOWN = ("plain", "html", "one word")
FEW = (routes.TODAY, routes.finding("list"), routes.practised(), routes.lists("patterns"))
SCREENS = pytest.mark.parametrize(
    ("kinds", "others"),
    [(SHOWN, FEW), pytest.param((), screens(), marks=pytest.mark.slow)],
    ids=["few", "all"],
)


@pytest.mark.skipif(sys.platform != "linux", reason="there nobody tells that a file was opened")
def test_a_bait_that_is_taken_is_noticed(baits: Baits) -> None:
    assert baits.taken() == []
    baits.file.read_bytes()
    with socket.create_connection(("127.0.0.1", baits.port)):
        assert baits.taken() == ["file", "port"]
    assert baits.taken() == []


@SCREENS
def test_hostile_words_on_every_screen_open_nothing_and_are_no_slower(
    house: House, baits: Baits, kinds: Sequence[str], others: Sequence[Route]
) -> None:
    house.open()
    took: dict[str, dict[str, float]] = {}
    words = {kind: text for kind, text in corpus(baits).items() if not kinds or kind in kinds}
    for number, (kind, text) in enumerate(words.items()):
        day = TODAY - timedelta(days=number)
        write_all(house.store, text, day)
        [moment] = house.store.moments.for_day(day)
        for route in (routes.journal(day), routes.moment(day, moment.uid), routes.evening(day)):
            took.setdefault(route.page, {})[kind] = seconds(lambda route=route: house.go(route))
        house.go(routes.journal(day))
        changed = seconds(lambda: press_every(house.shell.page("journal"), "Edit the note"))
        took.setdefault("note", {})[kind] = changed
    for route in others:
        house.go(route)
    assert baits.taken() == []
    slow = {
        f"{page}, {kind}": round(one, 2)
        for page, by_kind in took.items()
        for kind, one in by_kind.items()
        if one > AT_MOST * max(by_kind["plain"], FLOOR_S)
    }
    assert slow == {}


def press_every(page: QWidget, begins: str) -> None:
    """Open everything of a day that can be changed."""
    for button in page.findChildren(PaintedButton):
        if button.isVisible() and button.accessibleName().startswith(begins):
            button.click()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 5_000 + " y", "x" * 2_000 + "… y"),
        ("漢" * 5_000, "漢" * 5_000),
        ("word " * 5_000, "word " * 5_000),
        ("a\n" * 2_001, "a\n" * 2_000 + "…"),
    ],
)
def test_nothing_but_a_word_or_lines_without_an_end_are_shortened(text: str, shown: str) -> None:
    assert readable(text) == shown


def test_words_break_at_another_width_as_if_they_were_made_for_it(qtbot: QtBot) -> None:
    text = Text("Some words of a day " * 60)
    qtbot.addWidget(text)
    for width in (600, 150, 600, 320):
        fresh = Text(text.text())
        qtbot.addWidget(fresh)
        assert text.heightForWidth(width) == fresh.heightForWidth(width)


def stands_in_the_notes(house: House, words: str) -> bool:
    """Whether these words stand in any text of the database."""
    tables = (house.context.vault.connection.execute(f"SELECT * FROM {one.name}") for one in SORTED)
    return any(words in value for rows in tables for row in rows for value in row if isinstance(value, str))


@pytest.mark.parametrize(
    "where",
    [routes.journal(TODAY, "note"), routes.evening(TODAY), routes.moment(TODAY)],
    ids=lambda route: route.page,
)
def test_hostile_words_pasted_into_every_field_are_kept_as_words(
    house: House, baits: Baits, where: Route
) -> None:
    house.open()
    page = house.go(where)
    press_every(page, "More")
    words = corpus(baits)
    for kind in QUICK:
        QApplication.clipboard().setText(words[kind])
        fields = [*page.findChildren(QTextEdit), *page.findChildren(QLineEdit)]
        for field in fields:
            if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                field.selectAll()
                field.paste()
        let_rest(page)
        house.go("today")
        house.go(where)
        assert page.loses_nothing or house.context.vault.drafts.all()  # a tag of 64 Ki letters is refused
        assert kind != "html" or stands_in_the_notes(house, "<img src=")
    assert baits.taken() == []


def test_a_note_over_the_limit_keeps_nothing_else_of_the_day_from_being_saved(house: House) -> None:
    page = journal(house)
    card = page.findChild(NoteCard)
    assert isinstance(card, NoteCard)
    card.editor.words.set_value("x" * 65_537)
    let_rest(page)
    house.go(routes.evening(TODAY))
    tab_to(REACTED)
    type_in("6")
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.reactivity, note_of(house)) == (6, "")
    assert "65,536 fit" in words_of(house.shell)
