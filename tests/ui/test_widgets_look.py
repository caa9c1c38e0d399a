"""The look: names for screen readers, sizes up to 200 %, theme changes, icons, and nothing heavy at start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.settings import TEXT_SIZES, Settings
from rewire_app.ui.charts.two_paths import TwoPaths
from rewire_app.ui.frame import gallery as gallery_module
from rewire_app.ui.frame.gallery import Gallery
from rewire_app.ui.frame.gallery_patterns import PatternSheet, Sample
from rewire_app.ui.widgets.buttons import HelpButton, MainButton, PaintedButton, QuietButton
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.glyph import icon, pixmap
from rewire_app.ui.widgets.marks import StepBar, Tag
from rewire_app.ui.widgets.menu_look import dress
from rewire_app.ui.widgets.slide import Slide
from rewire_app.ui.widgets.text import Body, QuestionText, Second, Text, Title
from rewire_app.ui.widgets.theme import FACES, theme

TARGET = 44


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    theme.use(qapp)
    yield
    theme.use(qapp)


@pytest.fixture
def sheet(qtbot: QtBot) -> Gallery:
    sheet = Gallery(everything=True)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def by_keyboard(sheet: QWidget) -> list[QWidget]:
    """Everything a person can reach by Tab or inside a group."""
    parts = sheet.findChildren(QWidget)
    return [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.ClickFocus and part.isVisible()]


def test_whatever_can_be_reached_has_a_spoken_name(sheet: Gallery) -> None:
    nameless = [type(part).__name__ for part in by_keyboard(sheet) if not part.accessibleName()]
    assert by_keyboard(sheet)
    assert nameless == []


def test_the_parts_of_patterns_stand_on_a_sheet_and_say_what_they_show(qtbot: QtBot) -> None:
    parts = PatternSheet()
    qtbot.addWidget(parts)
    parts.show()
    assert all(part.accessibleName() for part in by_keyboard(parts))
    kinds = (Sample, TwoPaths, ChangeMark, Slide)
    shown = {kind: [one.accessibleName() for one in parts.findChildren(kind)] for kind in kinds}
    assert {kind: len(names) for kind, names in shown.items()} == {
        Sample: 7,
        TwoPaths: 3,
        ChangeMark: 2,
        Slide: 3,
    }
    assert all(name for names in shown.values() for name in names)
    rows = [one.geometry() for one in parts.findChildren(Sample)]
    assert all(parts.rect().contains(row) for row in rows)


def test_figures_that_only_show_something_say_it_too(sheet: Gallery) -> None:
    shown = (
        gallery_module.Tag,
        gallery_module.CertaintyMeter,
        gallery_module.StepBar,
        gallery_module.MomentCurve,
        gallery_module.Fortnight,
        gallery_module.BeforeAfterLine,
        gallery_module.NightBar,
    )
    for kind in shown:
        figures = sheet.findChildren(kind)
        assert figures, kind
        assert all(figure.accessibleName() for figure in figures), kind


@pytest.mark.parametrize("scale", TEXT_SIZES)
@pytest.mark.parametrize("plain", [False, True])
def test_words_fit_their_buttons_at_every_text_size(
    scale: int, plain: bool, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.use(qapp, scale=scale, plain_font=plain)
    for button in (
        MainButton("Begin, 4 minutes", icon="play", large=True),
        QuietButton("Choose another"),
        HelpButton(),
    ):
        qtbot.addWidget(button)
        role = "button_large" if isinstance(button, MainButton) else "button"
        needed = theme.metrics(role).horizontalAdvance(button.label)
        assert button.sizeHint().width() >= needed + theme.px(24)
        assert button.sizeHint().height() >= theme.metrics(role).height()


@pytest.mark.parametrize("scale", TEXT_SIZES)
def test_what_is_pressed_is_at_least_44_px_high(scale: int, qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(qapp, scale=scale)
    for button in (MainButton("Begin"), QuietButton("Later"), HelpButton(height=44)):
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= theme.px(TARGET)


@pytest.mark.parametrize("kind", [Title, QuestionText, Body, Second])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_wrapping_text_asks_for_all_its_lines(
    kind: type[Text], scale: int, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.use(qapp, scale=scale)
    text = kind("What does the feeling want you to do? Name the push first. You do not have to act on it.")
    qtbot.addWidget(text)
    narrow, wide = text.heightForWidth(theme.px(200)), text.heightForWidth(theme.px(2000))
    assert theme.line(kind.role) <= wide < 1.3 * theme.line(kind.role)
    assert wide >= theme.metrics(kind.role).tightBoundingRect("ÅÉgjpqy|").height()
    assert narrow >= wide + 2 * theme.line(kind.role)
    assert text.minimumSizeHint().width() <= theme.px(200)


@pytest.mark.parametrize("role", FACES)
def test_a_line_is_never_lower_than_its_letters(role: str) -> None:
    metrics = theme.metrics(role)
    tall = metrics.tightBoundingRect("ÅÉgjpqy|").height()
    assert theme.line(role) >= tall


def test_the_size_of_a_text_follows_its_words_its_look_and_its_wrapping(
    qapp: QApplication, qtbot: QtBot
) -> None:
    text = Body("a few words")
    qtbot.addWidget(text)
    few = text.sizeHint()
    text.setText("a few words, and so many more that they need two lines or even three of them, " * 2)
    many = text.sizeHint()
    assert many.width() > few.width()
    assert many.height() > few.height()
    text.setWordWrap(False)
    assert text.sizeHint().width() > many.width()
    assert text.sizeHint().height() == few.height()
    text.setText("a few words")
    assert text.sizeHint() == few
    text.set_lead("a few words")
    assert text.sizeHint().width() > few.width()
    theme.use(qapp, scale=150)
    assert text.sizeHint().height() > few.height()


def test_line_spacing_spreads_the_lines(qapp: QApplication) -> None:
    before = theme.line("article")
    theme.use(qapp, line_spacing=130)
    assert theme.line("article") == round(before * 1.3)


def test_the_plain_font_replaces_the_serif_everywhere(qapp: QApplication) -> None:
    theme.use(qapp, plain_font=True)
    assert {theme.font(role).family() for role in FACES} == {"Atkinson Hyperlegible Next"}


def test_settings_decide_theme_size_and_motion(qapp: QApplication) -> None:
    theme.apply(Settings(theme="dark", text_size=130, motion="reduced"), qapp)
    assert theme.dark
    assert theme.px(100) == 130
    assert theme.reduced_motion


def test_a_change_of_theme_repaints_what_is_open(sheet: Gallery, qapp: QApplication) -> None:
    assert sheet.grab().toImage().pixelColor(600, 5) == QColor("#FAF7F2")
    theme.use(qapp, name="dark")
    qapp.processEvents()
    assert sheet.grab().toImage().pixelColor(600, 5) == QColor("#14191C")


def test_a_look_that_is_already_in_force_changes_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(qapp)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [90, 150])
def test_the_component_sheet_is_painted_in_every_look(
    name: str, scale: int, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.use(qapp, name=name, contrast=True, scale=scale)
    sheet = Gallery(everything=True)
    qtbot.addWidget(sheet)
    image = sheet.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, 800, 9)}
    assert theme.color("primary").name() in colours
    assert theme.color("bg").name() in colours


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    image = pixmap("minus", "coral", 24, 2.0).toImage()
    assert image.width() == 48
    assert image.pixelColor(24, 24) == theme.color("coral")
    assert not icon("play").isNull()


@pytest.mark.parametrize(("name", "scale"), [("light", 100), ("dark", 200)])
def test_a_menu_has_rows_with_room_and_the_colours_of_the_theme(
    name: str, scale: int, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.use(qapp, name=name, scale=scale)
    menu = QMenu()
    qtbot.addWidget(menu)
    first = menu.addAction(icon("moon"), "Evening check")
    menu.addAction("Quit").setEnabled(False)
    dress(menu)
    menu.adjustSize()
    assert menu.actionGeometry(first).height() >= 36 * scale // 100
    corner = menu.actionGeometry(first).bottomRight()
    assert menu.grab().toImage().pixelColor(corner.x() - 2, corner.y() + 2) == theme.color("surface")
    menu.setActiveAction(first)
    middle = menu.actionGeometry(first).center()
    found = menu.grab().toImage().pixelColor(corner.x() - 20, middle.y())
    assert found == theme.color("primarySoft")


def test_steps_and_tags_say_what_they_show(qtbot: QtBot) -> None:
    bar, tag = StepBar("Paced breathing", 2, 4), Tag("New response", "new", "check")
    for widget in (bar, tag):
        qtbot.addWidget(widget)
    assert bar.accessibleName() == "Paced breathing, step 2 of 4"
    assert tag.accessibleName() == "New response"
    bar.set_steps(9, 4, "Opposite action")
    assert bar.sentence == "Opposite action, step 4 of 4"


def test_painted_buttons_are_buttons_to_screen_readers(sheet: Gallery) -> None:
    names = {button.accessibleName() for button in sheet.findChildren(PaintedButton)}
    assert {"Begin", "Change", "Another", "Today"} <= names


def test_theme_and_components_load_nothing_heavy() -> None:
    code = (
        "import sys, rewire_app.ui.widgets.theme, rewire_app.ui.frame.gallery;"
        "print([m for m in ('numpy', 'pyqtgraph', 'sqlalchemy', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "[]"
