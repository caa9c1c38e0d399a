"""A week of the diary card as rows and columns that Qt can show: headings of parts, rows, seven days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rewire_app.domain.day_words import long_day
from rewire_app.reports.diary_week import (
    DAYS,
    DiaryPart,
    DiaryWeek,
    WeekCell,
    WeekRow,
    cell_text,
    cell_words,
    column_words,
    part_title,
)

Index = QModelIndex | QPersistentModelIndex
Line = DiaryPart | WeekRow
"""A heading, or a row with its cells."""
Display, Spoken = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class WeekModel(QAbstractTableModel):
    """The lines of one week; headings can not be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.week: DiaryWeek | None = None
        self.lines: tuple[Line, ...] = ()
        self.filling = False

    def show_week(self, week: DiaryWeek) -> None:
        """Show another week, or the same one with other numbers in it."""
        lines = tuple(_lines(week))
        same = list(map(_key, lines)) == list(map(_key, self.lines))
        if same and self.week is not None and self.week.first == week.first:
            self.week, self.lines = week, lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, DAYS - 1))
            return
        self.beginResetModel()
        self.week, self.lines = week, lines
        self.endResetModel()

    def row_at(self, index: Index) -> WeekRow | None:
        """The row of a cell; None for a heading and outside."""
        line = self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None
        return line if isinstance(line, WeekRow) else None

    def cell_at(self, index: Index) -> tuple[WeekRow, WeekCell] | None:
        """The row and what the day has in it."""
        row = self.row_at(index)
        return None if row is None else (row, row.cells[index.column()])

    def place_of(self, key: str) -> int:
        """The line of the row called `key`; -1 where it is not shown."""
        return next((at for at, line in enumerate(self.lines) if _key(line) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Headings and rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Seven days."""
        return 0 if parent.isValid() or self.week is None else DAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the cells of rows can be chosen; while it is filled in, only what can be filled."""
        row = self.row_at(index)
        if row is None or (self.filling and not row.filled):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Display) -> str | None:
        """The text of a cell; screen readers hear its day and row, too."""
        found = self.cell_at(index)
        if found is None or self.week is None:
            return None
        if role == Display:
            return cell_text(*found)
        if role == Spoken:
            return cell_words(*found, self.week.days[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display) -> Any:
        """The days across, the names of rows and parts down."""
        if self.week is None or role not in (Display, Spoken):
            return None
        if orientation == Qt.Orientation.Vertical:
            line = self.lines[section]
            return part_title(line) if isinstance(line, DiaryPart) else line.name
        day = self.week.days[section]
        return column_words(day) if role == Display else long_day(day, self.week.today)


def _lines(week: DiaryWeek) -> Iterator[Line]:
    for part, rows in week.parts():
        yield part
        yield from rows


def _key(line: Line) -> str:
    return line if isinstance(line, DiaryPart) else f"row/{line.key}"


def row_key(key: str) -> str:
    """How `WeekModel.place_of` calls the row with this key."""
    return f"row/{key}"
