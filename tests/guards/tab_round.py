"""Everywhere in the window: each stop of Tab has a name, is seen, is large enough, and none is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.exchange.sample.fill import fill
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.charts.calendar_picture import CalendarPicture
from rewire_app.ui.custom.page import CustomPage
from rewire_app.ui.frame.screenshots import PLAYED, to_kind
from rewire_app.ui.journal.night_handle import NightHandle
from rewire_app.ui.practice.state_page import StatePage
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.trends.view_kinds import VIEWS
from rewire_app.ui.widgets.buttons import IconButton, MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.field_frame import FieldBox
from rewire_app.ui.widgets.scroll import PageScroll
from tests.ui.house import House, enter, focused, press, settle, space, tab_to, type_in
from tests.ui.reading_order import out_of_order, told

TODAY = date(2026, 11, 24)
LARGE, SMALL = 44, 35
"""Least height in px of what is pressed: buttons and fields, and the entries of lists."""
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stop of Tab: its kind, its name as screen readers get it, and what is wrong with it."""

    widget: QWidget
    kind: str
    name: str
    faults: tuple[str, ...]


def target(widget: QWidget) -> QWidget:
    """What a person aims at: the box around a line, the frame around segments."""
    around: QWidget | None = widget
    while around is not None:
        if isinstance(around, FieldBox | Segmented):
            return around
        around = around.parentWidget()
    return widget


