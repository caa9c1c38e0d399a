"""Reading an article: kept, read, found again where it was left; searched, explained, by keys alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rewire_app.content.library import Library
from rewire_app.content.prose import blocks
from rewire_app.domain.library.reading import ReadingPlace
from rewire_app.domain.library.sources import source_lines
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.library.finding import FindBar
from rewire_app.ui.library.popovers import LookPopover, WordPopover
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.reading_scroll import ReadingScroll
from rewire_app.ui.library.recall_card import NextCard
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.choices import only
from rewire_app.ui.widgets.focus_ring import FocusRing
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.library_room import read, shelf_of

LIBRARY = Library()
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(house: House, article: str = "L07") -> Reader:
    """The reader of an article, everything in it built."""
    page = house.go(f"library/{article}")
    settle()
    reader = page.findChild(Reader)
    assert isinstance(reader, Reader)
    return reader


def scroll_of(reader: Reader) -> ReadingScroll:
    scroll = reader.findChild(ReadingScroll)
    assert isinstance(scroll, ReadingScroll)
    return scroll


def first_line(reader: Reader) -> ReadingPlace:
    return scroll_of(reader).place


def texts_of(reader: Reader) -> list[ArticleText]:
    return reader.findChildren(ArticleText)


def scroll_by_hand(reader: Reader, value: int) -> None:
    scroll_of(reader).verticalScrollBar().setValue(value)
    settle()


def to_the_end(reader: Reader) -> None:
    for _page in range(30):
        press(Qt.Key.Key_PageDown)


def test_an_article_can_be_kept_and_kept_no_longer(house: House) -> None:
    house.open()
    opened(house)
    tab_to("Keep this article")
    enter()
    kept = house.store.readings.get("L07")
    assert kept is not None
    assert kept.kept
    assert focused().accessibleName() == "Kept. Press to keep it no longer."
    enter()
    again = house.store.readings.get("L07")
    assert again is not None
    assert not again.kept
    ctrl(Qt.Key.Key_Z)
    undone = house.store.readings.get("L07")
    assert undone is not None
    assert undone.kept


def test_turning_pages_to_the_end_marks_the_article_as_read_once(house: House) -> None:
    house.open()
    reader = opened(house)
    to_the_end(reader)
    found = house.store.readings.get("L07")
    assert found is not None
    assert found.read_day == date(2026, 11, 24)
    assert "Read on" in words_of(reader)
    ctrl(Qt.Key.Key_Z)
    undone = house.store.readings.get("L07")
    assert undone is None or undone.read_day is None
    tab_to("Mark as read")
    enter()
    marked = house.store.readings.get("L07")
    assert marked is not None
    assert marked.read_day == date(2026, 11, 24)
    enter()
    taken_back = house.store.readings.get("L07")
    assert taken_back is not None
    assert taken_back.read_day is None


def test_a_jump_to_the_sources_is_no_reading(house: House) -> None:
    house.open()
    opened(house)
    tab_to("Sources")
    enter()
    found = house.store.readings.get("L07")
    assert found is None or found.read_day is None


def test_the_line_being_read_comes_back_after_another_page(house: House) -> None:
    house.open()
    reader = opened(house)
    scroll_by_hand(reader, 1400)
    left = first_line(reader)
    assert left > ReadingPlace()
    house.go("today")
    house.go("library")
    reader = opened(house)
    assert first_line(reader) == left
    assert scroll_of(reader).verticalScrollBar().value() > 1000


@pytest.mark.parametrize("down", [1400, 1500, 1700])
def test_the_line_being_read_survives_size_width_spacing_and_theme(house: House, down: int) -> None:
    house.open()
    reader = opened(house)
    scroll_by_hand(reader, down)
    left = first_line(reader)
    above = shown_at(reader, left)

    def stays() -> None:
        assert first_line(reader) == left
        assert abs(shown_at(reader, left) - above) < 20

    for fields in ({"text_size": 150}, {"line_spacing": 130}, {"theme": "dark"}, {"text_size": 90}):
        house.context.preferences.put(**fields)
        settle()
        house.qtbot.waitUntil(stays)
    house.window.resize(760, 600)
    settle()
    house.qtbot.waitUntil(stays, timeout=10_000)


def shown_at(reader: Reader, place: ReadingPlace) -> int:
    """How far below the top of the window the line of `place` is, px."""
    scroll = scroll_of(reader)
    [text] = [text for text in texts_of(reader) if text.holds(place.block)]
    y = scroll.y_of(text) + text.top_of((place.block, place.letter))
    return y - scroll.verticalScrollBar().value()


def test_an_article_left_at_its_end_opens_at_its_beginning(house: House) -> None:
    house.open()
    reader = opened(house)
    to_the_end(reader)
    house.go("library")
    assert first_line(opened(house)) == ReadingPlace()


def test_back_and_on_between_articles_keep_the_place(house: House) -> None:
    house.open()
    reader = opened(house)
    scroll_by_hand(reader, 900)
    left = first_line(reader)
    house.go("library/L06")
    page = house.shell.page("library")
    assert LIBRARY.article("L07").title in words_of(page)
    press(Qt.Key.Key_Left, modifier=ALT)
    reader = opened(house)
    assert reader.article == "L07"
    assert first_line(reader) == left
    tab_to(f"On to {LIBRARY.article('L06').title}", back=True)
    enter()
    settle()
    shown = page.findChildren(Reader)[-1]
    assert shown.article == "L06"


def test_words_are_found_counted_and_gone_through(house: House) -> None:
    house.open()
    reader = opened(house)
    ctrl(Qt.Key.Key_F)
    bar = reader.findChild(FindBar)
    assert isinstance(bar, FindBar)
    assert bar.isVisible()
    type_in("BRÄKE")
    number = sum(block.lower().count("brake") for block in blocks(LIBRARY.article("L07")))
    number += sum(section.title.lower().count("brake") for section in LIBRARY.article("L07").sections)
    assert number > 3
    assert bar.count == f"1 of {number}"
    enter()
    assert bar.count == f"2 of {number}"
    press(Qt.Key.Key_F3)
    assert bar.count == f"3 of {number}"
    press(Qt.Key.Key_F3, modifier=SHIFT)
    press(Qt.Key.Key_Return, modifier=SHIFT)
    assert bar.count == f"1 of {number}"
    press(Qt.Key.Key_F3, modifier=SHIFT)
    assert bar.count == f"{number} of {number}"
    assert any(text.extraSelections() for text in texts_of(reader))
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.isVisible()
    assert not any(text.extraSelections() for text in texts_of(reader))


def test_strange_words_are_looked_for_calmly(house: House) -> None:
    house.open()
    reader = opened(house)
    ctrl(Qt.Key.Key_F)
    bar = reader.findChild(FindBar)
    assert isinstance(bar, FindBar)
    for words in ("(", "foo-bar", "*", "zzz"):
        bar.field.set_value(words)
        settle()
    assert bar.count == "No such words here"
    assert not bar.on.isEnabled()
    bar.field.set_value("")
    assert bar.count == ""


def test_a_word_is_explained_and_the_focus_comes_back(house: House) -> None:
    house.open()
    reader = opened(house)
    text = next(text for text in texts_of(reader) if "amygdala" in text.toPlainText())
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.word.emit("amygdala")
    settle()
    card = reader.findChild(WordPopover)
    assert isinstance(card, WordPopover)
    assert card.isVisible()
    assert card.isAncestorOf(focused())
    assert "brain" in card.accessibleDescription()
    assert "Amygdala" in focused().accessibleDescription()
    press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert focused() is text
    assert reader.isVisible()


def test_tab_and_enter_reach_an_explained_word(house: House) -> None:
    house.open()
    reader = opened(house)
    card = reader.findChild(WordPopover)
    assert isinstance(card, WordPopover)
    reader.first.setFocus(Qt.FocusReason.TabFocusReason)
    for _turn in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = focused()
        if isinstance(here, ArticleText) and here.textCursor().selectedText() == "emotion regulation":
            break
    enter()
    assert card.isVisible()
    assert card.accessibleName() == "Emotion regulation"


def test_size_and_spacing_change_at_once_from_the_article(house: House) -> None:
    house.open()
    reader = opened(house)
    tab_to("Text size and line spacing")
    enter()
    look = reader.findChild(LookPopover)
    assert isinstance(look, LookPopover)
    assert look.isVisible()
    assert focused().accessibleName() == "100 %"
    press(Qt.Key.Key_Right)
    assert house.context.settings.text_size == 115
    assert look.isVisible()
    house.context.preferences.put(line_spacing=130)
    settle()
    assert only(look.controls["line_spacing"]) == "130"
    press(Qt.Key.Key_Escape)
    assert not look.isVisible()
    assert focused().accessibleName() == "Text size and line spacing"


def test_the_columns_of_a_table_keep_apart(house: House) -> None:
    house.open()
    documents = [text.document() for text in texts_of(opened(house, "L51"))]
    tables = [frame for one in documents for frame in one.rootFrame().childFrames()]
    [table] = [frame for frame in tables if isinstance(frame, QTextTable)]
    for column in range(table.columns()):
        assert table.cellAt(1, column).format().toTableCellFormat().rightPadding() >= 16


def test_the_article_is_copied_as_text(house: House) -> None:
    house.open()
    opened(house)
    faults: list[str] = []
    house.context.hub.failed.connect(faults.append)
    tab_to("Copy the article as text")
    enter()
    assert "The article is copied. Paste it wherever you like." in words_of(house.shell)
    assert faults == []
    copied = QGuiApplication.clipboard().text()
    article = LIBRARY.article("L07")
    assert copied.startswith(article.title)
    for block in blocks(article):
        assert block in copied
    for source in source_lines(article.sources, house.context.library.sources()):
        assert source in copied
    assert "](" not in copied
    assert "{exercise" not in copied


def test_selected_words_are_copied(house: House) -> None:
    house.open()
    reader = opened(house)
    text = texts_of(reader)[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.set_caret((0, 0))
    for _letter in range(9):
        press(Qt.Key.Key_Right, modifier=SHIFT)
    ctrl(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == blocks(LIBRARY.article("L07"))[0][:9]


def test_the_caret_goes_on_from_one_part_to_the_next(house: House) -> None:
    house.open()
    reader = opened(house)
    first, second = texts_of(reader)[:2]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _line in range(40):
        press(Qt.Key.Key_Down)
        if focused() is second:
            break
    assert focused() is second
    press(Qt.Key.Key_Up)
    assert focused() is first


def test_the_opening_day_and_place_are_kept_for_the_list(house: House) -> None:
    house.open()
    reader = opened(house)
    scroll_by_hand(reader, 1000)
    house.go("today")
    found = house.store.readings.get("L07")
    assert found is not None
    assert found.opened.wall == datetime(2026, 11, 24, 19, 30)
    assert ReadingPlace.of(found.place) == first_line(reader)


def test_the_way_back_stays_in_sight_however_far_one_reads(house: House) -> None:
    house.open()
    reader = opened(house)
    bar = scroll_of(reader).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    back = reader.first
    assert back.mapTo(reader, back.rect().topLeft()).y() >= 0
    assert back.visibleRegion().boundingRect() == back.rect()


def test_an_article_opened_by_mouse_has_no_ring_after_keys_were_used(house: House) -> None:
    house.open()
    read(house, "L07", days_ago=1, read_day=None, place=ReadingPlace(block=6).number)
    shelf = shelf_of(house)
    tab_to("Path")
    main = shelf.findChild(NextCard).findChild(MainButton)
    assert main is not None
    QTest.mouseClick(main, Qt.MouseButton.LeftButton)
    settle()
    [reader] = house.shell.page("library").findChildren(Reader)
    assert reader.isVisible()
    assert house.shell.findChild(FocusRing).target is None
