"""Notes are let go of and others opened in the same window: nothing of the first is left, and all works."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from rewire_app import settings
from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.journal.entries import new_uid
from rewire_app.exchange.sample.fill import fill
from rewire_app.settings import Settings
from rewire_app.ui.base import routes
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.frame.shell import Shell
from rewire_app.ui.library.page import LibraryPage
from rewire_app.ui.practice.card import ExerciseCard
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.theme import theme
from tests.guards.private_life import Life
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.ui.house import House, ctrl, enter, press, settle, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)
SAID = ("text", "toPlainText", "placeholderText", "accessibleName", "accessibleDescription", "toolTip")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
SEEN = ("today", "practice", "custom", "journal", "trends", "lists", "help")
"""Pages on which a word that stands in every entry can be read."""


def cells(model: QAbstractItemModel) -> Iterator[str]:
    """What stands in the cells of a table or a list."""
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column, QModelIndex())
            yield from (str(model.data(index, role)) for role in ROLES)


def told_by(widget: QWidget) -> Iterator[str]:
    """All that `widget` tells the eye, a screen reader and the desktop."""
    yield widget.windowTitle()
    for name in SAID:
        told = getattr(widget, name, "")
        yield str(told() if callable(told) else told)
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from cells(model)


def in_widgets(word: str, widgets: Sequence[QWidget]) -> list[str]:
    """The widgets that tell `word`."""
    return [type(one).__name__ for one in widgets if any(word in told for told in told_by(one))]


def in_memory(word: str) -> list[str]:
    """What holds a text with `word` in it, but for `word` itself."""
    gc.unfreeze()  # what is frozen is looked at as well
    found = []
    for holder in gc.get_objects():
        held = [one for one in gc.get_referents(holder) if isinstance(one, str) and one is not word]
        if any(word in one for one in held):
            found.append(f"{type(holder).__name__}: {str(holder)[:300]}")
    return found


def own_exercise(house: House, word: str) -> CustomExercise:
    """An exercise of the person's own with `word` in its title."""
    copy, now = duplicate(house.context.library.exercise("d-stop"), f"{word} steps", ()), house.clock.now()
    return CustomExercise(uid=new_uid(now), id=copy.id, text=to_toml(copy), at=now)


def write_everywhere(house: House, word: str, *, whole: bool) -> None:
    """Write `word` into every kind of entry and, if `whole`, into every field of every page and exercise."""
    life = Life(house.window, f"{word[:4]}{word[4:]}")  # another text than the one that is looked for
    life.entries()
    [measure] = house.store.custom_measures.all()
    days = [TODAY - timedelta(days=back) for back in range(20)]
    house.store.many(
        [
            *(make.practice((day - make.DAY).days, note=life.word) for day in days),
            *(make.moment(day=day, trigger=life.word) for day in days),
            *(make.day_entry(day=day, note=life.word) for day in days),
            *(lists.own_rating(measure, (day - make.DAY).days) for day in days),
            make.intention(day=TODAY, text=life.word),
        ]
    )
    for key in house.shell.pages.built:
        house.shell.page(key).mark_stale()  # the store was written to past the hub
    own = own_exercise(house, word)
    assert house.context.hub.do(f"{word} was kept", house.store.custom_exercises.add, own)
    if whole:
        life.pages()
        life.exercises()


def look_at_all(house: House, word: str) -> None:
    """Show every page with its rows, search for the word, open the tables of Trends."""
    for key in PAGES:
        page = house.go(key)
        if isinstance(page, TrendsPage):
            page.settle()
            for table in page.findChildren(TableBelow):
                table.toggle()
        if isinstance(page, LibraryPage):
            page.shelf.settle()
            settle()
            page.shelf.box.set_value(word)
        if key == "practice":
            tab_to("Search exercises")
            type_in(word)
        settle()
    for kind in ("values", "ladder", "worries", "kit", "crisis_plan", "patterns", "urges"):
        house.go(routes.lists(kind))
    house.go("help")


def parts_of(house: House) -> dict[str, weakref.ref[object]]:
    """What may not outlive the session."""
    context = house.context
    parts = {"session": context.session, "vault": context.vault, "store": context.store}
    pages = {f"page {key}": house.shell.page(key) for key in PAGES}  # one is called as the library is
    return {name: weakref.ref(part) for name, part in {**parts, "library": context.library, **pages}.items()}


def another(folder: Path) -> Path:
    """The profile of somebody else who has been here before."""
    folder.mkdir()
    settings.save(folder, Settings(set_up=True, motion="reduced", country="NL"))
    return folder


def open_notes(house: House, profile: Path) -> None:
    """Open the notes in `profile` in the window that is there."""
    with house.qtbot.waitSignal(house.window.ready, timeout=20_000):
        house.shell.open_session(profile)
    settle()


