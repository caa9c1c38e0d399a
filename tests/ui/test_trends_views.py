"""The pictures of Trends beside the lanes: choosing a view, points that open their days, days in common."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.comparison import comparison, sleep_comparison
from rewire_app.charts.nights_strip import DayChoice
from rewire_app.charts.notes import Notes
from rewire_app.content.library import Library
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.base import routes
from rewire_app.ui.charts.saving import as_svg
from rewire_app.ui.charts.scatter_frame import scatter_field
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.trends.scatter_views import ScatterCard
from rewire_app.ui.trends.view_kinds import VIEWS, Given, view_kind
from rewire_app.ui.widgets.unfold import LinkButton
from tests.charts.conftest import TODAY as DAY
from tests.charts.conftest import years_of_notes
from tests.ui.house import House, focused, press, settle, words_of

TODAY = date(2026, 11, 24)


def trends_of(house: House) -> TrendsPage:
    house.open()
    fill(house.store, 150, 7, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    return page


def look(page: TrendsPage, view: str) -> None:
    page.view.set_value(view)
    if view == "against":
        page.tools.of_practice.set_value("against")  # practice begins with what it trained
    page.settle()
    page.grab()
    settle()


NOTES = years_of_notes(200, seed=3)


def shown(qtbot, widget: QWidget):
    qtbot.addWidget(widget)
    widget.resize(620, 900)
    widget.show()
    widget.grab()
    settle()
    return widget


def card_of(qtbot, view: str = "against") -> ScatterCard:
    card = ScatterCard()
    card.show_comparison((comparison if view == "against" else sleep_comparison)(NOTES, DAY))
    return shown(qtbot, card)


def view_of(qtbot, key: str, chosen: Range = Range.QUARTER):
    return shown(qtbot, made_view(key, NOTES, chosen))


def made_view(key: str, notes: Notes, chosen: Range = Range.QUARTER):
    kind = view_kind(key)
    view = kind.widget()()
    given = Given(
        notes=notes,
        columns=columns(chosen, notes.first, DAY),
        library=Library(),
        compared=lambda: comparison(notes, DAY),
    )
    view.show_made(kind.make(given))
    return view


def only_day(points) -> int:
    return next(n for n, point in enumerate(points) if len(point.days) == 1)


def key(widget: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, which, held)


def test_exactly_the_chosen_view_is_shown(house: House) -> None:
    page = trends_of(house)
    for view in (*(each.key for each in VIEWS), "against", "time"):
        look(page, view)
        seen = "nights" if view == "sleep" else view  # sleep begins with the nights themselves
        assert [key for key, part in page.views.by_key.items() if part.isVisible()] == [seen]


def test_opening_trends_does_not_show_anew_the_picture_that_is_seen_anyway(house: House) -> None:
    lanes = trends_of(house).views.by_key["time"]
    assert lanes.isVisible()
    assert not lanes.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def test_the_switch_is_a_list_where_the_names_do_not_fit_side_by_side(house: House) -> None:
    page = trends_of(house)
    switch = page.view
    switch.setFocus()
    press(Qt.Key.Key_Right)
    assert switch.value() == "against"
    switch.fit(100)
    assert switch.list.isVisible()
    assert not switch.beside.isVisible()
    assert switch.list.value() == "against"
    assert switch.isAncestorOf(focused())
    press(Qt.Key.Key_Up)
    assert switch.value() == "time"
    switch.fit(10_000)
    assert switch.beside.isVisible()
    assert not switch.list.isVisible()
    assert switch.beside.value() == "time"
    assert switch.isAncestorOf(focused())


def test_a_day_that_is_opened_is_the_page_that_is_shown(house: House) -> None:
    page = trends_of(house)
    look(page, "against")
    card = page.views.by_key["against"].card
    points = card.plot.scatter.points
    number = only_day(points)
    card.plot.choose(number)
    card.plot.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    assert not page.isVisible()
    day = date.fromordinal(points[number].days[0])
    assert f"{day.day} {day:%B}" in words_of(house.window)


def test_days_or_weeks_is_one_choice_for_both_scatters(house: House) -> None:
    page = trends_of(house)
    look(page, "sleep")
    assert not page.unit.isVisible()
    page.tools.of_sleep.set_value("sleep")
    page.settle()
    assert page.unit.isVisible()
    page.unit.set_value("weeks")
    assert "one week" in page.views.by_key["sleep"].card.plot.scatter.based_on
    look(page, "against")
    assert "one week" in page.views.by_key["against"].card.plot.scatter.based_on
    look(page, "moments")
    assert not page.unit.isVisible()
    assert page.range.isVisible()
    plot = page.views.by_key["moments"].plot
    quarter = sum(point.count for point in plot.plane.points)
    page.range.set_value("all")
    page.settle()
    assert sum(point.count for point in plot.plane.points) > quarter


@pytest.mark.parametrize("view", ["against", "sleep"])
def test_enter_opens_the_only_day_of_a_point(qtbot, view: str) -> None:
    card = card_of(qtbot, view)
    points = card.plot.scatter.points
    number = only_day(points)
    card.plot.choose(number)
    assert card.readout.text.text() == points[number].words
    with qtbot.waitSignal(card.go) as asked:
        key(card.plot, Qt.Key.Key_Return)
    assert asked.args == [routes.journal(date.fromordinal(points[number].days[0]))]


def test_several_days_at_one_place_are_listed_newest_first(qtbot) -> None:
    card = card_of(qtbot)
    points = card.plot.scatter.points
    number = max(range(len(points)), key=lambda n: points[n].count)
    card.plot.choose(number)
    key(card.plot, Qt.Key.Key_Return)
    newest = sorted(points[number].days, reverse=True)
    assert len(card.opener.days) == min(12, len(newest))
    with qtbot.waitSignal(card.go) as asked:
        key(card.opener.days[0], Qt.Key.Key_Space)
    assert asked.args == [routes.journal(date.fromordinal(newest[0]))]


def test_more_than_twelve_days_are_listed_in_portions(qtbot) -> None:
    opener = shown(qtbot, DayOpener("hint"))
    opener.show_days(range(DAY - 29, DAY + 1))
    opener.button.click()
    assert len(opener.days) == 12
    for wanted in (24, 30):
        links = [one for one in opener.findChildren(LinkButton) if one.isVisible()]
        [earlier] = [one for one in links if one.label == "Show earlier days"]
        earlier.click()
        assert len(opener.days) == wanted
    assert opener.days[-1].label.endswith("26 October 2026")


def test_escape_closes_the_list_and_asks_to_go_back_to_the_picture(qtbot) -> None:
    card = card_of(qtbot)
    points = card.plot.scatter.points
    card.plot.choose(max(range(len(points)), key=lambda n: points[n].count))
    key(card.plot, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.opener.left):
        key(card.opener.days[0], Qt.Key.Key_Escape)
    assert card.opener.days == []


def test_a_double_click_opens_the_point_under_the_mouse(qtbot) -> None:
    card = card_of(qtbot)
    plot, points = card.plot, card.plot.scatter.points
    place = scatter_field(plot.width(), plot.height(), plot.scatter)
    number = only_day(points)
    at = QPoint(round(place.x(points[number].x)), round(place.y(points[number].y)))
    with qtbot.waitSignal(card.go) as asked:
        QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [routes.journal(date.fromordinal(points[number].days[0]))]


def test_the_way_to_the_days_changes_with_the_point(qtbot) -> None:
    card = card_of(qtbot)
    assert card.opener.hint.isVisible()
    assert not card.opener.button.isVisible()
    points = card.plot.scatter.points
    card.plot.choose(only_day(points))
    assert card.opener.button.label.startswith("Open ")
    assert not card.opener.hint.isVisible()
    card.plot.choose(next(n for n, point in enumerate(points) if point.count == 2))
    assert card.opener.button.label == "Choose from 2 days"


def test_a_week_lists_its_rated_days(qtbot) -> None:
    card = card_of(qtbot)
    card.set_weekly(weekly=True)
    point = card.plot.scatter.points[0]
    card.plot.choose(0)
    assert 4 * point.count <= len(point.days) <= 7 * point.count
    card.opener.open_chosen()
    assert len(card.opener.days) == min(12, len(point.days))


def test_sleep_says_its_verdict_and_how_it_was_worked_out(qtbot) -> None:
    view = view_of(qtbot, "sleep")
    assert view.words.sentence.text() == sleep_comparison(NOTES, DAY).verdict.sentence
    assert view.words.meter.sentence in view.words.level.text()
    view.words.how.toggle()
    assert "hours asleep of the night that ended that morning" in words_of(view)


def test_moments_are_read_out_and_open_their_day(qtbot) -> None:
    view = view_of(qtbot, "moments", Range.ALL)
    points = view.plot.plane.points
    key(view.plot, Qt.Key.Key_Right)
    assert view.readout.text.text() == points[0].words
    assert view.sentence.text() == view.plot.plane.sentence
    number = only_day(points)
    view.plot.choose(number)
    with qtbot.waitSignal(view.go) as asked:
        key(view.plot, Qt.Key.Key_Enter)
    assert asked.args == [routes.journal(date.fromordinal(points[number].days[0]))]


def test_the_key_of_moments_names_each_period_and_its_count(qtbot) -> None:
    view = view_of(qtbot, "moments")
    for entry, period in zip(view.key.entries, view.plot.plane.periods, strict=False):
        assert entry.text.startswith(period.name)
        assert str(period.outcomes.moments) in entry.text


def test_a_saved_picture_of_moments_has_the_key_of_its_periods(qtbot) -> None:
    view = view_of(qtbot, "moments")
    view.grab()
    drawing = as_svg(view.plot, "Alarm and brake").decode()
    for entry in view.key.entries:
        assert entry.text in drawing


def test_keys_choose_a_day_and_shift_makes_it_a_band(qtbot) -> None:
    view = view_of(qtbot, "days")
    key(view.plot, Qt.Key.Key_Home)
    assert view.plot.days_chosen == {0}
    assert view.readout.text.text() == view.plot.strip.words[0]
    for _n in range(5):
        key(view.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.plot.days_chosen == set(range(6))
    assert view.readout.text.text() == view.plot.strip.common(range(6))
    key(view.plot, Qt.Key.Key_Escape)
    assert view.plot.days_chosen == set()
    assert view.readout.text.text() == view.plot.strip.based_on


def test_ctrl_and_space_choose_days_apart_from_each_other(qtbot) -> None:
    view = view_of(qtbot, "days")
    key(view.plot, Qt.Key.Key_Home)
    for _n in range(3):
        key(view.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    key(view.plot, Qt.Key.Key_Space)
    assert view.plot.days_chosen == {0, 3}
    key(view.plot, Qt.Key.Key_Space)
    assert view.plot.days_chosen == {0}


def test_a_band_is_dragged_in_any_panel(qtbot) -> None:
    view = view_of(qtbot, "days")
    plot = view.plot

    def mouse(kind: QEvent.Type, number: int, y: int, held=Qt.KeyboardModifier.NoModifier) -> None:
        at = QPointF(plot.picture.middle(number), y)
        left = Qt.MouseButton.LeftButton
        moving = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moving else left
        QApplication.sendEvent(plot, QMouseEvent(kind, at, plot.mapToGlobal(at), button, left, held))

    mouse(QEvent.Type.MouseButtonPress, 10, 60)
    mouse(QEvent.Type.MouseMove, 13, 90)
    mouse(QEvent.Type.MouseMove, 15, 300)
    assert plot.days_chosen == set(range(10, 16))
    mouse(QEvent.Type.MouseMove, 12, 300)
    assert plot.days_chosen == {10, 11, 12}
    mouse(QEvent.Type.MouseButtonPress, 30, 300, Qt.KeyboardModifier.ControlModifier)
    assert plot.days_chosen == {10, 11, 12, 30}
    mouse(QEvent.Type.MouseButtonPress, 5, 200)
    assert plot.days_chosen == {5}
    mouse(QEvent.Type.MouseButtonPress, 8, 200, Qt.KeyboardModifier.ShiftModifier)
    assert plot.days_chosen == {5, 6, 7, 8}


def test_a_chip_chooses_days_by_what_was_noted(qtbot) -> None:
    view = view_of(qtbot, "days")
    view.chips.set_value([str(DayChoice.LONGER)])
    strip = view.plot.strip
    chosen = strip.chosen_by(DayChoice.LONGER)
    assert view.plot.days_chosen == set(chosen)
    assert view.readout.text.text() == strip.common(chosen, DayChoice.LONGER)
    view.plot.pick({1, 2, 3})
    assert view.chips.chosen() == ()
    assert "chosen by this" not in view.readout.text.text()


def test_only_one_chip_is_on_at_a_time_and_off_again_clears(qtbot) -> None:
    view = view_of(qtbot, "days")
    view.chips.set_value([str(DayChoice.PRACTISED)])
    view.chips.set_value([str(DayChoice.PRACTISED), str(DayChoice.CALMER)])
    assert view.chips.chosen() == (str(DayChoice.CALMER),)
    view.chips.set_value([])
    assert view.plot.days_chosen == set()


def test_long_ranges_are_turned_over(qtbot) -> None:
    assert not view_of(qtbot, "days", Range.MONTH).earlier.isVisible()
    view = view_of(qtbot, "days", Range.ALL)
    last = view.plot.strip.days
    assert not view.later.isEnabled()
    view.earlier.click()
    assert view.plot.strip.days[-1] == last[0] - 1
    view.later.click()
    assert view.plot.strip.days == last


def test_chosen_days_can_be_opened(qtbot) -> None:
    view = view_of(qtbot, "days")
    key(view.plot, Qt.Key.Key_End)
    with qtbot.waitSignal(view.go) as asked:
        key(view.plot, Qt.Key.Key_Return)
    assert asked.args == [routes.journal(date.fromordinal(view.plot.strip.days[-1]))]


@pytest.mark.parametrize("name", ["against", "sleep", "moments", "days"])
def test_nothing_is_offered_to_choose_where_nothing_is(qtbot, name: str) -> None:
    view = shown(qtbot, made_view(name, Notes()))
    assert "to choose" not in words_of(view)
    assert "Choose a" not in words_of(view)
    assert any(
        said in words_of(view) for said in ("There is no", "No moments", "nothing to set side by side")
    )
