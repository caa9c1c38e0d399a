"""What settles me in the real window: rows by keys, their words and moments, what is missing, a table."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from rewire_app.charts.columns import Range
from rewire_app.ui.base import routes
from rewire_app.ui.charts.saving import as_svg
from rewire_app.ui.charts.settling import SettlingPlot
from rewire_app.ui.moment.form import MomentForm
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.trends.settling_view import SettlingView
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, settle, tab_to, words_of
from tests.ui.journal_room import TODAY
from tests.ui.test_trends import evening, trends_of

USES = {"breathed": 12, "walked away": 7, "scrolled": 5, "made room": 2}


def moments(house: House, uses: dict[str, int] = USES, *, days: int = 40) -> None:
    """So many moments of each kind within the last `days` days, and a diary to look at."""
    number = 0
    for name, count in uses.items():
        for turn in range(count):
            day = TODAY - timedelta(days=1 + number % days)
            minutes = 10 + 7 * (number % 5) + turn
            house.store.moments.add(make.moment(did=(name,), day=day, calm_min=minutes))
            number += 1
    for back in range(2, 12):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))


def settles(house: House) -> tuple[TrendsPage, SettlingView]:
    page = trends_of(house)
    page.view.set_value("settles")
    page.settle()
    page.grab()
    settle()
    view = page.views.by_key["settles"]
    assert isinstance(view, SettlingView)
    return page, view


def test_keys_go_through_the_rows_and_say_each(house: House) -> None:
    house.open()
    moments(house)
    _page, view = settles(house)
    view.plot.setFocus()
    assert view.sentence.text().startswith("When you breathed, calm came after about ")
    press(Qt.Key.Key_Down)
    assert view.sentence.text().startswith("When you walked away, ")
    assert "7 times. Other moments like it: " in view.sentence.text()
    press(Qt.Key.Key_End)
    assert view.sentence.text().startswith("When you scrolled, ")
    press(Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert view.sentence.text().startswith("When you breathed, ")
    press(Qt.Key.Key_Left)
    assert view.plot.shown == 0


def test_a_click_chooses_a_row_and_its_moments_are_a_press_away(house: House) -> None:
    house.open()
    moments(house)
    _page, view = settles(house)
    second = [y for y in range(view.plot.height()) if view.plot.at(QPointF(200, y)) == 1]
    where = QPoint(200, second[len(second) // 2])
    QTest.mouseClick(view.plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert view.plot.chosen == 1
    assert view.opener.button.label == "Choose from 7 days"
    view.plot.setFocus()
    enter()
    assert len(view.opener.days) == 7
    enter()
    assert house.shell.pages.place.page == "journal"


def test_it_says_what_it_cannot_say_and_how_it_was_worked_out(house: House) -> None:
    house.open()
    moments(house)
    page, view = settles(house)
    words = words_of(page)
    assert "You choose what you do by how bad it is, so this is not a comparison of what works." in words
    assert "Too few to draw: Made room for it 2. Drawn from 4 times on." in words
    assert "26 of 26 moments name what you did." in words
    assert "What your notes suggest" not in words
    view.how.toggle()
    settle()
    assert "share its minutes equally" in words_of(page)
    assert view.plot.accessibleDescription().startswith("When you breathed, ")


def test_with_too_few_moments_it_counts_and_says_how_many_so_far(house: House) -> None:
    house.open()
    moments(house, {"breathed": 9, "walked away": 3})
    page, view = settles(house)
    words = words_of(page)
    assert "12 of 20 moments so far." in words
    assert "Breathed: 9 times" in words
    assert "Walked away: 3 times" in words
    assert not view.plot.isVisible()
    assert "The line you chose" not in words
    assert view.chart() is None


def test_a_moment_can_be_added_from_here_and_is_drawn(house: House) -> None:
    house.open()
    moments(house, {"breathed": 19})
    page, view = settles(house)
    assert "19 of 20 moments so far." in words_of(page)
    tab_to("Add a moment")
    enter()
    assert house.shell.pages.place.page == "moment"
    assert house.shell.findChild(MomentForm).isVisible()
    assert focused().accessibleName() == "What set it off?"
    house.store.moments.add(make.moment(did=("breathed",), day=TODAY, calm_min=12))
    house.shell.page("trends").mark_stale()
    _page, view = settles(house)
    assert [row.uses for row in view.plot.picture.rows] == [20]


def test_the_numbers_are_a_table_and_the_picture_can_be_saved(house: House) -> None:
    house.open()
    moments(house)
    page, view = settles(house)
    drawing = as_svg(view.plot, view.title).decode()
    assert "Walked away" in drawing
    assert "7 times" in drawing
    page.tools.table.click()
    settle()
    assert page.views.as_table is not None
    assert view.table().rows[0][0] == "Breathed"
    page.tools.table.click()
    settle()
    assert view.isVisible()
    assert not page.views.side.isVisible()
    page.view.set_value("moments")
    page.settle()
    assert page.views.side.isVisible()


def test_another_range_takes_other_moments(house: House) -> None:
    house.open()
    moments(house, days=26)
    page, view = settles(house)
    assert view.plot.count() == 3
    page.range.set_value(str(Range.MONTH))
    page.settle()
    assert view.plot.count() == 3
    house.store.moments.add(make.moment(did=("walked away",), day=TODAY - timedelta(days=300)))
    page.refresh()
    page.settle()
    assert view.plot.picture.rows[1].uses == 7
    page.range.set_value(str(Range.YEAR))
    page.settle()
    assert view.plot.picture.rows[1].uses == 8


def test_names_stand_above_the_moments_where_there_is_little_room(house: House) -> None:
    house.open()
    moments(house)
    _page, view = settles(house)
    beside = high(view.plot)
    house.window.resize(640, 420)
    settle()
    view.plot.resize(300, 400)
    assert high(view.plot) > beside
    view.plot.grab()


def high(plot: SettlingPlot) -> int:
    """How high the first row is, px."""
    return sum(plot.at(QPointF(200, y)) == 0 for y in range(plot.height()))


def test_the_view_is_there_before_any_moment(house: House) -> None:
    house.open()
    for back in range(2, 12):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page, _view = settles(house)
    assert "0 of 20 moments so far." in words_of(page)
    assert house.shell.pages.place == routes.TRENDS
