"""Practice: all exercises, found by need or by family, by words and by length; what one works on first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from rewire_app.content.packed import is_packed
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.goals import Goal, read_goals
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import (
    ANY,
    FAVOURITES,
    PACKED,
    YOURS,
    best_first,
    grouped,
    in_order,
    is_custom,
    matches,
    needs_in_order,
)
from rewire_app.reports.offered import suggest
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drawn import other_way
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.practice.card_menu import CardMenu, turn_favourite
from rewire_app.ui.practice.catalogue import Catalogue
from rewire_app.ui.practice.filters import PracticeFilters
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, QUIET_END, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import ActTitle, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S6, theme

TITLE_BESIDE, LEAST_WIDE = 720, 270
"""Px of text: from which width on the title has its buttons beside it, and how wide a card is at least."""
MOST_COLUMNS = 5


class PracticePage(Page):
    """The catalogue. Choosing a card opens the page of its exercise."""

    topics = frozenset(
        {
            "practices",
            "plans",
            "favourites",
            "custom_exercises",
            "packs",
            "breath_patterns",
            "profile",
            "unwanted_effects",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._exercises: list[Exercise] = []
        self._found: list[Exercise] = []
        self._goals: tuple[Goal, ...] = ()
        self._favourites: frozenset[str] = frozenset()
        self._columns = 0
        self._left_at: QWidget | None = None
        self.filters = PracticeFilters()
        self.filters.changed.connect(self._filter)
        self.filters.entered.connect(self._to_first)
        self.filters.past.connect(self._enter)
        column = vbox(self._title(), S6, self.filters, self._count_line(), S1, gap=0)
        self._empty = QuietButton(_("Show all exercises"))
        self._empty.clicked.connect(self._clear)
        nest(column, hung(self._empty, start=QUIET))
        self.catalogue = Catalogue()
        self.catalogue.asked.connect(lambda name: self.go.emit(routes.exercise(name)))
        self.catalogue.marked.connect(lambda name: turn_favourite(context, name))
        self.catalogue.menu_wanted.connect(self._open_menu)
        self.catalogue.left.connect(self.filters.search.line.setFocus)
        put(column, self.catalogue, stretch())
        self.set_body(column, dense=True, top=36)

    # building

    def _title(self) -> QBoxLayout:
        row = self._title_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(S3)
        row.addWidget(ActTitle(_("Practice")), 1)
        acts = Flow(gap=S2)
        state = QuietButton(_("What is strongest right now?"))
        state.clicked.connect(lambda: self.go.emit(routes.STATE))
        acts.add(state)
        self._main = MainButton("", icon="play")
        self._main.clicked.connect(lambda: self.go.emit(self._route))
        acts.add(self._main)
        put(row, acts, stretch(0))
        return row

    def _count_line(self) -> QHBoxLayout:
        """How many there are, and what else belongs to practice."""
        self._count = Small("")
        ways = Flow(gap=0)
        for words, route in (
            (_("Your practice"), routes.practised()),
            (_("Your lists"), routes.LISTS),
            (_("Make your own"), routes.CUSTOM),
        ):
            button = QuietButton(words)
            button.clicked.connect(lambda _on=False, to=route: self.go.emit(to))
            ways.add(button)
        across = hbox(wide(self._count, 1, Qt.AlignmentFlag.AlignVCenter), ways, gap=S3)
        across.addSpacing(-theme.px(QUIET_END))
        return across

    # what is shown

    def refresh(self) -> None:
        """Read today's practice, the favourites and the exercises; the filters stay."""
        from rewire_app.store import queries as reads

        facts = reads.today(self.context.vault, self.context.today.toordinal())
        suggestion = suggest(facts, other_way(self.context))
        today = suggestion.offer
        begun = routes.run(today.id, minutes=suggestion.minutes)
        self._route = routes.RESUME if facts.unfinished == today.id else begun
        self._main.setText(_("Today: {title}, {n} min").format(title=today.title, n=suggestion.minutes))
        known = self.context.library.exercises()
        self._goals = read_goals(facts.goals)
        self._exercises = in_order(known, self._goals, facts.withheld)
        favourites = {one.exercise for one in self.context.store.favourites.all()}
        self._favourites = frozenset(favourites & {one.id for one in known})
        special = [FAVOURITES] * bool(self._favourites) + [YOURS] * any(map(is_custom, known))
        special += [PACKED] * any(is_packed(one.id) for one in known)
        self.filters.offer(needs_in_order(self._goals), special)
        self.catalogue.forget(known)
        self.catalogue.mark(today.id, self._favourites)
        self._filter()

    def open(self, route: Route) -> None:
        """Show what is the person's own, or the catalogue as it was."""
        if route.part == YOURS:
            self.filters.look_for(YOURS)

    def _filter(self) -> None:
        wish = self.filters.wish()
        found = [one for one in self._exercises if matches(one, wish, self._favourites)]
        self._found = found = best_first(found, wish.words)
        self._columns = self._wanted_columns()
        self.catalogue.show_groups(grouped(found) if wish.by_family else [("", found)], self._columns)
        self._empty.setVisible(not found)
        words = ngettext("{n} exercise, shortest first", "{n} exercises, shortest first", len(found))
        if wish.words:
            words = ngettext("{n} exercise, titles first", "{n} exercises, titles first", len(found))
        elif self._goals:
            words = ngettext(
                "{n} exercise, what you work on first", "{n} exercises, what you work on first", len(found)
            )
        none = _("No exercise fits these words and filters.")
        self._count.setText(words.format(n=len(found)) if found else none)

    def _wanted_columns(self) -> int:
        """As many as have room for their words, in px of text; with large text two are a list."""
        sides = (self.body or self).contentsMargins()
        room = self.width() - sides.left() - sides.right()
        columns = (room + S4) // (theme.px(LEAST_WIDE) + S4)
        return 1 if theme.scale >= 150 and columns == 2 else max(1, min(columns, MOST_COLUMNS))

    # what the person does

    def _to_first(self) -> None:
        """From the search to the exercise it found first; without words to the first card."""
        if self._found and self.filters.search.value():
            best = routes.exercise(self._found[0].id)
            QTimer.singleShot(0, self, lambda: self.go.emit(best))  # after this Enter: it would begin there
        else:
            QTimer.singleShot(0, self, self._enter)

    def _enter(self) -> None:
        """Give the keyboard to the first card, or to what shows all of them."""
        if not self.catalogue.enter():
            self._empty.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.filters.look_for(ANY)
        self.filters.search.setFocus()

    def _open_menu(self, name: str, at: QPoint) -> None:
        with self.context.hub.telling():
            menu = CardMenu(self.context, name, page=self)
            menu.go.connect(self.go)
            menu.open_beside(at)

    def leave(self) -> None:
        """Know where the keyboard was."""
        self._left_at = self.focusWidget() or self._left_at

    def arrive(self) -> None:
        """At first the keyboard is in the search, later where it was left."""
        to = self._left_at
        if to is None or not isValid(to) or not to.isVisibleTo(self):
            to = self.filters.search.line
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room; the buttons below the title when they have none beside it."""
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(TITLE_BESIDE)
        self._title_row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        super().resizeEvent(event)
        if self._exercises and self._wanted_columns() != self._columns:
            self._filter()
