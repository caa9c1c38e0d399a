"""The diary card as a table: arrows go through its cells; while it is filled in, digits fill them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from rewire_app.i18n import _
from rewire_app.reports.diary_week import DAYS, DiaryPart, DiaryWeek, WeekCell, WeekRow, cell_words
from rewire_app.ui.diary.week_model import Index, WeekModel, row_key
from rewire_app.ui.diary.week_paint import CellDelegate, WeekCorner, WeekHeads
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.theme import TARGET, theme
from rewire_app.ui.widgets.typed_digits import TypedDigits

ROW, HEAD, PART = 25, 34, 30
"""Px of the design: a row to be read, the days across the top, and the heading of a part."""
NAMES, NAMES_MOST, LEAST = 168, 240, 38
"""Px across the names, the most of it, and the least across a day."""
EMPTY_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WeekTable(QTableView):
    """`filled(row, day, cell)`: a cell is to hold something else. `opened(row, day)`: Enter, or a press.

    `looked(day)`: the keys are in that day now. `reached(QRect)`: they led to the cell that lies there.
    `turned(by)`: another week is wanted.
    """

    filled = Signal(object, object, object)
    opened = Signal(object, object)
    looked = Signal(object)
    reached = Signal(QRect)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week = WeekModel(self)
        self._cells = CellDelegate(self)
        self._digits = TypedDigits()
        self._alone = False
        self.setModel(self._week)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(_("The week, day by day"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = WeekHeads(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(across)
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down = WeekHeads(Qt.Orientation.Vertical, self)
        self.setVerticalHeader(down)
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._corner = WeekCorner(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    # what is shown

    def show_week(self, week: DiaryWeek, number: int, *, alone: bool = False) -> None:
        """Show a week with the keys in the day `number`, or that day `alone`; the row with them stays."""
        held = self.chosen
        self._alone = alone
        self._week.show_week(week)
        for column in range(DAYS):
            self.setColumnHidden(column, alone and column != number)
        self._measure()
        at = self._week.place_of(row_key(held.key)) if held is not None else -1
        self.setCurrentIndex(self._week.index(at if at >= 0 else 1, number))

    def set_filling(self, filling: bool) -> None:
        """Let the cells of own rows be fields, or only to be read."""
        self._cells.filling = self._week.filling = filling
        self._measure()
        self.viewport().update()

    @property
    def chosen(self) -> WeekRow | None:
        """The row of the cell that has the keys."""
        return self._week.row_at(self.currentIndex())

    @property
    def day_number(self) -> int:
        """Which day of the week has the keys."""
        return max(0, self.currentIndex().column())

    def choose(self, key: str, number: int) -> None:
        """Let the cell of a row have the keys."""
        if (at := self._week.place_of(row_key(key))) >= 0:
            self.setCurrentIndex(self._week.index(at, number))

    def cell_rect(self) -> QRect:
        """Where the cell with the keys lies in the table."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapTo(self, rect.topLeft()), rect.size())

    # sizes

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        self.setPalette(palette)
        self._measure()
        self.viewport().update()

    def _measure(self) -> None:
        """Every line as high as it is to be, and the table as high as all of them."""
        row = theme.px(TARGET) if self._cells.filling else max(theme.px(ROW), theme.line("small") + 4)
        part = max(theme.px(PART), theme.line("tick_strong") + 8)
        high = theme.px(HEAD)
        for number, line in enumerate(self._week.lines):
            size = part if isinstance(line, DiaryPart) else row
            self.setRowHeight(number, size)
            high += size
        self.horizontalHeader().setFixedHeight(theme.px(HEAD))
        names = (line.name for line in self._week.lines if isinstance(line, WeekRow))
        longest = max((theme.metrics("small").horizontalAdvance(name) for name in names), default=0)
        wide = max(theme.px(NAMES), min(theme.px(NAMES_MOST), round(longest) + theme.px(12)))
        days = 1 if self._alone else DAYS
        room = self.width() - days * theme.px(LEAST)
        names_wide = max(theme.px(90), min(wide, room))
        self.verticalHeader().setFixedWidth(names_wide)
        self._corner.place(names_wide, theme.px(HEAD), mirrored_in=self.width() if self._mirrored else 0)
        if self.height() != high:
            self.setFixedHeight(high)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(theme.px(240), self.height())

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(theme.px(604), self.height())

    # keys and mouse

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which day is looked at."""
        super().currentChanged(current, previous)
        if current.isValid() and self._week.week is not None:
            self.looked.emit(self._week.week.days[current.column()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits fill, Delete takes back, Space is acted on or met, Enter opens."""
        key = event.key()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in ENTER_KEYS:
            self.open_cell()
        elif self._cells.filling and self._fill(event):
            return
        elif event.text().isprintable() and event.text():
            event.ignore()  # no search among numbers: letters are keys of the page
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.reached.emit(self.cell_rect())

    def _fill(self, event: QKeyEvent) -> bool:
        """Whether the key fills the cell it is in."""
        found = self._week.cell_at(self.currentIndex())
        if found is None or not found[0].filled:
            return False
        row, cell = found
        text = event.text()
        if event.key() in EMPTY_KEYS:
            self.fill(WeekCell())
        elif event.key() == Qt.Key.Key_Space:
            self.fill(_turned(row, cell))
        elif len(text) == 1 and text.isdecimal():
            value = self._digits.read(int(text))
            if row.part is not DiaryPart.TARGETS or value <= 1:
                self.fill(WeekCell(value=value, acted=cell.acted))
        else:
            return False
        return True

    def fill(self, cell: WeekCell) -> None:
        """Ask for another content of the cell that has the keys, and say it."""
        found, week = self._week.cell_at(self.currentIndex()), self._week.week
        if found is not None and week is not None:
            row, day = found[0], week.days[self.currentIndex().column()]
            if day <= week.today:
                self.filled.emit(row, day, cell)
                announce(self, cell_words(row, cell, day))

    def open_cell(self) -> None:
        """Ask for what the cell that has the keys can hold, or was made from."""
        row, week = self.chosen, self._week.week
        if row is not None and week is not None:
            self.opened.emit(row, week.days[self.currentIndex().column()])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a field opens what it can hold."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._week.row_at(index)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._cells.filling and index == self.currentIndex() and row is not None and row.filled:
            self.open_cell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double press on a cell to be read opens its day."""
        if not self._cells.filling and self._week.row_at(self.indexAt(event.position().toPoint())):
            self.open_cell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the table shows all of itself."""
        event.ignore()


def _turned(row: WeekRow, cell: WeekCell) -> WeekCell:
    """What Space makes of a cell: a target met or not, an urge acted on or not."""
    if row.part is DiaryPart.TARGETS:
        return WeekCell(value=0 if cell.value else 1)
    if row.part is DiaryPart.URGES:
        return WeekCell(value=cell.value, acted=not cell.acted)
    return cell
