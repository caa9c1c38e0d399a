"""The night bar: keys, order of the times, and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.domain.day_words import minutes_words
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_shape import NightShape
from tests.ui.house import described

BED, LIGHTS, ASLEEP, AWAKE, WOKE, UP = "bed", "lights", "asleep", "awake", "wake", "up"


def night(bed: int, asleep: int, wake: int, up: int, awake: int) -> NightShape:
    """A night in which one tried to sleep ten minutes before one slept."""
    return NightShape(bed=bed, lights=asleep - 10, asleep=asleep, wake=wake, up=up, awake=awake)


def five(bar: NightBar) -> tuple[int, int, int, int, int]:
    """Bed, asleep, last waking and up as the bar has them, and the minutes awake."""
    shown = bar.night()
    return shown.bed, shown.asleep, shown.wake, shown.up, shown.awake


@pytest.fixture
def bar(qtbot: QtBot) -> NightBar:
    bar = NightBar()
    qtbot.addWidget(bar)
    bar.resize(850, 160)
    bar.set_night(night(-50, -15, 405, 430, 30))
    return bar


def test_times_around_midnight_read_as_on_a_clock() -> None:
    assert [minutes_words(minutes) for minutes in (-50, 0, 405, 1500)] == ["23:10", "00:00", "06:45", "01:00"]


def test_arrows_move_five_minutes_and_with_shift_thirty(bar: NightBar) -> None:
    QTest.keyClick(bar.handles[BED], Qt.Key.Key_Left)
    assert five(bar) == (-55, -15, 405, 430, 30)
    QTest.keyClick(bar.handles[UP], Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert five(bar) == (-55, -15, 405, 460, 30)


def test_a_time_stops_at_its_neighbour(bar: NightBar) -> None:
    for _press in range(3):
        QTest.keyClick(bar.handles[BED], Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bar.night().bed == -25


def test_time_awake_is_a_stop_of_its_own(bar: NightBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        QTest.keyClick(bar.handles[AWAKE], Qt.Key.Key_Right)
    assert five(bar) == (-50, -15, 405, 430, 35)
    assert bar.handles[AWAKE].accessibleName() == "Awake"
    assert described(bar.handles[AWAKE]) == "35 min"


def test_the_bar_says_the_night_in_words(bar: NightBar) -> None:
    assert described(bar) == "6 h 30 min asleep of 8 h 0 min in bed, awake 30 min"
    assert [described(handle) for handle in bar.handles.values()] == [
        "23:10",
        "23:35",
        "23:45",
        "30 min",
        "06:45",
        "07:10",
    ]


def test_dragging_moves_in_steps_of_five_and_tells_at_the_end(bar: NightBar, qtbot: QtBot) -> None:
    handle, moves = bar.handles[WOKE], []
    bar.changed.connect(lambda: moves.append(five(bar)))
    pixels = round(bar.x_of(405) - bar.x_of(345))
    middle = QPoint(12, 20)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(pixels, 0))
    assert moves == []
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    assert moves == [(-50, -15, 345, 430, 30)]


def test_the_axis_widens_to_an_early_evening_and_a_late_morning(bar: NightBar) -> None:
    bar.set_night(night(-240, -200, 620, 700, 0))
    assert 0 <= bar.x_of(-240) < bar.x_of(700) <= bar.width()


@given(st.tuples(*[st.integers(-900, 1200)] * 4), st.integers(-10, 900))
def test_whatever_is_given_the_times_are_in_order(times: tuple[int, int, int, int], awake: int) -> None:
    assert QApplication.instance() or QApplication([])
    bar = NightBar()
    bed, lights, woke, up = times
    bar.set_night(NightShape(bed=bed, lights=lights, asleep=lights + 20, wake=woke, up=up, awake=awake))
    bed, asleep, woke, up, awoken = five(bar)
    assert bed <= bar.night().lights <= asleep <= woke <= up
    assert 0 <= awoken <= woke - asleep


def drag_over(bar: NightBar, one: int, other: int) -> None:
    """Draw with the mouse from one time to another on the filled part."""
    start, end = (QPoint(round(bar.x_of(minutes)), bar.height() // 2) for minutes in (one, other))
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bar, end)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)


def test_drawing_over_the_sleep_marks_time_awake_and_a_second_time_adds_to_it(bar: NightBar) -> None:
    bar.set_night(night(-50, -15, 405, 430, 0))
    drag_over(bar, 60, 90)
    assert five(bar) == (-50, -15, 405, 430, 30)
    drag_over(bar, 300, 280)
    assert bar.night().awake == 50
    drag_over(bar, 80, 100)
    assert bar.night().awake == 60


def test_a_click_on_the_sleep_and_drawing_beside_it_mark_nothing(bar: NightBar) -> None:
    bar.set_night(night(-50, -15, 405, 430, 0))
    drag_over(bar, 60, 60)
    drag_over(bar, 470, 500)
    assert bar.night().awake == 0


def test_figures_can_follow_while_time_awake_is_drawn(bar: NightBar) -> None:
    bar.set_night(night(-50, -15, 405, 430, 0))
    seen: list[int] = []
    bar.moving.connect(lambda: seen.append(bar.night().awake))
    drag_over(bar, 60, 120)
    assert seen[-1] == 60


def test_the_last_waking_stays_on_its_side_of_midnight(bar: NightBar) -> None:
    bar.set_night(night(-300, -290, 10, 60, 0))
    QTest.keyClick(bar.handles[WOKE], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert bar.night().wake == 0