@pytest.mark.parametrize("times", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_nothing_of_the_notes_before_is_left_in_the_window_or_in_memory(
    times: int, house: House, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText("from elsewhere")
    house.open()
    for number in range(times):
        word = f"Brombeer{number}mus"
        write_everywhere(house, word, whole=number == 0)
        look_at_all(house, word)
        for key in SEEN:
            widgets = house.shell.page(key).findChildren(QWidget)
            told = in_widgets(word, [one for one in widgets if not isinstance(one, QLineEdit)])
            assert told, f"{key} has no row to forget"
        parts = parts_of(house)
        assert house.shell.close_session(insist=True)
        settle()
        assert in_widgets(word, QApplication.allWidgets()) == []
        open_notes(house, another(tmp_path / str(number)))
        # to see what holds one: `gc.unfreeze()` first, else `gc.get_referrers` finds nothing
        assert [name for name, part in parts.items() if part() is not None] == []
        look_at_all(house, "steps")
        assert in_widgets(word, QApplication.allWidgets()) == []
        assert in_memory(word) == []
    assert QGuiApplication.clipboard().text() == "from elsewhere"


def test_the_same_notes_opened_again_are_all_there(house: House) -> None:
    house.open()
    house.context.hub.do("Exercise kept", house.store.custom_exercises.add, own_exercise(house, "Zebra"))
    house.play("b-paced")
    type_in("6")
    assert house.shell.close_session()
    open_notes(house, house.profile)
    assert "Where you left off" in words_of(house.shell.page("today"))
    page = house.go("practice")
    tab_to("Search exercises")
    type_in("Zebra")
    [card] = [card for card in page.findChildren(ExerciseCard) if card.isVisible()]
    assert card.exercise.title == "Zebra steps"
    house.go("today")
    tab_to("Go on")
    enter()
    assert house.player.view.isVisible()


def test_what_was_done_before_cannot_be_undone_after(house: House) -> None:
    house.open()
    house.context.hub.do("Moment kept", house.store.moments.add, make.moment(day=TODAY))
    assert house.shell.close_session()
    assert not house.shell.line.isVisible()
    open_notes(house, house.profile)
    ctrl(Qt.Key.Key_Z)
    assert len(house.store.moments.for_day(TODAY)) == 1
    house.context.hub.do("Moment kept", house.store.moments.add, make.moment(day=TODAY))
    ctrl(Qt.Key.Key_Z)
    assert len(house.store.moments.for_day(TODAY)) == 1


def test_what_is_typed_is_saved_before_the_notes_are_let_go_of(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Note")
    type_in("A long day")
    assert house.shell.close_session()
    open_notes(house, house.profile)
    assert [note.text for note in house.store.notes.for_day(TODAY)] == ["A long day"]


def test_words_that_cannot_be_saved_keep_the_notes_open(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Add a moment")
    enter()
    page = house.shell.page("moment")
    tab_to("What set it off?")
    type_in("A letter")
    assert not house.shell.close_session()
    assert house.context.ready
    assert page.isVisible()


def test_a_search_that_gets_ready_ends_with_the_notes(house: House) -> None:
    house.open()
    house.go("library")
    ctrl(Qt.Key.Key_K)
    assert house.shell.close_session()
    assert "search" not in [thread.name for thread in threading.enumerate()]


def test_pictures_that_are_still_being_made_fall_silent(house: House) -> None:
    house.open()
    fill(house.store, 100, 5, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.refresh()
    assert house.shell.close_session()
    assert "trends" not in [thread.name for thread in threading.enumerate()]
    settle()
    open_notes(house, house.profile)
    again = house.go("trends")
    assert isinstance(again, TrendsPage)
    again.settle()
    assert "Reading your notes" not in words_of(again)


def test_without_notes_there_is_help_and_a_wish_is_granted_when_they_open(house: House) -> None:
    house.open()
    assert house.shell.close_session()
    settle()
    press(Qt.Key.Key_F1)
    assert "Let’s slow this down" in words_of(house.shell.page("help"))
    house.window.go(routes.JOURNAL)
    assert "journal" not in house.shell.pages.built
    open_notes(house, house.profile)
    assert house.shell.page("journal").isVisible()


def test_notes_let_go_of_while_they_open_do_not_come_back(house: House, qapp: QApplication) -> None:
    theme.use(qapp)
    shell = Shell(house.profile, house.clock)
    house.qtbot.addWidget(shell)
    closed: list[bool] = []
    shell.door.opening.data_open.connect(lambda *_read: closed.append(shell.close_session()))
    shell.door.begin()
    house.qtbot.waitUntil(lambda: bool(closed))
    settle()
    assert closed == [True]
    assert not shell.context.ready
    assert not shell.pages.built
    with house.qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_session(house.profile)
    assert shell.pages.shown is shell.page("today")
    shell.close_store()


def test_other_notes_bring_their_own_settings(house: House, tmp_path: Path) -> None:
    house.open()
    assert house.shell.close_session()
    other = another(tmp_path / "other")
    settings.save(other, Settings(set_up=True, motion="reduced", theme="dark"))
    open_notes(house, other)
    assert house.context.settings.theme == "dark"
    assert house.context.preferences.put(theme="light")
    assert settings.load(other).theme == "light"
    assert settings.load(house.profile).theme == "system"


def test_damaged_settings_of_other_notes_are_put_aside_and_said_once(house: House, tmp_path: Path) -> None:
    house.open()
    assert house.shell.close_session()
    other = another(tmp_path / "other")
    settings.save(other, Settings(set_up=True, motion="reduced", theme="dark"))
    (other / settings.FILE).write_text("{")
    said: list[str] = []
    house.context.hub.said.connect(said.append)
    open_notes(house, other)
    assert house.context.settings.theme == "dark"
    assert (other / settings.DAMAGED).read_text() == "{"
    assert house.shell.close_session()
    open_notes(house, house.profile)
    assert [words for words in said if "damaged" in words] == [
        "The file of your settings was damaged. Its spare copy is in use."
    ]
