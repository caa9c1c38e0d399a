"""A week of the diary card: the table, its words, what can be done with it; going on, and filling it in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.reports.diary import read_week
from rewire_app.reports.diary_week import ASLEEP, DAYS, STRESS, DiaryWeek, WeekCell, WeekRow
from rewire_app.reports.diary_words import harm_told
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import page_of
from rewire_app.ui.diary.card import WeekOfDiary
from rewire_app.ui.diary.cell_chooser import CellChooser
from rewire_app.ui.diary.side import WeekFoot, WeekTold
from rewire_app.ui.diary.writing import DiaryWriting
from rewire_app.ui.widgets.theme import S3, S5, theme

BESIDE, SIDE = 900, 246
"""Px of the design: from how wide on the words stand beside the card, and how wide they are."""
A_DAY = 700
"""Px of the design: a window that is not so wide shows a day at a time."""
UNBOUND = 16_777_215
"""What Qt takes for no greatest width."""


class WeekView(QWidget):
    """`go(Route)`: something else is wanted."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.day = context.today
        self._writing = DiaryWriting(context)
        self.week: DiaryWeek | None = None
        self.filling = False
        self._form = (False, False)
        self.card = WeekOfDiary()
        self.table = self.card.table
        self.told, self.foot = WeekTold(context), WeekFoot()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.card.turned.connect(self.turn)
        self.card.fill_wanted.connect(self.turn_filling)
        self.table.filled.connect(self._fill)
        self.table.opened.connect(self._open_cell)
        self.table.looked.connect(self._look)
        self.told.go.connect(self.go)
        self.foot.go.connect(self.go)

    # what is shown

    def refresh(self) -> None:
        """Read the week of the day anew; raises a StoreError."""
        context = self._context
        self.week = read_week(context.store, context.library, self.day, context.today)
        self._show()

    def _show(self) -> None:
        week = self.week
        if week is None:
            return
        alone = self._wanted_form()[1]
        self.card.show_week(week, self.day, alone=alone, filling=self.filling)
        self.told.show_week(week, filling=self.filling)
        self.told.why.show_day(self.day, week.whys.get(self.day, ""))
        self.foot.show_week(week)

    def _wanted_form(self) -> tuple[bool, bool]:
        """Whether the words stand beside the card, and whether it shows a day at a time."""
        return self.width() >= theme.px(BESIDE), self.window().width() < theme.px(A_DAY)

    def _lay_out(self) -> None:
        """Words beside the card, or above it and what can be done below."""
        self._form = beside, _a_day = self._wanted_form()
        parts: tuple[QWidget, ...] = (self.card, self.told, self.foot)
        grid = self._grid
        for part in parts:
            grid.removeWidget(part)
        places = ((0, 0, 3, 1), (0, 1, 1, 1), (1, 1, 1, 1)) if beside else ((1, 0), (0, 0), (2, 0))
        for part, place in zip(parts, places, strict=True):
            grid.addWidget(part, *place)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2, 1 if beside else 0)
        grid.setHorizontalSpacing(theme.px(S5))
        grid.setVerticalSpacing(theme.px(S3))
        for part in (self.told, self.foot):
            part.setMinimumWidth(theme.px(SIDE) if beside else 0)
            part.setMaximumWidth(theme.px(SIDE) if beside else UNBOUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has its words above, a very narrow one a day at a time."""
        super().resizeEvent(event)
        if self._wanted_form() != self._form:
            self._lay_out()
            self._show()
        self.card.fit(self.card.width() if self._form[0] else self.width())

    def restyle(self) -> None:
        """Larger text is like less room."""
        self._lay_out()
        self._show()

    # going from week to week

    def turn(self, by: int) -> None:
        """Go a week on or back, or a day where one is shown at a time; never beyond today."""
        if self.week is not None:
            step = 1 if self._form[1] else DAYS
            day = min(date.fromordinal(max(1, self.day.toordinal() + by * step)), self._context.today)
            if by > 0 and (self.week.last if step == DAYS else self.day) >= self.week.today:
                return
            self.told.why.flush()
            self.day = day
            with self._context.hub.telling():
                self.refresh()

    def _look(self, day: date) -> None:
        """The keys are in another day now: its reason is asked for."""
        self.day = day
        if self.week is not None:
            self.told.why.show_day(day, self.week.whys.get(day, ""))

    # filling in

    def turn_filling(self) -> None:
        """Begin to fill in, or be done with it."""
        self.told.why.flush()
        self.filling = not self.filling
        self._show()
        own = next((row for row in self.week.rows if row.filled), None) if self.week is not None else None
        if self.filling and own is not None:
            self.table.choose(own.key, self.table.day_number)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, row: WeekRow, day: date, cell: WeekCell) -> None:
        kept = self._writing.put_cell(row.key, day, cell)
        came = row.harm and (cell.value or cell.acted)
        if kept and came and self.week is not None and (harm := harm_told(self.week)) is not None:
            self._context.hub.said.emit(harm.help)  # the words may stand out of sight

    def _open_cell(self, row: WeekRow, day: date) -> None:
        """What a cell can hold, or the day it was made from."""
        if not self.filling or not row.filled:
            at = {ASLEEP: "night", STRESS: "evening"}.get(row.key, "")
            self.go.emit(routes.journal(day, at))
        elif self.week is not None and day <= self.week.today:
            page, cell = page_of(self), row.cells[(day - self.week.first).days]
            chooser = CellChooser(page, row, cell, day, self.week.today)
            chooser.chosen.connect(self.table.fill)
            rect = self.table.cell_rect()
            chooser.open_at(QRect(self.table.mapTo(page, rect.topLeft()), rect.size()), chooser.first)
