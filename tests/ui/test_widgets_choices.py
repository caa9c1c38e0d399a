"""Choosing by keyboard and mouse: chips, segments, rows, rating and slider."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.choices import ChipGroup, ChoiceList, Segmented
from rewire_app.ui.widgets.options import RadioRow, TickRow
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.switch import Switch
from tests.ui.house import described

Show = Callable[[Any], Any]

FEELINGS = [("argue", "Argue back, now"), ("quiet", "Go quiet"), ("fix", "Fix it all at once")]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(660, 400)
        widget.show()
        widget.activateWindow()
        qtbot.waitExposed(widget)
        return widget

    return show


def focused(widget: QWidget) -> QWidget:
    """The part of `widget` that keys go to."""
    return widget.window().focusWidget() or widget


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(widget), key)


def test_a_rating_is_not_noted_until_the_person_chooses(qtbot: QtBot) -> None:
    rating = Rating("calm", "as tense as can be", name="How tense do you feel?")
    qtbot.addWidget(rating)
    assert rating.value() is None
    assert described(rating).startswith("not noted yet")


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_jumps_to_its_cell(digit: int, qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    QTest.keyClicks(rating, str(digit))
    assert rating.value() == digit


def test_one_then_zero_quickly_is_ten(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    QTest.keyClicks(rating, "10")
    assert rating.value() == 10
    assert described(rating) == "10 of 10"


def test_two_then_zero_is_zero(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    QTest.keyClicks(rating, "20")
    assert rating.value() == 0


def test_arrows_move_a_rating_and_stop_at_its_ends(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    rating.set_value(9)
    QTest.keyClick(rating, Qt.Key.Key_Right)
    QTest.keyClick(rating, Qt.Key.Key_Right)
    assert rating.value() == 10
    QTest.keyClick(rating, Qt.Key.Key_Home)
    QTest.keyClick(rating, Qt.Key.Key_Left)
    assert rating.value() == 0


def test_delete_takes_a_rating_back(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    rating.set_value(4)
    with qtbot.waitSignal(rating.changed) as heard:
        QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert heard.args == [None]
    assert rating.value() is None


def test_a_percent_rating_counts_in_tens(qtbot: QtBot) -> None:
    rating = Rating("not at all", "completely", percent=True)
    qtbot.addWidget(rating)
    QTest.keyClicks(rating, "7")
    assert rating.value() == 70
    QTest.keyClicks(rating, "10")
    assert rating.value() == 100
    assert "100 of 100 percent" in described(rating)


def test_a_click_chooses_the_cell_under_it(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    rating.resize(660, 48)
    QTest.mouseClick(
        rating,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rating.cell_rect(6).center().toPoint(),
    )
    assert rating.value() == 6


def test_a_rating_runs_from_right_to_left_where_people_read_so(qtbot: QtBot) -> None:
    rating = Rating()
    qtbot.addWidget(rating)
    rating.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rating.resize(660, 48)
    assert rating.cell_rect(0).left() > rating.cell_rect(10).left()
    rating.set_value(5)
    QTest.keyClick(rating, Qt.Key.Key_Left)
    assert rating.value() == 6


def test_segments_always_have_one_chosen_and_follow_left_and_right(shown: Show, qtbot: QtBot) -> None:
    segments = shown(Segmented([("1", "1 month"), ("3", "3 months"), ("all", "All")], name="Time shown"))
    assert segments.value() == "1"
    segments.setFocus()
    press(segments, Qt.Key.Key_Right)
    assert segments.value() == "3"
    press(segments, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert segments.value() == "all"


def test_chips_move_by_arrows_and_toggle_by_space(shown: Show) -> None:
    chips = shown(ChipGroup([("work", "Work"), ("family", "Family")], several=True, name="What it was about"))
    chips.setFocus()
    press(chips, Qt.Key.Key_Right)
    assert chips.value() == ()
    press(chips, Qt.Key.Key_Space)
    assert chips.value() == ("family",)
    press(chips, Qt.Key.Key_Space)
    assert chips.value() == ()


def test_a_group_is_one_stop_for_tab(shown: Show) -> None:
    chips = shown(ChipGroup([("a", "A"), ("b", "B"), ("c", "C")], name="Need"))
    stops = [chip for chip in chips.findChildren(QWidget) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_rows_choose_by_place_and_by_space(shown: Show) -> None:
    rows = shown(ChoiceList(FEELINGS, name="What does the feeling want you to do?"))
    rows.setFocus()
    QTest.keyClicks(focused(rows), "2")
    assert rows.value() == "quiet"
    press(rows, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert rows.value() == "fix"


def test_a_row_is_chosen_by_a_click_anywhere_on_it(shown: Show) -> None:
    rows = shown(ChoiceList(FEELINGS))
    row = rows.findChildren(RadioRow)[0]
    QTest.mouseClick(
        row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(row.width() - 5, 5)
    )
    assert rows.value() == "argue"


def test_when_enough_is_chosen_the_other_rows_wait(shown: Show) -> None:
    rows = shown(ChoiceList(FEELINGS, max_chosen=2))
    rows.set_value(["argue", "fix"])
    ticks = rows.findChildren(TickRow)
    assert [tick.isEnabled() for tick in ticks] == [True, False, True]
    QTest.mouseClick(ticks[0], Qt.MouseButton.LeftButton)
    assert rows.value() == ("fix",)
    assert all(tick.isEnabled() for tick in ticks)


def test_something_else_has_a_line_of_its_own(shown: Show) -> None:
    rows = shown(ChoiceList(FEELINGS, other=True))
    rows.set_other_text("Slam the door")
    assert rows.other_text() == ""
    rows.set_value("other")
    assert rows.other_text() == "Slam the door"


def test_keys_that_are_not_offered_choose_nothing(qtbot: QtBot) -> None:
    rows = ChoiceList(FEELINGS)
    qtbot.addWidget(rows)
    rows.set_value("sulk")
    assert rows.value() is None


def test_rows_grow_with_long_words_instead_of_cutting_them(shown: Show) -> None:
    long = "A sentence that is far too long for one line of a narrow row and has to go on below"
    rows = shown(ChoiceList([("long", long)]))
    row = rows.findChildren(RadioRow)[0]
    assert row.heightForWidth(260) > row.heightForWidth(900)


def test_a_switch_turns_by_space_and_enter(shown: Show, qtbot: QtBot) -> None:
    switch = shown(Switch("Hide my words in the window title"))
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.value()
    with qtbot.waitSignal(switch.changed) as heard:
        QTest.keyClick(switch, Qt.Key.Key_Return)
    assert heard.args == [False]


SHORT = [(str(n), f"Choice number {n}") for n in range(1, 9)]


def rows_of(listed: ChoiceList) -> list[RadioRow]:
    return listed.findChildren(RadioRow)


def test_many_short_rows_stand_two_by_two_and_keys_follow_what_is_seen(shown: Show) -> None:
    listed = shown(ChoiceList(SHORT, fold=True, other=True))
    listed.layout().activate()
    first, second, third, *_more = rows_of(listed)
    assert (second.y(), third.x()) == (first.y(), first.x())
    assert second.x() > first.geometry().right()
    assert third.y() > first.y()
    first.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(listed, key)
        seen.append(focused(listed).accessibleName())
    assert seen == [f"Choice number {n}" for n in (2, 4, 3, 1, 8)]
    press(listed, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert len({row.accessibleName() for row in rows_of(listed)}) == 9
    press(listed, Qt.Key.Key_5)
    assert listed.value() == "5"


@pytest.mark.parametrize(
    ("rows", "width"),
    [
        (SHORT[:5], 660),
        (SHORT, 500),
        ([*SHORT, ("long", "A choice with so many words that it needs two lines")], 660),
    ],
)
def test_few_rows_long_rows_and_narrow_windows_keep_one_column(
    shown: Show, rows: list[tuple[str, str]], width: int
) -> None:
    listed = shown(ChoiceList(rows, fold=True))
    listed.resize(width, 900)
    listed.layout().activate()
    assert len({row.x() for row in rows_of(listed)}) == 1


def test_rows_fold_and_unfold_with_the_window(shown: Show) -> None:
    listed = shown(ChoiceList(SHORT, fold=True))
    for width, columns in ((660, 2), (400, 1), (700, 2)):
        listed.resize(width, 900)
        listed.layout().activate()
        assert len({row.x() for row in rows_of(listed)}) == columns
