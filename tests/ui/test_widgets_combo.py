"""A list to choose from: one that asks, one in groups, and where the open list lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.fields import Combo, Picker
from rewire_app.ui.widgets.grouped_combo import GroupedChoice, GroupedCombo
from rewire_app.ui.widgets.picker_list import PickerRows, needed, place
from rewire_app.ui.widgets.theme import theme

LONG = "A line of words that is a good deal wider than what is chosen"
GROUPS = [
    ("First", [GroupedChoice(key="b", words="Breath", second="Slow breaths out.")]),
    (
        "All",
        [
            GroupedChoice(key="a", words="Anchor", second=LONG),
            GroupedChoice(key="b", words="Breath", second="Slow breaths out."),
            GroupedChoice(key="s", words="Stop", second=""),
        ],
    ),
]


def countries(qtbot: QtBot) -> Combo:
    combo = Combo("Country", [("NL", "Netherlands"), ("US", "United States")], ask="Choose a country")
    qtbot.addWidget(combo)
    combo.show()
    return combo


def grouped(qtbot: QtBot) -> GroupedCombo:
    combo = GroupedCombo("I will do")
    qtbot.addWidget(combo)
    combo.fill(GROUPS)
    combo.show()
    return combo


def test_a_list_that_asks_has_no_answer_until_one_is_given(qtbot: QtBot) -> None:
    combo = countries(qtbot)
    assert combo.value() == ""
    assert combo.picker.accessibleDescription() == "Choose a country"
    QTest.keyClicks(combo.picker, "Unit")
    assert combo.value() == "US"
    assert combo.picker.accessibleDescription() == ""
    combo.set_value("")
    assert combo.value() == ""
    assert combo.picker.accessibleDescription() == "Choose a country"


def test_the_question_and_the_longest_answer_have_room(qtbot: QtBot) -> None:
    combo = Combo("Country", [("NL", "Here")], ask="Choose the country in which you live")
    qtbot.addWidget(combo)
    words = theme.metrics("body").horizontalAdvance("Choose the country in which you live")
    assert combo.picker.sizeHint().width() > words + theme.px(18)


def test_arrows_pass_the_headings_by(qtbot: QtBot) -> None:
    combo = grouped(qtbot)
    seen = [combo.value()]
    for _turn in range(4):
        QTest.keyClick(combo.picker, Qt.Key.Key_Down)
        seen.append(combo.value())
    assert seen == ["b", "a", "b", "s", "s"]


def test_new_choices_leave_what_was_chosen_if_it_is_among_them(qtbot: QtBot) -> None:
    combo = grouped(qtbot)
    combo.set_value("s")
    said: list[str] = []
    combo.changed.connect(said.append)
    combo.fill([("First", [GroupedChoice(key="a", words="Anchor")]), *GROUPS[1:]])
    assert (combo.value(), said) == ("s", [])
    combo.fill([("First", [GroupedChoice(key="a", words="Anchor")])])
    assert combo.value() == "a"


def test_only_the_person_touches_it(qtbot: QtBot) -> None:
    combo = grouped(qtbot)
    with qtbot.assertNotEmitted(combo.touched):
        combo.set_value("s")
    with qtbot.waitSignal(combo.touched):
        QTest.keyClick(combo.picker, Qt.Key.Key_Up)


def test_a_choice_is_read_out_with_what_it_is(qtbot: QtBot) -> None:
    combo = grouped(qtbot)
    row = combo.picker.findData("b")
    assert combo.picker.itemData(row, Qt.ItemDataRole.AccessibleTextRole) == "Breath: Slow breaths out."


def test_a_list_in_a_sentence_is_as_wide_as_what_is_chosen_and_opens_as_wide_as_it_must(qtbot: QtBot) -> None:
    combo = grouped(qtbot)
    narrow = combo.picker.sizeHint().width()
    combo.set_value("s")
    assert combo.picker.sizeHint().width() < narrow
    combo.picker.setItemDelegate(PickerRows(combo.picker))
    assert needed(combo.picker).width() > theme.metrics("small").horizontalAdvance(LONG)


@pytest.mark.parametrize(
    ("free_below", "rows", "below"),
    [(300, 12, True), (170, 12, True), (100, 12, False), (100, 2, True)],
)
def test_the_list_opens_below_unless_there_is_next_to_no_room(
    free_below: int, rows: int, below: bool, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    screen = page.screen().availableGeometry()
    picker = Picker()
    picker.setParent(page)
    picker.resize(200, 44)
    page.setGeometry(QRect(0, screen.bottom() + 1 - free_below - 44, 300, 60))
    page.show()
    where = place(picker, QSize(500, rows * 40))
    field = QRect(picker.mapToGlobal(picker.rect().topLeft()), picker.size())
    assert (where.top() > field.bottom()) == below
    assert not where.intersects(field)
    assert screen.contains(where)
    assert where.width() == 500
