"""The list that drops down from a field to choose from; loaded when one is first opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_TAG, theme

SECOND = Qt.ItemDataRole.UserRole + 1
"""Where an entry keeps its second line."""
ROW, TALL_ROW = 40, 60
PAD = 10
INSET = 5
MOST_ROWS = 12
ENOUGH_ROWS = 4
"""A list opens below its field where so many rows have room, however much more there is above."""
BELOW = 4
"""Px between the field and its list."""

Index = QModelIndex | QPersistentModelIndex


class PickerRows(QStyledItemDelegate):
    """Paints the entries: soft green where the keyboard or the mouse is, bold and ticked what is chosen."""

    def __init__(self, picker: QComboBox) -> None:
        super().__init__(picker)
        self._picker = picker

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """40 high, 60 with a second line, and wide enough for both."""
        title, second = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(SECOND) or "")
        wide = max(
            theme.metrics("strong").horizontalAdvance(title), theme.metrics("small").horizontalAdvance(second)
        )
        return QSize(round(wide) + theme.px(3 * PAD + 18), theme.px(TALL_ROW if second else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry, or the heading above some."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        able = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        if able and state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
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
        edge = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
        if second := str(index.data(SECOND) or ""):
            below = room.adjusted(0, theme.px(TALL_ROW) // 2, 0, -theme.px(6))
            _line(painter, below, second, ("small", "ink2"), edge)
            room.adjust(0, theme.px(6), 0, -theme.px(TALL_ROW) // 2)
        look = ("small_strong", "ink2") if not able else ("strong" if chosen else "body", "ink")
        _line(painter, room, str(index.data(Qt.ItemDataRole.DisplayRole)), look, edge)
        painter.restore()


def _line(painter: QPainter, room: QRect, text: str, look: tuple[str, str], edge: Qt.AlignmentFlag) -> None:
    """One line of `text` in a font and a colour role, shortened where it must be."""
    role, ink = look
    shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    words(painter, room, role, ink, shown, align=Qt.AlignmentFlag.AlignVCenter | edge)


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
    frame.setGeometry(place(picker, needed(picker)))
    view.scrollTo(picker.model().index(picker.currentIndex(), 0))


def needed(picker: QComboBox) -> QSize:
    """The room that the open list asks for, px: its widest entry and its first dozen."""
    hints = [picker.view().sizeHintForIndex(picker.model().index(row, 0)) for row in range(picker.count())]
    around = 2 * theme.px(INSET) + 2
    bar = 12 if len(hints) > MOST_ROWS else 0
    wide = max((hint.width() for hint in hints), default=0) + around + bar
    return QSize(max(wide, picker.width()), sum(hint.height() for hint in hints[:MOST_ROWS]) + around)


def place(picker: QComboBox, room: QSize) -> QRect:
    """Where a list that wants so much `room` lies: below its field, above it where below is too little."""
    screen = picker.screen().availableGeometry()
    top = picker.mapToGlobal(QPoint(0, 0))
    gap = theme.px(BELOW)
    below = screen.bottom() + 1 - (top.y() + picker.height() + gap)
    above = top.y() - gap - screen.top()
    wide = min(room.width(), screen.width())
    left = top.x() + picker.width() - wide if picker.isRightToLeft() else top.x()
    left = max(screen.left(), min(left, screen.right() + 1 - wide))
    if below >= min(room.height(), theme.px(ROW) * ENOUGH_ROWS) or below >= above:
        return QRect(left, top.y() + picker.height() + gap, wide, min(room.height(), below))
    high = min(room.height(), above)
    return QRect(left, top.y() - gap - high, wide, high)
