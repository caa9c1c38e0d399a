"""The order of Tab for what joins a page later: as it is read, not as it was made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, joined: QWidget) -> QWidget:
    """Let Tab go from `before` through everything inside `joined`; returns the last widget in that row."""
    last, walk = before, joined.nextInFocusChain()
    found = []
    while walk is not None and walk is not joined:
        if joined.isAncestorOf(walk) and walk.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(walk)
        walk = walk.nextInFocusChain()
    for widget in found:
        QWidget.setTabOrder(last, widget)
        last = widget
    return last


def tab_before(widget: QWidget) -> QWidget:
    """What Tab passes before `widget`; the widget itself when there is nothing else."""
    walk = widget.previousInFocusChain()
    while walk is not None and walk is not widget:
        if walk.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return walk
        walk = walk.previousInFocusChain()
    return widget
