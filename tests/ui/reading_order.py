"""Whether things follow each other as they are read: down a column, and along a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget


def place(widget: QWidget) -> QRect:
    """Where `widget` lies in its window; what is scrolled out of sight lies where it would be."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def out_of_order(widgets: Sequence[QWidget]) -> list[str]:
    """Which of `widgets` come after something that is read after them."""
    places = [place(widget) for widget in widgets]
    found = []
    for (first, before), (second, after) in combinations(zip(widgets, places, strict=True), 2):
        if _read_first(after, before) and not first.isAncestorOf(second):
            found.append(f"{_words(second)} is above or before {_words(first)}, and comes after it")
    return found


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
