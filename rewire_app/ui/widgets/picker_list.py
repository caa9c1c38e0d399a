"""The list that drops down from a field to choose from; loaded when one is first opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_TAG, theme

ROW = 40
PAD = 10
INSET = 5
MOST_ROWS = 12
BELOW = 4
"""Px between the field and its list."""

Index = QModelIndex | QPersistentModelIndex


class PickerRows(QStyledItemDelegate):
    """Paints the entries: soft green where the keyboard or the mouse is, bold and ticked what is chosen."""

    def __init__(self, picker: QComboBox) -> None:
        super().__init__(picker)
        self._picker = picker

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """40 high."""
        return QSize(theme.px(160), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            box(painter, rect, theme.px(RADIUS_TAG), theme.color("primarySoft"))
        chosen = index.row() == self._picker.currentIndex()
        flipped = self._picker.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pad, side = theme.px(PAD), theme.px(18)
        if chosen:
            x = rect.left() + pad if flipped else rect.right() + 1 - pad - side
            draw_icon(painter, (x, rect.top() + (rect.height() - side) / 2), "check", "primaryText", side)
        room = rect.adjusted(pad, 0, -pad, 0)
        room.setWidth(room.width() - side - pad)
        if flipped:
            room.moveRight(rect.right() - pad)
        role = "strong" if chosen else "body"
        text = theme.metrics(role).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room.width()
        )
        edge = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
        words(painter, room, role, "ink", text, align=Qt.AlignmentFlag.AlignVCenter | edge)
        painter.restore()


def dress(picker: QComboBox) -> None:
    """Give the open list of `picker` the look of a field, and lay it below (or above) its field."""
    view = picker.view()
    frame = view.window()
    assert isinstance(frame, QFrame)
    palette = QPalette(theme.palette())
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, theme.color("surface"))
    palette.setColor(QPalette.ColorRole.WindowText, theme.color("edge"))
    frame.setPalette(palette)
    view.setPalette(palette)
    view.setFrameShape(QFrame.Shape.NoFrame)
    frame.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
    frame.setLineWidth(1)
    inset = theme.px(INSET)
    layout = frame.layout()
    if layout is not None:
        layout.setContentsMargins(inset, inset, inset, inset)
    needed = min(picker.count(), MOST_ROWS) * theme.px(ROW) + 2 * inset + 2
    frame.setGeometry(place(picker, needed))
    view.scrollTo(picker.model().index(picker.currentIndex(), 0))


def place(picker: QComboBox, needed: int) -> QRect:
    """Where a list `needed` px high lies on the screen: below its field, above it when there is more room."""
    screen = picker.screen().availableGeometry()
    top = picker.mapToGlobal(QPoint(0, 0))
    gap = theme.px(BELOW)
    below = screen.bottom() + 1 - (top.y() + picker.height() + gap)
    above = top.y() - gap - screen.top()
    if needed <= below or below >= above:
        return QRect(top.x(), top.y() + picker.height() + gap, picker.width(), min(needed, below))
    high = min(needed, above)
    return QRect(top.x(), top.y() - gap - high, picker.width(), high)
