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
        for part in whole.findChildren(QWidget)
        if part.window() is whole.window()
        and (part.focusPolicy() != Qt.FocusPolicy.NoFocus or part.focusProxy() is not None)
    ]


def set_tab_order(stops: Sequence[QWidget]) -> None:
    """Let Tab go through `stops` in turn.

    To Qt a group that hands the focus to one of its parts is a stop of its own, wherever it stands. Left
    behind, it leads back to its part, and Tab goes round without the rest: so it moves with its parts.
    """
    handing_on = [(stop, part) for stop in stops if (part := stop.focusProxy()) is not None]
    for stop, _part in handing_on:
        stop.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes a null here
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
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
