"""Three linked panels over the same days, painted; days chosen in one are marked in all of them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.charts.nights_strip import Strip
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.charts.strip_picture import StripPicture, strip_height
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.theme import theme


class StripPlot(SelectingPlot):
    """Click or drag a band, Shift extends it, Ctrl adds or takes a day; the keys do the same, Escape clears.

    `picked()`: other days are chosen.
    """

    picked = Signal()
    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self._picked: frozenset[int] = frozenset()
        self._before: frozenset[int] = frozenset()
        self._anchor = 0
        self._picture: StripPicture | None = None
        self._painted: tuple[tuple[StripPicture, frozenset[int], float], QPixmap] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def strip(self) -> Strip | None:
        """What is painted."""
        return self._strip

    @property
    def days_chosen(self) -> frozenset[int]:
        """The numbers of the chosen days."""
        return self._picked

    def show_strip(self, strip: Strip) -> None:
        """Paint other days; nothing is chosen at first."""
        self._strip = strip
        self.setAccessibleName(strip.name)
        self.setAccessibleDescription(strip.summary)
        self._picked = frozenset()
        self._picture = None
        self.choose(-1)
        self.picked.emit()
        self.update()

    def pick(self, numbers: Collection[int], *, announced: bool = False) -> None:
        """Choose these days in all panels; with `announced` screen readers hear what they had in common."""
        self._picked = frozenset(numbers)
        self.update()
        self.picked.emit()
        if announced and self._strip is not None:
            announce(self, self._strip.common(self._picked))

    def count(self) -> int:
        """How many days there are."""
        return len(self._strip.days) if self._strip else 0

    def sentence(self, number: int) -> str:
        """What a day and the day after it were like."""
        return self._strip.words[number] if self._strip and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which day is looked at."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The day under the mouse, in any panel."""
        picture = self.picture
        if picture is None or not self.count() or where.x() < picture.left - picture.pitch:
            return None
        return picture.column(where.x())

    # acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a band, extend the last one (Shift), or add and take days (Ctrl)."""
        found = self.at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        keys = event.modifiers()
        self._before = self._picked if keys & Qt.KeyboardModifier.ControlModifier else frozenset()
        if not keys & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = found
        self._drag_to(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the band further, or show the day that is looked at."""
        picture = self.picture
        if event.buttons() & Qt.MouseButton.LeftButton and picture is not None and self.count():
            self._drag_to(picture.column(event.position().x()))
            return
        super().mouseMoveEvent(event)

    def _drag_to(self, number: int) -> None:
        self.choose(number)
        self.pick(self._before ^ _between(self._anchor, number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and choose; Shift extends the band, Space adds or takes a day after Ctrl moved to it."""
        last, key, held = self.count() - 1, Qt.Key(event.key()), event.modifiers()
        here = self.chosen
        targets = {
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Left: max(0, here - 1) if here >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0:
            QWidget.keyPressEvent(self, event)
        elif key in targets:
            self._step(targets[key], held)
        elif key == Qt.Key.Key_Space and here >= 0:
            self.pick(self._picked ^ {here}, announced=True)
        elif key == Qt.Key.Key_Escape and self._picked:
            self.choose(-1)
            self.pick(())
        else:
            super().keyPressEvent(event)

    def _step(self, wanted: int, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ControlModifier:
            self.choose(wanted, announce=True)
            return
        if not held & Qt.KeyboardModifier.ShiftModifier or self.chosen < 0:
            self._anchor = wanted
        self.choose(wanted)
        self.pick(_between(self._anchor, wanted), announced=True)

    # layout

    def sizeHint(self) -> QSize:
        """The width of the design and all panels."""
        return QSize(theme.px(588), strip_height())

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), strip_height())

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._picture = None
        self.updateGeometry()
        self.update()

    @property
    def picture(self) -> StripPicture | None:
        """The picture for the present width."""
        if self._strip is None:
            return None
        if self._picture is None or self._picture.width != self.width():
            self._picture = StripPicture(self._strip, self.width())
        return self._picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is kept of the picture, and the frame around the day that is looked at."""
        picture = self.picture
        if picture is None:
            return
        looks = (picture, self._picked, self.devicePixelRatioF())
        if self._painted is None or self._painted[0] != looks:
            ground = QPixmap(self.size() * self.devicePixelRatioF())
            ground.setDevicePixelRatio(self.devicePixelRatioF())
            ground.fill(Qt.GlobalColor.transparent)
            inside = QPainter(ground)
            picture.paint(inside, self._picked)
            inside.end()
            self._painted = (looks, ground)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted[1])
        picture.frame(painter, self.shown)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        if (picture := self.picture) is not None:
            picture.paint(painter, self._picked)
            picture.frame(painter, self.shown)


def _between(one: int, other: int) -> frozenset[int]:
    return frozenset(range(min(one, other), max(one, other) + 1))
