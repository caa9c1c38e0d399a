"""The night bar: outline in bed, filled asleep, hatched awake, with handles for the five times."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import minutes_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.journal import night_paint
from rewire_app.ui.journal.night_handle import HEIGHT as HANDLE_HEIGHT
from rewire_app.ui.journal.night_handle import HIT, NightHandle
from rewire_app.ui.journal.night_paint import BAR, NightCanvas, Recorded, axis_top
from rewire_app.ui.journal.night_shape import (
    EARLIEST,
    FIRST,
    LAST,
    LATEST,
    LONGEST_AWAKE,
    TIMES,
    NightShape,
    known_parts,
    marked,
    moved,
    ordered,
    shown_range,
    spans,
)
from rewire_app.ui.widgets.base import Painted, fixed_height
from rewire_app.ui.widgets.theme import theme

INSET = 8
START = NightShape(bed=-60, lights=-60, asleep=-45, wake=420, up=420)
"""What is drawn before there is a night."""


class NightBar(Painted):
    """A night on its bar, with a handle for each time and for how long it was awake.

    `changed` comes after each key and at the end of each drag, `moving` while it is dragged. Drawing over
    the time asleep marks time awake.
    """

    spoken = "Graphic"
    changed = Signal()
    moving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night = START
        self._range = (FIRST, LAST)
        self._held: NightShape | None = None
        self._drawn_from: float | None = None
        self._recorded: Recorded | None = None
        self.setAccessibleName(_("The night"))
        fixed_height(self)
        names = {
            "bed": _("In bed"),
            "lights": _("Tried to sleep"),
            "asleep": _("Asleep"),
            "awake": _("Awake"),
            "wake": _("Woke"),
            "up": _("Up"),
        }
        self.handles = {part: self._handle(part, name) for part, name in names.items()}
        self.setFocusProxy(self.handles["bed"])
        self._widen()
        self._say()

    def _handle(self, part: str, name: str) -> NightHandle:
        awake = part == "awake"
        handle = NightHandle(
            name, self, span=(0, LONGEST_AWAKE) if awake else (EARLIEST, LATEST), seen=not awake
        )
        handle.stepped.connect(lambda by: self._step(part, by))
        handle.dragged.connect(lambda dx: self._drag(part, dx))
        handle.grabbed.connect(self._grab)
        handle.dropped.connect(self._drop)
        return handle

    def night(self) -> NightShape:
        """What is shown; of its parts, those that are known."""
        return replace(self._night, parts=known_parts(self._night))

    def set_night(self, night: NightShape) -> None:
        """Show a night; times are put in order when they are not. Says nothing."""
        self._night = ordered(night)
        self._widen()
        self._say()
        self._lay_out()
        self.update()

    def set_recorded(self, recorded: Recorded | None) -> None:
        """Show what a device tells of the night below the bar, or nothing."""
        if recorded != self._recorded:
            self._recorded = recorded
            self.updateGeometry()
            self.update()

    # moving

    def _step(self, part: str, by: int) -> None:
        night = moved(part, self._night, by)
        if night != self._night:
            self.set_night(night)
            self.changed.emit()

    def _grab(self) -> None:
        self._held = self._night

    def _drag(self, part: str, dx: float) -> None:
        if self._held is None:
            return
        dx = -dx if self.mirrored else dx
        by = round(dx / self._scale() / 5) * 5
        self._show_held(moved(part, self._held, by))

    def _show_held(self, night: NightShape) -> None:
        """Show what a drag makes of the night, on the same scale until it ends."""
        if night == self._night:
            return
        self._night = night
        self._say()
        self._lay_out()
        self.update()
        self.moving.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw time awake, where there is sleep."""
        at = self._minutes_at(event.position().x())
        on_the_bar = 0 <= event.position().y() - self._top() <= theme.px(BAR)
        asleep = self._night.asleep <= at <= self._night.wake
        if event.button() == Qt.MouseButton.LeftButton and on_the_bar and asleep:
            self._grab()
            self._drawn_from = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw time awake."""
        if self._drawn_from is not None and self._held is not None:
            at = self._minutes_at(event.position().x())
            self._show_held(marked(self._held, self._drawn_from, at))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """What was drawn is there."""
        if self._drawn_from is not None:
            self._drawn_from = None
            self._drop()

    def _drop(self) -> None:
        before, self._held = self._held, None
        self._widen()
        self._lay_out()
        self.update()
        if before != self._night:
            self.changed.emit()

    # measuring

    def _widen(self) -> None:
        self._range = shown_range(self._night)

    def _scale(self) -> float:
        """Px a minute."""
        return (self.width() - 2 * theme.px(INSET)) / (self._range[1] - self._range[0])

    def x_of(self, minutes: float) -> float:
        """Where a time lies, px from the left."""
        x = theme.px(INSET) + (minutes - self._range[0]) * self._scale()
        return self.width() - x if self.mirrored else x

    def _minutes_at(self, x: float) -> float:
        """The time at `x` px from the left."""
        x = self.width() - x if self.mirrored else x
        return (x - theme.px(INSET)) / self._scale() + self._range[0]

    def _top(self) -> int:
        """The upper edge of the bar, below the two lines of labels."""
        return theme.line("small") + theme.line("strong") + theme.px(5)

    def sizeHint(self) -> QSize:
        """Labels, bar, what a device tells, and axis."""
        axis = theme.px(10) + theme.line("tick") + theme.px(2)
        return QSize(theme.px(640), axis_top(self._top(), self._recorded) + axis)

    def minimumSizeHint(self) -> QSize:
        """Less than half the width still works."""
        return QSize(theme.px(250), self.sizeHint().height())

    def _longest_awake(self) -> tuple[float, float]:
        """The longest stretch awake, in minutes; without any the middle of the sleep."""
        middle = (self._night.asleep + self._night.wake) / 2
        return max(spans(self._night), key=lambda part: part[1] - part[0], default=(middle, middle))

    def _lay_out(self) -> None:
        high = theme.px(HANDLE_HEIGHT)
        top = self._top() + (theme.px(BAR) - high) // 2
        for part in TIMES:
            x = round(self.x_of(getattr(self._night, part))) - theme.px(HIT) // 2
            self.handles[part].setGeometry(x, top, theme.px(HIT), high)
        start, end = sorted(self.x_of(minutes) for minutes in self._longest_awake())
        wide = max(theme.px(HIT), round(end - start))
        self.handles["awake"].setGeometry(
            round((start + end - wide) / 2), self._top() + 2, wide, theme.px(BAR) - 4
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the handles anew."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._lay_out()

    # saying

    def value_texts(self) -> dict[str, str]:
        """What each handle stands for, in words."""
        times = {part: minutes_words(getattr(self._night, part)) for part in TIMES}
        return times | {"awake": _("{n} min").format(n=self._night.awake)}

    def _say(self) -> None:
        for part, text in self.value_texts().items():
            self.handles[part].say(text, getattr(self._night, part))

    def spoken_words(self) -> str:
        """The night in a sentence: "6 h 30 min asleep of 8 h 20 min in bed, awake 40 min in 2 parts"."""
        night, parts = self._night, known_parts(self._night)
        slept = _("{asleep} asleep of {bed} in bed").format(
            asleep=hours_minutes(max(0, night.wake - night.asleep - night.awake)),
            bed=hours_minutes(night.up - night.bed),
        )
        if not night.awake:
            return slept
        awake = _("{slept}, awake {minutes}").format(slept=slept, minutes=hours_minutes(night.awake))
        if not parts:
            return awake
        return ngettext("{awake} in {n} part", "{awake} in {n} parts", len(parts)).format(
            awake=awake, n=len(parts)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, bar, hatch and labels; the handles paint themselves."""
        painter = self.painter()
        canvas = NightCanvas(
            painter=painter, x_of=self.x_of, top=self._top(), width=self.width(), mirrored=self.mirrored
        )
        night_paint.paint_axis(canvas, self._range, axis_top(canvas.top, self._recorded))
        night_paint.paint_bar(canvas, self._night)
        night_paint.paint_tried(canvas, self._night.lights)
        if self._recorded is not None:
            night_paint.paint_recorded(canvas, self._recorded)
        night_paint.paint_labels(canvas, night_paint.labels_of(canvas, self._night))
        painter.end()
