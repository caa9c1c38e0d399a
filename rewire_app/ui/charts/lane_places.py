"""Where everything in the stacked lanes lies, in pixels: lanes, labels, and the flags above them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event, Lane, Lanes

ONE_BLOCK = 24
"""The height of a lane that holds one block a column at most."""
BAND_REACH = 6
"""How far the band of the selected column reaches beyond a lane, above and below."""
BESIDE, BEFORE, GAP = 14, 8, 10
LOWEST = 0.55
"""The share of their height that lanes keep at least while they make room for each other."""


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
    """A flag or number mark at `x` in a `row`, its words from `left` on, for the events of these numbers."""

    x: float
    text: str
    left: float
    width: float
    events: tuple[int, ...]
    row: int = 0

    def covers(self, x: float) -> bool:
        """Whether a click at `x` means this flag."""
        return self.left - 2 <= x <= self.left + self.width + 2


def arrange(lanes: Lanes, width: float, room: float = 0.0) -> Places:
    """Lay `lanes` out in `width` px; the height follows.

    Where they would be higher than `room` px (0: no limit), the lanes become lower, if that is enough.
    """
    places = _arranged(lanes, width, 1.0)
    plots = sum(place.plot.height() for place in places.lanes)
    share = 1 - (places.height - room) / plots if room and plots else 1.0
    return _arranged(lanes, width, share) if LOWEST <= share < 1 else places


def _arranged(lanes: Lanes, width: float, share: float) -> Places:
    """The places with lanes of this `share` of the height they have in the design."""
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
    title_y = float(px(16) if flags is None else flags + px(29 if little else 32) + (rows - 1) * row_height())
    places: list[LanePlace] = []
    for lane in lanes.lanes:
        title_x = px(22 if little else 28)
        lines = _lines_below(lane, width - title_x)
        top = title_y + px(15 if little else 21) + lines * theme.line("small")
        high = ONE_BLOCK if lane.hi - lane.lo <= 1 else lane.look.heights[little]
        plot = QRectF(left, round(top), right - left, int(px(high) * share))
        places.append(LanePlace(lane=lane, title_x=title_x, title_y=title_y, plot=plot, lines=lines))
        title_y = plot.bottom() + px(40 if little else 26)
    bottom = places[-1].plot.bottom() if places else title_y
    labels_y = bottom + px(23 if little else 20)
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
    """The flags of the first days with their words: beside each other, or in rows of their own."""
    if places.flag_rows > 1:
        return tuple(_in_row(number, lanes.events, places) for number in range(len(lanes.events)))
    out: list[Flag] = []
    taken, metrics = 0.0, theme.metrics("small")
    starts = [places.x(event.x) for event in lanes.events]
    for number, event in enumerate(lanes.events):
        x, wide = round(starts[number]) + 0.5, metrics.horizontalAdvance(event.words)
        after = starts[number + 1] - theme.px(GAP) if number + 1 < len(starts) else places.width
        right, left = after - x - theme.px(BESIDE), x - theme.px(BEFORE) - taken
        before = right < wide <= left
        room = min(wide, left if before else max(0.0, right))
        start = x - theme.px(BEFORE) - room if before else x + theme.px(BESIDE)
        shown = metrics.elidedText(event.words, Qt.TextElideMode.ElideRight, room + 1)
        out.append(Flag(x=x, text=shown, left=start, width=room, events=(number,)))
        taken = max(start + room, x + theme.px(BESIDE)) + theme.px(GAP)
    return tuple(out)


def rows_needed(lanes: Lanes, places: Places) -> int:
    """How many rows the flags of the first days need for all their words; number marks need one."""
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
