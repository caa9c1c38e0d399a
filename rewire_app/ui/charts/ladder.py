"""A ladder, painted: two rails with a rung for each step, its words, and its tries on a line of fear."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.charts.ladder import LadderChart, RungMark
from rewire_app.domain.lists.ladders import RungState
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import NO_PEN, box, words
from rewire_app.ui.widgets.theme import RADIUS_ITEM, theme

ROW = 86
"""How high a rung is at least, px of the design, as all figures here."""
RAILS = (15, 45)
BAR = (10, 50, 10)
"""Where a rung's bar begins and ends, and how high it is."""
TEXT = 66
AXIS, AXIS_END = 118, 16
"""How wide the line of fear is, and its room at the right."""
DOT, LINE = 10, 16
LOW, MOST_LEVELS = 2, 3
"""Between lines of words, and how many tries of the same fear are drawn below each other."""
NARROW = 380
"""Under so many px the line of fear stands below the words."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LadderPlot(Plot):
    """Up and Down go through the rungs, Home and End to the ends; Enter goes on to the step's card."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: LadderChart | None = None

    @property
    def chart(self) -> LadderChart | None:
        """What is painted."""
        return self._chart

    def show_chart(self, chart: LadderChart, uid: str) -> None:
        """Paint `chart` with the rung of the step `uid` chosen."""
        self._chart = chart
        self.setAccessibleName(chart.name)
        self.setAccessibleDescription(chart.summary)
        uids = [rung.uid for rung in chart.rungs]
        self._chosen = self._shown = uids.index(uid) if uid in uids else -1
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many rungs there are."""
        return len(self._chart.rungs) if self._chart else 0

    def sentence(self, number: int) -> str:
        """What a rung says."""
        return self._chart.rungs[number].sentence if self._chart and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which rung it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The rung under the mouse."""
        found = (n for n, row in enumerate(self._rows(self.width())) if row.contains(where))
        return next(found, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rungs stand above each other: Up and Down go through them too."""
        steps = {Qt.Key.Key_Down: Qt.Key.Key_Right, Qt.Key.Key_Up: Qt.Key.Key_Left}
        key = steps.get(Qt.Key(event.key()))
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key is not None and plain and self.count():
            event = QKeyEvent(event.type(), key, event.modifiers())
        super().keyPressEvent(event)

    # layout

    def heightForWidth(self, width: int) -> int:
        """All rungs below each other."""
        rows = self._rows(width)
        return round(rows[-1].bottom()) if rows else theme.px(ROW)

    def _narrow(self, width: int) -> bool:
        return width < theme.px(NARROW)

    def _rows(self, width: int) -> list[QRectF]:
        """Where each rung lies, higher where its words need more than one line."""
        top, rows = 0.0, []
        for rung in self._chart.rungs if self._chart else ():
            high = float(max(theme.px(ROW), self._needed(rung, width)))
            rows.append(QRectF(0, top, width, high))
            top += high
        return rows

    def _needed(self, rung: RungMark, width: int) -> int:
        step, detail = self._step_height(rung, width), self._detail_height(rung, width)
        axis = theme.px(40) if self._narrow(width) else 0
        stacked = max((dot.level for dot in rung.dots), default=0)
        return step + max(detail, theme.px(LINE + DOT * min(stacked, MOST_LEVELS))) + axis + theme.px(36)

    def _step_room(self, width: int) -> int:
        return max(theme.px(120), width - theme.px(TEXT + AXIS_END))

    def _detail_room(self, width: int) -> int:
        room = self._step_room(width)
        return room if self._narrow(width) else room - theme.px(AXIS + 8)

    def _step_height(self, rung: RungMark, width: int) -> int:
        return self._text_height("strong", rung.step, self._step_room(width))

    def _detail_height(self, rung: RungMark, width: int) -> int:
        role = "small_strong" if rung.state is RungState.NEXT else "small"
        return self._text_height(role, rung.words, self._detail_room(width))

    def _text_height(self, role: str, text: str, room: int) -> int:
        needed = theme.metrics(role).boundingRect(QRectF(0, 0, room, 10_000), WRAPPED, text)
        return max(theme.line(role), round(needed.height()))

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the ladder from (0, 0) at its own size."""
        if self._chart is None:
            return
        rows = self._rows(self.width())
        if 0 <= self.chosen < len(rows):
            chosen = rows[self.chosen].adjusted(1, 3, -1, -3)
            box(
                painter, chosen, theme.px(RADIUS_ITEM), theme.color("primarySoft"), theme.color("primary"),
                width=2,
            )  # fmt: skip
        painter.setPen(QPen(theme.color("edge"), 2))
        for rail in RAILS if rows else ():
            x = self._turned(theme.px(rail))
            painter.drawLine(QPointF(x, 0), QPointF(x, rows[-1].bottom()))
        for rung, row in zip(self._chart.rungs, rows, strict=True):
            self._paint_rung(painter, rung, row.center().y())
            self._paint_words(painter, rung, row)

    def _turned(self, x: float, wide: float = 0) -> float:
        """Where something `wide` px that begins at `x` begins in the direction of reading."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - x - wide if mirrored else x

    def _paint_rung(self, painter: QPainter, rung: RungMark, y: float) -> None:
        begin, end, high = (theme.px(part) for part in BAR)
        bar = QRectF(self._turned(begin, end - begin), y - high / 2, end - begin, high)
        if rung.state is RungState.TAKEN:
            box(painter, bar, high / 2, theme.color("primary"))
        elif rung.state is RungState.NEXT:
            bar = bar.adjusted(0, -1, 0, 1)
            box(painter, bar, bar.height() / 2, theme.color("surface"), theme.color("primary"), width=2)
        else:
            painter.setPen(QPen(theme.color("edge"), 1.5))
            painter.drawLine(
                QPointF(self._turned(theme.px(RAILS[0])), y), QPointF(self._turned(theme.px(RAILS[1])), y)
            )

    def _paint_words(self, painter: QPainter, rung: RungMark, row: QRectF) -> None:
        wide = self.width()
        step, detail = self._step_height(rung, wide), self._detail_height(rung, wide)
        narrow = self._narrow(wide)
        block = step + theme.px(LOW) + detail + (theme.px(26) if narrow else 0)
        top = row.top() + (row.height() - block) / 2
        self._text(
            painter, "strong", "ink", rung.step, QRectF(theme.px(TEXT), top, self._step_room(wide), step)
        )
        is_next = rung.state is RungState.NEXT
        role, ink = ("small_strong", "primaryText") if is_next else ("small", "ink2")
        below = top + step + theme.px(LOW)
        self._text(
            painter, role, ink, rung.words, QRectF(theme.px(TEXT), below, self._detail_room(wide), detail)
        )
        axis = theme.px(AXIS)
        if narrow:
            self._paint_axis(painter, rung, theme.px(TEXT), below + detail + theme.px(14))
        else:
            begin = wide - theme.px(AXIS_END) - axis
            self._paint_axis(painter, rung, begin, below + theme.line("small") / 2)

    def _text(self, painter: QPainter, role: str, ink: str, text: str, room: QRectF) -> None:
        """Words that go on below where a line is not enough."""
        place = QRectF(self._turned(room.x(), room.width()), room.y(), room.width(), room.height())
        if room.height() <= theme.line(role):
            words(painter, place, role, ink, text, align=LEFT)  # the painter turns sides with the widget
            return
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(ink))
        painter.drawText(place, WRAPPED, text)

    def _paint_axis(self, painter: QPainter, rung: RungMark, begin: float, y: float) -> None:
        """The line of fear from 0 to 10, what was expected as an upright line, and a dot for each try."""
        axis = theme.px(AXIS)

        def x(fear: float) -> float:
            share = axis * fear / 10
            return self._turned(begin + share)

        painter.setPen(QPen(theme.color("edge"), 1.5))
        painter.drawLine(QPointF(x(0), y), QPointF(x(10), y))
        for end in (0, 10):
            painter.drawLine(QPointF(x(end), y - 4), QPointF(x(end), y + 4))
        if rung.expected is not None:
            half = theme.px(LINE) / 2
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawLine(QPointF(x(rung.expected), y - half), QPointF(x(rung.expected), y + half))
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        reach = theme.px(DOT) / 2
        for dot in rung.dots:
            down = min(dot.level, MOST_LEVELS) * (theme.px(DOT) + 1)
            painter.drawEllipse(QPointF(x(dot.fear), y + down), reach, reach)

    def ring(self) -> tuple[QRect, int]:
        """The chosen rung, or all of it."""
        rows = self._rows(self.width())
        radius = theme.px(RADIUS_ITEM)
        return (rows[self.chosen].toRect() if 0 <= self.chosen < len(rows) else self.rect()), radius
