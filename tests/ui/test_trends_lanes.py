"""Over time: lanes, dates, zoom and marks by mouse and by keys alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rewire_app.domain.days import Instant, instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import Mark, MarkKind
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.trends.lane_card import LanesCard
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.options import Segment
from tests.ui.house import (
    SHIFT,
    House,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
)

TODAY = date(2026, 11, 24)
NOW = TODAY.toordinal()


def trends_of(house: House, days: int = 200) -> TrendsPage:
    house.prepare()
    house.open()
    fill(house.store, days, 7, TODAY)
    for mark in house.store.marks.all():
        house.store.marks.remove(mark.uid)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    done(page)
    return page


def done(page: TrendsPage) -> None:
    page.settle()
    page.grab()
    settle()


def card_of(page: TrendsPage) -> LanesCard:
    return page.views.lanes


def seen(page: TrendsPage) -> tuple[int, int]:
    columns = card_of(page).picture.columns
    return columns.first, columns.last


def mark(first: date, last: date | None = None, text: str = "New team") -> Mark:
    return Mark(uid=new_uid(_at()), from_day=first, to_day=last, kind=MarkKind.WORK, text=text)


def _at() -> Instant:
    return instant(datetime(2026, 11, 24, 19, tzinfo=UTC))


def more(page: TrendsPage, words: str) -> None:
    """Choose from the menu More."""
    menu = page.tools.more.menu_now()
    next(action for action in menu.actions() if action.text().partition("\t")[0] == words).trigger()
    menu.deleteLater()
    settle()


def lane_keys(page: TrendsPage) -> list[str]:
    return [lane.key for lane in card_of(page).plot.lanes.lanes]


# looking around


def test_keys_look_closer_and_wider_go_through_time_and_back(house: House) -> None:
    page = trends_of(house)
    plot = card_of(page).plot
    whole = seen(page)
    plot.setFocus()
    press(Qt.Key.Key_Plus)
    done(page)
    closer = seen(page)
    assert closer[1] - closer[0] + 1 == (whole[1] - whole[0] + 1) // 2
    press(Qt.Key.Key_Left, modifier=SHIFT)
    done(page)
    assert seen(page)[1] < closer[1]
    press(Qt.Key.Key_Right, modifier=SHIFT)
    done(page)
    assert seen(page) == closer
    press(Qt.Key.Key_Minus)
    done(page)
    assert seen(page)[1] - seen(page)[0] > closer[1] - closer[0]
    press(Qt.Key.Key_Escape)
    done(page)
    assert seen(page) == whole
    assert focused() is plot


def test_dragging_across_columns_looks_at_them(house: House) -> None:
    page = trends_of(house)
    plot = card_of(page).plot
    buckets, places = plot.lanes.buckets, plot.places
    y = plot.height() // 2
    start, end = (QPoint(round(places.x(number)), y) for number in (7, 4))
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    _drag(plot, end)
    assert plot.span == (4, 7)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)
    done(page)
    assert seen(page) == (buckets[4].start, buckets[7].end)
    assert card_of(page).whole.isVisible()
    card_of(page).whole.click()
    done(page)
    assert not card_of(page).whole.isVisible()
    assert [bucket.start for bucket in plot.lanes.buckets] == [bucket.start for bucket in buckets]


def _drag(plot, to: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    where = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, plot.mapToGlobal(where), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(plot, event)


def test_the_day_one_looked_at_stays_chosen_when_one_looks_closer(house: House) -> None:
    page = trends_of(house)
    plot = card_of(page).plot
    plot.choose(6)
    bucket = plot.lanes.buckets[6]
    plot.setFocus()
    press(Qt.Key.Key_Plus)
    done(page)
    chosen = plot.lanes.buckets[plot.chosen]
    assert chosen.start <= (bucket.start + bucket.end) // 2 <= chosen.end


def steps_offered(page: TrendsPage) -> list[str]:
    return [option.key for option in page.tools.length.findChildren(Segment) if option.isVisible()]


def test_days_weeks_and_months_can_be_chosen_two_of_them_at_a_time(house: House) -> None:
    page = trends_of(house)
    tools = page.tools
    assert steps_offered(page) == ["day", "week"]
    counts = {}
    for length in ("day", "week"):
        tools.length.set_value(length)
        done(page)
        counts[length] = len(card_of(page).plot.lanes.buckets)
    assert counts == {"day": 93, "week": 14}
    page.range.set_value("1 year")
    done(page)
    assert tools.length.value() == "week"
    assert steps_offered(page) == ["week", "month"]
    tools.length.set_value("month")
    done(page)
    assert len(card_of(page).plot.lanes.buckets) == 12


# any two dates


def test_any_two_dates_are_typed_and_looked_at(house: House) -> None:
    page = trends_of(house)
    page.range.set_value("dates")
    done(page)
    assert page.dates.isVisible()
    page.dates.first.line.setFocus()
    type_over("1 oct 2026")
    press(Qt.Key.Key_Tab)
    done(page)
    assert seen(page) == (date(2026, 10, 1).toordinal(), NOW)
    page.dates.last.line.setFocus()
    type_over("20.10.2026")
    press(Qt.Key.Key_Tab)
    done(page)
    assert seen(page) == (date(2026, 10, 1).toordinal(), date(2026, 10, 20).toordinal())


def test_dates_the_wrong_way_round_are_told_and_stay_as_they_were_typed(house: House) -> None:
    page = trends_of(house)
    page.range.set_value("dates")
    done(page)
    before = seen(page)
    page.dates.last.line.setFocus()
    type_over("1 August 2026")
    press(Qt.Key.Key_Tab)
    done(page)
    assert "after the other one" in page.dates.first.fault
    assert page.dates.last.line.text() == "1 August 2026"
    assert seen(page) == before
    page.dates.first.line.setFocus()
    type_over("1 July 2026")
    press(Qt.Key.Key_Tab)
    done(page)
    assert page.dates.first.fault == ""
    assert seen(page) == (date(2026, 7, 1).toordinal(), date(2026, 8, 1).toordinal())


def test_a_day_that_cannot_be_read_is_told_and_kept(house: House) -> None:
    page = trends_of(house)
    page.range.set_value("dates")
    done(page)
    page.dates.first.line.setFocus()
    type_over("some day")
    press(Qt.Key.Key_Tab)
    assert "24 November 2026" in page.dates.first.fault
    assert page.dates.first.line.text() == "some day"


def test_a_day_is_chosen_in_the_calendar_by_keys(house: House) -> None:
    page = trends_of(house)
    page.range.set_value("dates")
    done(page)
    page.dates.first.button.setFocus()
    space()
    press(Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left)
    enter()
    done(page)
    chosen = date.fromordinal(seen(page)[0])
    assert chosen == date(2026, 7, 24) - timedelta(days=8)
    assert focused() is page.dates.first.line
    page.dates.first.button.click()
    press(Qt.Key.Key_Escape)
    assert page.dates.first.calendar is None


# lanes


def test_lanes_are_chosen_and_ordered_by_keys_and_remembered(house: House) -> None:
    page = trends_of(house)
    tab_to("More")
    more(page, "Lanes")
    assert focused().accessibleName() == "Show the lane Reactivity"
    tab_to("Show the lane Sleep")
    space()
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    tab_to("Show the lane Mood")
    space()
    press(Qt.Key.Key_Escape)
    done(page)
    own = house.store.custom_measures.all()[0]
    assert lane_keys(page) == ["reactivity", "practice", "stress", "mood", f"own:{own.uid}"]
    assert house.context.settings.lanes.startswith("reactivity -sleep practice stress mood")
    assert focused() is page.tools.more


def test_the_last_lane_cannot_be_switched_off(house: House) -> None:
    page = trends_of(house)
    house.context.preferences.put(lanes="sleep -reactivity -practice -stress -mood")
    for measure in house.store.custom_measures.all():
        house.store.custom_measures.remove(measure.uid)
    page.refresh()
    done(page)
    page.desk.choose_lanes()
    switch = page.desk.lanes.rows["sleep"].switch
    switch.click()
    done(page)
    assert switch.isChecked()
    assert lane_keys(page) == ["sleep"]


def test_an_own_measure_is_added_from_trends_and_gets_its_lane(house: House) -> None:
    page = trends_of(house)
    page.desk.show_measures()
    settle()
    panel = page.desk.form
    panel.add.click()
    type_in("Pain")
    tab_to("What does 0 stand for?")
    type_in("none")
    enter()
    done(page)
    measure = house.store.custom_measures.all()[-1]
    assert (measure.name, measure.low_words, measure.asked) == ("Pain", "none", True)
    assert f"own:{measure.uid}" in lane_keys(page)
    house.context.hub.undo()
    done(page)
    assert f"own:{measure.uid}" not in lane_keys(page)


# marks


def test_m_marks_the_chosen_column_and_the_mark_is_told_everywhere(house: House) -> None:
    page = trends_of(house)
    plot = card_of(page).plot
    plot.choose(6)
    plot.setFocus()
    press(Qt.Key.Key_M)
    type_in("New team")
    enter()
    done(page)
    (kept,) = house.store.marks.all()
    assert (kept.text, kept.from_day.toordinal(), kept.to_day) == (
        "New team",
        plot.lanes.buckets[6].start,
        None,
    )
    assert focused() is plot
    plot.choose(6)
    assert card_of(page).readout.text.text().endswith("; marked: New team.")
    assert plot.lanes.table.rows[6][-1] == "New team"
    assert "New team." in plot.accessibleDescription()
    ctrl(Qt.Key.Key_Z)
    done(page)
    assert house.store.marks.all() == []
    assert "marked" not in card_of(page).readout.text.text()


def test_a_mark_is_changed_and_removed_from_its_flag(house: House) -> None:
    page = trends_of(house)
    day = TODAY - timedelta(days=40)
    house.context.hub.do("Mark", house.store.marks.add, mark(day))
    done(page)
    plot = card_of(page).plot
    flag = next(flag for flag in plot.picture.flags if any(plot.lanes.events[n].uid for n in flag.events))
    at = QPoint(round(flag.left + flag.width / 2), round(plot.places.flags_y))
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    settle()
    tab_to("Edit the mark New team")
    space()
    tab_to("Last day")
    type_in((day + timedelta(days=3)).isoformat())
    enter()
    done(page)
    (kept,) = house.store.marks.all()
    assert (kept.from_day, kept.to_day) == (day, day + timedelta(days=3))
    plot.choose(
        plot.lanes.buckets.index(next(b for b in plot.lanes.buckets if b.start <= day.toordinal() <= b.end))
    )
    plot.setFocus()
    enter()
    tab_to("Remove the mark New team")
    space()
    done(page)
    assert house.store.marks.all() == []
    house.context.hub.undo()
    assert house.store.marks.all() == [kept]


def test_a_last_day_before_the_first_is_told_and_what_was_typed_stays(house: House) -> None:
    page = trends_of(house)
    more(page, "Add a mark")
    form = page.desk.form
    type_in("Moved")
    form.last.line.setFocus()
    type_in("1 January 2026")
    enter()
    assert "before the first" in form.last.fault
    assert form.words.value() == "Moved"
    assert house.store.marks.all() == []
    press(Qt.Key.Key_Escape)
    assert page.desk.form is form
    press(Qt.Key.Key_Escape)
    assert page.desk.form is None


def test_crowded_marks_share_a_number_and_unfold(house: House) -> None:
    page = trends_of(house)
    house.store.many([mark(TODAY - timedelta(days=back), text=f"Day {back}") for back in range(20, 30)])
    page.refresh()
    page.range.set_value("1 year")
    done(page)
    plot = card_of(page).plot
    flags = plot.picture.flags
    assert sorted(n for flag in flags for n in flag.events) == list(range(len(plot.lanes.events)))
    for one, two in pairwise(flags):
        assert one.left + one.width <= two.left
        assert one.x <= two.left + 3
        assert one.left + one.width <= two.x + 3
    joined = max(flags, key=lambda flag: len(flag.events))
    assert joined.text == f"{joined.events[0] + 1}\u2013{joined.events[-1] + 1}"
    plot.unfolded.emit(joined)
    names = {button.accessibleName() for button in page.desk.marks.buttons}
    told = {plot.lanes.events[number].words for number in joined.events if plot.lanes.events[number].uid}
    assert len(told) > 1
    assert {f"Edit the mark {words}" for words in told} <= names


def test_the_whole_of_over_time_is_done_without_the_mouse(house: House) -> None:
    page = trends_of(house)
    tab_to("3 months")
    press(Qt.Key.Key_Right)
    done(page)
    assert len(card_of(page).plot.lanes.buckets) == 52
    tab_to("Trends over time")
    press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Plus)
    done(page)
    press(Qt.Key.Key_M)
    type_in("A week by the sea")
    enter()
    done(page)
    assert [one.text for one in house.store.marks.all()] == ["A week by the sea"]
    tab_to("As a table")
    space()
    assert page.views.as_table.view.table == card_of(page).plot.lanes.table
    space()
    tab_to("Trends over time")
    press(Qt.Key.Key_Escape)
    done(page)
    assert len(card_of(page).plot.lanes.buckets) == 52
