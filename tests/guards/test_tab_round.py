"""The guard of Tab itself: it finds what it is there for, and nobody paints a ring of their own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.base import routes
from rewire_app.ui.charts.calendar_picture import CalendarPicture
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.buttons import SecondButton
from tests.guards.tab_round import look_at, tab
from tests.ui.house import House, focused

TODAY = date(2026, 11, 24)


def test_the_guard_finds_what_has_no_name(house: House) -> None:
    house.open()
    button = SecondButton("Words", house.shell)
    button.setGeometry(QRect(300, 300, 100, 20))
    button.setAccessibleName("")
    button.setText("")
    button.show()
    assert look_at(button).faults == ("has no name", "is only 20 px high")


def test_the_guard_finds_what_lies_behind(house: House) -> None:
    house.open()
    button = SecondButton("Behind", house.shell)
    button.move(QPoint(300, 300))
    button.resize(200, 50)
    button.show()
    button.raise_()
    assert look_at(button).faults == ()
    front = QWidget(house.shell)
    front.setGeometry(button.geometry())
    front.show()
    assert "lies behind something" in look_at(button).faults or "cannot be seen" in look_at(button).faults


def test_no_control_paints_a_ring_of_its_own(house: House) -> None:
    """There is one ring, laid over; a chosen day in a picture has its mark, a field its cursor."""
    house.open()
    fill(house.store, 40, 5, TODAY)
    looked: set[type] = {CalendarPicture}
    pages = ("practice", "journal", "finding/list", "evening", "questionnaires", "trends", "library")
    for route in (*pages, "settings", routes.NEW_EXERCISE):
        page = house.go(route)
        if isinstance(page, TrendsPage):
            page.settle()
        stops: list[QWidget] = []
        while (here := tab()) not in stops:
            stops.append(here)
            if type(here) in looked or isinstance(here, QLineEdit | QTextEdit):
                continue
            looked.add(type(here))
            with_focus = here.grab().toImage()
            tab()
            assert here.grab().toImage() == with_focus, f"{type(here).__name__} {here.accessibleName()!r}"
            QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert len(looked) > 15
