"""Fields that are full: no more is taken than can be kept, and the field says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from rewire_app.domain import custom as own
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.exercise.screens import Piece
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.limits import MAX_NAME
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.custom_measures import MeasureForm
from rewire_app.ui.custom.breath_editor import BreathEditor
from rewire_app.ui.custom.exercise_fields import AboutFields
from rewire_app.ui.experiment.options_form import TypedOptions
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.player.own_pace import OwnPace
from rewire_app.ui.player.plan import PlanEditor
from rewire_app.ui.trends.lane_marks import MOST, MarkForm
from rewire_app.ui.widgets.fields import Field, TextArea
from tests.ui.house import House, tab_to, words_of
from tests.ui.journal_room import TODAY, journal, let_rest, note_of

FIVE = "This field holds at most 5 characters. The rest was not taken."
Make = Callable[[], Field | TextArea]
BOTH = pytest.mark.parametrize(
    "make",
    [lambda: Field("Words", limit=5), lambda: TextArea("Words", limit=5)],
    ids=["a line", "several lines"],
)


def box(field: Field | TextArea) -> QLineEdit | QTextEdit:
    return field.line if isinstance(field, Field) else field.edit


def paste(field: Field | TextArea, words: str) -> None:
    QApplication.clipboard().setText(words)
    box(field).paste()


@pytest.fixture
def made(make: Make, qtbot: QtBot) -> Field | TextArea:
    field = make()
    qtbot.addWidget(field)
    return field


@BOTH
def test_a_letter_too_many_is_not_taken_and_that_is_said(made: Field | TextArea) -> None:
    QTest.keyClicks(box(made), "abcde")
    assert (made.value(), made.fault) == ("abcde", "")
    QTest.keyClicks(box(made), "f")
    assert (made.value(), made.fault) == ("abcde", FIVE)
    assert box(made).accessibleDescription() == FIVE


@BOTH
def test_the_sentence_goes_as_soon_as_there_is_room(made: Field | TextArea) -> None:
    QTest.keyClicks(box(made), "abcdef")
    QTest.keyClick(box(made), Qt.Key.Key_Backspace)
    assert (made.value(), made.fault) == ("abcd", "")


@BOTH
def test_what_is_pasted_is_taken_as_far_as_there_is_room(made: Field | TextArea) -> None:
    QTest.keyClicks(box(made), "ab")
    paste(made, "cdefgh")
    assert (made.value(), made.fault) == ("abcde", FIVE)


@BOTH
def test_what_replaces_words_has_their_room(made: Field | TextArea) -> None:
    QTest.keyClicks(box(made), "abcde")
    box(made).selectAll()
    paste(made, "fghij")
    box(made).selectAll()
    QTest.keyClicks(box(made), "k")
    assert (made.value(), made.fault) == ("k", "")


@BOTH
def test_what_an_input_method_writes_is_cut_too(made: Field | TextArea) -> None:
    QTest.keyClicks(box(made), "abc")
    event = QInputMethodEvent()
    event.setCommitString("日本語")
    QApplication.sendEvent(box(made), event)
    assert (made.value(), made.fault) == ("abc日本", FIVE)


@BOTH
def test_what_is_there_already_is_shown_whole(made: Field | TextArea) -> None:
    made.set_value("longer than that")
    assert made.value() == "longer than that"
    QTest.keyClicks(box(made), "!")
    assert made.value() == "longer than that"


def test_a_line_too_many_is_not_taken(qtbot: QtBot) -> None:
    area = TextArea("Words", limit=5)
    qtbot.addWidget(area)
    QTest.keyClicks(area.edit, "abcde")
    QTest.keyClick(area.edit, Qt.Key.Key_Return)
    assert (area.edit.toPlainText(), area.fault) == ("abcde", FIVE)


def test_what_is_dropped_is_cut(qtbot: QtBot) -> None:
    area = TextArea("Words", limit=5)
    qtbot.addWidget(area)
    dropped = QMimeData()
    dropped.setText("abcdefgh")
    area.edit.insertFromMimeData(dropped)
    assert (area.value(), area.fault) == ("abcde", FIVE)


@pytest.mark.parametrize("kind", [Field, TextArea])
def test_a_million_letters_without_a_blank_are_cut_before_they_are_laid_out(
    kind: type[Field | TextArea], qtbot: QtBot
) -> None:
    field = kind("Words")
    qtbot.addWidget(field)
    paste(field, "x" * 1_000_000)
    assert len(field.value()) == MAX_TEXT
    assert field.fault.startswith("This field holds at most 65,536 characters.")


def test_a_line_shows_a_long_text_whole(qtbot: QtBot) -> None:
    field = Field("Words")
    qtbot.addWidget(field)
    field.set_value("🌱" * MAX_TEXT)
    assert len(field.value()) == MAX_TEXT


def test_a_note_too_long_is_cut_and_the_day_is_saved(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    paste(page.findChild(NoteCard).editor.words, "x" * (MAX_TEXT + 1))
    let_rest(page)
    assert "This field holds at most 65,536 characters. The rest was not taken." in words_of(page)
    assert len(note_of(house)) == MAX_TEXT
    assert not page.unsaved


@pytest.fixture
def context(tmp_path: Path, house: House) -> Context:
    house.open()
    return house.context


def test_every_short_field_stops_where_its_entry_does(house: House, context: Context) -> None:
    measure, mark, ways = MeasureForm(context), MarkForm(context, TODAY.toordinal()), TypedOptions()
    pace = OwnPace(Pace(inhale=4, exhale=6), minutes=3, keep=lambda _pattern: "")
    asked = [measure.form.field(key) for key in ("name", "low_words", "high_words")]
    short = [*asked, ways.first, ways.second, pace.name]
    breath = BreathEditor(context, None, context.seconds)
    [name] = [one for one in breath.findChildren(Field) if one.line is breath.name_field]
    short.append(name)
    for form in (measure, mark, ways, pace, breath):
        form.setParent(house.window)
    for field, limit in [*((one, MAX_NAME) for one in short), (mark.words, MOST)]:
        paste(field, "x" * 1_000)
        assert len(field.value()) == limit
        assert field.fault.startswith(f"This field holds at most {limit} characters.")


def test_no_one_field_keeps_an_exercise_or_a_plan_from_being_saved(qtbot: QtBot) -> None:
    about = AboutFields()
    plan = PlanEditor(
        [Piece(text="When "), Piece(text="", slot=True), Piece(text="", slot=True)], "", own_words=False
    )
    for form in (about, plan):
        qtbot.addWidget(form)
    for field in (about.title, about.summary, *plan.fields):
        paste(field, "x" * MAX_TEXT)
    assert len(about.summary.value()) == own.MAX_FIELD
    assert len(about.title.value()) + len(about.summary.value()) < own.MAX
    assert len(plan.text()) < MAX_TEXT
