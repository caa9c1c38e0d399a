"""How the cells of the diary card look: the number first, its bar, a diamond where an urge was acted on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rewire_app.reports.diary_week import ASLEEP, MOMENT, STRESS, DiaryPart, WeekCell, WeekRow, value_text
from rewire_app.ui.diary.week_model import WeekModel
from rewire_app.ui.widgets.base import Painted, box, diamond, words
from rewire_app.ui.widgets.theme import RADIUS_ITEM, theme

BAR, GAP, HIGH = 6, 4, 14
"""Px of the design: how wide a bar is, how far from the number, and how high the fullest."""
DIAMOND, SQUARE, POINT = 6, 12, 1.5
"""Px: half a diamond, the side of a square, half a point."""
ROUND = 3.5
FIELD = 2
"""Px between the fields of neighbouring cells, on each side."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLook:
    """In which colours, font and size cells are painted: those of the screen, or black on paper.

    `scale`: px for one px of the design. `colour`: what gives the colour of a role.
    """

    scale: float
    colour: Callable[[str], QColor]
    font: QFont
    mirrored: bool = False

    def px(self, size: float) -> float:
        """`size` px of the design."""
        return size * self.scale


def screen_look(*, mirrored: bool) -> CellLook:
    """The look of the theme."""
    return CellLook(scale=theme.scale / 100, colour=theme.color, font=theme.font("cell"), mirrored=mirrored)


def ink_of(row: WeekRow) -> str:
    """The colour role of a row's bars."""
    known = {ASLEEP: "indigo", STRESS: "amber", MOMENT: "coral"}
    return known.get(row.key, "primary" if row.part is DiaryPart.SKILLS else "ink2")


def paint_cell(painter: QPainter, rect: QRectF, row: WeekRow, cell: WeekCell, look: CellLook) -> None:
    """Paint what a day has in a row, in the middle of `rect`."""
    centre = rect.center()
    if row.part is DiaryPart.TARGETS and cell.value is not None:
        paint_square(painter, centre, look, met=bool(cell.value))
        return
    if cell.value is not None:
        _number(painter, rect, value_text(row, cell.value), look)
        left = centre.x() - look.px(GAP + BAR) if look.mirrored else centre.x() + look.px(GAP)
        base = QPointF(left, centre.y() + look.px(HIGH) / 2)
        _bar(painter, base, cell.value / row.top, look, ink_of(row))
    elif not cell.acted:
        paint_point(painter, centre, look)
    if cell.acted:
        away = look.px(GAP + BAR + DIAMOND + 3) * (-1 if look.mirrored else 1)
        paint_diamond(painter, QPointF(centre.x() + away, centre.y()), look)


def paint_point(painter: QPainter, at: QPointF, look: CellLook) -> None:
    """The mark of what is not noted."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ink2"))
    painter.drawEllipse(at, look.px(POINT), look.px(POINT))


def paint_diamond(painter: QPainter, at: QPointF, look: CellLook) -> None:
    """The mark of an urge that was acted on."""
    diamond(painter, at, look.px(DIAMOND), look.colour("ink"))


def paint_square(painter: QPainter, at: QPointF, look: CellLook, *, met: bool) -> None:
    """The mark of a target: filled where it was met."""
    side = round(look.px(SQUARE))
    rect = QRectF(round(at.x() - side / 2), round(at.y() - side / 2), side, side)
    fill, edge = (look.colour("primary"), None) if met else (None, look.colour("edge"))
    box(painter, rect, look.px(ROUND), fill, edge)


def _number(painter: QPainter, rect: QRectF, text: str, look: CellLook) -> None:
    """The number, which ends in the middle of the cell."""
    half = QRectF(rect.left(), rect.top(), rect.width() / 2 - look.px(GAP) / 2, rect.height())
    if look.mirrored:
        half.moveRight(rect.right())
    side = Qt.AlignmentFlag.AlignLeft if look.mirrored else Qt.AlignmentFlag.AlignRight
    painter.setFont(look.font)
    painter.setPen(look.colour("ink"))
    painter.drawText(half, int(side | MIDDLE | Qt.TextFlag.TextDontClip), text)


def _bar(painter: QPainter, base: QPointF, part: float, look: CellLook, ink: str) -> None:
    """A bar as high as its part of the whole; of nothing only the line it would stand on."""
    wide = look.px(BAR)
    if not part:
        line = max(1.0, look.px(1))
        painter.fillRect(QRectF(base.x(), base.y() - line, wide, line), look.colour("edge"))
        return
    high = max(look.px(1.5), look.px(HIGH) * min(1.0, part))
    box(painter, QRectF(base.x(), base.y() - high, wide, high), look.px(1.5), look.colour(ink))


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `WeekModel`; while it is filled in, each own cell is a field."""

    filling = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell, or the line above a heading."""
        model, view = index.model(), self.parent()
        assert isinstance(model, WeekModel), "it paints a week"
        assert isinstance(view, QWidget), "it paints in a table"
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = model.cell_at(index)
        if found is None:
            if index.row():
                painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.color("line"))
        else:
            row, cell = found
            here = bool(state & QStyle.StateFlag.State_HasFocus)
            self._ground(painter, QRectF(rect), here=here, field=self.filling and row.filled)
            mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_cell(painter, QRectF(rect), row, cell, screen_look(mirrored=mirrored))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, *, here: bool, field: bool) -> None:
        """The field around a cell, and the frame around the one that the keys are in."""
        if not here and not field:
            return
        inner = rect.adjusted(FIELD, FIELD if field else 0, -FIELD, -FIELD if field else 0)
        fill = theme.color("surface" if field and not here else "primarySoft")
        edge = theme.color("primary" if here else "edge")
        box(painter, inner, theme.px(RADIUS_ITEM if field else 4), fill, edge, width=2 if here else 1)


class WeekHeads(QHeaderView):
    """The days across the top, or the names down the side, without frames."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self._down = orientation == Qt.Orientation.Vertical

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        model = self.model()
        if not isinstance(model, WeekModel):
            return
        painter.fillRect(rect, theme.color("surface"))
        if not self._down:
            text = str(model.headerData(section, Qt.Orientation.Horizontal))
            words(painter, QRectF(rect), "tick_strong", "ink2", text)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
            return
        line = model.lines[section]
        heading = isinstance(line, DiaryPart)
        if heading and section:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.color("line"))
        role, ink = ("tick_strong", "ink2") if heading else ("small", "ink")
        text = str(model.headerData(section, Qt.Orientation.Vertical))
        room = rect.width() - theme.px(8)
        cut = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words(painter, QRectF(rect), role, ink, cut, align=side | MIDDLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("surface"))
        painter.end()
        super().paintEvent(event)


class WeekCorner(Painted):
    """The empty head of the names."""

    def place(self, wide: int, high: int, *, mirrored_in: int = 0) -> None:
        """Lie over the corner of the table; at its other side where it is `mirrored_in` so many px."""
        self.setGeometry(mirrored_in - wide if mirrored_in else 0, 0, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line below it."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()
