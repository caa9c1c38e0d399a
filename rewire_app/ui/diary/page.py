"""The diary card: a week on one page, filled in, told in words, printed and copied; and its own rows."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.diary import CHAIN, first_of_week
from rewire_app.reports.diary_week import DiaryPart
from rewire_app.reports.diary_words import as_text
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.places import page_name
from rewire_app.ui.base.routes import Route
from rewire_app.ui.diary.print_sheet import PrintSheet
from rewire_app.ui.diary.rows_view import DiaryRowsView
from rewire_app.ui.diary.week_view import WeekView
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import HEADED
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, S4, theme

ROWS = Route(page="diary", part="rows")
"""To the rows of the person's own."""


class DiaryPage(Page):
    """A week of the card, or the rows that stand on it."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset(
        {"practices", "days", "nights", "moments", "diary_rows", "diary_cells", "diary_days", "profile"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.main = MainButton(_("Print the week"), icon="printer")
        self.main.clicked.connect(self._ask_to_print)
        self.tabs = PatternsTabs("diary")
        self.tabs.went.connect(self.go)
        self.view, self.rows = WeekView(context), DiaryRowsView(context)
        self.view.go.connect(self.go)
        self.view.card.rows_wanted.connect(partial(self.go.emit, ROWS))
        self.view.table.reached.connect(self._follow_keys)
        self.view.foot.copy.connect(self._copy)
        self.view.foot.more.connect(self._offer_more)
        self.rows.back.connect(self._to_week)
        self.rows.opened.connect(self.bring_into_sight)
        self.rows.hide()
        for place, by in enumerate((-1, 1)):
            register("weeks", self.view, partial(self.view.turn, by), only=place)
        register("print", self.view, self._ask_to_print)
        column = vbox(gap=0)
        self._head = QWidget()
        vbox(hbox(wide(Title(page_name("diary")), 1), self.main), S3, self.tabs, S4, on=self._head, gap=0)
        put(column, self._head, self.view, hbox(wide(self.rows, 1), stretch(0)), stretch())
        self.set_body(column, dense=True, top=22, linked=False)
        self._keep_near()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        for part in (self._head, self.view):
            part.setMaximumWidth(theme.px(HEADED))

    # what is shown

    def open(self, route: Route) -> None:
        """Show the week of the day that is the part of `route`, or the rows; this week without either."""
        self.leave()
        of_rows = route.part == ROWS.part
        self.view.filling = False
        if not of_rows:
            self.view.day = self._wanted(route.part)
        self.rows.setVisible(of_rows)
        self.view.setVisible(not of_rows)
        self.main.setVisible(not of_rows)
        self.renew()
        if of_rows:
            self.rows.begin()
        self.to_top()
        if route.at == routes.FILL:
            self.view.turn_filling()

    def _wanted(self, part: str) -> date:
        try:
            return min(date.fromisoformat(part), self.context.today)
        except ValueError:
            return self.context.today

    @property
    def part(self) -> str:
        """The rows, or the first day of the week that is shown."""
        return ROWS.part if not self.rows.isHidden() else first_of_week(self.view.day).isoformat()

    @property
    def way_up(self) -> Route | None:
        """From the rows to the week."""
        return self.above if self.rows.isHidden() else routes.diary(self.view.day)

    def refresh(self) -> None:
        """Read the week anew, or the rows."""
        if self.rows.isHidden():
            self.view.refresh()
        else:
            self.rows.refresh()

    def _follow_keys(self, cell: QRect) -> None:
        """Let the cell that the keys led to be in sight."""
        if self._scroll is not None and (content := self._scroll.widget()) is not None:
            where = self.view.table.mapTo(content, cell.center())
            self._scroll.ensureVisible(where.x(), where.y(), 0, 2 * cell.height())

    def _to_week(self) -> None:
        self.go.emit(routes.diary(self.view.day))

    # what can be done with the week

    def _offer_more(self) -> None:
        menu = ActMenu(self, name=_("More"))
        for words, icon, route in (
            (_("Change the rows"), "pencil", ROWS),
            (_("All chains"), "journal", routes.practised(exercise=CHAIN)),
            (_("Crisis plan"), "help", routes.lists("crisis_plan")),
        ):
            menu.offer(words, icon, partial(self.go.emit, route))
        menu.open_beside(
            self.view.foot.more_button.mapToGlobal(QPoint(0, self.view.foot.more_button.height()))
        )

    def _copy(self) -> None:
        if self.view.week is not None:
            self.context.hub.said.emit(copy_private(as_text(self.view.week)))

    def _ask_to_print(self) -> None:
        if self.view.week is not None and self.rows.isHidden():
            sheet = PrintSheet(self, self.view.week)
            sheet.chosen.connect(self._print)
            sheet.lay_over()

    def _print(self, left_out: frozenset[DiaryPart], words: bool) -> None:
        from rewire_app.ui.diary.paper import print_week
        from rewire_app.ui.widgets.paper import ask_and_print

        assert self.view.week is not None, "a week is shown"
        week = self.view.week.without(left_out)
        print_it = partial(print_week, week=week, words=words)
        ask_and_print(self.window(), _("Print the week"), print_it)

    # leaving

    def leave(self) -> None:
        """What is typed is saved, what is half written is held as a draft."""
        self.view.told.why.flush()
        self.rows.hold()

    @property
    def unsaved(self) -> bool:
        """Whether a reason could not be saved, or a row is half written."""
        return self.view.told.why.unsaved or self.rows.unsaved

    @property
    def loses_nothing(self) -> bool:
        """Whether the reason is saved, and a row that is half written waits as a draft."""
        return self.view.told.why.flush() and self.rows.hold()

    @property
    def waiting(self) -> str:
        """What could not be saved."""
        return _("a row that is half written") if self.rows.unsaved else _("why no skill was used")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends filling in first."""
        if event.key() == Qt.Key.Key_Escape and self.view.filling and self.rows.isHidden():
            self.view.turn_filling()
        else:
            super().keyPressEvent(event)
