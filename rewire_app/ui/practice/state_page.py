"""What is strongest right now: a state, how strong it is, and a few exercises that fit. Nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.content.states import choice, read_states
from rewire_app.domain.crisis import Country
from rewire_app.domain.exercise.care import care_steps
from rewire_app.domain.exercise.measure import worse_three_times
from rewire_app.domain.exercise.states import (
    HELP_FIRST,
    TOO_STRONG,
    RankedFit,
    State,
    StateFit,
    States,
    fitting,
)
from rewire_app.domain.journal.hard_days import SPAN, several_hard_days
from rewire_app.errors import ContentError, RewireError, StoreError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.countries import known_lines
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.people import plan_of
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.withheld import withheld_now
from rewire_app.ui.practice.not_safe_row import NotSafeRow, chest_line
from rewire_app.ui.practice.offered import Offered
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChoiceList, only
from rewire_app.ui.widgets.layout import QUIET, clear, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.pinned import Pinned
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in, tab_after
from rewire_app.ui.widgets.text import Body, Heading, Lead, Second, Title
from rewire_app.ui.widgets.theme import S2, S4, S5, S6, theme

NARROW = 900
"""Width of the window in px at 100 % below which the states stand in one column."""


class StatePage(Page):
    """Three questions deep: what, how strong, which of these. It forgets its answers when it is left."""

    above = routes.PRACTICE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._states: States | None = None
        self._columns = 0
        self._country: Country | None = None
        self._eased: dict[str, str] | None = None
        self.states: ChoiceList | None = None
        self.times: ChoiceList | None = None
        self.offered: Offered | None = None
        column = vbox(
            Title(_("What is strongest right now?")),
            Lead(_("One is enough. Nothing you choose here is kept.")),
            S5,
            gap=0,
        )
        self.unsafe = NotSafeRow()
        self.unsafe.clicked.connect(self._not_safe)
        self._pinned = Pinned(self.unsafe)
        put(column, self._pinned, S4)
        self._list = QVBoxLayout()
        put(column, self._list, S4)
        self._chest = Second("")
        self._none = QuietButton(_("None of these"))
        self._none.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
        middle = Qt.AlignmentFlag.AlignVCenter
        nest(column, hbox(wide(self._chest, 1, middle), self._none, gap=S4))
        self._time = QVBoxLayout()
        put(column, self._time)
        self._strength = QWidget()
        asked = vbox(Heading(_("How strong is it?")), on=self._strength, gap=S2, margins=(0, S6, 0, 0))
        self.rating = Rating(_("hardly there"), _("as strong as it gets"), name=_("How strong is it?"))
        self.rating.changed.connect(self._offer)
        asked.addWidget(self.rating)
        self._strength.hide()
        column.addWidget(self._strength)
        self._place = QVBoxLayout()
        put(column, self._place, stretch())
        self._column = column
        self.set_body(column, top=36)
        assert self._scroll is not None, "a page scrolls"
        self._pinned.watch(self._scroll)

    # the questions

    def open(self, route: Route) -> None:
        """Begin anew: another moment, another state; the part of `route` may name the state."""
        self._eased = None
        self._read()
        self._show_numbers()
        self._build_list()
        self.to_top()
        if self.states is not None and self._scroll is not None:
            self._scroll.stay_at_top(self.states)
            self.states.set_value(route.part or None)
            if self.states.value() is None:  # else how strong it is has the focus
                self.states.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_numbers(self) -> None:
        """Take the numbers of the country that is chosen by now."""
        self._country = known_lines(self.context).country(self.context.settings.country)
        self.unsafe.show_numbers(self._country)
        self._chest.setText(chest_line(self._country))

    def _read(self) -> None:
        if self._states is None:
            try:
                self._states = read_states()
            except ContentError as error:
                self.context.hub.failed.emit(str(error))

    def _build_list(self) -> None:
        clear(self._list)
        self._forget()
        if self._states is None:
            self._list.addWidget(Body(_("The list cannot be read right now. Practice has all exercises.")))
            to = QuietButton(_("Open Practice"))
            to.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
            nest(self._list, hung(to, start=QUIET))
            return
        self._put_states(self._states, "")

    def _put_states(self, states: States, chosen: str) -> None:
        """Set the states in as many columns as there is room for; `chosen` stays chosen."""
        self._columns = self._wanted_columns()
        self.states = ChoiceList(
            [(one.id, one.words) for one in states.states],
            columns=self._columns,
            name=_("What is strongest right now?"),
        )
        self.states.set_value(chosen or None)
        self.states.changed.connect(self._chosen)
        self._list.addWidget(self.states)
        set_tab_order([self.unsafe, *stops_in(self.states), self._none, self.rating])

    def _wanted_columns(self) -> int:
        return 2 if self.window().width() >= theme.px(NARROW) else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when there is little room."""
        super().resizeEvent(event)
        if self._states is not None and self.states is not None and self._columns != self._wanted_columns():
            chosen = only(self.states)
            clear(self._list)
            self._put_states(self._states, chosen)

    def _forget(self) -> None:
        self._pinned.let_float(True)
        self._drop_time()
        self._strength.hide()
        self._drop_offers()
        self.rating.blockSignals(True)
        self.rating.set_value(None)
        self.rating.blockSignals(False)

    def _drop_time(self) -> None:
        clear(self._time)
        self.times = None

    def _drop_offers(self) -> None:
        clear(self._place)
        self._chest.setText(chest_line(self._country))
        self.offered = None

    def _chosen(self) -> None:
        self._pinned.let_float(False)  # the list has been read; what comes now has its own room
        self._drop_time()
        state = self._state
        if state is not None and state.times:
            self._ask_time(state)
        else:
            self._ask_strength()

    def _ask_time(self, state: State) -> None:
        """Ask which of its times it is; what helps at one does not at the other."""
        self._strength.hide()
        self._drop_offers()
        self.times = ChoiceList([(one.id, one.words) for one in state.times], name=state.asks)
        self.times.changed.connect(self._ask_strength)
        put(self._time, S6, Heading(state.asks), S2, self.times)
        tab_after(self._none, self.times)
        self.times.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring(self.times)

    def _bring(self, part: QWidget) -> None:
        QTimer.singleShot(0, part, lambda: self.bring_into_sight(part))  # once the page is longer

    def _ask_strength(self) -> None:
        """Ask how strong it is, unless that does not matter."""
        answer = self._answer
        at_once = answer is not None and answer.at_once
        self._strength.setVisible(not at_once)
        if at_once or self.rating.value() is not None:
            self._offer()
        else:
            self.rating.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bring_into_sight(self._strength)

    def _not_safe(self) -> None:
        """To people at once; that it was pressed is kept nowhere, and nothing shows it later."""
        self._build_list()
        self.go.emit(routes.HELP)

    # the answer

    @property
    def _state(self) -> State | None:
        if self._states is None or self.states is None:
            return None
        return next((one for one in self._states.states if one.id == only(self.states)), None)

    @property
    def _answer(self) -> State | None:
        """The state, or which of its times, once it is chosen."""
        state = self._state
        if state is None or not state.times:
            return state
        chosen = only(self.times) if self.times is not None else ""
        return next((one for one in state.times if one.id == chosen), None)

    def _offer(self) -> None:
        state = self._answer
        strength = TOO_STRONG if state is not None and state.at_once else self.rating.value()
        self._drop_offers()
        if strength is None or state is None or self._states is None:
            return
        very_strong = strength >= HELP_FIRST
        fits = self._states.steady if very_strong else state.fits
        choices = self._choices(fits)
        try:
            last, worse, hard = self._looked_back([one.fit.exercise for one in choices])
        except StoreError as error:
            self.context.hub.failed.emit(str(error))
            last, worse, hard = None, set[str](), False
        in_order = (state.panic or state.at_once) and not very_strong
        found = fitting(choices, strength, last=last, worse=worse, hard_days=hard, in_order=in_order)
        offered = Offered(
            self.context.library,
            found,
            very_strong=very_strong,
            chest=chest_line(self._country) if state.panic else "",
            people=state.people,
            planned=bool(plan_of(self.context)),
            eased=self._what_eased(),
        )
        offered.go.connect(self.go)
        self._place.addWidget(offered)
        self._chest.setText("" if state.panic else chest_line(self._country))
        if state.at_once and self.times is not None:
            self._bring(self.times)
            tab_after(self.times, offered)
        else:
            self._bring(self._strength)
            tab_after(self.rating, offered)
        self.offered = offered

    def _choices(self, fits: Sequence[StateFit]) -> list[RankedFit]:
        """The fits whose exercise is there, can be read, and did not make things worse."""
        from rewire_app.reports.care import asks_health

        found, withheld, store = [], withheld_now(self.context), self.context.store
        for fit in fits:
            if fit.exercise in withheld:
                continue
            try:
                exercise = self.context.library.exercise(fit.exercise)
                answered = any(care_steps(exercise)) and not asks_health(store, exercise, self.context.today)
                found.append(choice(fit, exercise, answered=answered))
            except RewireError as error:
                self.context.hub.failed.emit(str(error))
        return found

    def _what_eased(self) -> dict[str, str]:
        """What the person's own ratings did in each exercise; read once while the page is open."""
        from rewire_app.reports.eased import read_eased

        if self._eased is None:
            context = self.context
            try:
                self._eased = read_eased(context.vault, context.library, context.today)
            except StoreError as error:
                context.hub.failed.emit(str(error))
                return {}
        return self._eased

    def _looked_back(self, exercises: Sequence[str]) -> tuple[str | None, set[str], bool]:
        """The one practised last, those that ended worse three times running, and whether days were hard."""
        from rewire_app.store import queries as reads

        vault, today = self.context.vault, self.context.today
        passes: dict[tuple[str, str], list[tuple[int | None, int | None]]] = {}
        for exercise, measure, before, after in reads.rated_passes(vault, exercises):
            passes.setdefault((exercise, measure), []).insert(0, (before, after))
        worse = {
            exercise
            for (exercise, measure), rated in passes.items()
            if (known := self.context.library.measure_of(self.context.library.exercise(exercise)))
            and known.id == measure
            and worse_three_times(known, rated)
        }
        first = (today - timedelta(days=SPAN - 1)).toordinal()
        hard = several_hard_days(reads.evenings(vault, first, today.toordinal()))
        return reads.latest_of(vault, exercises), worse, hard
