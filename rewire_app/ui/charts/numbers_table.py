"""The numbers of a picture as a table: for the keyboard, for screen readers, and to copy as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from rewire_app.i18n import _
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.page import page_of
from rewire_app.ui.charts.saving import SaveButton
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.base import Painted, words
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.scroll import SlimBar
from rewire_app.ui.widgets.theme import S2, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.spec import Table

ROWS = 8
"""Rows in sight before the table scrolls."""
FEW_COLUMNS = 3
"""A table of so few columns rather wraps its first one than scrolls sideways."""
BAR = 3
"""Px of the bar that shows which row is chosen: a fill alone is hard to see."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class _Numbers(QAbstractTableModel):
    """The cells of a Table value."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many rows as the table has."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many columns as the table has headings."""
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell; screen readers also hear its heading."""
        text = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.headings[index.column()]}: {text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column; the first cell of a row is its heading."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.table.headings[section]
        return self.table.rows[section][0]


def paint_heading(painter: QPainter, rect: QRect, text: str) -> None:
    """Paint one heading over its hairline."""
    painter.fillRect(rect, theme.color("surface"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
    painter.setFont(theme.font("tick_strong"))
    painter.setPen(theme.color("ink2"))
    room = QRectF(rect).adjusted(theme.px(4), 0, -theme.px(4), -theme.px(6))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(room, int(side | Qt.TextFlag.TextWordWrap), text)


class _Headings(QHeaderView):
    """Headings that wrap, over a hairline, without frames or gradients."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal)) if model is not None else ""
        paint_heading(painter, rect, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind headings that do not fill the width."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("surface"))
        painter.end()
        super().paintEvent(event)


class _RowNames(QHeaderView):
    """The first column of a wide table: it stays where it is while the others scroll sideways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of one row as its cells are painted; that of a chosen row has a bar before it."""
        chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(section)
        painter.fillRect(rect, theme.color("selection" if chosen else "surface"))
        if chosen:
            bar = theme.px(BAR)
            left = rect.right() - bar + 1 if self.isRightToLeft() else rect.left()
            painter.fillRect(left, rect.top(), bar, rect.height(), theme.color("primary"))
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Vertical)) if model is not None else ""
        room = QRectF(rect).adjusted(theme.px(4), 0, -theme.px(4), 0)
        words(painter, room, "tick", "ink", text, align=LEFT)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.color("line"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("surface"))
        painter.end()
        super().paintEvent(event)


