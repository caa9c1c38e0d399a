"""What painted widgets are to a screen reader: a role, a value, the level of a heading, a press.

A widget says so in plain words, so that it need not load Qt's types for it: `spoken` is the name of a role
and `spoken_level` the level of a heading. Both are there before its name is given: Qt asks then. A `Valued`
one has a number besides, a `Worded` one makes its description when it is asked for, so that a change of its
number is not told twice.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleValueInterface,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QLabel, QWidget
from shiboken6 import Shiboken

from rewire_app.i18n import _
from rewire_app.ui.widgets.tab_order import arrange

CHOSEN = (QAccessible.Role.PageTab, QAccessible.Role.ListItem)
"""Roles of which one is selected, not ticked."""
PRESSED = (QAccessible.Role.Button, QAccessible.Role.RadioButton, *CHOSEN)
"""Roles that have a press."""


@runtime_checkable
class Valued(Protocol):
    """A widget with a number that a screen reader can read and set."""

    def value(self) -> int | None:
        """The number, or None while there is none."""

    def set_value(self, value: int) -> None:
        """Take another number."""

    def spoken_span(self) -> tuple[int, int, int]:
        """The least and the largest number, and what one step is."""


@runtime_checkable
class Worded(Protocol):
    """A widget that says what it shows when it is asked."""

    def spoken_words(self) -> str:
        """What it shows, in words."""


class SpokenValue(QAccessibleValueInterface):
    """The number of a `Valued` widget; none yet is told as the least, and in words by the description."""

    def __init__(self, whole: SpokenWidget) -> None:
        super().__init__()
        self._whole = whole

    def _valued(self) -> Valued:
        widget = self._whole.widget()
        assert isinstance(widget, Valued)
        return widget

    def currentValue(self) -> int:
        value = self._valued().value()
        return self.minimumValue() if value is None else value

    def setCurrentValue(self, value: float) -> None:
        self._valued().set_value(round(value))

    def minimumValue(self) -> int:
        return self._valued().spoken_span()[0]

    def maximumValue(self) -> int:
        return self._valued().spoken_span()[1]

    def minimumStepSize(self) -> int:
        return self._valued().spoken_span()[2]


class SpokenLevel(QAccessibleAttributesInterface):
    """The level of a heading."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._level if key == QAccessible.Attribute.Level else None


class SpokenWidget(QAccessibleWidget):
    """A widget as its attributes tell it."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role, "")
        # Two bases crash: what more it can is an object of its own, handed to Qt by its address.
        self._more: dict[QAccessible.InterfaceType, SpokenValue | SpokenLevel] = {}
        if isinstance(widget, Valued):
            self._more[QAccessible.InterfaceType.ValueInterface] = SpokenValue(self)
        level = getattr(widget, "spoken_level", 0)
        if level:
            self._more[QAccessible.InterfaceType.AttributesInterface] = SpokenLevel(level)

    def let_go(self) -> None:
        """Be next to nothing from now on: PySide6 never frees what a factory gave."""
        self._more.clear()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]
        """An address: PySide6 says it is a number, takes only a `VoidPtr`, and falls over None."""
        more = self._more.get(kind)
        if more is not None:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(more)[0])
        known: Any = super().interface_cast(kind)
        return Shiboken.VoidPtr(0) if known is None else known

    def text(self, part: QAccessible.Text) -> str:
        said, widget = super().text(part), self.widget()
        if part == QAccessible.Text.Name and not said and isinstance(widget, QLabel):
            return widget.text()
        if part in (QAccessible.Text.Description, QAccessible.Text.Value) and isinstance(widget, Worded):
            return widget.spoken_words()
        if part == QAccessible.Text.Description and self.role() == QAccessible.Role.RadioButton:
            return ". ".join(filter(None, (_place(widget), said)))
        return said

    def state(self) -> QAccessible.State:
        state, widget = super().state(), self.widget()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            if self.role() in CHOSEN:
                state.selectable, state.selected = 1, int(widget.isChecked())
            else:
                state.checkable, state.checked = 1, int(widget.isChecked())
        return state

    def childCount(self) -> int:
        if self.role() == QAccessible.Role.Pane:
            arrange(self.widget())
        return super().childCount()

    def actionNames(self) -> list[str]:
        names = super().actionNames()
        return [self.pressAction(), *names] if self.role() in PRESSED else names

    def doAction(self, name: str) -> None:
        widget = self.widget()
        if name != self.pressAction():
            super().doAction(name)
        elif isinstance(widget, QAbstractButton):
            widget.click()
        elif widget.isEnabled():
            enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(widget, enter)


def _place(widget: QWidget) -> str:
    """Which of the few beside it this one is: "2 of 5"."""
    around = widget.parentWidget()
    beside = [
        one
        for one in (around.children() if around is not None else [])
        if isinstance(one, QWidget) and getattr(one, "spoken", "") == "RadioButton" and not one.isHidden()
    ]
    return (
        _("{n} of {count}").format(n=beside.index(widget) + 1, count=len(beside)) if widget in beside else ""
    )


_kept: list[SpokenWidget] = []
"""Qt deletes what it was given, Python must not do so before: each stays here until Qt has."""


def _speak(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not (role := getattr(thing, "spoken", "")):
        return None
    for gone in [one for one in _kept if not Shiboken.isValid(one)]:
        gone.let_go()
        _kept.remove(gone)
    _kept.append(SpokenWidget(thing, QAccessible.Role[role]))
    return _kept[-1]


@cache
def install() -> None:
    """Let Qt ask the widgets of Rewire what they are, before the first is shown; once for the program."""
    QAccessible.installFactory(_speak)
