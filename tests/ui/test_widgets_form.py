"""A form made from its questions: answers of every kind, what is shown, and what needs a change."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.fields import CheckedLine, Field, TextArea
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.question import AnswerKind, Captioned, Question
from tests.ui.house import focused


class Weather(StrEnum):
    """What the sky was like."""

    SUN = "sun"
    RAIN = "rain"


SKY = tuple((one, one.value) for one in Weather)
QUESTIONS = (
    Question(key="name", label="What was it?", needed="Give it a name."),
    Question(key="story", label="What happened?", kind=AnswerKind.TEXT),
    Question(key="people", label="Who was there?", kind=AnswerKind.LINES),
    Question(key="long", label="Minutes", kind=AnswerKind.NUMBER, least=0, most=90),
    Question(key="began", label="When?", kind=AnswerKind.TIME),
    Question(key="mood", label="How was it?", kind=AnswerKind.RATING),
    Question(key="sky", label="The sky?", kind=AnswerKind.ONE, options=SKY, needed="Choose one."),
    Question(key="skies", name="All skies", kind=AnswerKind.SEVERAL, options=SKY),
    Question(key="clock", label="Clock", kind=AnswerKind.CHOICE, options=SKY),
    Question(key="again", label="Again?", kind=AnswerKind.SWITCH),
)
NOTHING = {
    "name": "",
    "story": "",
    "people": (),
    "long": None,
    "began": None,
    "mood": None,
    "sky": None,
    "skies": (),
    "clock": "sun",
    "again": False,
}
WALK = {
    "name": "A walk",
    "story": "Slow\nand wet",
    "people": ("Ann", "Bo"),
    "long": 40,
    "began": 9 * 60,
    "mood": 0,
    "sky": "rain",
    "skies": ("rain", "sun"),
    "clock": "rain",
    "again": True,
}


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    """All kinds of questions on a window of their own."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Form(QUESTIONS, window)
    window.setLayout(made.column(8))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def line(form: Form, key: str) -> QLineEdit:
    """What letters go to in a field of one line."""
    field = form.field(key)
    assert isinstance(field, Field | CheckedLine)
    return field.line


def fault(form: Form, key: str) -> str:
    """The sentence under a field."""
    field = form.field(key)
    assert isinstance(field, Field | CheckedLine | TextArea | Captioned)
    return field.fault


def test_a_form_nobody_touched_says_nothing_of_anything(form: Form) -> None:
    assert form.answers() == NOTHING
    assert not form.filled


def test_every_kind_of_answer_comes_back_as_it_was_shown(form: Form) -> None:
    said: list[str] = []
    form.changed.connect(said.append)
    form.show_values(WALK)
    assert form.answers() == WALK
    assert (said, form.filled) == ([], False)
    form.clear()
    assert form.answers() == NOTHING
    assert (said, form.filled) == ([], False)


def test_a_choice_comes_back_as_the_member_that_was_offered(form: Form) -> None:
    form.show_values({"sky": "rain"})
    assert isinstance(form.answer("sky"), Weather)


def test_the_form_says_which_answer_the_person_changed(form: Form) -> None:
    said: list[str] = []
    form.changed.connect(said.append)
    QTest.keyClicks(line(form, "name"), "A")
    form.begin("mood")
    QTest.keyClick(focused(), Qt.Key.Key_4)
    assert said == ["name", "mood"]
    assert [form.typed(key) for key in said] == [True, False]
    assert form.filled


def test_a_line_that_is_left_says_so(form: Form) -> None:
    left: list[str] = []
    form.left.connect(left.append)
    form.begin("long")
    QTest.keyClicks(focused(), "9")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert left == ["long"]


def test_what_is_half_typed_stays_when_values_are_shown_again(form: Form) -> None:
    form.show_values(WALK)
    QTest.keyClicks(line(form, "name"), " and ")
    QTest.keyClicks(line(form, "began"), "x")
    shown = form.answers()
    form.show_values(shown)
    assert line(form, "name").text() == "A walk and "
    assert line(form, "began").text() == "09:00x"


def test_what_cannot_be_read_is_marked_before_what_is_missing(form: Form) -> None:
    QTest.keyClicks(line(form, "long"), "900")
    assert not form.check()
    assert fault(form, "long") == "Use a whole number from 0 to 90"
    assert line(form, "long").hasFocus()
    form.show_values({"long": 9})
    assert not form.check()
    assert fault(form, "name") == "Give it a name."
    assert line(form, "name").hasFocus()


def test_the_sentence_goes_when_a_choice_is_made(form: Form) -> None:
    form.show_values({"name": "A walk"})
    assert not form.check()
    assert fault(form, "sky") == "Choose one."
    assert focused().accessibleName() == "sun"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert fault(form, "sky") == ""
    assert form.check()


def test_a_question_that_is_left_out_has_no_answer_and_keeps_its_words(form: Form) -> None:
    form.show_values(WALK | {"sky": None})
    for key in ("story", "sky"):
        form.ask(key, asked=False)
    assert form.answers() == WALK | {"story": "", "sky": None}
    assert form.check()
    assert not form.field("story").isVisible()
    form.ask("story", asked=True)
    assert form.answer("story") == WALK["story"]


def test_tab_goes_through_the_questions_in_their_order(form: Form) -> None:
    form.begin("name")
    passed = []
    for _turn in QUESTIONS:
        passed.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    groups = {"The sky?": "sun", "All skies": "sun"}
    assert passed == [groups.get(one.name or one.label, one.name or one.label) for one in QUESTIONS]