class _Corner(Painted):
    """The heading of the first column, above the names of the rows."""

    text = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it as the other headings are painted."""
        painter = self.painter()
        paint_heading(painter, self.rect(), self.text)
        painter.end()


class NumbersTable(QTableView):
    """Arrow keys move, Tab leaves, the usual keys copy; of many columns the first one stays in sight."""

    def __init__(self, name: str, parent: QWidget | None = None, *, rows: int = ROWS) -> None:
        super().__init__(parent)
        self._model: _Numbers | None = None
        self._rows = rows
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
        self.setVerticalHeader(_RowNames(self))
        self.verticalHeader().hide()
        self.corner = _Corner(self)
        self.corner.hide()
        self.setHorizontalHeader(_Headings(self))
        self.setCornerWidget(QWidget())
        self.restyle()

    def show_table(self, table: Table) -> None:
        """Show the numbers of another picture."""
        model = _Numbers(table)
        self.setModel(model)
        self._model = model
        self.selectionModel().selectionChanged.connect(self.verticalHeader().viewport().update)
        self._measure()

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._model.table if self._model else None

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.setFont(theme.font("tick"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        self.setPalette(palette)
        self.horizontalHeader().setFont(theme.font("tick_strong"))
        self._measure()

    def _measure(self) -> None:
        """Columns as wide as their cells need and wider where there is room; headings may wrap."""
        if self._model is None:
            return
        table = self._model.table
        cell, head = theme.metrics("tick"), theme.metrics("tick_strong")
        wide = [
            max(
                *(head.horizontalAdvance(word) for word in heading.split()),
                *(cell.horizontalAdvance(row[column]) for row in table.rows[:60]),
                0.0,
            )
            + theme.px(12)
            for column, heading in enumerate(table.headings)
        ]
        frozen = len(wide) > FEW_COLUMNS
        self.verticalHeader().setVisible(frozen)
        self.setColumnHidden(0, frozen)
        bar = self.verticalScrollBar()
        room = self.width() - (bar.width() if bar.isVisible() else 0)
        wraps = len(wide) <= FEW_COLUMNS and sum(wide) > room
        if wraps:
            wide[0] = max(theme.px(60), room - sum(wide[1:]))
        line = theme.px(30) + (theme.line("tick") if wraps else 0)
        self.setWordWrap(wraps)
        self.verticalHeader().setDefaultSectionSize(line)
        spare = max(0.0, room - sum(wide)) / max(1, len(wide))
        high = 0.0
        for column, heading in enumerate(table.headings):
            width = wide[column] + spare
            self.setColumnWidth(column, int(width))
            field = QRectF(0, 0, width - theme.px(8), 10_000)
            high = max(high, head.boundingRect(field, int(Qt.TextFlag.TextWordWrap), heading).height())
        if frozen:
            self.verticalHeader().setFixedWidth(int(wide[0] + spare))
            self.corner.text = table.headings[0]
            self.corner.setGeometry(0, 0, int(wide[0] + spare), round(high) + theme.px(10))
        self.corner.setVisible(frozen)
        self.horizontalHeader().setFixedHeight(round(high) + theme.px(10))
        self.horizontalHeader().setStretchLastSection(sum(wide) <= room)
        rows = min(self._rows, len(table.rows))
        under = 14 if sum(wide) > room else 0
        self.setFixedHeight(round(high) + theme.px(12) + rows * line + under)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def minimumSizeHint(self) -> QSize:
        """It scrolls sideways when narrow."""
        return QSize(theme.px(120), theme.px(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows, or all of them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows, or without any the whole table, on the clipboard, tabs between cells."""
        if self._model is None:
            return
        table = self._model.table
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        lines = [table.headings, *(table.rows[row] for row in chosen)] if len(chosen) > 1 else None
        text = "\n".join("\t".join(line) for line in lines) if lines else table.as_text()
        page_of(self).context.hub.said.emit(copy_private(text))


class TableBelow(QWidget):
    """ "Show as table" under a picture; the table is built when it is first asked for."""

    toggled = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._make: Callable[[], Table] | None = None
        self._view: NumbersTable | None = None
        self._open = False
        self.button = LinkButton("", icon="table")
        self.save_button = SaveButton(name.rsplit(",", maxsplit=1)[0], self._chart, self._table)
        self.button.clicked.connect(self.toggle)
        row = Flow(gap=S6, below=0)
        row.add(self.button)
        row.add(self.save_button)
        self._down = vbox(row, on=self, gap=S2)
        self._say()

    @property
    def view(self) -> NumbersTable | None:
        """The table, if it is shown."""
        return self._view if self._open else None

    def show_table(self, make: Callable[[], Table]) -> None:
        """Take over the numbers of another picture; `make` is asked for them when they are to be seen."""
        self._make = make
        if self._open:
            self._fill()

    def _fill(self) -> None:
        if self._view is not None and self._make is not None:
            self._view.show_table(self._make())

    def toggle(self) -> None:
        """Show or hide the table."""
        self._open = not self._open
        if self._open and self._view is None:
            self._view = NumbersTable(self._name)
            self._down.addWidget(self._view)
        if self._open:
            self._fill()
        if self._view is not None:
            self._view.setVisible(self._open)
        self._say()
        self.toggled.emit(self._open)

    def _table(self) -> Table | None:
        return self._make() if self._make is not None else None

    def _chart(self) -> QWidget | None:
        """The picture of the card this stands in; None while it is not shown."""
        card = self.parentWidget()
        while card is not None and not isinstance(card, Card):
            card = card.parentWidget()
        found = card.findChildren(SelectingPlot) if card is not None else []
        return next((each for each in found if each.isVisible()), None)

    def _say(self) -> None:
        self.button.setText(_("Hide table") if self._open else _("Show as table"))
        self.button.setAccessibleDescription(self._name)
