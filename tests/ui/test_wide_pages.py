"""In a large window pages keep to a column, and the column stands in the middle of what the rail leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import KitItem
from rewire_app.ui.base import routes
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.library.article_column import ArticleColumn
from rewire_app.ui.library.contents import Contents
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.room import COLUMN, NEAR
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.text import Text
from tests.ui.house import House, settle

LARGE = (2560, 1440)
BAR = 12
"""Px of a scroll bar: a column may be so far from the middle."""


@pytest.fixture
def large(house: House) -> House:
    house.open().resize(*LARGE)
    settle()
    return house


def on_page(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("key", PAGES)
def test_a_page_is_a_column_in_the_middle(key: str, large: House) -> None:
    page = large.go(key)
    settle()
    if page.body is None:  # it holds other pages
        return
    margins = page.body.contentsMargins()
    assert page.width() - margins.left() - margins.right() <= COLUMN + BAR
    assert abs(margins.left() - margins.right()) <= BAR
    large.window.resize(1_000, 700)
    settle()
    assert page.body.contentsMargins().left() < 60


def lines(page: QWidget) -> Iterator[tuple[str, int]]:
    """Each button at the end of a line, and how many px it stands from what comes before it."""
    words = [(on_page(one, page), one) for one in page.findChildren(Text) if one.isVisible() and one.text()]
    before = [
        QRect(at.left(), at.top(), min(at.width(), one.sizeHint().width()), at.height()) for at, one in words
    ]
    buttons = [one for one in page.findChildren(PaintedButton) if one.isVisible()]
    before += [on_page(one, page) for one in buttons]
    for button in buttons:
        at = on_page(button, page)
        ends = [
            one.right()
            for one in before
            if one.top() <= at.bottom() and one.bottom() >= at.top() and one.right() < at.left()
        ]
        if ends:
            yield button.label, at.left() - max(ends)


@pytest.mark.parametrize("key", [*PAGES, "lists/kit"])
def test_words_stand_near_what_can_be_done_with_them(key: str, house: House) -> None:
    house.open(sample=True).resize(*LARGE)
    house.store.kit.add(KitItem(uid="0" * 32, item="Tea"))
    page = house.go(key)
    settle()
    assert [(label, px) for label, px in lines(page) if px > NEAR + 40] == []


def test_the_tools_and_contents_of_an_article_stand_beside_its_text(large: House) -> None:
    page = large.go("library/L03")
    settle()
    text = on_page(page.findChild(ArticleColumn), page)
    contents = on_page(page.findChild(Contents), page)
    shown = [one for one in page.findChildren(PaintedButton) if one.isVisible() and one.label == "Keep"]
    keep = on_page(shown[0], page)
    assert contents.left() - text.right() < 120
    assert abs(keep.right() - contents.right()) < 40
    assert abs(text.left() - (page.width() - contents.right())) < 80


def test_fields_do_not_drift_apart_in_a_high_window(large: House) -> None:
    page = large.go(routes.pattern())
    settle()
    named, inhale = page.findChildren(Field)[0].input, page.findChildren(SecondsField)[0].input
    assert 0 < on_page(inhale, page).top() - on_page(named, page).bottom() < 80
