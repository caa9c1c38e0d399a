"""Fields: what is typed, what is kept, and the sentence when it cannot be used."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app import i18n
from rewire_app.i18n import Region
from rewire_app.ui.widgets.bare_line import BareLine
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TextArea, TimeField


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("23:10", 1390), ("23.10", 1390), ("2310", 1390), ("7", 420), ("07:05", 425), ("0:00", 0), ("705", 425)],
)
def test_a_time_is_read_as_people_write_it(typed: str, minutes: int, qtbot: QtBot) -> None:
    field = TimeField("Woke")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, typed)
    assert field.check()
    assert field.value() == minutes


@pytest.mark.parametrize("typed", ["25:70", "12:60", "late", "-1", "123456"])
def test_a_time_that_is_none_says_how_to_write_one(typed: str, qtbot: QtBot) -> None:
    field = TimeField("Woke")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, typed)
    assert not field.check()
    assert field.fault == "Use a time such as 23:10."
    assert field.line.accessibleDescription().startswith("Use a time such as 23:10")
    assert field.value() is None


def test_typing_on_takes_the_sentence_back(qtbot: QtBot) -> None:
    field = TimeField("Woke")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "99")
    field.check()
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.fault == ""


@given(minutes=st.integers(0, 1439))
def test_every_minute_of_the_day_survives_being_shown(minutes: int) -> None:
    assert QApplication.instance() or QApplication([])
    field = TimeField("Woke")
    field.set_value(minutes)
    assert field.check()
    assert field.value() == minutes


def test_a_number_outside_its_range_is_not_kept(qtbot: QtBot) -> None:
    field = NumberField("Minutes awake", 0, 600)
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "60")
    assert field.value() == 60
    QTest.keyClicks(field.line, "1")
    assert not field.check()
    assert field.fault == "Use a whole number from 0 to 600"
    assert field.value() is None


def test_a_half_typed_time_is_not_noted(qtbot: QtBot) -> None:
    field = TimeField("Woke")
    qtbot.addWidget(field)
    seen: list[int | None] = []
    field.changed.connect(seen.append)
    QTest.keyClicks(field.line, "23:10")
    assert seen == [1390]


def test_a_time_that_cannot_be_used_leaves_the_one_before(qtbot: QtBot) -> None:
    field = TimeField("Woke")
    qtbot.addWidget(field)
    field.set_value(420)
    field.line.selectAll()
    QTest.keyClicks(field.line, "7:99")
    assert not field.check()
    assert field.value() == 420


def test_an_emptied_field_is_not_noted(qtbot: QtBot) -> None:
    field = NumberField("Minutes awake", 0, 600)
    qtbot.addWidget(field)
    field.set_value(30)
    field.line.clear()
    assert field.check()
    assert field.value() is None


def test_a_line_says_what_changed(qtbot: QtBot) -> None:
    field = Field("Search", placeholder="Search exercises")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed) as heard:
        QTest.keyClicks(field.line, "b")
    assert heard.args == ["b"]
    assert field.line.accessibleName() == "Search"


def test_a_text_area_grows_with_its_words(qtbot: QtBot) -> None:
    area = TextArea("Note", voice=True)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    before = area.edit.sizeHint().height()
    area.set_value("\n".join(["One line and another."] * 12))
    assert area.edit.sizeHint().height() > before
    assert area.edit.sizeHint().height() >= area.edit.document().size().height()


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    assert area.edit.tabChangesFocus()


def test_scrolling_a_page_never_changes_an_answer(qtbot: QtBot) -> None:
    combo = Combo("Lock after", [("10", "10 minutes"), ("20", "20 minutes")])
    qtbot.addWidget(combo)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(0, 0).toPoint(),
        QPointF(0, -120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo.picker, turn)
    assert combo.value() == "10"


def test_a_list_is_chosen_by_key_and_ignores_keys_it_does_not_have(qtbot: QtBot) -> None:
    combo = Combo("Lock after", [("10", "10 minutes"), ("20", "20 minutes")])
    qtbot.addWidget(combo)
    combo.set_value("20")
    combo.set_value("never")
    assert combo.value() == "20"


def copy_formatted(html: str) -> None:
    """Let the clipboard hold a formatted text and no plain one, as some programs leave it."""
    source = QMimeData()
    source.setHtml(html)
    QGuiApplication.clipboard().setMimeData(source)


FORMATTED = "<style>p{}</style><p>One <b>two</b></p><p>three<img src='x'></p>"


def test_a_formatted_text_is_pasted_plain_into_several_lines(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    copy_formatted(FORMATTED)
    assert area.edit.canPaste()  # or the menu would not offer it
    QTest.keyClick(area.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.value() == "One two\nthree"


def test_a_formatted_text_is_pasted_plain_onto_one_line(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    copy_formatted(FORMATTED)
    QTest.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "One two three"


def test_the_menu_of_a_line_pastes_a_formatted_text_too(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    copy_formatted(FORMATTED)
    menu = field.line.menu()
    [paste] = [action for action in menu.actions() if action.objectName() == "edit-paste"]
    paste.trigger()
    menu.deleteLater()
    assert field.value() == "One two three"


def test_a_plain_text_goes_before_the_formatted_one(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    source = QMimeData()
    source.setHtml("<p>formatted</p>")
    source.setText("plain")
    QGuiApplication.clipboard().setMimeData(source)
    QTest.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "plain"


def test_a_formatted_text_that_finds_no_room_is_cut_and_said_to_be(qtbot: QtBot) -> None:
    area = TextArea("Note", limit=5)
    qtbot.addWidget(area)
    copy_formatted(FORMATTED)
    QTest.keyClick(area.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.value() == "One t"
    assert "The rest was not taken." in area.fault


def test_a_date_in_numbers_is_said_in_words_while_it_is_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = DateField("Day", lambda: date(2026, 11, 24))
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "3/4/2026")
    assert field.said.text() == "Friday 3 April 2026"
    monkeypatch.setattr(i18n, "REGION", Region(date_order=("month", "day", "year")))
    QTest.keyClicks(field.line, " ")
    assert field.said.text() == "Wednesday, March 4, 2026"
    assert field.check()
    assert field.said.text() == ""
    assert field.line.text() == "March 4, 2026"


def test_a_time_is_shown_on_the_clock_of_the_region(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "REGION", Region(twelve_hours=True))
    field = TimeField("Woke")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "11:10")
    assert field.value() is None
    QTest.keyClicks(field.line, " pm")
    assert field.value() == 23 * 60 + 10
    assert field.check()
    assert field.line.text() == "11:10 pm"
    field.line.setText("soon")
    assert not field.check()
    assert field.fault == "Use a time such as 11:10 pm."


def test_no_keyboard_on_the_screen_learns_what_is_typed(qtbot: QtBot) -> None:
    sensitive = Qt.InputMethodHint.ImhSensitiveData
    area, line = TextArea("Note", rows=2), BareLine()
    qtbot.addWidget(area)
    qtbot.addWidget(line)
    assert area.edit.inputMethodHints() & sensitive
    assert line.inputMethodHints() & sensitive