def in_sight(widget: QWidget) -> QRect:
    """The part of `widget` that scrolled pages around it let be seen, in the window."""
    top = widget.window()
    seen = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not top:
        seen &= QRect(around.mapTo(top, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    return seen & top.rect()


def least_height(widget: QWidget) -> int:
    large = (MainButton, SecondButton, QuietButton, IconButton, QLineEdit, QComboBox)
    return LARGE if isinstance(widget, large) else SMALL


def spoken_name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    return spoken.text(QAccessible.Text.Name)


def spoken_role(widget: QWidget) -> QAccessible.Role:
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    return spoken.role()


def covered(widget: QWidget) -> bool:
    """Whether the part of `widget` that is in sight has something else lying over its middle."""
    found = widget.window().childAt(in_sight(widget).center())
    aim = target(widget)
    return found is None or not (found in (widget, aim) or aim.isAncestorOf(found) or found.isAncestorOf(aim))


def look_at(widget: QWidget) -> Stop:
    name = spoken_name(widget).strip()
    faults = []
    if not name:
        faults.append("has no name")
    if spoken_role(widget) == QAccessible.Role.Client:
        faults.append("does not say what it is")
    if in_sight(widget).isEmpty():
        faults.append("cannot be seen")
    elif covered(widget) and not isinstance(widget, NightHandle):  # two handles may stand at one time
        faults.append("lies behind something")
    height = target(widget).height()
    if isinstance(widget, QAbstractButton | QLineEdit | QComboBox) and height < least_height(widget):
        faults.append(f"is only {height} px high")
    return Stop(widget=widget, kind=type(widget).__name__, name=name, faults=tuple(faults))


def tab() -> QWidget:
    """Press Tab, and give what has the focus then."""
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    return focused()


def walk() -> list[Stop]:
    """Go round by Tab once, wherever the keyboard is, and look at every stop."""
    stops: list[Stop] = []
    passed: list[QWidget] = []
    for _turn in range(MOST):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        assert here is not None, "the keyboard is nowhere"
        if passed and here is passed[-1]:
            continue  # one stop may hold several, as a text holds links
        if here in passed:
            break
        passed.append(here)
        stops.append(look_at(here))
    else:
        raise AssertionError("Tab does not come round")
    left_out = [one for one in reachable() if one not in passed]
    assert not left_out, f"Tab leaves out {[(type(one).__name__, one.accessibleName()) for one in left_out]}"
    return stops


def reachable() -> list[QWidget]:
    """Every widget of the window that is on screen and wants to be a stop of Tab."""
    window = QApplication.activeWindow()
    assert window is not None
    sheet = next((one for one in window.findChildren(QWidget) if type(one).__name__ == "LeaveSheet"), window)
    return [
        one
        for one in sheet.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


def from_the_first(stops: list[QWidget]) -> list[QWidget]:
    """`stops` from the one on that a screen reader comes to first; Tab goes round, it has no beginning."""
    read = {id(widget): number for number, widget in enumerate(stops[0].window().findChildren(QWidget))}
    first = min(range(len(stops)), key=lambda number: read[id(stops[number])])
    return stops[first:] + stops[:first]


def nameless(house: House) -> list[str]:
    """What a screen reader is told can have the focus, and not what it is called."""
    found = []
    for widget in house.window.findChildren(QWidget):
        spoken = QAccessible.queryAccessibleInterface(widget) if widget.isVisible() else None
        if spoken is not None and spoken.state().focusable and not spoken.text(QAccessible.Text.Name):
            around = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(around).__name__}")
    return found


def faults_of(stops: list[Stop]) -> list[str]:
    return [f"{stop.kind} {stop.name!r} {fault}" for stop in stops for fault in stop.faults]


def assert_sound(house: House, least: int = 3) -> None:
    settle()
    stops = walk()
    assert len(stops) >= least
    assert faults_of(stops) == []
    for scroll in house.window.findChildren(PageScroll):
        scroll.verticalScrollBar().setValue(0)  # what is scrolled away stands above the bar over it
    assert out_of_order(from_the_first([stop.widget for stop in stops])) == []
    assert out_of_order(told(shown(house))) == []
    assert nameless(house) == []
    assert house.window.windowTitle() == "Rewire"


def shown(house: House) -> QWidget:
    """The page that is seen, or what lies over all pages."""
    over = house.shell.covers.currentWidget()
    assert over is not None
    page = house.shell.pages.shown
    return page if page is not None and over.isAncestorOf(page) else over


ROUTES = [
    "today",
    "practice",
    routes.CUSTOM,
    routes.NEW_EXERCISE,
    routes.copy("u-chain"),
    routes.pattern(),
    "journal",
    "journal/2026-11-23",
    "experiment",
    "library",
    "library/L07",
    "settings",
    "settings/motion",
    "settings/plan",
    routes.HEALTH_QUESTIONS,
    "settings/data",
    "settings/about",
    "help",
    "lists",
    "lists/ladder",
    "lists/kit",
    "lists/open",
    "lists/dreams",
    "lists/crisis_plan",
    "state",
    routes.practised(),
    routes.exercise("b-paced"),
    routes.exercise("d-tipp"),
    routes.exercise("own-gone"),
]


@pytest.mark.parametrize(
    ("size", "least"),
    [((1200, 800), 8), ((640, 420), 4)],  # a rail has seven stops, Menu and Help now are two
    ids=["wide", "smallest"],
)
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_page(route: Route | str, size: tuple[int, int], least: int, house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    house.go(route)
    assert_sound(house, least)


@pytest.mark.parametrize("size", [(1200, 800), (720, 520)], ids=["wide", "narrow"])
def test_a_practice_that_is_opened(size: tuple[int, int], house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    house.go(routes.practice(house.store.practices.recent(2)[1].uid))
    tab_to("Add a note")
    enter()
    type_in("A line")
    assert_sound(house, 10)


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
def test_an_exercise_in_a_file(size: tuple[int, int], house: House, tmp_path: Path) -> None:
    house.open().resize(*size)
    file = tmp_path / "sent to me.rewire-exercise"
    file.write_text(to_toml(house.context.library.exercise("d-tipp")), "utf-8")
    page = house.go(routes.CUSTOM)
    assert isinstance(page, CustomPage)
    page.preview_file(file)
    settle()
    assert_sound(house, 6)


TREND_VIEWS = tuple(each.key for each in VIEWS)


@pytest.mark.parametrize(("days", "view"), [(3, "time"), *((100, view) for view in TREND_VIEWS)])
def test_trends(days: int, view: str, house: House) -> None:
    house.open()
    fill(house.store, days, 5, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.view.set_value(view)
    page.settle()
    assert_sound(house, 8)


def test_the_forms_of_the_journal(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Note the night")
    enter()
    assert_sound(house, 15)
    tab_to("Add a moment")
    enter()
    assert_sound(house, 30)


@pytest.mark.parametrize("add", [("values", "Add a value"), ("worries", "Put down a worry")])
def test_the_forms_of_the_lists(add: tuple[str, str], house: House) -> None:
    house.open()
    fill(house.store, 40, 5, TODAY)
    house.go(f"lists/{add[0]}")
    tab_to(add[1])
    enter()
    assert_sound(house, 6)


@pytest.mark.parametrize("strength", [3, 10])
def test_what_is_offered_for_a_state(strength: int, house: House) -> None:
    house.open()
    page = house.go("state/tense")
    assert isinstance(page, StatePage)
    page.rating.set_value(strength)
    assert_sound(house, 8)


@pytest.mark.parametrize("route", [routes.pattern(), routes.run("b-paced")], ids=["made", "practised"])
def test_a_breath_that_moves_is_no_stop(route: Route, house: House) -> None:
    house.prepare(motion="full")
    house.open()
    if route == routes.pattern():
        house.go(route)
    else:
        player = house.play("b-paced")
        player.run = to_kind(player.run, ScreenKind.BREATHE)
        player.show_current()
    settle()
    assert house.window.findChildren(QGraphicsView)
    assert_sound(house)


def test_no_control_paints_a_ring_of_its_own(house: House) -> None:
    """There is one ring, laid over; a chosen day in a picture has its mark, a field its cursor."""
    house.open()
    fill(house.store, 40, 5, TODAY)
    looked: set[type] = {CalendarPicture}
    for route in ("practice", "journal", "trends", "library", "settings", routes.NEW_EXERCISE):
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


def test_help_while_one_breathes_and_chooses_a_country(house: House) -> None:
    house.open()
    house.go("help")
    tab_to("Show numbers for another country")
    enter()
    tab_to("Begin, 1 minute")
    enter()
    assert_sound(house)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_first_start(step: int, new_house: House) -> None:
    new_house.open()
    for _step in range(step):
        enter()
    assert_sound(new_house)


@pytest.mark.parametrize(("kind", "exercise"), PLAYED.items(), ids=lambda part: getattr(part, "value", part))
def test_every_kind_of_screen_of_the_player(kind: ScreenKind, exercise: str, house: House) -> None:
    house.open()
    player = house.play(exercise)
    player.run = to_kind(player.run, kind)
    player.show_current()
    assert_sound(house)


def test_the_sheet_that_asks_whether_to_stop(house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("7")
    press(Qt.Key.Key_Escape)
    stops = walk()
    assert {"Go on", "Stop here"} <= {stop.name for stop in stops}
    assert faults_of(stops) == []


def test_the_screen_that_says_why_the_notes_are_shut(house: House) -> None:
    open_vault(house.profile).close()
    ProfileFiles(house.profile).db.unlink()
    house.open_refused()
    assert_sound(house)


def test_the_line_that_offers_to_undo(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Add a moment")
    enter()
    type_in("A bus")
    tab_to("Keep this moment")
    enter()
    tab_to("Undo")
    assert look_at(focused()).faults == ()
    space()
    assert house.store.moments.for_day(TODAY) == []


# the guard itself


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
