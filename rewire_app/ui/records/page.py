"""Records: all of them, one opened in their place, the fairer thoughts, and the habits of thought."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListKind
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.records import bundled_habits
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.page_part import PagePart
from rewire_app.ui.base.removing import remove_pass
from rewire_app.ui.base.routes import Route
from rewire_app.ui.entries.list_view import ListView
from rewire_app.ui.entries.writing import waiting_words
from rewire_app.ui.passes.practice_view import PracticeView
from rewire_app.ui.records.every_record import EveryRecord
from rewire_app.ui.records.habits_part import HabitsPart
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.theme import theme

THOUGHTS, HABITS = routes.FAIRER_THOUGHTS.part, routes.THINKING_HABITS.part


class RecordsPage(Page):
    """Its part is "", the uid of a record, or one of the two other parts."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset(
        {
            "practices",
            "intentions",
            "plans",
            "custom_exercises",
            "thoughts",
            "thinking_habits",
            "profile",
        }
    )
    topics |= {"moments", "patterns"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = ""
        self.every = EveryRecord(context)
        self.every.go.connect(self.go)
        self.view = PracticeView(context, _("Records"))
        self.view.go.connect(self.go)
        self.view.back.connect(lambda: self.go.emit(routes.RECORDS))
        self.view.other.connect(lambda uid: self.go.emit(routes.record(uid)))
        self.view.opened.connect(self.bring_into_sight)
        self.view.removed.connect(self._remove_opened)
        self.thoughts = PagePart(routes.RECORDS)
        self.thoughts.set_words(list_words(ListKind.THOUGHTS).name)
        self.list = ListView(context, ListKind.THOUGHTS, headed=False)
        self.list.go.connect(self.go)
        put(self.thoughts.body, self.list)
        self.habits = HabitsPart(context)
        for part, opened in ((self.thoughts, self.list.opened), (self.habits, self.habits.opened)):
            part.went.connect(self.go)
            opened.connect(self._show_form)
        column = vbox(gap=0)
        put(column, self.every, self.view, self.thoughts, self.habits, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        self._keep_near()
        self._show()

    def _keep_near(self) -> None:
        """Let every entry stand near what can be done with it."""
        for part in (self.thoughts, self.habits):
            part.setMaximumWidth(theme.px(NEAR))

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def open(self, route: Route) -> None:
        """Show the part that `route` names."""
        self.leave()
        before, self._part = self._part, route.part
        if before != self._part or self._stale:  # else it was read when it was seen
            self.renew()
        self._show()
        self.to_top()
        shown = self._shown
        if shown is self.every and before not in ("", THOUGHTS, HABITS):
            QTimer.singleShot(0, self, lambda: self.every.begin_at(before))
        elif shown is self.thoughts and self.list.unsaved:
            self.list.begin()
        elif isinstance(shown, EveryRecord | PracticeView | PagePart):
            shown.begin()

    @property
    def _shown(self) -> QWidget:
        parts: dict[str, QWidget] = {"": self.every, THOUGHTS: self.thoughts, HABITS: self.habits}
        return parts.get(self._part, self.view)

    def _show(self) -> None:
        for part in (self.every, self.view, self.thoughts, self.habits):
            part.setVisible(part is self._shown)

    def refresh(self) -> None:
        """Read what is shown anew; a record that is gone leads back to all."""
        if self._shown is self.view and not self.view.show_practice(self._part):
            self._part = ""
            self._show()
        if self._part == THOUGHTS:
            self.list.refresh()
        elif self._part == HABITS:
            self.habits.refresh()
        elif self._shown is self.every:
            self.every.refresh(self._habits_told())

    def _habits_told(self) -> str:
        """How many habits of thought there are: "9, 2 of them your own"."""
        own = sum(habit.asked for habit in self.context.store.thinking_habits.all())
        n = own + len(bundled_habits(self.context.library))
        words = ngettext("{n} habit", "{n} habits", n).format(n=n)
        return _("{habits}, {own} of your own").format(habits=words, own=own) if own else words

    def _remove_opened(self) -> None:
        """Take out the record that is open: it is missed in the list, and taken back there."""
        uid = self._part
        self.go.emit(routes.RECORDS)
        remove_pass(self.context, uid)

    @property
    def part(self) -> str:
        """What is opened."""
        return self._part

    @property
    def way_up(self) -> Route:
        """From a part to all records."""
        return routes.RECORDS if self._part else routes.PATTERNS

    def _show_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self.bring_into_sight(form)

    def leave(self) -> None:
        """Save a note that is being written, and hold what is half written."""
        self.view.leave()
        self.list.draft.now()
        self.habits.own.draft.now()

    @property
    def loses_nothing(self) -> bool:
        """An entry that is half written waits as a draft."""
        return not self.view.unsaved and self.list.draft.now() and self.habits.own.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.view.unsaved or self.list.unsaved or self.habits.own.unsaved

    def show_waiting(self) -> str:
        """What is half written comes into sight; of an entry it says that it waits there."""
        for route, part in ((routes.FAIRER_THOUGHTS, self.list), (routes.THINKING_HABITS, self.habits.own)):
            if part.unsaved:
                self.open(route)
                return waiting_words(_("Records"), held=part.draft.now())
        return ""
