"""Marks of events as numbers above the lanes: where each stands, and the bands of those that last.

A number stands over the day its event began on. Numbers that would touch move aside, in order, as little as
they have to; events that begin at the same place share a mark, as 4 to 7. The list beside says the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rewire_app.i18n import _
from rewire_app.ui.charts.lane_places import Flag
from rewire_app.ui.widgets.base import box, ground, words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event, Lanes
    from rewire_app.ui.charts.lane_places import Places

WIDE, HIGH, RADIUS, PAD = 22, 20, 6, 6
APART = 4
"""Px between two number marks at least."""
SAME = 10
"""Events whose lines are nearer to each other than this, px, share a mark."""
NEAR = 3
"""Px beside its line or band that a number still counts as over it."""
BRACKET, LEG = 14, 5
"""Px from the middle of the numbers down to the bracket of a span, and how far its ends reach up."""
MOST_LINES = 24
"""Events up to which each has its dotted line through the lanes; then each mark has one."""


def number_marks(lanes: Lanes, places: Places) -> tuple[Flag, ...]:
    """The marks of all events from left to right; none touches another, and each is over its place."""
    groups = _groups(lanes.events, places)
    while True:
        marks = _placed(groups, lanes, places)
        joined = _joined(groups, marks, lanes, places)
        if len(joined) == len(groups):
            return marks
        groups = joined


def _placed(groups: list[list[int]], lanes: Lanes, places: Places) -> tuple[Flag, ...]:
    wide = [mark_width(_text(group)) for group in groups]
    wanted = [
        _middle(lanes.events[group[0]], lanes, places) - each / 2
        for group, each in zip(groups, wide, strict=True)
    ]
    return tuple(
        Flag(
            x=round(places.x(lanes.events[group[0]].x)) + 0.5,
            text=_text(group),
            left=round(left),
            width=each,
            events=tuple(group),
        )
        for group, left, each in zip(groups, _aside(wanted, wide, places.width), wide, strict=True)
    )


def _joined(
    groups: list[list[int]], marks: tuple[Flag, ...], lanes: Lanes, places: Places
) -> list[list[int]]:
    """The groups with neighbours joined where one was moved so far aside that it is over another place."""
    away = [not _over_its_place(mark, lanes, places) for mark in marks]
    out: list[list[int]] = []
    number = 0
    while number < len(groups):
        after = number + 1
        near = after < len(groups) and marks[after].left - marks[number].left - marks[number].width
        if after < len(groups) and near <= theme.px(APART) + 1 and (away[number] or away[after]):
            out.append(groups[number] + groups[after])
            number += 2
        else:
            out.append(groups[number])
            number += 1
    return out


def _over_its_place(mark: Flag, lanes: Lanes, places: Places) -> bool:
    """Whether a number is over the line or the band of one of its events."""
    near = theme.px(NEAR)
    for number in mark.events:
        event = lanes.events[number]
        at = (places.x(event.x),) * 2 if event.x_end is None else span_of(event, lanes, places)
        if mark.left - near <= at[1] and at[0] <= mark.left + mark.width + near:
            return True
    return False


def _groups(events: tuple[Event, ...], places: Places) -> list[list[int]]:
    """The events in groups that begin at the same place, as far as can be seen."""
    groups: list[list[int]] = []
    for number, event in enumerate(events):
        if groups and abs(places.x(event.x) - places.x(events[groups[-1][0]].x)) < theme.px(SAME):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _text(group: list[int]) -> str:
    first, last = group[0] + 1, group[-1] + 1
    return str(first) if first == last else _("{first}\u2013{last}").format(first=first, last=last)


def mark_width(text: str) -> float:
    """How wide the box of a number is, px."""
    return float(
        max(theme.px(WIDE), round(theme.metrics("tick_strong").horizontalAdvance(text)) + theme.px(2 * PAD))
    )


def _middle(event: Event, lanes: Lanes, places: Places) -> float:
    """Over the line of an event, and over the middle of one that lasts."""
    if event.x_end is None:
        return places.x(event.x)
    left, right = span_of(event, lanes, places)
    return (left + right) / 2


def _aside(wanted: list[float], wide: list[float], room: float) -> list[float]:
    """Left edges as near as can be to those that are wanted, in order, apart, and within `room` px.

    Neighbours that would touch stand together around the average of where they want to be.
    """
    gap, before, offsets = theme.px(APART), 0.0, []
    for each in wide:
        offsets.append(before)
        before += each + gap
    blocks: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        value, count = place - offset, 1
        while blocks and blocks[-1][0] > value:
            other, many = blocks.pop()
            value, count = (value * count + other * many) / (count + many), count + many
        blocks.append((value, count))
    most = room - (before - gap)
    shifts = [min(max(0.0, value), most) for value, count in blocks for _one in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


# what lasts


def span_of(event: Event, lanes: Lanes, places: Places) -> tuple[float, float]:
    """From the beginning of the first day of an event to the end of its last, px from the left."""
    assert event.x_end is not None
    ends = []
    for x, side in ((event.x, -0.5), (event.x_end, 0.5)):
        bucket = lanes.buckets[min(max(0, int(x + 0.5)), len(lanes.buckets) - 1)]
        ends.append(places.x(x + side / (bucket.end - bucket.start + 1)))
    return max(places.left, ends[0]), min(places.right, max(ends[1], ends[0] + 2))


def paint_spans(painter: QPainter, lanes: Lanes, places: Places) -> None:
    """Paint the bands of events that last, through all lanes, and a bracket over each."""
    for event in lanes.events:
        if event.x_end is None:
            continue
        left, right = span_of(event, lanes, places)
        for place in places.lanes:
            ground(painter, place.band(left, right - left), 0)
        if places.flags_y is not None:
            _bracket(painter, left, right, round(places.flags_y) + theme.px(BRACKET))


def _bracket(painter: QPainter, left: float, right: float, y: float) -> None:
    color, leg = theme.color("ink2"), theme.px(LEG)
    left, right = round(left), round(right)
    painter.fillRect(QRectF(left, y, right - left, 2), color)
    for x in (left, right - 1):
        painter.fillRect(QRectF(x, y - leg + 2, 1, leg), color)


# painting


def paint_lines(painter: QPainter, lanes: Lanes, places: Places, shown: tuple[Flag, ...]) -> None:
    """Paint dotted hairlines through the lanes on the day of each event that does not last."""
    dots = QPen(theme.color("edge"), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dots.setDashPattern([1.2, 2.4])
    painter.setPen(dots)
    each = (
        lanes.events if len(lanes.events) <= MOST_LINES else [lanes.events[mark.events[0]] for mark in shown]
    )
    for event in each:
        if event.x_end is None:
            x = round(places.x(event.x)) + 0.5
            for place in places.lanes:
                painter.drawLine(QPointF(x, place.plot.top() - 4), QPointF(x, place.plot.bottom()))


def paint_marks(painter: QPainter, lanes: Lanes, places: Places, shown: tuple[Flag, ...]) -> None:
    """Paint every number in its box: on the surface for a day, sunken for what lasts."""
    if places.flags_y is None:
        return
    for mark in shown:
        lasts = all(lanes.events[number].x_end is not None for number in mark.events)
        number_box(
            painter,
            QRectF(mark.left, round(places.flags_y) - theme.px(HIGH) / 2, mark.width, theme.px(HIGH)),
            mark.text,
            lasts=lasts,
        )


def number_box(painter: QPainter, where: QRectF, text: str, *, lasts: bool) -> None:
    """Paint one number mark."""
    box(painter, where, theme.px(RADIUS), theme.color("sunken" if lasts else "surface"), theme.color("ink2"))
    words(painter, where, "tick_strong", "ink", text)
