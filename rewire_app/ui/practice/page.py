"""Practice: all exercises, found by need or by family, by words and by length; what one works on first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from rewire_app.domain.exercise.exercise import Exercise, Family
from rewire_app.domain.goals import Goal, read_goals
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import (
    ANY,
    FAVOURITES,
    YOURS,
    Wish,
    best_first,
    family_name,
    grouped,
    in_order,
    is_custom,
    matches,
    need_names,
    needs_in_order,
)
from rewire_app.reports.offered import suggest
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.practice.card_menu import CardMenu, turn_favourite
from rewire_app.ui.practice.catalogue import Catalogue
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.choices import ChipGroup, Segmented, only
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, QUIET_END, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.options import ChipOption
from rewire_app.ui.widgets.text import Small, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S6, theme

NEED, FAMILY = "need", "family"


class PracticePage(Page):
    """The catalogue. Choosing a card opens the page of its exercise."""

    topics = frozenset({"practices", "plans", "favourites", "custom_exercises", "breath_patterns", "profile"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._exercises: list[Exercise] = []
        self._found: list[Exercise] = []
        self._goals: tuple[Goal, ...] = ()
        self._favourites: frozenset[str] = frozenset()
        self._columns = 0
        column = vbox(
            self._title(), S6, self._filters(), S3 - 2, self._parts(), S4, self._count_line(), S3, gap=0
        )
        self._empty = QuietButton(_("Show all exercises"))
        self._empty.clicked.connect(self._clear)
        column.addLayout(hung(self._empty, start=QUIET))
        self.catalogue = Catalogue()
        self.catalogue.asked.connect(lambda name: self.go.emit(routes.exercise(name)))
        self.catalogue.marked.connect(lambda name: turn_favourite(context, name))
        self.catalogue.menu_wanted.connect(self._open_menu)
        put(column, self.catalogue, stretch())
        self.set_body(column, dense=True, top=36)

    # building

    def _title(self) -> QBoxLayout:
        row = self._title_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(S3)
        row.addWidget(Title(_("Practice")), 1)
        acts = Flow(gap=S2)
        state = QuietButton(_("What is strongest right now?"))
        state.clicked.connect(lambda: self.go.emit(routes.STATE))
        acts.add(state)
        self._main = MainButton("", icon="play")
        self._main.clicked.connect(lambda: self.go.emit(self._route))
        acts.add(self._main)
        row.addWidget(acts)
        return row

    def _filters(self) -> QBoxLayout:
        self._search = Field(
            _("Search exercises"), icon="search", show_label=False, placeholder=_("Search exercises")
        )
        self._search.changed.connect(self._filter)
        self._search.line.returnPressed.connect(self._to_first)
        self._length = Segmented(
            [
                (ANY, _("Any length")),
                ("short", _("Under 5 min")),
                ("middle", _("5 to 10 min")),
                ("long", _("Longer")),
            ],
            name=_("Length"),
        )
        self._length.set_value(ANY)
        self._length.changed.connect(self._filter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(S3)
        put(self._row, wide(self._search, 1), wide(self._length, 0, Qt.AlignmentFlag.AlignVCenter))
        return self._row

    def _parts(self) -> QBoxLayout:
        """The chips: by need, or by family."""
        own = [(FAVOURITES, _("Favourites"))]
        needs = [(ANY, _("Any need")), *own, *need_names(), (YOURS, _("Yours"))]
        families = [(str(one), family_name(one)) for one in Family]
        families = [(ANY, _("Any family")), *own, *families, (YOURS, _("Yours"))]
        self._needs = ChipGroup(needs, name=_("What you need"))
        self._families = ChipGroup(families, name=_("Where it comes from"))
        column = vbox(gap=0)
        for chips in (self._needs, self._families):
            chips.set_value(ANY)
            chips.changed.connect(self._filter)
            column.addWidget(chips)
        self._families.hide()
        return column

    def _count_line(self) -> QHBoxLayout:
        self._view = Segmented([(NEED, _("By need")), (FAMILY, _("By family"))], name=_("Order"))
        self._view.changed.connect(self._turn)
        self._count = Small("")
        self._own = QuietButton(_("Make your own"))
        self._own.clicked.connect(lambda: self.go.emit(routes.CUSTOM))
        across = hbox(
            wide(self._view, 0, Qt.AlignmentFlag.AlignVCenter),
            wide(self._count, 1, Qt.AlignmentFlag.AlignVCenter),
            gap=S3,
        )
        lists = QuietButton(_("Your lists"))
        lists.clicked.connect(lambda: self.go.emit(routes.LISTS))
        ways = Flow(gap=0)
        practised = QuietButton(_("Your practice"))
        practised.clicked.connect(lambda: self.go.emit(routes.practised()))
        ways.add(practised)
        ways.add(lists)
        ways.add(self._own)
        put(across, ways, -theme.px(QUIET_END))
        return across

    # what is shown

    def refresh(self) -> None:
        """Read today's practice, the favourites and the exercises; the filters stay."""
        from rewire_app.store import queries as reads

        facts = reads.today(self.context.vault, self.context.today.toordinal())
        suggestion = suggest(facts)
        today = suggestion.offer
        begun = routes.run(today.id, minutes=suggestion.minutes)
        self._route = routes.RESUME if facts.unfinished == today.id else begun
        self._main.setText(_("Today: {title}, {n} min").format(title=today.title, n=suggestion.minutes))
        known = self.context.library.exercises()
        self._goals = read_goals(facts.goals)
        self._needs.put_in_order([ANY, FAVOURITES, *needs_in_order(self._goals), YOURS])
        self._exercises = in_order(known, self._goals)
        favourites = {one.exercise for one in self.context.store.favourites.all()}
        self._favourites = frozenset(favourites & {one.id for one in known})
        for chips in (self._needs, self._families):
            _offer(chips, FAVOURITES, bool(self._favourites))
            _offer(chips, YOURS, any(map(is_custom, known)))
        self.catalogue.forget(known)
        self.catalogue.mark(today.id, self._favourites)
        self._filter()

    def open(self, route: Route) -> None:
        """Show what is the person's own, or the catalogue as it was."""
        if route.part == YOURS:
            self._clear()
            self._chips().set_value(YOURS)

    def _chips(self) -> ChipGroup:
        return self._families if only(self._view) == FAMILY else self._needs

    def _turn(self) -> None:
        by_family = only(self._view) == FAMILY
        other = self._needs if by_family else self._families
        self._needs.setVisible(not by_family)
        self._families.setVisible(by_family)
        if only(other) in (FAVOURITES, YOURS):
            self._chips().set_value(only(other))
        self._filter()

    def _wish(self) -> Wish:
        return Wish(
            words=self._search.value(),
            length=only(self._length),
            part=only(self._chips()) or ANY,
            by_family=only(self._view) == FAMILY,
        )

    def _filter(self) -> None:
        wish = self._wish()
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
        if theme.scale >= 150:
            return 1
        return 3 if self.width() >= 900 * theme.scale / 100 else 2

    # what the person does

    def _to_first(self) -> None:
        """From the search to the exercise it found first; without words to the first card."""
        found = self.catalogue.cards()
        if self._found and self._search.value():
            best = routes.exercise(self._found[0].id)
            QTimer.singleShot(
                0, self, lambda: self.go.emit(best)
            )  # after this Enter, or it would begin there
            return
        to: QWidget = found[0] if found else self._empty
        QTimer.singleShot(0, to, lambda: to.setFocus(Qt.FocusReason.TabFocusReason))  # after this Enter

    def _clear(self) -> None:
        self._search.set_value("")
        self._length.set_value(ANY)
        for chips in (self._needs, self._families):
            chips.set_value(ANY)
        self._filter()
        self._search.setFocus()

    def _open_menu(self, name: str, at: QPoint) -> None:
        with self.context.hub.telling():
            menu = CardMenu(self.context, name, page=self)
            menu.go.connect(self.go)
            menu.open_beside(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two when narrow, a list when the text is large."""
        ways = QBoxLayout.Direction
        wide = self.width() >= 860 * theme.scale / 100
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._title_row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        if self._exercises and self._wanted_columns() != self._columns:
            self._filter()
        super().resizeEvent(event)


def _offer(chips: ChipGroup, key: str, on: bool) -> None:
    """Let `chips` offer the choice `key`, or hide it and choose all if it was chosen."""
    for chip in chips.findChildren(ChipOption):
        if chip.key == key:
            chip.setEnabled(on)
            chip.setVisible(on)
    if not on and only(chips) == key:
        chips.set_value(ANY)
