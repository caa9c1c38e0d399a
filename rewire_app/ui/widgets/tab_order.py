"""The order of Tab for what joins a page later: as it is read, not as it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QStackedLayout, QWidget

TURNED = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)
"""Directions of a box in which what was put in last is read first."""


def stops_in(whole: QWidget) -> list[QWidget]:
    """Everything inside `whole` that takes the focus or hands it on, in the order in which it was made."""
    return [
        part for part in whole.findChildren(QWidget) if part.window() is whole.window() and _is_stop(part)
    ]


def _is_stop(part: QWidget) -> bool:
    """What is inside a text and hands on to it, as its pane, is none, and a new tie would outlive both."""
    proxy = part.focusProxy()
    if proxy is not None:
        return not proxy.isAncestorOf(part)
    return part.focusPolicy() != Qt.FocusPolicy.NoFocus


def set_tab_order(stops: Sequence[QWidget]) -> None:
    """Let Tab go through `stops` in turn.

    To Qt a group that hands the focus to one of its parts is a stop of its own, wherever it stands. Left
    behind, it leads back to its part, and Tab goes round without the rest: so it moves with its parts. Qt
    moves nothing that takes no focus itself, so for so long such a group does; and when the group hands on
    again, Qt puts it before its first child, which therefore comes along.
    """
    line = list(_with_first_children(stops))
    before = [(part, part.focusProxy(), part.focusPolicy()) for part in line]
    for part, proxy, policy in before:
        if proxy is not None:
            part.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes a null here
        if policy == Qt.FocusPolicy.NoFocus:
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, other in pairwise(line):
        QWidget.setTabOrder(one, other)
    for part, proxy, policy in before:
        if policy == Qt.FocusPolicy.NoFocus:
            part.setFocusPolicy(policy)
        if proxy is not None:
            part.setFocusProxy(proxy)


def _with_first_children(stops: Sequence[QWidget]) -> Iterator[QWidget]:
    known = set(map(id, stops))
    for stop in stops:
        yield stop
        part = stop
        while (proxy := part.focusProxy()) is not None and part.isAncestorOf(proxy):
            part = next(child for child in part.children() if isinstance(child, QWidget))
            if id(part) in known:
                break
            yield part


def tab_after(before: QWidget, joined: QWidget) -> None:
    """Let Tab go from `before` through everything inside `joined`."""
    set_tab_order([before, *stops_in(joined)])


class Arranged(Protocol):
    """A widget that places what is in it without a layout of Qt's."""

    def in_order(self) -> Sequence[QWidget]:
        """What is in it, in the order in which it is read."""


def _arranges(widget: QWidget) -> TypeGuard[Arranged]:
    """Whether it is `Arranged`: by its class, since this is asked of every widget at each press of Tab."""
    return hasattr(type(widget), "in_order")


def _laid_out(layout: QLayout | None, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """The `children` that stand in `layout`, as it is read: a grid by lines, a box from its beginning.

    They are looked up, since PySide6 keeps what a `QLayoutItem` gives beyond the end of its window.
    """
    if layout is None or isinstance(layout, QStackedLayout):  # of a pile only one is seen
        return
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: dict[int, QWidget | QLayout] = {layout.indexOf(part): part for part in children}
    placed |= {layout.indexOf(part): part for part in inner}
    places = sorted(place for place in placed if place >= 0)
    if isinstance(layout, QGridLayout):
        cells = {place: layout.getItemPosition(place) for place in places}
        places.sort(key=lambda place: cells[place])  # type: ignore[arg-type, return-value]  # row, column, ...
    elif isinstance(layout, QBoxLayout) and layout.direction() in TURNED:
        places.reverse()
    for place in places:
        part = placed[place]
        if isinstance(part, QLayout):
            yield from _laid_out(part, children)
        else:
            yield part


def as_read(whole: QWidget) -> Iterator[QWidget]:
    """Everything seen inside `whole`, in the order in which it is read."""
    children = [child for child in whole.children() if isinstance(child, QWidget)]
    for child in list(whole.in_order() if _arranges(whole) else _laid_out(whole.layout(), children)):
        if child.isVisibleTo(whole):
            yield child
            yield from as_read(child)


def arrange(whole: QWidget) -> None:
    """Bring everything seen inside `whole` into reading order, for Tab and for screen readers.

    Both follow the order in which widgets were made, and a form that opens later, or a step that moves, is
    made last wherever it stands.
    """
    # Anew each time: what PySide6 is asked of the chain, it holds beyond the end of the notes.
    set_tab_order(list(_arranged(whole)))


def _arranged(whole: QWidget) -> Iterator[QWidget]:
    """The stops seen inside `whole` as they are read; its children come into that order too."""
    children = [child for child in whole.children() if isinstance(child, QWidget)]
    wanted = list(whole.in_order() if _arranges(whole) else _laid_out(whole.layout(), children))
    known = set(map(id, wanted))
    over = [child for child in children if id(child) not in known]
    if [child for child in children if id(child) in known] != wanted:
        for child in (*wanted, *over):  # what lies over the rest stays there
            child.raise_()
        children = [*wanted, *over]
    for child in children:
        if child.isVisible() and not getattr(child, "stands_apart", False):
            if _is_stop(child):
                yield child
            yield from _arranged(child)
        held = getattr(child, "held", None)
        if isinstance(held, QWidget) and held.isVisible():  # it lies elsewhere, and is read here
            if _is_stop(held):
                yield held
            yield from _arranged(held)
