"""All values with how they were lived, the cards that came first, goals for no value, and the moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.goals import PersonalGoal
from rewire_app.i18n import _
from rewire_app.reports.values import CARDS, ValuesRead
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.charts.lived_picture import LivedPicture
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.entries.list_view import ListView
from rewire_app.ui.entries.short_list import ShortList
from rewire_app.ui.values.kinds import goal_kind
from rewire_app.ui.values.moves_part import MovesPart
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Heading, Second, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton


class ValuesOverview(QWidget):
    """`go(Route)`: elsewhere, or to one value. `opened(widget)`: a form was opened."""

    go = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._read: ValuesRead | None = None
        self.tabs = PatternsTabs("values")
        self.tabs.went.connect(self.go)
        self.list = ListView(context, ListKind.VALUES, headed=False, figure=self._figure)
        self.list.go.connect(self.go)
        self.table = TableBelow(_("How closely you lived by each value, as a table"))
        self._cards = Second("")
        self._cards_link = LinkButton(_("Read it"))
        self._cards_link.setAccessibleName(_("Read what you sorted"))
        self._cards_link.clicked.connect(self._to_cards)
        self.goals: ShortList[PersonalGoal] = ShortList(
            context, goal_kind(context, None, self._steps), lambda: context.store.goals
        )
        self.moves = MovesPart(context)
        for opened in (self.list.opened, self.goals.opened, self.moves.opened):
            opened.connect(self.opened)
        self._lay_out()

    def _lay_out(self) -> None:
        column = vbox(Title(_("Values")), S3, self.tabs, S4, on=self, gap=0)
        self._near = QWidget()
        near = vbox(self.list, on=self._near, gap=0)
        self._sorted = QWidget()
        vbox(S4, Heading(_("First among the cards")), S2, self._cards, on=self._sorted, gap=0)
        put(near, self.table, self._sorted, hbox(self._cards_link, stretch()), S6)
        put(near, Heading(_("Goals for no one value")), S2, self.goals, S6, self.moves)
        nest(column, hbox(wide(self._near, 1), stretch(0)))
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes: every entry stands near what can be done with it."""
        self._near.setMaximumWidth(theme.px(NEAR))

    def show_read(self, read: ValuesRead) -> None:
        """Show what was read; the list reads its entries itself. Raises a StoreError."""
        self._read = read
        self.list.refresh()
        self.table.setVisible(any(read.said.values()))
        self.table.show_table(lambda: read.table)
        cards = read.cards
        self._sorted.setVisible(cards is not None)
        self._cards_link.setVisible(cards is not None)
        if cards is not None:
            day = day_words(cards.day, year=True)
            words = _("{values}. Sorted on {day}.").format(values=", ".join(cards.first), day=day)
            self._cards.setText(words)
        self.goals.show_entries(read.loose_goals)
        self.moves.show_read(read)

    def _steps(self, goal: str) -> Sequence[Expectation]:
        return self._read.steps.get(goal, ()) if self._read is not None else ()

    def _figure(self, entry: ListEntry) -> QWidget | None:
        """How a value was lived over time, once it was said."""
        if self._read is None or not self._read.said.get(entry.uid):
            return None
        picture = LivedPicture()
        picture.show_line(str(getattr(entry, "name", "")), self._read.line(entry.uid))
        return picture

    def _to_cards(self) -> None:
        cards = self._read.cards if self._read is not None else None
        self.go.emit(routes.practice(cards.uid) if cards is not None else routes.exercise(CARDS))

    def begin(self) -> None:
        """Put the keyboard into what is being written, at the top, or where the first value comes from."""
        form = next((one for one in (self.list, self.goals, self.moves.list) if one.unsaved), None)
        if form is not None:
            form.begin()
        elif self.list.rows:
            self.tabs.take_focus()
        else:
            self.list.begin()

    def hold(self) -> bool:
        """Hold what is half written as drafts; False when that could not be."""
        return all([self.list.draft.now(), self.goals.draft.now(), self.moves.list.draft.now()])

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.list.unsaved or self.goals.unsaved or self.moves.list.unsaved
