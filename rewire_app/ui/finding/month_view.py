"""The month: its days with their marks, what the marks stand for, and beside it the chosen day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.reports.month import Month, month_of, summary_of, turned
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.charts.day_marks import MarksKey
from rewire_app.ui.finding.day_side import DaySide
from rewire_app.ui.finding.month_grid import CELL, GAP, MonthCells, month_title
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.layout import ICON, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S3, S4, theme

SIDE, BESIDE = 236, 34
"""Px of the design: across what stands beside the month, and between the two."""
TOGETHER = 840
"""From this width on it stands beside the month."""


class MonthView(QWidget):
    """`go(Route)`: a day, or another month, is wanted."""

    go = Signal(object)
    topics = frozenset({"days", "nights", "moments", "practices", "notes"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._month: Month | None = None
        self._day = context.today
        self.title = Title("")
        back = IconButton(_("The month before"), "chevron-left")
        on = IconButton(_("The month after"), "chevron-right")
        back.clicked.connect(lambda: self.turn(-1))
        on.clicked.connect(lambda: self.turn(1))
        self.head = QWidget()
        hbox(-theme.px(ICON), back, self.title, on, stretch(), on=self.head, gap=S3)
        self.grid = MonthCells()
        self.grid.chose.connect(self.choose)
        self.grid.opened.connect(self._open)
        self._said = Second("")
        self.side = DaySide(lambda: context.today)
        self.side.went.connect(self._go_to)
        self.side.opened.connect(self._open)
        self.grid.asked.connect(lambda: self.side.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self._left = QWidget()
        vbox(self.grid, S4, MarksKey(), S3, self._said, stretch(), on=self._left, gap=0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._sides, wide(self._left, 1), wide(self.side, 0, Qt.AlignmentFlag.AlignTop))
        vbox(self._sides, on=self)
        self.restyle()

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self._day

    @property
    def part(self) -> str:
        """The month in sight, as its route names it."""
        return f"month/{self._day.isoformat()[:7]}"

    def show_part(self, key: str) -> None:
        """Choose a day such as "2026-11-12", or show a month such as "2026-11".

        Of that the day stays chosen that was; else it is today in its own month, the first day in another.
        """
        months = {key: date.fromisoformat(key) if key.count("-") > 1 else date.fromisoformat(f"{key}-01")}
        months |= {day.isoformat()[:7]: day for day in (self._context.today, self._day)}
        self._day = months[key]

    def refresh(self) -> None:
        """Read the month anew; raises a StoreError."""
        self._month = month_of(self._context.vault, self._day, self._context.today)
        self._show()

    def _show(self) -> None:
        month, context = self._month, self._context
        assert month is not None, "the month was read"
        told = summary_of(context.vault, month, self._day)
        self.title.setText(month_title(month.first))
        self.grid.show_month(month, self._day)
        self.side.show_day(told)
        self._said.setText(
            _("{summary} A day without a mark was not noted; that is all it means.").format(
                summary=month.summary
            )
        )
        self._said.set_lead(month.summary)

    def choose(self, day: date) -> None:
        """Choose a day; one of another month turns there."""
        before, self._day = self._day, day
        with self._context.hub.telling():
            if self._month is None or (day.year, day.month) != (before.year, before.month):
                self.refresh()
            else:
                self._show()
            return
        self._day = before

    def turn(self, by: int) -> None:
        """Show the month before (-1) or after (1)."""
        self.choose(turned(self._day, by))

    def _go_to(self, day: date) -> None:
        """A date was typed: it is chosen, and after this Enter another one opens it."""
        self.choose(day)
        QTimer.singleShot(0, self, self.begin)

    def _open(self, day: date) -> None:
        if day <= self._context.today:
            self.go.emit(routes.journal(day))

    def begin(self) -> None:
        """Put the keyboard on the days."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take over new sizes."""
        together = self.width() >= theme.px(TOGETHER)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if together else ways.TopToBottom)
        self._sides.setSpacing(theme.px(BESIDE))
        grid = 7 * theme.px(CELL) + 6 * theme.px(GAP)
        self._left.setMaximumWidth(grid)
        self.side.setMinimumWidth(theme.px(SIDE) if together else 0)
        self.side.setMaximumWidth(theme.px(SIDE) if together else grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the month stands below it when there is little room."""
        self.restyle()
        super().resizeEvent(event)
