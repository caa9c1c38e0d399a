"""Trends in the real window: new notes appear, keys move, tables open, nothing runs when idle."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete, isValid

from rewire_app.charts.comparison import comparison
from rewire_app.domain.days import instant
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.exchange.sample.fill import fill
from rewire_app.reports.trends import read_notes
from rewire_app.ui.base import routes
from rewire_app.ui.trends.finding_card import FindingCard
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import House, press, settle, words_of

TODAY = date(2026, 11, 24)


def trends_of(house: House) -> TrendsPage:
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.grab()
    settle()
    return page


def fill_days(house: House, days: int) -> None:
    fill(house.store, days, 7, TODAY)


def evening(day: date, reactivity: int) -> DayEntry:
    at = instant(datetime.combine(day, time(21), UTC))
    return DayEntry(uid=new_uid(at), day=day, at=at, reactivity=reactivity)


def test_a_new_evening_check_appears_in_the_picture(house: House) -> None:
    house.open()
    for back in range(2, 32):  # up to last Sunday
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page = trends_of(house)
    plot = page.views.lanes.plot
    before = plot.lanes.lanes[0].marks[0]
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 9))
    page.settle()
    after = plot.lanes.lanes[0].marks[0]
    last = len(plot.lanes.buckets) - 1
    assert last not in before.x
    assert (after.x[-1], after.y[-1], after.hollow[-1]) == (last, 9, True)
    house.context.hub.undo()
    page.settle()
    assert plot.lanes.lanes[0].marks[0] == before


def test_keys_move_the_selection_and_the_readout(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    card = page.views.lanes
    buckets = card.plot.lanes.buckets
    card.plot.setFocus()
    assert card.readout.text.text() == buckets[-1].sentence
    press(Qt.Key.Key_Left)
    assert card.readout.text.text() == buckets[-2].sentence
    press(Qt.Key.Key_Home)
    assert card.readout.text.text() == buckets[0].sentence
    press(Qt.Key.Key_Left)
    assert card.plot.shown == 0
    press(Qt.Key.Key_Right)
    assert card.readout.text.text() == buckets[1].sentence
    press(Qt.Key.Key_End)
    assert card.plot.shown == len(buckets) - 1


def test_the_mouse_looks_and_a_click_chooses(house: House, qtbot) -> None:
    house.open()
    fill_days(house, 100)
    plot = trends_of(house).views.lanes.plot
    at = plot.rect().center()
    at.setX(round(plot.places.x(3)))
    qtbot.mouseMove(plot, at)
    assert plot.shown == 3
    QApplication.sendEvent(plot, _leave())
    assert plot.shown == len(plot.lanes.buckets) - 1
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    QApplication.sendEvent(plot, _leave())
    assert plot.shown == 3


def _leave():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.Leave)


def test_a_chosen_column_stays_chosen_when_something_is_noted(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    page.views.lanes.plot.choose(2)
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 4))
    page.settle()
    assert page.views.lanes.plot.chosen == 2


@pytest.mark.parametrize("chosen", ["1 month", "3 months", "1 year", "all"])
def test_every_range_shows_its_columns_and_the_newest_choice_wins(house: House, chosen: str) -> None:
    house.open()
    fill_days(house, 120)
    page = trends_of(house)
    for passing in ("all", "1 month"):
        page.range.set_value(passing)
    page.range.set_value(chosen)
    page.settle()
    expected = {"1 month": 31, "3 months": 14, "1 year": 52, "all": 18}[chosen]
    assert len(page.views.lanes.plot.lanes.buckets) == expected


def test_a_change_of_range_keeps_the_verdict(house: House) -> None:
    house.open()
    fill_days(house, 200)
    page = trends_of(house)
    sentence = page.views.insight.words.sentence.text()
    assert sentence
    page.range.set_value("1 month")
    page.settle()
    assert page.views.insight.words.sentence.text() == sentence


def test_the_insight_says_how_it_was_worked_out_without_a_p_value(house: House) -> None:
    house.open()
    fill_days(house, 200)
    page = trends_of(house)
    verdict = page.views.insight.words.finding
    card = page.views.insight.words
    assert card.sentence.text() == verdict.sentence
    assert verdict.step_word in card.level.text()
    assert verdict.basis in card.level.text()
    card.how.toggle()
    shown = words_of(page)
    for number in verdict.worked_out.numbers:
        assert number in shown
    assert "p-value" not in shown
    assert "p =" not in shown


def test_the_reasons_of_consistency_unfold(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    card = page.views.consistency
    now = page.views.lanes.picture.consistency
    assert now.share_why not in words_of(page)
    card.share_why.button.click()
    assert now.share_why in words_of(page)
    assert "open" in card.share_why.button.accessibleDescription()
    card.share_why.button.click()
    assert now.share_why not in words_of(page)


def test_a_table_has_the_whole_width_and_is_copied_as_text(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    assert page.views.as_table is None
    page.tools.table.click()
    card = page.views.as_table
    assert page.tools.table.label == "As a picture"
    assert card.view.table == page.views.lanes.plot.lanes.table
    assert card.width() == page.views.width()
    assert not page.views.lanes.isVisible()
    assert not page.views.insight.isVisible()
    page.range.set_value("1 year")
    page.settle()
    assert card.view.table == page.views.lanes.plot.lanes.table
    assert len(card.view.table.rows) == 52
    menu = page.tools.more.menu_now()
    next(action for action in menu.actions() if action.text() == "Copy as text").trigger()
    assert QGuiApplication.clipboard().text() == card.view.table.as_text()
    page.tools.table.click()
    assert page.views.as_table is None
    assert page.views.lanes.isVisible()


def test_the_second_view_draws_practice_against_reactivity(house: House) -> None:
    house.open()
    fill_days(house, 200)
    page = trends_of(house)
    page.view.set_value("against")
    page.tools.of_practice.set_value("against")
    page.settle()
    page.grab()
    card = page.views.by_key["against"].card
    assert card.isVisible()
    assert not page.views.lanes.isVisible()
    assert page.range.isVisible()
    assert not page.range.isEnabled()
    today = TODAY.toordinal()
    made = comparison(read_notes(house.context.vault, today), today)
    scatter = made.scatter()
    assert card.plot.scatter.points == scatter.points
    assert card.readout.text.text() == scatter.based_on
    card.plot.setFocus()
    press(Qt.Key.Key_Right)
    assert card.readout.text.text() == scatter.points[0].words
    page.unit.set_value("weeks")
    assert card.plot.scatter.points == made.scatter(weekly=True).points
    page.view.set_value("time")
    page.settle()
    assert page.views.lanes.isVisible()
    assert page.range.isEnabled()


def test_little_is_shown_kindly_and_leads_to_tonights_note(house: House, qtbot) -> None:
    house.open()
    for back in (1, 0):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page = trends_of(house)
    assert "There is little to see yet, and that is fine." in words_of(page)
    assert not page.range.isVisible()
    with qtbot.waitSignal(page.go) as asked:
        page.little.button.click()
    assert asked.args == [routes.evening(TODAY)]


def test_with_the_seventh_day_the_ordinary_lanes_begin(house: House) -> None:
    house.open()
    for back in range(1, 7):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page = trends_of(house)
    assert page.little.isVisible()
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 5))
    page.settle()
    assert not page.little.isVisible()
    assert page.views.isVisible()
    assert page.range.isVisible()


def test_old_notes_alone_are_not_called_little(house: House) -> None:
    house.open()
    for back in range(300, 320):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page = trends_of(house)
    assert page.views.isVisible()


def test_a_change_of_theme_and_text_size_repaints(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    plot = page.views.lanes.plot
    light = plot.grab().toImage().pixelColor(2, 2)
    assert light == theme.color("surface")
    house.context.preferences.put(theme="dark", text_size=150)
    page.settle()
    page.grab()
    assert plot.grab().toImage().pixelColor(2, 2) == theme.color("surface") != light


def test_the_side_column_goes_below_in_a_narrow_window(house: House) -> None:
    window = house.open()
    fill_days(house, 100)
    page = trends_of(house)
    views = page.views
    window.resize(1200, 800)
    settle()
    assert views.side.x() > views.lanes.x()
    window.resize(900, 600)
    settle()
    assert views.side.y() >= views.lanes.geometry().bottom()


def cut_labels(page: TrendsPage) -> list[str]:
    """The words on screen that have less height than they need."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in labels if each.height() < max(0, each.heightForWidth(each.width()))]


