"""Goes round the window by Tab and looks at every stop: its name, whether it is seen, how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from rewire_app.ui.journal.night_handle import NightHandle
from rewire_app.ui.widgets.buttons import IconButton, MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.field_frame import FieldBox
from rewire_app.ui.widgets.scroll import PageScroll
from tests.ui.house import House, focused, settle
from tests.ui.reading_order import out_of_order, told

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
    """Nothing is unsound where the window stands, and Tab stops at `least` so often."""
    assert unsound_at(house, least) == []


def unsound_at(house: House, least: int = 3) -> list[str]:
    """All that is wrong where the window stands, for keys and for screen readers."""
    settle()
    stops = walk()
    found = faults_of(stops)
    if len(stops) < least:
        found.append(f"only {len(stops)} stops")
    for scroll in house.window.findChildren(PageScroll):
        scroll.verticalScrollBar().setValue(0)  # what is scrolled away stands above the bar over it
    found += out_of_order(from_the_first([stop.widget for stop in stops]))
    found += out_of_order(told(shown(house)))
    found += nameless(house)
    if house.window.windowTitle() != "Rewire":
        found.append(f"the window is called {house.window.windowTitle()!r}")
    return found


def shown(house: House) -> QWidget:
    """The page that is seen, or what lies over all pages."""
    over = house.shell.covers.currentWidget()
    assert over is not None
    page = house.shell.pages.shown
    return page if page is not None and over.isAncestorOf(page) else over
