"""Trends at a glance: what is seen without scrolling, what stays in sight, and what is said once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.trends.marks_card import MOST
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.trends.view_kinds import VIEWS
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import CTRL, House, enter, focused, press, settle, tab_to, type_in

TODAY = date(2026, 11, 24)


def trends_of(house: House, *, sample: bool = False, size: tuple[int, int] = (1200, 800)) -> TrendsPage:
    house.prepare()
    house.open(sample=sample).resize(*size)
    fill(house.store, 200, 7, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    done(page)
    return page


def done(page: TrendsPage) -> None:
    for _turn in range(2):
        page.settle()
        page.grab()
        settle()


def place_of(widget: QWidget) -> QRect:
    """Where a widget lies in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def bar_of(page: TrendsPage):
    return page.findChild(PageScroll).verticalScrollBar()


def said(page: TrendsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


# the first screen


@pytest.mark.parametrize("sample", [False, True], ids=["own notes", "under the banner of the sample"])
@pytest.mark.parametrize("lanes", ["reactivity practice sleep stress", ""], ids=["four lanes", "one more"])
def test_all_lanes_and_their_dates_are_in_the_first_screen(house: House, sample: bool, lanes: str) -> None:
    page = trends_of(house, sample=sample)
    own = " ".join(f"-own:{one.uid}" for one in house.store.custom_measures.all())
    house.context.preferences.put(lanes=f"{lanes} {own}" if lanes else "")
    done(page)
    plot = page.views.lanes.plot
    assert len(plot.lanes.lanes) == (4 if lanes else 5)
    assert bar_of(page).value() == 0
    assert place_of(plot).bottom() < house.window.height()
    assert place_of(page.views.lanes.key).bottom() < house.window.height()
    tall = [place.plot.height() for place in plot.places.lanes]
    assert tall[0] > tall[1] > tall[2] >= 28


def test_one_row_of_tools_stands_above_the_lanes(house: House) -> None:
    page = trends_of(house)
    tools = page.tools
    parts = (tools.range, tools.length, tools.earlier, tools.later, tools.table, tools.more)
    places = [place_of(part) for part in parts]
    assert max(place.center().y() for place in places) - min(place.center().y() for place in places) <= 2
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert places[-1].right() == place_of(page.views).right()
    assert max(place.bottom() for place in places) < place_of(page.views.lanes).top()


def test_the_readout_stays_in_sight_while_its_card_does(house: House) -> None:
    page = trends_of(house, size=(900, 600))
    card = page.views.lanes
    plain = place_of(card.readout)
    bar_of(page).setValue(place_of(card.plot).top() + 200)
    settle()
    stuck = place_of(card.readout)
    assert stuck.size() == plain.size()
    assert stuck.top() == place_of(page.findChild(PageScroll).viewport()).top()
    card.plot.setFocus()
    press(Qt.Key.Key_Home)
    assert card.readout.text.text() == card.plot.lanes.buckets[0].sentence
    bar_of(page).setValue(bar_of(page).maximum())
    settle()
    assert place_of(card.readout).bottom() <= place_of(card.plot).bottom()
    bar_of(page).setValue(0)
    settle()
    assert place_of(card.readout) == plain


def test_a_readout_takes_two_lines_at_most(house: House) -> None:
    page = trends_of(house)
    for chosen in ("3 months", "1 month", "1 year"):
        page.range.set_value(chosen)
        done(page)
        assert page.views.lanes.readout.text.height() <= 2 * theme.line("small")


def test_outlined_marks_are_explained_for_days_weeks_and_months(house: House) -> None:
    page = trends_of(house)
    key = page.views.lanes.key
    assert key.text() == (
        "Outlined: the week is not over, or has fewer than 4 notes. No mark: nothing was noted."
    )
    page.tools.length.set_value("day")
    done(page)
    assert key.text() == "Outlined: the day is not over. No mark: nothing was noted."


# the tools of other pictures


@pytest.mark.parametrize("kind", VIEWS, ids=[kind.key for kind in VIEWS])
def test_the_range_is_always_there_and_says_why_it_does_not_matter(house: House, kind) -> None:
    page = trends_of(house)
    before = place_of(page.range)
    page.view.set_value(kind.key)
    page.tools.of_practice.set_value("against")  # the picture of practice that the kind itself is
    done(page)
    assert place_of(page.range).topLeft() == before.topLeft()
    assert page.range.isEnabled() is kind.ranged
    if not kind.ranged:
        assert page.tools.reason.text() == page.range.accessibleDescription()
        assert page.tools.reason.text() in said(page)
        assert page.tools.reason.text()


@pytest.mark.parametrize("view", [kind.key for kind in VIEWS])
def test_no_insight_is_said_twice_at_once(house: House, view: str) -> None:
    page = trends_of(house)
    sentence = page.views.insight.words.sentence.text()
    page.view.set_value(view)
    done(page)
    assert sentence
    assert said(page).count(sentence) == (0 if page.views.seen.alone else 1)


# the keyboard


def test_who_comes_by_keyboard_begins_at_the_picture(house: House) -> None:
    house.prepare()
    house.open().resize(1200, 800)
    fill(house.store, 200, 7, TODAY)
    house.go("journal")
    tab_to("Today")
    tab_to("Journal")
    press(*[Qt.Key.Key_Tab] * 6)
    press(Qt.Key.Key_5, modifier=CTRL)
    page = house.shell.page("trends")
    assert isinstance(page, TrendsPage)
    done(page)
    assert focused() is page.views.lanes.plot
    assert bar_of(page).value() == 0


def test_the_focus_goes_from_picture_to_picture(house: House) -> None:
    page = trends_of(house)
    page.views.lanes.plot.setFocus()
    for view in ("days", "against", "time"):
        page.view.set_value(view)
        done(page)
        assert focused() is page.views.seen.chart()


def test_a_chosen_segment_has_one_ring_around_all_of_them(house: House) -> None:
    page = trends_of(house)
    tab_to("3 months")
    ring = house.window.findChild(FocusRing)
    assert ring.isVisible()
    assert ring.geometry().contains(place_of(page.range))


# marks


def test_the_list_has_the_numbers_of_the_picture_and_all_words(house: House) -> None:
    page = trends_of(house)
    events = page.views.lanes.plot.lanes.events
    rows = [row for row in page.views.marks.rows if row.isVisible()]
    assert [row.event_shown for row in rows] == list(events)[-MOST:]
    for number, row in enumerate(rows, len(events) - len(rows) + 1):
        assert row.accessibleName().startswith(f"{number}, {row.event_shown.words}, ")
        assert row.words.text() == row.event_shown.words


def test_enter_on_a_mark_of_the_list_shows_it_in_the_picture(house: House) -> None:
    page = trends_of(house)
    row = next(row for row in page.views.marks.rows if row.isVisible())
    tab_to(row.accessibleName())
    enter()
    plot = page.views.lanes.plot
    bucket = plot.lanes.buckets[plot.chosen]
    assert bucket.start <= row.event_shown.first <= bucket.end or plot.chosen == 0
    assert page.desk.marks.isVisible()
    press(Qt.Key.Key_Escape)
    assert focused() is row


def test_a_mark_begins_today_with_its_days_side_by_side(house: House) -> None:
    page = trends_of(house)
    page.views.lanes.plot.choose(3)
    button = page.views.marks.add_button
    page.findChild(PageScroll).ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    done(page)
    form = page.desk.form
    assert form.first.value() == TODAY.toordinal()
    assert place_of(form.first.label).y() == place_of(form.last.label).y()
    assert place_of(form.first.frame).y() == place_of(form.last.frame).y()
    assert not house.window.findChild(FocusRing).isVisible()
    type_in("New team")
    QTest.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    done(page)
    assert focused() is page.views.lanes.plot
    assert not house.window.findChild(FocusRing).isVisible()
    assert [one.from_day for one in house.store.marks.all() if one.text == "New team"][-1] == TODAY


# the table


def test_the_first_column_of_a_wide_table_stays_in_sight(house: House) -> None:
    page = trends_of(house, size=(900, 600))
    page.tools.table.click()
    done(page)
    view = page.views.as_table.view
    across = view.horizontalScrollBar()
    assert across.maximum() > 0
    across.setValue(across.maximum())
    names = view.verticalHeader()
    assert names.isVisible()
    assert names.viewport().mapTo(view, QPoint(0, 0)).x() == 0
    assert view.isColumnHidden(0)
    rows = view.table.rows
    assert [view.model().headerData(n, Qt.Orientation.Vertical) for n in range(3)] == [
        row[0] for row in rows[:3]
    ]
    assert view.corner.text == view.table.headings[0]
    assert view.width() == page.views.as_table.width() - 2 * 17


# the side column


@pytest.mark.parametrize("scale", [100, 150])
def test_the_calendar_has_all_its_weeks_and_days_beside_the_lanes(house: House, scale: int) -> None:
    page = trends_of(house, size=(1200 * scale // 100, 800 * scale // 100))
    house.context.preferences.put(text_size=scale)
    done(page)
    picture = page.views.calendar.picture
    assert place_of(picture).left() > place_of(page.views.lanes).right()
    needed = picture.sizeHint()
    assert picture.width() >= needed.width()
    assert picture.height() >= needed.height()
