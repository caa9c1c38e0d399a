"""The order of Tab for what joins a page later: as it is read, not as it was made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(whole: QWidget) -> list[QWidget]:
    """Everything inside `whole` that takes the focus or hands it on, in the order in which it was made."""
    return [
        part
        for part in _parts_of(whole)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus or part.focusProxy() is not None
    ]


def _parts_of(whole: QWidget) -> list[QWidget]:
    """Everything inside `whole` that is no window of its own, as a list that drops down is."""
    return [part for part in whole.findChildren(QWidget) if part.window() is whole.window()]


def set_tab_order(stops: Sequence[QWidget]) -> None:
    """Let Tab go through `stops` in turn.

    To Qt a group that hands the focus to one of its parts is a stop of its own, wherever it stands. Left
    behind, it leads back to its part, and Tab goes round without the rest: so it moves with its parts. When
    it hands on again, Qt puts it where the first thing in it stands, be that a label: so those move as well.
    Qt moves nothing that takes no focus itself, and does not say so: until all have moved, each takes it.
    """
    groups = {stop: [stop, *_parts_of(stop)] for stop in stops if stop.focusProxy() is not None}
    moving = list(dict.fromkeys(part for stop in stops for part in groups.get(stop, [stop])))
    handing_on = [(stop, part) for stop in moving if (part := stop.focusProxy()) is not None]
    for stop, _part in handing_on:
        stop.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes a null here
    quiet = [stop for stop in moving if stop.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for stop in quiet:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(moving):
        QWidget.setTabOrder(before, after)
    for stop in quiet:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for stop, part in handing_on:
        stop.setFocusProxy(part)


def tab_after(before: QWidget, joined: QWidget) -> None:
    """Let Tab go from `before` through everything inside `joined`."""
    set_tab_order([before, *stops_in(joined)])


def tab_before(widget: QWidget) -> QWidget:
    """What Tab passes before `widget`; the widget itself when there is nothing else."""
    walk = widget.previousInFocusChain()
    while walk is not None and walk is not widget:
        if walk.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return walk
        walk = walk.previousInFocusChain()
    return widget
