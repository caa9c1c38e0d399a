"""Single options to choose: chip, segment, radio row and tick row, each a real Qt button underneath.

Being radio buttons and check boxes to Qt, they are the same to a screen reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from rewire_app.ui.widgets.base import NO_PEN, box, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

MARK = 22
"""Side of a mark in px at 100 %."""


def draw_radio(painter: QPainter, x: float, y: float, *, on: bool, dim: bool = False) -> None:
    """Paint a radio mark with its top left corner at (`x`, `y`)."""
    side = theme.px(MARK)
    colour = theme.color("line" if dim else "primary" if on else "edge")
    width = 2 if on else 1.5
    painter.setPen(QPen(colour, width))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(QRectF(x, y, side, side).adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if on:
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        reach = side / 4
        painter.drawEllipse(QPointF(x + side / 2, y + side / 2), reach, reach)


def draw_tick_box(painter: QPainter, x: float, y: float, *, on: bool, dim: bool = False) -> None:
    """Paint a tick box with its top left corner at (`x`, `y`)."""
    side, radius = theme.px(MARK), theme.px(6)
    if not on:
        painter.setPen(QPen(theme.color("line" if dim else "edge"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(x + 0.75, y + 0.75, side - 1.5, side - 1.5), radius, radius)
        return
    box(painter, QRectF(x + 1, y + 1, side - 2, side - 2), radius - 1, theme.color("primary"))
    draw_tick(painter, QRectF(x, y, side, side), "onPrimary")


def draw_tick(painter: QPainter, rect: QRectF, role: str, width: float = 2.2) -> None:
    """Paint a tick into `rect`."""
    pen = QPen(theme.color(role), width * rect.width() / 22)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    step, x, y = rect.width() / 22, rect.x(), rect.y()
    painter.drawPolyline(
        [
            QPointF(x + 6 * step, y + 11.4 * step),
            QPointF(x + 9.6 * step, y + 15 * step),
            QPointF(x + 16.4 * step, y + 7.4 * step),
        ]
    )


SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ROW_HEIGHT = 50
ROW_HEIGHT_GLYPH = 60
CHIP_HEIGHT = 36
CHIP_HIT = 4
CHIP_LETTERS = 60
"""So many letters of its words a chip shows."""


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Option(_Button):
    """What a check box and a radio button share when their group decides what a press means."""

    spoken = ""
    key: str
    words: str
    moved: SignalInstance
    climbed: SignalInstance
    numbered: SignalInstance

    def _begin(self, key: str, text: str) -> None:
        self.key, self.words = key, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str) -> None:
        """Show other words."""
        if text != self.words:
            self.words = text
            self.setText(text.replace("&", "&&"))
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """The group sets the state, not the press."""

    def hitButton(self, pos: QPoint) -> bool:
        """All of the rectangle reacts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows ask for a neighbour, digits for a place, Enter presses; the rest is Qt's."""
        key = Qt.Key(event.key())
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in SIDEWAYS:
            self.moved.emit(-SIDEWAYS[key] if flipped else SIDEWAYS[key])
        elif key in UPRIGHT:
            self.climbed.emit(UPRIGHT[key])
        elif event.text() and event.text() in "123456789":
            self.numbered.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def hot(self) -> bool:
        """Whether the mouse is over it and it can be chosen."""
        return self.isEnabled() and self.underMouse()


class TickOption(_Option, QCheckBox):
    """One of several; `moved` asks for the next one, `climbed` for one below, `numbered` for a place."""

    moved = Signal(int)
    climbed = Signal(int)
    numbered = Signal(int)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(key, text)


class RadioOption(_Option, QRadioButton):
    """One of a few; `moved` asks for the next one, `climbed` for one below, `numbered` for a place."""

    spoken = "RadioButton"
    moved = Signal(int)
    climbed = Signal(int)
    numbered = Signal(int)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(key, text)


Option = TickOption | RadioOption


