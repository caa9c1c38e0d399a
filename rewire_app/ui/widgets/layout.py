"""Filling box layouts in one call: widgets, layouts, gaps in px and stretches, top to bottom or across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import Shiboken

from rewire_app.ui.widgets.theme import theme

QUIET = 13
"""Px from the edge of a quiet button to its words."""
QUIET_END = 11
"""The same at the end of a line, where the words stop just short of the edge."""
CHEVRON = 20
"""Px from the edge of a quiet button to its chevron."""
ICON = 17
"""Px from the edge of an icon button to its chevron."""


def hung(widget: QWidget, *, start: int = 0, end: int = 0) -> QHBoxLayout:
    """`widget` in a line of its own, reaching `start` or `end` px past the sides of that line.

    Both are px of the design. With `end` it fills the line, else it stands at its start.
    """
    across = hbox(-theme.px(start), wide(widget, 1 if end else 0), gap=0)
    if end:
        across.addSpacing(-theme.px(end))
    else:
        across.addStretch(1)
    return across


def clear(layout: QLayout) -> None:
    """Take everything out of `layout`, and out of the layouts in it, for good."""
    for widget in take_out(layout):
        widget.hide()
        widget.deleteLater()


def take_out(layout: QLayout) -> list[QWidget]:
    """The widgets of `layout` and of the layouts in it, which are taken out and stay.

    Each layout is emptied before it goes: of one that Qt deletes full, PySide6 6.10 remembers the items and
    takes what lies there later for one of them, and the program falls (`tests/guards/test_qt_items.py`).
    """
    found = []
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += take_out(inner)
            inner.deleteLater()
    return found


def nest(layout: QBoxLayout | QGridLayout, inner: QLayout, *where: int | Qt.AlignmentFlag) -> None:
    """Put `inner` into `layout`, with its share of the room, or row and column of a grid."""
    layout.addLayout(inner, *where)  # type: ignore[arg-type]
    _forget_items(inner)


def nest_at(layout: QBoxLayout, place: int, inner: QLayout) -> None:
    """Put `inner` into `layout` as the item number `place`, from 0."""
    layout.insertLayout(place, inner)
    _forget_items(inner)


def lay_on(widget: QWidget, layout: QLayout) -> None:
    """Let `layout`, filled already, arrange `widget`."""
    widget.setLayout(layout)
    _forget_items(layout)


def _forget_items(layout: QLayout) -> None:
    """Let Python know nothing of the items that hold widgets in `layout` and inside it.

    A layout that is put into another one gets Python objects for its items. PySide6 6.10 keeps them when Qt
    deletes an item together with its widget, and takes what lies there later for one of them.
    """
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if isinstance(item, QLayout):
            _forget_items(item)
        elif type(item) is QWidgetItem:
            Shiboken.invalidate(item)


Box = TypeVar("Box", bound=QBoxLayout)

Margins = tuple[int, int, int, int]
"""Left, top, right and bottom, px."""


@dataclass(frozen=True, slots=True)
class Slack:
    """Room that gives way, by its share."""

    share: int


@dataclass(frozen=True, slots=True)
class Wide:
    """A widget or layout with its share of the room, and where it stands in it."""

    item: QWidget | QLayout
    share: int
    align: Qt.AlignmentFlag | None


Piece = QWidget | QLayout | int | Slack | Wide
"""What a layout is filled with; a number is a gap in px."""


def stretch(share: int = 1) -> Slack:
    """Room that gives way; with a share of 0 only where nothing else does."""
    return Slack(share)


def wide(item: QWidget | QLayout, share: int = 0, align: Qt.AlignmentFlag | None = None) -> Wide:
    """`item` with its share of the room, and where it stands in it."""
    return Wide(item, share, align)


def put(layout: QBoxLayout, *pieces: Piece) -> None:
    """Add `pieces` to `layout` in their order."""
    for piece in pieces:
        match piece:
            case int():
                layout.addSpacing(piece)
            case Slack(share=share):
                layout.addStretch(share)
            case Wide():
                _put_wide(layout, piece)
            case QWidget():
                layout.addWidget(piece)
            case _:
                nest(layout, piece)


def _put_wide(layout: QBoxLayout, piece: Wide) -> None:
    if isinstance(piece.item, QLayout):
        nest(layout, piece.item, piece.share)
    elif piece.align is None:
        layout.addWidget(piece.item, piece.share)
    else:
        layout.addWidget(piece.item, piece.share, piece.align)


def vbox(
    *pieces: Piece, on: QWidget | None = None, gap: int | None = None, margins: Margins | None = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A layout from top to bottom, `on` a widget or to be put into another; None: as the style has it."""
    return _made(QVBoxLayout(on) if on else QVBoxLayout(), pieces, gap, margins)


def hbox(
    *pieces: Piece, on: QWidget | None = None, gap: int | None = None, margins: Margins | None = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A layout across, in the direction of reading; else as `vbox`."""
    return _made(QHBoxLayout(on) if on else QHBoxLayout(), pieces, gap, margins)


def _made(layout: Box, pieces: tuple[Piece, ...], gap: int | None, margins: Margins | None) -> Box:
    if margins is not None:
        layout.setContentsMargins(*margins)
    if gap is not None:
        layout.setSpacing(gap)
    put(layout, *pieces)
    return layout
