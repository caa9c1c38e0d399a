"""Every page and kind of screen fits, whatever the size of the window and of the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.settings import Settings
from rewire_app.ui.frame.screenshots import THEMES, Form, every_form, look_at_all
from rewire_app.ui.widgets.base import Painted, words
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Title
from rewire_app.ui.widgets.theme import theme
from tests.screens.fit import faults

QUICK: tuple[Form, ...] = (((640, 420), 100), ((900, 600), 150), ((1366, 768), 200))


@pytest.fixture(autouse=True)
def _usual_look_after(qapp: QApplication) -> Iterator[None]:
    theme.use(qapp)
    yield
    theme.use(qapp)


def all_faults(qapp: QApplication, name: str, form: Form) -> dict[str, list[str]]:
    """What does not fit anywhere, by the name of the picture, where times are written with twelve hours."""
    size, scale = form
    found: dict[str, list[str]] = {}
    seen = 0

    def look(widget: QWidget, picture: str) -> None:
        nonlocal seen
        seen += 1
        if wrong := faults(widget):
            found[picture] = wrong

    look_at_all(qapp, Settings(theme=name, text_size=scale, country="US"), size, look)
    assert seen > 50
    return found


@pytest.mark.parametrize("form", QUICK, ids=str)
def test_everything_fits_where_there_is_little_room(form: Form, qapp: QApplication) -> None:
    assert all_faults(qapp, "light", form) == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("form", every_form(), ids=str)
def test_everything_fits_in_every_form(name: str, form: Form, qapp: QApplication) -> None:
    assert all_faults(qapp, name, form) == {}


def test_only_forms_are_looked_at_in_which_enough_is_left() -> None:
    assert ((640, 420), 100) in every_form()
    assert ((640, 420), 150) not in every_form()
    assert ((900, 600), 150) in every_form()
    assert ((900, 600), 200) not in every_form()
    assert ((1366, 768), 200) in every_form()
    assert ((2560, 1440), 200) in every_form()


# what the look notices


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """An empty window of 400 by 300."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    return window


def put(widget: QWidget, page: QWidget, *place: int) -> None:
    """Show `widget` at left, top, width and height in `page`."""
    widget.setParent(page)
    widget.setGeometry(*place)
    widget.show()


def test_words_that_have_their_place_are_no_fault(page: QWidget) -> None:
    put(Body("All of this is here"), page, 20, 20, 300, 24)
    put(MainButton("Begin"), page, 20, 60, 120, 44)
    assert faults(page) == []


@pytest.mark.parametrize(
    ("width", "height", "way"), [(60, 48, "across"), (200, 24, "down")], ids=["narrow", "low"]
)
def test_a_cut_word_is_found(width: int, height: int, way: str, page: QWidget) -> None:
    put(Title("Unforgettable mornings again"), page, 20, 20, width, height)
    assert any("is cut" in fault and way in fault for fault in faults(page))


def test_a_button_too_narrow_for_its_words_is_found(page: QWidget) -> None:
    put(MainButton("Begin, 4 minutes"), page, 20, 20, 80, 44)
    assert any("MainButton" in fault for fault in faults(page))


def test_words_over_each_other_are_found(page: QWidget) -> None:
    put(Body("One sentence"), page, 20, 20, 200, 24)
    put(Body("Another one"), page, 40, 26, 200, 24)
    assert faults(page) == ["Body 'One sentence' lies over Body 'Another one'"]


def test_what_lies_outside_the_window_is_found(page: QWidget) -> None:
    put(Body("Too far right"), page, 340, 20, 200, 24)
    put(MainButton("Go"), page, 20, 290, 120, 44)
    told = " ".join(faults(page))
    assert "'Too far right' is cut off by QWidget" in told
    assert "MainButton 'Go' is cut off by QWidget" in told


def test_what_is_scrolled_to_is_in_reach_but_not_what_is_too_wide(page: QWidget) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(Body(f"Line {number}"))
    scroll = PageScroll(content)
    put(scroll, page, 0, 0, 400, 300)
    assert faults(page) == []
    wide = MainButton("Far")
    wide.setParent(content)
    wide.setGeometry(390, 10, 100, 44)
    wide.show()
    assert any("'Far' is cut off by QWidget" in fault for fault in faults(page))


def test_a_page_with_no_room_to_scroll_in_is_found(page: QWidget) -> None:
    put(PageScroll(Body("Something to read")), page, 0, 0, 400, 40)
    assert "40 px are left for what scrolls" in faults(page)


class Short(Painted):
    """Paints less than it has to say."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self.painter()
        words(painter, self.rect(), "body", "ink", "On Sund…")
        painter.end()


def test_shortened_words_need_their_whole_where_it_can_be_heard(page: QWidget) -> None:
    put(Body("After I …"), page, 20, 100, 300, 24)  # that is how it is written
    assert faults(page) == []
    short = Short()
    put(short, page, 20, 20, 100, 24)
    assert faults(page) == ["Short 'On Sund…' is shortened, and nothing says the rest"]
    short.setAccessibleName("On Sunday")
    assert faults(page) == []