def _smooth(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


class ChipOption(TickOption):
    """A filter chip, 36 high in a target of 44; of very many words it shows the beginning."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(key, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The same on and off, so that nothing jumps; the spare 8 px are the gap beside it."""
        roles = ("second", "second_strong")
        advance = sum(theme.metrics(role).horizontalAdvance(self.shown) for role in roles) / 2
        return QSize(round(advance) + 2 * theme.px(15) + theme.px(8), theme.px(CHIP_HEIGHT) + 2 * CHIP_HIT)

    @property
    def shown(self) -> str:
        """The words as they are painted."""
        return self.words if len(self.words) <= CHIP_LETTERS else f"{self.words[:CHIP_LETTERS].rstrip()} …"

    def chip_rect(self) -> QRect:
        """The painted part of the target."""
        gap = theme.px(8)
        left = gap if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRect(left, CHIP_HIT, self.width() - gap, self.height() - 2 * CHIP_HIT)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.chip_rect(), self.chip_rect().height() // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, on or off."""
        painter = _smooth(self)
        rect, on = self.chip_rect(), self.isChecked()
        fill = "primarySoft" if on else "sunken" if self.hot() else "surface"
        edge = "primary" if on else "edge"
        box(painter, rect, rect.height() / 2, theme.color(fill), theme.color(edge))
        words(
            painter,
            rect,
            "second_strong" if on else "second",
            "primaryText" if on else "ink",
            self.shown,
        )
        painter.end()


class OneChip(ChipOption):
    """A chip of a group in which one is chosen."""

    spoken = "RadioButton"


class Segment(RadioOption):
    """One of a few inside a shared frame."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(key, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """34 high, and wide enough for the bold words."""
        advance = theme.metrics("second_strong").horizontalAdvance(self.words)
        return QSize(round(advance) + 2 * theme.px(13.5), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segment, on or off."""
        painter = _smooth(self)
        on, able = self.isChecked(), self.isEnabled()
        if on and not able:
            box(painter, self.rect(), theme.px(9), theme.color("sunken"), theme.color("line"))
        elif on:
            box(painter, self.rect(), theme.px(9), theme.color("primarySoft"), theme.color("primary"))
        elif self.hot():
            box(painter, self.rect(), theme.px(9), theme.color("sunken"))
        role = "second_strong" if on else "second"
        ink = "ink3" if not able else "primaryText" if on else "ink2"
        words(painter, self.rect(), role, ink, self.words)
        painter.end()


def row_text_width(glyph: str, width: int) -> int:
    """How wide the words of a row of `width` px may be on one line, px."""
    side = theme.px(19 + MARK + 14 + 19)
    return max(1, width - side - (theme.px(48) if glyph else 0))


def _high(role: str, width: int, text: str) -> float:
    """The height in px of `text` wrapped in `width` px; nothing for no words."""
    if not text:
        return 0.0
    area = QRectF(0, 0, width, 10_000)
    return theme.metrics(role).boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height()


def _row_height(option: Option, glyph: str, width: int, detail: str = "") -> int:
    """The height of a row in px at `width`: at least the design's, more when the words wrap."""
    room = row_text_width(glyph, width)
    needed = _high("choice_on", room, option.words) + _high("small", room, detail)
    least = theme.px(ROW_HEIGHT_GLYPH if glyph else ROW_HEIGHT)
    return max(least, round(needed) + theme.px(26))


def _paint_row(option: Option, glyph: str, *, ticks: bool, detail: str = "") -> None:
    painter = _smooth(option)
    on, able = option.isChecked(), option.isEnabled()
    rect, radius = option.rect(), theme.px(RADIUS_CONTROL)
    if on:
        box(painter, rect, radius, theme.color("primarySoft"), theme.color("primary"), width=2)
    else:
        fill = "sunken" if option.hot() else "surface"
        box(painter, rect, radius, theme.color(fill), theme.color("edge" if able else "line"))
    flipped = option.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side, pad, gap = theme.px(MARK), theme.px(19), theme.px(14)
    width, height = option.width(), option.height()
    text = QRectF(pad + side + gap, 0, row_text_width(glyph, width), height)
    mark_x = float(pad)
    if glyph:
        art = theme.px(36)
        art_x = width - pad - art if flipped else pad
        draw_icon(painter, (art_x, (height - art) / 2), glyph, "primary", art, folder="glyphs")
        text.moveLeft(pad + art + gap)
        mark_x = width - pad - side
    if flipped:
        text.moveLeft(width - text.right())
        mark_x = width - mark_x - side
    draw = draw_tick_box if ticks else draw_radio
    draw(painter, mark_x, (height - side) / 2, on=on, dim=not able)
    painter.setFont(theme.font("choice_on" if on else "choice"))
    painter.setPen(theme.color("ink" if able else "ink3"))
    align = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
    flags = int(Qt.AlignmentFlag.AlignVCenter | align) | int(Qt.TextFlag.TextWordWrap)
    if detail:
        _paint_detail(painter, text, option.words, detail, flags)
    else:
        painter.drawText(text, flags, option.words)
    painter.end()


def _paint_detail(painter: QPainter, room: QRectF, title: str, detail: str, flags: int) -> None:
    """Paint `title` and the smaller `detail` below it, together in the middle of `room`."""
    flags = flags & ~int(Qt.AlignmentFlag.AlignVCenter)
    first = _high("choice_on", round(room.width()), title)
    both = first + _high("small", round(room.width()), detail)
    top = room.top() + (room.height() - both) / 2
    painter.drawText(QRectF(room.left(), top, room.width(), first), flags, title)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("ink2"))
    painter.drawText(QRectF(room.left(), top + first, room.width(), both - first), flags, detail)


def _row_policy(option: Option) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    option.setSizePolicy(policy)


class RadioRow(RadioOption):
    """A full-width row with a radio mark, and perhaps smaller words below its own."""

    def __init__(self, key: str, text: str, glyph: str = "") -> None:
        super().__init__(key, text)
        self._glyph, self._detail = glyph, ""
        _row_policy(self)

    def set_detail(self, detail: str) -> None:
        """Say more below the words."""
        if detail != self._detail:
            self._detail = detail
            self.setAccessibleDescription(detail.replace("\n", " "))
            self.restyle()

    def sizeHint(self) -> QSize:
        """At least 50 high."""
        return QSize(theme.px(280), self.heightForWidth(max(self.width(), theme.px(280))))

    def minimumSizeHint(self) -> QSize:
        """Narrow rows wrap their words."""
        return QSize(theme.px(160), theme.px(ROW_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at `width`."""
        return _row_height(self, self._glyph, width, self._detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        _paint_row(self, self._glyph, ticks=False, detail=self._detail)


class TickRow(TickOption):
    """A full-width row with a tick box."""

    def __init__(self, key: str, text: str, glyph: str = "") -> None:
        super().__init__(key, text)
        self._glyph = glyph
        _row_policy(self)

    def sizeHint(self) -> QSize:
        """At least 50 high."""
        return QSize(theme.px(280), self.heightForWidth(max(self.width(), theme.px(280))))

    def minimumSizeHint(self) -> QSize:
        """Narrow rows wrap their words."""
        return QSize(theme.px(160), theme.px(ROW_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at `width`."""
        return _row_height(self, self._glyph, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        _paint_row(self, self._glyph, ticks=True)
