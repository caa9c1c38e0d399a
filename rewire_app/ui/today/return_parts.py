"""What Today has besides its card after some days away: questions about the plan, and people to talk to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.journal.returning import DayKind
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.layout import vbox

if TYPE_CHECKING:
    from rewire_app.reports.way_back import WayBack
    from rewire_app.store.queries import Today
    from rewire_app.ui.today.plan_fit import PeopleRow, PlanChoice, PlanFit


class ReturnParts(QObject):
    """Fills `beside` and `below`, two places of the page; most days need neither. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._last = ""
        self._parts: tuple[PlanChoice, PlanFit, PeopleRow] | None = None
        self.beside: QVBoxLayout = vbox()
        self.below: QVBoxLayout = vbox()
        self.asks_for_choice = False

    def show_facts(self, facts: Today | None) -> WayBack | None:
        """Show what goes with the way back; gives it, or None on a day that has none (as with None)."""
        back = None
        if facts is not None and facts.absence is not None:
            from rewire_app.reports.way_back import way_back

            back = way_back(facts)
            self._last = date.fromordinal(facts.absence.last).isoformat()
        long_away = back is not None and back.kind is DayKind.LONG_AWAY
        self.asks_for_choice = back is not None and bool(back.plans) and long_away
        if back is not None or self._parts is not None:
            self._show(back, long_away=long_away)
        return back

    def _show(self, back: WayBack | None, *, long_away: bool) -> None:
        choice, fit, people = self._parts = self._parts or self._built()
        asks = back is not None and bool(back.plans)
        if back is not None and asks:
            from rewire_app.ui.today.plan_answers import PlanAnswers

            answers = PlanAnswers(self._context, back, self._last)
            (choice if long_away else fit).ask(back, answers)
        self._see(choice, seen=self.asks_for_choice)
        self._see(fit, seen=asks and not long_away)
        self._see(people, seen=long_away)

    def _see(self, part: QWidget, *, seen: bool) -> None:
        """Show `part` or not; the page takes the focus of one that goes, so that Enter begins."""
        if not seen and part.isAncestorOf(part.window().focusWidget() or self._page):
            self._page.setFocus()
        part.setVisible(seen)

    def _built(self) -> tuple[PlanChoice, PlanFit, PeopleRow]:
        from rewire_app.ui.today.plan_fit import PeopleRow, PlanChoice, PlanFit

        choice, fit, people = PlanChoice(), PlanFit(), PeopleRow()
        people.go.connect(self.go)
        self.beside.addWidget(choice)
        for part in (fit, people):
            self.below.addWidget(part)
        return choice, fit, people

    def look_around(self) -> None:
        """From now on it is an ordinary day, until the next absence."""
        from rewire_app.store.looking_back import LOOK_AROUND

        context = self._context
        context.hub.keep(_("looking around"), None, context.store.profile.put, LOOK_AROUND, self._last)
