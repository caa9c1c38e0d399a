"""Questionnaires, under Trends: one is answered, or all stand with what came of them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.reports.questionnaires import questionnaire_results
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.questionnaires.asking import AskingCard
from rewire_app.ui.questionnaires.own_total import OwnTotalCard
from rewire_app.ui.questionnaires.results_card import ResultsCard
from rewire_app.ui.widgets.layout import CHEVRON, clear, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S2, S4, S6


class QuestionnairesPage(Page):
    """`part` is the questionnaire that is answered; what is half answered waits as a draft."""

    above: ClassVar[Route | None] = routes.TRENDS
    topics = frozenset({"scores"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.asking: AskingCard | None = None
        self._up, self._back = BackLink(routes.TRENDS), BackLink(routes.QUESTIONNAIRES)
        for link in (self._up, self._back):
            link.went.connect(self.go)
        self._title, self._lead = Title(_("Questionnaires")), Second("")
        self._list, self._place = QWidget(), vbox()
        self._rows = vbox(gap=S4)
        self.own = OwnTotalCard(context)
        vbox(self._rows, self.own, on=self._list, gap=S4)
        column = vbox(hung(self._up, start=CHEVRON), hung(self._back, start=CHEVRON), gap=0)
        put(column, self._title, S2, self._lead, S6, self._place, self._list, stretch())
        self.set_body(column, dense=True, top=15, linked=False)
        self._back.hide()

    @property
    def part(self) -> str:
        """The questionnaire that is answered, "" none."""
        return self.asking.id if self.asking is not None else ""

    @property
    def way_up(self) -> Route | None:
        """From the answers to all of them, and from there to Trends."""
        return routes.QUESTIONNAIRES if self.asking is not None else self.above

    def open(self, route: Route) -> None:
        """Ask the questionnaire that is the part of `route`, or show all; half an answer is held."""
        if self.unsaved:
            return
        with self.context.hub.telling():
            found = questionnaire_results(self.context.store, self.context.library, self.context.today)
            one = next((each for each in found if each.id == route.part and each.asked), None)
            asked = one.asked if one is not None else None
            if one is not None and one.waits is not None:
                again = _("It can be answered again from {day}: once a month is enough.")
                self.context.hub.said.emit(again.format(day=day_words(one.waits)))
                asked = None
            self._put_away()
            if asked is not None:
                self.asking = AskingCard(self.context, asked)
                self.asking.done.connect(self._show_all)
                self._place.addWidget(self.asking)
                self.asking.fit(self.width())
            self._name(asked.name if asked is not None else "")
        if not self.renew():
            return
        if self.asking is not None:
            self.asking.begin()
        self.to_top()

    def _put_away(self) -> None:
        clear(self._place)
        self.asking = None

    def _name(self, asked: str) -> None:
        """Say what is seen: one questionnaire, or all."""
        self._title.setText(asked or _("Questionnaires"))
        self._lead.setText(
            _("Answer as it comes. 1 to 9 on the keyboard choose, and the next line follows.")
            if asked
            else _(
                "The same questions once in a while, for yourself or to bring to someone. Alone, a number "
                "says little."
            )
        )
        self._list.setVisible(not asked)
        self._back.setVisible(bool(asked))
        self._up.setVisible(not asked)

    def _show_all(self) -> None:
        self._put_away()
        self._name("")
        self.renew()
        self.to_top()
        self.setFocus()

    def refresh(self) -> None:
        """Read all results anew; raises a StoreError."""
        found = questionnaire_results(self.context.store, self.context.library, self.context.today)
        self.own.bring_back()
        clear(self._rows)
        for one in found:
            card = ResultsCard(one)
            card.wanted.connect(lambda name: self.go.emit(routes.questionnaire(name)))
            card.removed.connect(self._remove)
            card.help.connect(lambda: self.go.emit(routes.HELP))
            self._rows.addWidget(card)
        if self.asking is None:
            self._name("")

    def _remove(self, uid: str) -> None:
        self.context.hub.do(_("result removed"), self.context.store.scores.remove, uid)

    def leave(self) -> None:
        """What is half answered or typed is held as a draft."""
        self.own.hold()
        if self.asking is not None:
            self.asking.hold()

    @property
    def unsaved(self) -> bool:
        """Whether something given could not be held as a draft."""
        held = [self.own.hold(), self.asking is None or self.asking.hold()]
        return not all(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answers stand below their words where there is little room."""
        if self.asking is not None:
            self.asking.fit(self.width())
        super().resizeEvent(event)
