"""Highlights: by mouse and by keys, with notes; they keep to their words through size, theme and edits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from rewire_app.content.library import Library
from rewire_app.content.prose import blocks
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Highlight
from rewire_app.errors import RewireError
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.library.highlight_list import HighlightList
from rewire_app.ui.library.popovers import NotePopover, SelectionBar
from rewire_app.ui.library.reader import Reader
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import LONG, fill_disk, let_rest
from tests.ui.test_pages_damaged import closing_asks_once
from tests.ui.test_reader import opened, scroll_of, texts_of

LIBRARY = Library()
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = blocks(LIBRARY.article("L07"))[0]


def kept(house: House) -> list[Highlight]:
    return house.store.highlights.for_article("L07")


def select(reader: Reader, start: int, end: int) -> ArticleText:
    """Select letters of the first block by keys."""
    text = texts_of(reader)[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.set_caret((0, start))
    for _letter in range(end - start):
        press(Qt.Key.Key_Right, modifier=SHIFT)
    return text


def shown(reader: Reader) -> list[str]:
    """The words that are set off in the text."""
    return [extra.cursor.selectedText() for text in texts_of(reader) for extra in looks_of(text)]


def looks_of(text: ArticleText) -> list[QTextEdit.ExtraSelection]:
    return text.extraSelections()


def test_h_highlights_what_is_selected_and_undo_takes_it_back(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_H)
    [made] = kept(house)
    assert (made.block, made.start, made.end, made.quote) == (0, 0, 9, FIRST[:9])
    assert shown(reader) == [FIRST[:9]]
    assert "Your highlights" in words_of(reader)
    ctrl(Qt.Key.Key_Z)
    assert kept(house) == []
    assert shown(reader) == []
    assert "Your highlights" not in words_of(reader)


def test_h_without_a_selection_says_what_to_do(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 3, 3)
    press(Qt.Key.Key_H)
    assert kept(house) == []
    assert "Select some words first" in house.shell.line.text


def test_the_mouse_brings_a_bar_that_highlights(house: House) -> None:
    house.open()
    reader = opened(house)
    text = texts_of(reader)[0]
    pane, line = text.viewport(), text.cursorRect().center().y()
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(1, line))
    QTest.mouseMove(pane, QPoint(120, line))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(120, line))
    settle()
    bar = reader.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    assert bar.isVisible()
    bar.mark.click()
    settle()
    [made] = kept(house)
    assert FIRST.startswith(made.quote)
    assert bar.write.isVisible()
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(pane.width() - 4, line + 40))
    assert not bar.isVisible()


def test_a_note_is_written_by_keys_and_changed_from_the_list(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_N)
    note = reader.findChild(NotePopover)
    assert isinstance(note, NotePopover)
    assert note.isVisible()
    assert focused() is note.field.edit
    type_in("mine is loud")
    tab_to("Keep the note")
    enter()
    assert not note.isVisible()
    [made] = kept(house)
    assert made.note == "mine is loud"
    tab_to(f"Change the note: {FIRST[:9]}")
    enter()
    assert note.field.value() == "mine is loud"
    note.field.set_value("")
    tab_to("Keep the note")
    enter()
    assert kept(house)[0].note == ""
    ctrl(Qt.Key.Key_Z)
    assert kept(house)[0].note == "mine is loud"
    assert "mine is loud" in words_of(reader)


def writing(house: House, words: str) -> NotePopover:
    """A note with `words` typed beside a highlight, not kept yet."""
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_N)
    note = reader.findChild(NotePopover)
    assert isinstance(note, NotePopover)
    type_in(words)
    return note


@pytest.mark.parametrize("way", ["elsewhere on the page", "another page", "another article"])
def test_who_goes_on_keeps_the_note_they_wrote(way: str, house: House) -> None:
    note = writing(house, "mine is loud")
    if way == "elsewhere on the page":
        texts_of(note.parentWidget())[0].setFocus(Qt.FocusReason.MouseFocusReason)
    elif way == "another page":
        ctrl(Qt.Key.Key_1)
    else:
        house.go("library/L01")
    assert kept(house)[0].note == "mine is loud"


def come_back(house: House) -> NotePopover:
    """Close the window as a kill would, with nothing said to its pages, and open the article again."""
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    note = opened(house).findChild(NotePopover)
    assert isinstance(note, NotePopover)
    settle()
    return note


def test_a_note_that_is_half_written_outlives_a_kill(house: House) -> None:
    note = writing(house, "mine is")
    let_rest(note.parentWidget())
    note = come_back(house)
    assert note.isVisible()
    assert note.field.value() == "mine is"
    type_in(" loud")
    tab_to("Keep the note")
    enter()
    assert kept(house)[0].note == "mine is loud"
    assert not come_back(house).isVisible()


def test_a_note_that_was_left_out_does_not_come_back(house: House) -> None:
    note = writing(house, "mine is loud")
    let_rest(note.parentWidget())
    press(Qt.Key.Key_Escape)
    assert not come_back(house).isVisible()


def test_esc_leaves_a_note_out(house: House) -> None:
    note = writing(house, "mine is loud")
    press(Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert kept(house)[0].note == ""


def test_a_note_that_found_no_room_stays_and_closing_asks(house: House) -> None:
    note = writing(house, "")
    fill_disk(house)
    note.field.set_value(LONG)
    texts_of(note.parentWidget())[0].setFocus(Qt.FocusReason.MouseFocusReason)
    assert note.isVisible()
    assert "Not saved. What you typed is here." in words_of(note)
    ctrl(Qt.Key.Key_1)
    assert closing_asks_once(house)


def test_a_note_that_cannot_be_saved_stays_typed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_N)
    note = reader.findChild(NotePopover)
    assert isinstance(note, NotePopover)
    type_in("words to keep")

    def full(_entry: Highlight) -> None:
        raise RewireError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(house.store.highlights, "edit", full)
        note.done.click()
        settle()
        assert note.isVisible()
        assert note.field.value() == "words to keep"
        assert reader.unsaved
    note.done.click()
    settle()
    assert kept(house)[0].note == "words to keep"


def test_the_list_leads_back_to_the_words_and_removes_them(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_H)
    tab_to(f"Show in the text: {FIRST[:9]}")
    assert scroll_of(reader).verticalScrollBar().value() > 0
    enter()
    assert focused() is texts_of(reader)[0]
    tab_to(f"Remove the highlight: {FIRST[:9]}")
    enter()
    assert kept(house) == []
    assert "removed" in house.shell.line.text


def test_highlights_survive_size_width_spacing_theme_and_a_restart(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 4, 30)
    press(Qt.Key.Key_H)
    for fields in ({"text_size": 150}, {"line_spacing": 130}, {"theme": "dark"}, {"plain_font": True}):
        house.context.preferences.put(**fields)
        settle()
        assert shown(reader) == [FIRST[4:30].strip()]
    house.window.resize(760, 600)
    settle()
    assert shown(reader) == [FIRST[4:30].strip()]
    house.close()
    house.open()
    assert shown(opened(house)) == [FIRST[4:30].strip()]


def test_moved_words_are_found_and_lost_words_are_told_plainly(house: House) -> None:
    house.open()
    reader = opened(house)
    select(reader, 0, 9)
    press(Qt.Key.Key_H)
    [made] = kept(house)
    moved = blocks(LIBRARY.article("L07"))[3][:20]
    house.store.highlights.edit(replace(made, block=9, start=5, end=25, quote=moved))
    gone = replace(made, uid=new_uid(made.at), quote="words nobody wrote", note="my own note")
    house.store.highlights.add(gone)
    house.go("library")
    reader = opened(house)
    assert shown(reader) == [moved.strip()]
    rows = reader.findChild(HighlightList)
    assert isinstance(rows, HighlightList)
    told = words_of(rows)
    assert "words nobody wrote" in told
    assert "no longer in the article" in told
    assert "my own note" in told
    assert told.count("Show in the text") == 1


def test_the_menu_key_opens_the_bar_for_the_keyboard(house: House, tmp_path: Path) -> None:
    house.open()
    reader = opened(house)
    text = select(reader, 0, 9)
    text.menu.emit(text.viewport().mapToGlobal(text.cursorRect().bottomLeft()))
    settle()
    bar = reader.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    assert focused() is bar.mark
    enter()
    assert len(kept(house)) == 1
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.isVisible()


def test_half_a_word_by_mouse_is_a_whole_one_and_the_bar_lies_below_it_inside_the_column(
    house: House,
) -> None:
    house.open()
    reader = opened(house)
    text = texts_of(reader)[0]
    cursor = text.textCursor()
    cursor.setPosition(text.position((0, 2)))
    cursor.setPosition(text.position((0, 8)), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.selected.emit()
    settle()
    [bar] = [one for one in reader.findChildren(SelectionBar) if one.isVisible()]
    line = text.viewport().mapTo(reader, text.cursorRect().bottomLeft())
    assert bar.y() >= line.y()
    column = text.mapTo(reader, text.rect().topLeft()).x()
    assert column - 1 <= bar.x()
    assert bar.geometry().right() <= column + text.width() + 1
    bar.highlight.emit()
    settle()
    [made] = kept(house)
    assert made.quote == FIRST[: len(made.quote)]
    assert FIRST[len(made.quote)] in " ,.:;"
