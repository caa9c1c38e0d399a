"""Before and after on one line from 0 to 10: hollow was before, filled is after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_height, words
from rewire_app.ui.widgets.theme import theme

MARK = 12
SIDE = 24


class BeforeAfterLine(Painted):
    """Both ratings (either may be missing) with words at the ends; `percent` counts in tens."""

    spoken = "Graphic"

    def __init__(
        self,
        before: int | None,
        after: int | None,
        low: str = "",
        high: str = "",
        *,
        percent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._after = before, after
        self._low, self._high = low, high
        self._step = 10 if percent else 1
        self._percent = percent
        fixed_height(self)
        self.setAccessibleName(_("Before and after"))
        self.setAccessibleDescription(self._sentence())

    def _number(self, value: int) -> str:
        return f"{value}%" if self._percent else str(value)

    def _sentence(self) -> str:
        none = _("not noted")
        before = none if self._before is None else self._number(self._before)
        after = none if self._after is None else self._number(self._after)
        ends = f"{self._number(0)}, {self._low}; {self._number(10 * self._step)}, {self._high}"
        words_ = _("Before: {before}. After: {after}.").format(before=before, after=after)
        return f"{words_} {ends}" if self._low else words_

    def sizeHint(self) -> QSize:
        """Labels, marks, ticks and the words at the ends."""
        height = theme.line("strong") + theme.px(48) + theme.line("tick") + theme.line("small")
        return QSize(theme.px(560), height)

    def minimumSizeHint(self) -> QSize:
        """Room for eleven numbers."""
        return QSize(theme.px(300), self.sizeHint().height())

    def _x(self, value: float) -> float:
        part = value / (10 * self._step)
        part = 1 - part if self.mirrored else part
        return theme.px(SIDE) + part * (self.width() - 2 * theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the way from before to after, and both marks."""
        painter = self.painter()
        y = theme.line("strong") + theme.px(24)
        painter.setPen(QPen(theme.color("line"), 2))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(10 * self._step), y))
        for tick in range(11):
            x = self._x(tick * self._step)
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawLine(QPointF(round(x) + 0.5, y - 4), QPointF(round(x) + 0.5, y + 4))
            label = QRectF(x - 20, y + theme.px(12), 40, theme.line("tick"))
            words(painter, label, "tick", "ink2", str(tick * self._step))
        self._paint_ends(painter, y + theme.px(16) + theme.line("tick"))
        if self._before is not None and self._after is not None and self._before != self._after:
            self._paint_way(painter, self._x(self._before), self._x(self._after), y)
        self._paint_marks(painter, y)
        painter.end()

    def _paint_ends(self, painter: QPainter, top: float) -> None:
        inset = theme.px(SIDE) - 4
        rect = QRectF(inset, top, self.width() - 2 * inset, theme.line("small"))
        first, last = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.mirrored:
            first, last = last, first
        if self._low:
            words(painter, rect, "small", "ink2", f"{self._number(0)}, {self._low}", align=first)
        if self._high:
            words(
                painter, rect, "small", "ink2", f"{self._number(10 * self._step)}, {self._high}", align=last
            )

    def _paint_way(self, painter: QPainter, start: float, end: float, y: float) -> None:
        """A thick line between the marks: neither way is the better one, so nothing points."""
        side = 1 if end > start else -1
        if (end - start) * side > 2 * MARK:
            painter.setPen(QPen(theme.color("primary"), 4))
            painter.drawLine(QPointF(start + side * MARK, y), QPointF(end - side * MARK, y))

    def _paint_marks(self, painter: QPainter, y: float) -> None:
        before, after = self._before, self._after
        same = before is not None and before == after
        if before is not None:
            at = QPointF(self._x(before), y)
            painter.setPen(QPen(theme.color("primary"), 3))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(at, MARK - 1.5, MARK - 1.5)
        if after is not None:
            painter.setPen(NO_PEN)
            painter.setBrush(theme.color("primary"))
            reach = MARK / 2 if same else MARK
            painter.drawEllipse(QPointF(self._x(after), y), reach, reach)
        if same and before is not None:
            self._label(painter, _("Before and after: {n}").format(n=self._number(before)), before, 0)
            return
        if before is not None:
            other = after if after is not None else before
            self._label(painter, _("Before: {n}").format(n=self._number(before)), before, before - other)
        if after is not None:
            other = before if before is not None else after
            self._label(painter, _("After: {n}").format(n=self._number(after)), after, after - other)

    def _label(self, painter: QPainter, text: str, value: int, away: int) -> None:
        """Words above a mark, pushed away from the other mark when both are near, and kept inside."""
        wide = theme.metrics("strong").horizontalAdvance(text)
        near = abs(self._x(value) - self._x(value - away)) < wide + theme.px(16)
        shift = 0.0
        if away and near:
            side = 1 if away > 0 else -1
            side = -side if self.mirrored else side
            shift = side * (wide / 2 - MARK + 4)
        left = max(0.0, min(self.width() - wide, self._x(value) + shift - wide / 2))
        rect = QRectF(left, 0, wide, theme.line("strong"))
        words(painter, rect, "strong", "ink", text)
