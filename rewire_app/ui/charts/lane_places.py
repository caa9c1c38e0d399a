"""Where everything in the stacked lanes lies, in pixels: lanes, labels, and the flags above them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from rewire_app.i18n import ngettext
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event, Lane, Lanes

ONE_BLOCK = 24
"""The height of a lane that holds one block a column at most."""
BAND_REACH = 6
"""How far the band of the selected column reaches beyond a lane, above and below."""
NEAR = 22
"""Flags nearer to each other than this, px, are one."""
LEAST_WORDS, MOST_WORDS = 60, 190
"""Room in px that shortened words need at least, and that words get at most."""
BESIDE, BEFORE, GAP = 14, 8, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePlace:
    """One lane: where its title begins, the middle of the title line, and the field of its marks.

    `below`: the explanation does not fit beside the title and stands under it, in as many `lines`.
    """

    lane: Lane
    title_x: float
    title_y: float
    plot: QRectF
    lines: int

    def y(self, value: float) -> float:
        """Where `value` lies, px from the top."""
        share = (value - self.lane.lo) / (self.lane.hi - self.lane.lo)
        return self.plot.bottom() - share * self.plot.height()

    def band(self, left: float, width: float) -> QRectF:
        """The field of one column, a little higher than the lane."""
        reach = theme.px(BAND_REACH)
        return QRectF(left, self.plot.top() - reach, width, self.plot.height() + 2 * reach)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The whole picture: its height, the lanes, the row of flags (None: no flags) and the row of labels.

    flag_rows: rows of flags from `flags_y` down.
    """

    count: int
    left: float
    right: float
    width: float
    height: float
    flags_y: float | None
    labels_y: float
    lanes: tuple[LanePlace, ...]
    flag_rows: int = 1

    @property
    def pitch(self) -> float:
        """How wide one column is."""
        return (self.right - self.left) / max(1, self.count)

    def x(self, column: float) -> float:
        """Where a column (or a place between columns) lies, px from the left."""
        return self.left + (column + 0.5) * self.pitch

    def nearest(self, x: float) -> int:
        """The column under `x`, or the one at that end."""
        return min(max(0, int((x - self.left) // self.pitch)), self.count - 1)

    def column(self, x: float) -> int | None:
        """The column under `x`; None outside the lanes."""
        number = int((x - self.left) // self.pitch)
        return number if self.left <= x and 0 <= number < self.count else None


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


def arrange(lanes: Lanes, width: float) -> Places:
    """Lay `lanes` out in `width` px; the height follows."""
    little = lanes.little is not None
    px = theme.px
    left, right = (0.0, width - 1.0) if little else (_tick_room(lanes), width - px(10))
    flags = px(10 if little else 16) if lanes.events else None
    across = Places(
        count=len(lanes.buckets),
        left=left,
        right=right,
        width=width,
        height=0.0,
        flags_y=flags,
        labels_y=0.0,
        lanes=(),
    )
    rows = rows_needed(lanes, across)
    title_y = float(px(16) if flags is None else flags + px(29) + (rows - 1) * row_height())
    places: list[LanePlace] = []
    for lane in lanes.lanes:
        title_x = px(22 if little else 28)
        lines = _lines_below(lane, width - title_x)
        top = title_y + px(15 if little else 21) + lines * theme.line("small")
        high = ONE_BLOCK if lane.hi - lane.lo <= 1 else lane.look.heights[little]
        plot = QRectF(left, round(top), right - left, px(high))
        places.append(LanePlace(lane=lane, title_x=title_x, title_y=title_y, plot=plot, lines=lines))
        title_y = plot.bottom() + px(40 if little else 33)
    bottom = places[-1].plot.bottom() if places else title_y
    labels_y = bottom + px(23 if little else 26)
    return replace(
        across,
        height=labels_y + theme.line("tick") / 2 + px(2),
        labels_y=labels_y,
        lanes=tuple(places),
        flag_rows=rows,
    )


def _tick_room(lanes: Lanes) -> float:
    """Room for the widest tick label, and at least as much as the design has."""
    metrics = theme.metrics("tick")
    widest = max(
        (metrics.horizontalAdvance(tick.text) for lane in lanes.lanes for tick in lane.ticks), default=0
    )
    return float(max(theme.px(36), round(widest) + theme.px(18)))


def _lines_below(lane: Lane, room: float) -> int:
    """0 while the explanation fits beside the title, else how many lines it needs under it."""
    title = theme.metrics("second_strong").horizontalAdvance(lane.title) + theme.px(8)
    small = theme.metrics("small")
    if title + small.horizontalAdvance(lane.what) <= room:
        return 0
    laid = small.boundingRect(QRectF(0, 0, room, 10_000), 0x1000, lane.what)  # Qt.TextFlag.TextWordWrap
    return max(1, round(laid.height() / small.lineSpacing()))


def row_height() -> float:
    """The height of one row of flags, px."""
    return theme.line("small") + theme.px(4)


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
