"""The flags above the lanes: each with its words, or several as one with their number where they crowd."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rewire_app.i18n import ngettext
from rewire_app.ui.widgets.base import words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event, Lanes
    from rewire_app.ui.charts.lane_places import Places

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NEAR = 22
"""Flags nearer to each other than this, px, are one."""
LEAST_WORDS, MOST_WORDS = 60, 190
"""Room in px that shortened words need at least, and that words get at most."""
BESIDE, BEFORE, GAP = 14, 8, 10
MOST_LINES = 24
"""Events up to which each has its dotted line through the lanes; then each flag has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One flag at `x` in a `row` with its words from `left` on, for the events of these numbers."""

    x: float
    text: str
    left: float
    width: float
    events: tuple[int, ...]
    row: int = 0

    def covers(self, x: float) -> bool:
        """Whether a click at `x` means this flag."""
        start, end = min(self.left, self.x), max(self.left + self.width, self.x + theme.px(BESIDE))
        return start - 4 <= x <= end + 4


def flags(lanes: Lanes, places: Places) -> tuple[Flag, ...]:
    """The flags of a picture: neighbours are joined until each has room for its words."""
    if places.flag_rows > 1:
        return tuple(_in_row(number, lanes.events, places) for number in range(len(lanes.events)))
    groups = _near(lanes.events, places)
    most = theme.px(MOST_WORDS) if lanes.little is None else places.width
    while True:
        placed = _placed(groups, lanes.events, places, most)
        if isinstance(placed, tuple):
            return placed
        joined = min(placed, len(groups) - 2)
        groups[joined : joined + 2] = [groups[joined] + groups[joined + 1]]


def rows_needed(lanes: Lanes, places: Places) -> int:
    """How many rows the flags of the first days need for all their words; ordinary flags join instead."""
    if lanes.little is None:
        return 1
    whole = tuple(event.words for event in lanes.events)
    beside = tuple(flag.text for flag in flags(lanes, places))
    return 1 if beside == whole else max(1, len(whole))


def _in_row(number: int, events: tuple[Event, ...], places: Places) -> Flag:
    """The flag of one event in a row of its own, its words on the side where there is room."""
    metrics, text = theme.metrics("small"), events[number].words
    x = round(places.x(events[number].x)) + 0.5
    right, left = places.width - x - theme.px(BESIDE), x - theme.px(BEFORE)
    wide = metrics.horizontalAdvance(text)
    room = min(wide, right if right >= min(wide, left) else left)
    start = x + theme.px(BESIDE) if right >= min(wide, left) else x - theme.px(BEFORE) - room
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
    return Flag(x=x, text=shown, left=start, width=room, events=(number,), row=number)


def _near(events: tuple[Event, ...], places: Places) -> list[list[int]]:
    """The events in groups that begin within a flag's width of each other."""
    groups: list[list[int]] = []
    begin = -1e9
    for number in sorted(range(len(events)), key=lambda one: events[one].x):
        x = places.x(events[number].x)
        if x - begin < theme.px(NEAR):
            groups[-1].append(number)
        else:
            groups.append([number])
            begin = x
    return groups


def _placed(
    groups: list[list[int]], events: tuple[Event, ...], places: Places, most: float
) -> tuple[Flag, ...] | int:
    """Every group with its words, or the number of one that has no room and has to join its neighbour."""
    out: list[Flag] = []
    taken, metrics = 0.0, theme.metrics("small")
    starts = [places.x(events[group[0]].x) for group in groups]
    for number, group in enumerate(groups):
        x = round(starts[number]) + 0.5
        text = _text(group, events)
        wide = min(metrics.horizontalAdvance(text), most)
        least = wide if len(group) > 1 else min(wide, float(theme.px(LEAST_WORDS)))
        after = starts[number + 1] - theme.px(GAP) if number + 1 < len(groups) else places.width
        right, left = after - x - theme.px(BESIDE), x - theme.px(BEFORE) - taken
        if right >= wide or (right >= least and right >= left):
            start, room = x + theme.px(BESIDE), min(wide, right)
        elif left >= least:
            room = min(wide, left)
            start = x - theme.px(BEFORE) - room
        elif len(groups) > 1:
            return number
        else:
            start, room = x + theme.px(BESIDE), 0.0
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1) if room else ""
        out.append(Flag(x=x, text=shown, left=start, width=room, events=tuple(group)))
        taken = max(start + room, x + theme.px(BESIDE)) + theme.px(GAP)
    return tuple(out)


def _text(group: list[int], events: tuple[Event, ...]) -> str:
    if len(group) == 1:
        return events[group[0]].words
    return ngettext("{n} mark", "{n} marks", len(group)).format(n=len(group))


def row_height() -> float:
    """The height of one row of flags, px."""
    return theme.line("small") + theme.px(4)


def paint_lines(painter: QPainter, lanes: Lanes, places: Places, shown: tuple[Flag, ...]) -> None:
    """Paint dotted hairlines through the lanes where events begin and end."""
    dots = QPen(theme.color("edge"), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dots.setDashPattern([1.2, 2.4])
    painter.setPen(dots)
    at = [flag.x for flag in shown]
    if len(lanes.events) <= MOST_LINES:
        ends = (x for event in lanes.events for x in (event.x, event.x_end) if x is not None)
        at = [round(places.x(x)) + 0.5 for x in ends]
    for x in at:
        for place in places.lanes:
            painter.drawLine(QPointF(x, place.plot.top() - 4), QPointF(x, place.plot.bottom()))


def paint_flags(painter: QPainter, lanes: Lanes, places: Places, shown: tuple[Flag, ...]) -> None:
    """Paint every flag with its words, and a bar below it as long as what it stands for."""
    if places.flags_y is None:
        return
    high, below = theme.line("small"), places.flags_y + theme.px(10)
    for event in lanes.events:
        if event.x_end is not None:
            x, end = places.x(event.x), places.x(event.x_end)
            painter.fillRect(QRectF(x, below, max(2.0, end - x), 2), theme.color("edge"))
    for each in shown:
        y = places.flags_y + each.row * row_height()
        flag(painter, QPointF(each.x, y))
        if each.text:
            room = QRectF(each.left, y - high / 2, each.width, high)
            words(painter, room, "small", "ink2", each.text, align=LEFT)


def flag(painter: QPainter, at: QPointF) -> None:
    """A small flag; its pole stands at `at`."""
    up, wide = theme.px(7), theme.px(9)
    painter.setPen(QPen(theme.color("ink2"), 1.5))
    painter.drawLine(QPointF(at.x(), at.y() - up), QPointF(at.x(), at.y() + up + 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink2"))
    top = at.y() - up
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(at.x(), top),
                QPointF(at.x() + wide, top),
                QPointF(at.x() + wide - theme.px(3), top + theme.px(4)),
                QPointF(at.x() + wide, top + theme.px(8)),
                QPointF(at.x(), top + theme.px(8)),
            ]
        )
    )
