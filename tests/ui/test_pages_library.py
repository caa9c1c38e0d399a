"""Library: the articles by topic, the reader with its contents and links, and nothing that is fetched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QScrollArea

from rewire_app.content.library import Library
from rewire_app.domain.library.sources import source_lines
from rewire_app.ui.base.page import Page
from rewire_app.ui.library.article_list import Topics
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.library.contents import Contents
from rewire_app.ui.library.page import LibraryPage
from rewire_app.ui.library.printing import as_document
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.widgets.text import SectionTitle
from tests.ui.house import House, arrow_to, enter, focused, settle, space, tab_to, words_of

LIBRARY = Library()


def reader_of(page: Page) -> Reader:
    reader = page.findChild(Reader)
    assert isinstance(reader, Reader)
    assert reader.isVisible()
    return reader


def library_of(house: House) -> LibraryPage:
    page = house.go("library")
    assert isinstance(page, LibraryPage)
    return page


def test_every_article_is_listed_once_under_its_topic(house: House) -> None:
    house.open()
    page = library_of(house)
    page.shelf.ways.set_value("topics")
    settle()
    [topics] = page.findChildren(Topics)
    words = words_of(topics).splitlines()
    for article in LIBRARY.articles():
        assert words.count(article.title) == 1
        assert article.summary in words
        assert article.topic in words


@pytest.mark.parametrize("article", LIBRARY.article_ids())
def test_every_article_opens_with_its_whole_text_and_sources(article: str, house: House) -> None:
    house.open()
    page = house.go(f"library/{article}")
    words = words_of(reader_of(page))
    found = LIBRARY.article(article)
    assert found.title in words
    for section in found.sections:
        assert section.title in words
    for source in source_lines(found.sources, LIBRARY.sources()):
        assert source in words
    texts = [text.toPlainText() for text in page.findChildren(ArticleText)]
    assert texts
    assert all(texts)


def test_a_card_opens_the_article_and_the_keyboard_is_there(house: House) -> None:
    house.open()
    page = library_of(house)
    tab_to("Path")
    arrow_to("Topics")
    tab_to("Repetition beats intensity")
    enter()
    reader = reader_of(page)
    assert reader.isAncestorOf(focused())
    assert focused().accessibleName() == "Library"
    space()
    assert page.findChild(Reader) is None
    assert focused().accessibleName() == "Repetition beats intensity"


def test_the_contents_lead_to_every_section_and_say_where_one_is(house: House) -> None:
    house.open()
    page = house.go("library/L07")
    reader = reader_of(page)
    contents = reader.findChild(Contents)
    assert isinstance(contents, Contents)
    assert contents.isVisible()
    scroll = reader.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    bar = scroll.verticalScrollBar()
    heads = [head.text() for head in reader.findChildren(SectionTitle)]
    assert heads[-1] == "Sources"
    tab_to("Sources")
    enter()
    assert bar.value() > 0
    here = bar.value()
    assert focused().accessibleDescription() == "you are here"
    tab_to(heads[0], back=True)
    enter()
    assert bar.value() < here
    assert focused().accessibleDescription() == "you are here"


def test_what_is_left_to_read_grows_less(house: House) -> None:
    house.open()
    reader = reader_of(house.go("library/L07"))
    scroll = reader.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    before = minutes_left(reader)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    settle()
    assert minutes_left(reader) < before
    assert minutes_left(reader) == 1


def minutes_left(reader: Reader) -> int:
    contents = reader.findChild(Contents)
    assert isinstance(contents, Contents)
    [line] = [line for line in words_of(contents).splitlines() if line.startswith("About")]
    return int(line.split()[1])


def test_contents_give_way_when_the_window_is_narrow(house: House) -> None:
    house.open().resize(760, 600)
    reader = reader_of(house.go("library/L07"))
    contents = reader.findChild(Contents)
    assert isinstance(contents, Contents)
    assert not contents.isVisible()
    house.window.resize(1200, 800)
    settle()
    assert contents.isVisible()


def test_a_linked_exercise_begins_from_the_text(house: House) -> None:
    house.open()
    page = house.go("library/L07")
    exercise = LIBRARY.exercise(LIBRARY.article("L07").exercises[0])
    tab_to(f"Try it now: {exercise.title}")
    enter()
    assert house.player.title == exercise.title
    assert page.findChild(Reader) is not None


def test_links_in_the_text_open_articles_and_exercises_and_nothing_else(house: House) -> None:
    house.open()
    page = house.go("library/L01")
    text = page.findChild(ArticleText)
    assert isinstance(text, ArticleText)
    asked: list[tuple[str, str]] = []
    text.link.connect(lambda kind, name: asked.append((kind, name)))
    for address in ("https://example.org/x", "file:///etc/passwd", "mailto:a@example.org", "javascript:1"):
        text.anchorClicked.emit(QUrl(address))
    assert asked == []
    text.anchorClicked.emit(QUrl("article:L16"))
    settle()
    assert asked == [("article", "L16")]
    assert LIBRARY.article("L16").title in words_of(reader_of(page))


def test_a_text_fetches_nothing(house: House) -> None:
    house.open()
    text = ArticleText("![x](https://example.org/a.png) ![y](file:///etc/passwd) <img src='b.png'>")
    house.qtbot.addWidget(text)
    for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.StyleSheetResource):
        for address in ("https://example.org/a.png", "file:///etc/passwd"):
            assert bytes(text.loadResource(kind.value, QUrl(address))) == b""
    assert "<img" in text.toPlainText()


def test_a_picture_is_its_words_and_no_file_is_opened(house: House, tmp_path: Path) -> None:
    house.open()
    picture = QImage(9, 9, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "a.png"))
    markdown = f"Before ![a *map* of <home>]({(tmp_path / 'a.png').as_posix()}) and [after](article:L16)."
    text = ArticleText(markdown)
    house.qtbot.addWidget(text)
    paper = as_document(replace(LIBRARY.article("L01"), body=markdown), LIBRARY)
    for document in (text.document(), paper):
        assert not [form for form in document.allFormats() if form.isImageFormat()]
        assert "Before a map of <home> and after." in document.toPlainText()
    assert text.blocks == ("Before a map of <home> and after.",)


def test_the_text_follows_a_larger_size(house: House) -> None:
    house.open()
    page = house.go("library/L07")
    text = page.findChild(ArticleText)
    assert isinstance(text, ArticleText)
    before = text.sizeHint().height()
    house.context.preferences.put(text_size=150)
    settle()
    assert text.sizeHint().height() > before
    assert text.height() >= round(text.document().size().height())


def test_looking_at_every_article_writes_little_down(house: House) -> None:
    house.open()
    before = house.context.vault.commit_seq
    for article in LIBRARY.article_ids():
        house.go(f"library/{article}")
    assert house.context.vault.commit_seq - before <= len(LIBRARY.article_ids())
    assert not any(reading.read_day or reading.kept for reading in house.store.readings.all())
