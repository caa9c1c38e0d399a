"""Whether things follow each other as they are read: down a column, and along a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget


def place(widget: QWidget) -> QRect:
    """Where `widget` lies in its window; what is scrolled out of sight lies where it would be."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def out_of_order(widgets: Sequence[QWidget]) -> list[str]:
    """Which of `widgets` come after something that is read after them.

    What is pinned over what scrolls lies now here, now there, and is read where its room is.
    """
    found = []
    for first, second in combinations([one for one in widgets if not _apart(one)], 2):
        before, after = _places(first, second)
        if _read_first(after, before) and not first.isAncestorOf(second):
            found.append(f"{_words(second)} is above or before {_words(first)}, and comes after it")
    return found


def _apart(widget: QWidget | None) -> bool:
    """Whether `widget`, or what it is in, lies elsewhere than where it is read."""
    return widget is not None and (getattr(widget, "stands_apart", False) or _apart(widget.parentWidget()))


def _scrolling(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _places(first: QWidget, second: QWidget) -> tuple[QRect, QRect]:
    """Where both lie; of what scrolls by itself, all lies where it can be seen."""
    one, other = _scrolling(first), _scrolling(second)
    if one is other:
        return place(first), place(second)
    return place(first if one is None else one), place(second if other is None else other)


def _read_first(one: QRect, other: QRect) -> bool:
    """Whether `one` is read before `other`: above it in its column, or before it in its line."""
    across = min(one.right(), other.right()) - max(one.left(), other.left())
    down = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if across > 0 and down <= 0:
        return one.top() < other.top()
    return down > min(one.height(), other.height()) / 2 and across <= 0 and one.left() < other.left()


def _words(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")
    return f"{type(widget).__name__} {said!r}"


def told(whole: QWidget) -> list[QWidget]:
    """What a screen reader is told of inside `whole`, in its order: what has a name or words."""
    found = []
    for child in whole.children():
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        inner = told(child)
        if inner:
            found += inner
        elif child.accessibleName() or (isinstance(child, QLabel) and child.text()):
            found.append(child)
    return found
