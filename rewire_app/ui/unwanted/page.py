"""Did anything in Rewire make things worse: the question whenever one likes, and every answer before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.unwanted import AnswerLine, answer_line
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import CUSTOM_TOPICS, Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.unwanted.answer_form import AnswerForm, worse_question
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Lead, Second, Strong, Title, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S6


class UnwantedPage(Page):
    """The question, and below it what was answered before, the latest first."""

    above = routes.PRACTICE
    topics = CUSTOM_TOPICS | {"unwanted_effects"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.answer = AnswerForm(context)
        self.answer.help.connect(lambda: self.go.emit(routes.HELP))
        self.answer.done.connect(self._ask_anew)
        self._before = QWidget()
        self._rows = vbox(gap=0)
        vbox(Heading(_("What you answered before")), S3, self._rows, on=self._before, gap=0)
        help_now = QuietButton(_("Help now"), icon="help")
        help_now.clicked.connect(lambda: self.go.emit(routes.HELP))
        foot = Second(
            _(
                "Rewire keeps your answer on this computer and concludes nothing from it. If something "
                "goes on troubling you, a doctor or therapist can help with it."
            )
        )
        column = vbox(
            Title(worse_question()),
            Lead(_("Exercises can stir things up, and not every one suits everybody.")),
            S4,
            self.answer,
            S4,
            foot,
            hung(help_now, start=20),
            S6,
            self._before,
            stretch(),
            gap=0,
        )
        self.set_body(column, dense=True, top=26)

    def open(self, route: Route) -> None:
        """Show the answer that is the part of `route`, or ask anew; what is being typed stays."""
        if not self.answer.unsaved:
            self.renew_with(route.part)
        self._begin()

    def _begin(self) -> None:
        """Read from the top on, with the keyboard where one goes on."""
        start = self.answer.start
        if self._scroll is not None:
            self._scroll.stay_at_top(start)
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        if start is self.answer.help_button:
            self.bring_into_sight(start)

    def renew_with(self, uid: str) -> None:
        """Read everything anew, with the answer `uid` in the form; "" is none."""
        with self.context.hub.telling():
            store = self.context.store.unwanted_effects
            self.answer.show_answer(store.get(uid) if uid else None)
        self.renew()

    def refresh(self) -> None:
        """Read the answers anew; raises a StoreError."""
        store, context = self.context.store.unwanted_effects, self.context
        found = store.all()
        if self.answer.form is None:
            self.answer.show_answer(None)
        elif self.answer.shown:
            self.answer.follow(store.get(self.answer.shown))
        clear(self._rows)
        self._before.setVisible(bool(found))
        for number, entry in enumerate(found):
            if number:
                put(self._rows, S2, Divider(), S2)
            self._rows.addWidget(self._row(answer_line(entry, context.library, context.today)))

    def _row(self, line: AnswerLine) -> QWidget:
        """One answer: what was said, when, the words to it, and a quiet way to change it."""
        row = QWidget()
        said = vbox(Strong(line.said), Second(", ".join(filter(None, (line.day, line.offered)))), gap=0)
        if line.note:
            put(said, S1, Voice(line.note))
        edit = QuietButton(_("Edit"), icon="pencil")
        edit.setAccessibleName(_("Edit the answer of {day}").format(day=line.day))
        edit.clicked.connect(lambda: self.open(routes.unwanted(line.uid)))
        hbox(wide(said, 1), wide(edit, 0, Qt.AlignmentFlag.AlignTop), on=row, gap=S4)
        return row

    def _ask_anew(self) -> None:
        self.renew_with("")
        self._begin()

    def leave(self) -> None:
        """Save what is typed."""
        self.answer.leave()

    @property
    def unsaved(self) -> bool:
        """Whether something given could not be saved yet."""
        return self.answer.unsaved