def test_no_words_are_cut_while_the_contents_arrive(house: House) -> None:
    house.open().resize(1200, 800)
    fill_days(house, 100)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    while not any(card.words.finding for card in page.findChildren(FindingCard)):
        QApplication.processEvents()
        assert not cut_labels(page)
    assert page.views.lanes.picture is not None


@pytest.mark.parametrize(("width", "height", "scale"), [(1200, 800, 100), (900, 600, 150)])
def test_what_stands_below_the_calendar_is_not_cut_off(
    house: House, width: int, height: int, scale: int
) -> None:
    house.open().resize(width, height)
    house.context.preferences.put(text_size=scale)
    fill_days(house, 30)
    page = trends_of(house)
    below = page.views.calendar.below
    for button in (below.button, below.save_button):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= button.parentWidget().width()
    assert not below.button.geometry().intersects(below.save_button.geometry())


def test_the_picture_is_described_for_those_who_do_not_see_it(house: House) -> None:
    house.open()
    fill_days(house, 100)
    plot = trends_of(house).views.lanes.plot
    assert plot.accessibleName() == "Trends over time"
    assert plot.accessibleDescription().startswith(plot.lanes.summary)


def test_nothing_runs_once_the_page_is_shown(house: House) -> None:
    house.open()
    fill_days(house, 100)
    page = trends_of(house)
    assert "trends" not in {thread.name for thread in threading.enumerate()}
    running = [
        timer
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and isValid(timer) and timer.isActive() and not timer.isSingleShot()
    ]
    assert running == []
    assert [timer for timer in page.findChildren(QTimer) if timer.isActive()] == []


def test_a_page_that_goes_while_it_reads_is_not_spoken_to(house: House) -> None:
    house.open()
    fill_days(house, 60)
    page = TrendsPage(house.context)
    page.renew()
    for thread in threading.enumerate():
        if thread.name == "trends":
            thread.join()
    delete(page)
    settle()  # what the thread made arrives now; a slot that fails fails the test


def test_nothing_heavy_is_imported_before_the_first_look() -> None:
    code = (
        "import sys; import rewire_app.ui.frame.shell, rewire_app.ui.trends.page; "
        "print([name for name in ('numpy', 'pyqtgraph') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "[]"


OPENED = """
import sys
from rewire_app.app import application
from rewire_app.settings import Settings
from rewire_app.ui.frame.screenshots import ROUTES, opened, settle
from rewire_app.ui.trends.page import TrendsPage
qt = application()
with opened(qt, Settings(set_up=True, country="US"), (1200, 800), filled=True) as window:
    window.go(ROUTES["trends"])
    page = window.findChild(TrendsPage)
    page.settle()
    settle(qt)
    print([page.views.lanes.plot.isVisible(), "pyqtgraph" in sys.modules])
"""


def test_over_time_is_painted_without_the_library_of_the_other_pictures() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "[True, False]"
