"""How a night looks on its bar: the axis, what was asleep and awake, a device's night, and the labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rewire_app.domain.day_words import minutes_words
from rewire_app.i18n import _
from rewire_app.ui.journal.night_shape import NightShape, spans
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.theme import theme

BAR = 40
BELOW = 10
"""Px from the bar to the axis, or to what a device tells."""
DEVICE = 9
"""How high the outline of a device's night is."""
APART = 8
"""Least px between two labels."""

Recorded = tuple[int, int]
"""When a device saw the first and the last sleep, minutes from midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCanvas:
    """Where a bar is painted: `x_of` turns minutes from midnight into px; the bar begins `top` px down."""

    painter: QPainter
    x_of: Callable[[float], float]
    top: int
    width: int
    mirrored: bool

    def rect(self, start: float, end: float) -> QRectF:
        """The stretch of the bar from one time to another."""
        left, right = sorted((self.x_of(start), self.x_of(end)))
        return QRectF(left, self.top, right - left, theme.px(BAR))


@dataclass(frozen=True, slots=True, kw_only=True)
class NightLabel:
    """A name and a value above the bar at `x` px; `ends`: it ends there (True), begins there, or is centred.

    `needed`: it is shown even if it touches its neighbours.
    """

    x: float
    name: str
    value: str
    ends: bool | None = None
    needed: bool = True

    @property
    def wide(self) -> int:
        """How many px it needs."""
        small, strong = theme.metrics("small"), theme.metrics("strong")
        return round(max(small.horizontalAdvance(self.name), strong.horizontalAdvance(self.value)))


def axis_top(top: int, recorded: Recorded | None) -> int:
    """How many px down the axis lies."""
    return top + theme.px(BAR) + theme.px(BELOW) + (theme.px(DEVICE + BELOW) if recorded else 0)


def paint_bar(canvas: NightCanvas, night: NightShape) -> None:
    """The outline of the time in bed, filled where asleep, hatched where awake."""
    painter, lying = canvas.painter, canvas.rect(night.bed, night.up)
    painter.setPen(QPen(theme.color("indigo"), theme.px(3) / 2))
    painter.setBrush(theme.color("indigoSoft"))
    painter.drawRoundedRect(lying.adjusted(0, 0.75, 0, -0.75), theme.px(8), theme.px(8))
    awake = spans(night)
    edges = [float(night.asleep), *(edge for part in awake for edge in part), float(night.wake)]
    pieces = [piece for piece in zip(edges[::2], edges[1::2], strict=True) if piece[1] > piece[0]]
    for start, end in pieces:
        _paint_piece(canvas, start, end, outer=(start == night.asleep, end == night.wake))
    for start, end in awake if pieces else ():
        _paint_hatch(canvas, start, end)


def _paint_piece(canvas: NightCanvas, start: float, end: float, *, outer: tuple[bool, bool]) -> None:
    """A stretch asleep; only towards the hatch are its corners round."""
    rect, indigo = canvas.rect(start, end), theme.color("indigo")
    box(canvas.painter, rect, 6, indigo)
    for square, at in zip(outer, (start, end), strict=True):
        if square:
            wide = min(8.0, rect.width() / 2)
            left = rect.left() if abs(canvas.x_of(at) - rect.left()) < 1 else rect.right() - wide
            canvas.painter.fillRect(QRectF(left, rect.top(), wide, rect.height()), indigo)


def _paint_hatch(canvas: NightCanvas, start: float, end: float) -> None:
    rect = canvas.rect(start, end)
    canvas.painter.setPen(QPen(theme.color("indigo"), theme.px(3) / 2))
    step, edge = theme.px(7), theme.px(10)
    count = max(1, int((rect.width() - theme.px(6)) // step))
    first = rect.center().x() - (count - 1) * step / 2
    for place in range(count):
        x = first + place * step
        canvas.painter.drawLine(QPointF(x, rect.top() + edge), QPointF(x, rect.bottom() - edge))


def paint_tried(canvas: NightCanvas, lights: int) -> None:
    """A stroke above the handle of trying to sleep, which has no label."""
    x = canvas.x_of(lights)
    canvas.painter.setPen(QPen(theme.color("indigoText"), theme.px(3) / 2))
    canvas.painter.drawLine(QPointF(x, canvas.top - theme.px(12)), QPointF(x, canvas.top - theme.px(6)))


def paint_recorded(canvas: NightCanvas, recorded: Recorded) -> None:
    """What a device tells, as a dashed outline below the bar."""
    rect = canvas.rect(*recorded)
    rect.moveTop(canvas.top + theme.px(BAR + BELOW))
    rect.setHeight(theme.px(DEVICE))
    dashed_outline(canvas.painter, rect)


def dashed_outline(painter: QPainter, rect: QRectF) -> None:
    """The sign of what a device tells."""
    pen = QPen(theme.color("indigoText"), theme.px(3) / 2)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), rect.height() / 2, rect.height() / 2)


def paint_axis(canvas: NightCanvas, span: tuple[int, int], y: int) -> None:
    """The hours below the bar; as many of them have a label as there is room for."""
    painter, (first, last) = canvas.painter, span
    scale = abs(canvas.x_of(last) - canvas.x_of(first)) / (last - first)
    painter.setPen(QPen(theme.color("line"), 1.5))
    painter.drawLine(QPointF(canvas.x_of(first), y), QPointF(canvas.x_of(last), y))
    wide = theme.metrics("tick").horizontalAdvance(minutes_words(0))
    every = next(step for step in (1, 2, 3, 4, 6, 24) if 60 * step * scale > 1.5 * wide + 2)
    for hour in range(first // 60, last // 60 + 1):
        x = canvas.x_of(hour * 60)
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawLine(QPointF(round(x) + 0.5, y), QPointF(round(x) + 0.5, y + theme.px(5)))
        if (hour - first // 60) % every:
            continue
        left = max(0.0, min(canvas.width - wide, x - wide / 2))
        label = QRectF(left, y + theme.px(10), wide, theme.line("tick"))
        words(painter, label, "tick", "ink2", minutes_words(hour * 60))


def labels_of(canvas: NightCanvas, night: NightShape) -> list[NightLabel]:
    """What stands above the bar; of trying to sleep, the field below tells."""

    def one(at: float, name: str, value: str, **more: bool | None) -> NightLabel:
        return NightLabel(x=canvas.x_of(at), name=name, value=value, **more)  # type: ignore[arg-type]

    found = [
        one(night.bed, _("In bed"), minutes_words(night.bed), ends=True),
        one(night.asleep, _("Asleep"), minutes_words(night.asleep), ends=False),
        one(night.wake, _("Woke"), minutes_words(night.wake), ends=True),
        one(night.up, _("Up"), minutes_words(night.up), ends=False),
    ]
    middle = (night.asleep + night.wake) / 2
    for start, end in spans(night) or ((middle, middle),):
        minutes = _("{n} min").format(n=round(end - start))
        found.append(one((start + end) / 2, _("Awake"), minutes, needed=False))
    return found


def paint_labels(canvas: NightCanvas, labels: Sequence[NightLabel]) -> None:
    """Names and values; those that are not needed are left out where they would touch another."""
    needed = [label for label in labels if label.needed]
    lefts = [_left(canvas, label) for label in needed]
    if not canvas.mirrored:
        lefts[1] = max(lefts[1], lefts[0] + needed[0].wide + 10)
        lefts[2] = min(lefts[2], lefts[3] - needed[2].wide - 10)
    taken = [(left, left + label.wide) for left, label in zip(lefts, needed, strict=True)]
    for left, label in zip(lefts, needed, strict=True):
        _paint_label(canvas, label, left)
    for label in labels:
        left = _left(canvas, label)
        if label.needed or any(
            left < end + APART and left + label.wide > start - APART for start, end in taken
        ):
            continue
        taken.append((left, left + label.wide))
        _paint_label(canvas, label, left)


def _left(canvas: NightCanvas, label: NightLabel) -> float:
    ends = label.ends if label.ends is None else label.ends is not canvas.mirrored
    left = label.x - label.wide / 2 if ends is None else label.x + 4 - label.wide if ends else label.x - 4
    return max(0.0, min(canvas.width - label.wide, left))


def _paint_label(canvas: NightCanvas, label: NightLabel, left: float) -> None:
    align = Qt.AlignmentFlag.AlignLeft
    if label.ends is None:
        align = Qt.AlignmentFlag.AlignHCenter
    elif label.ends is not canvas.mirrored:
        align = Qt.AlignmentFlag.AlignRight
    top = QRectF(left, 0, label.wide, theme.line("small"))
    below = QRectF(left, theme.line("small") - 2, label.wide, theme.line("strong"))
    words(canvas.painter, top, "small", "ink2", label.name, align=align)
    words(canvas.painter, below, "strong", "ink", label.value, align=align)
