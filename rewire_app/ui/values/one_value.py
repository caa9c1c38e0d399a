"""One value: how closely it was lived over time, its goals with their small steps, its moves and patterns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import Pattern, Value
from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.goals import PersonalGoal, ValueRating
from rewire_app.i18n import _
from rewire_app.reports.values import ValuesRead
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page_part import PagePart
from rewire_app.ui.charts.lived_picture import LivedPicture
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.entries.short_list import ShortList
from rewire_app.ui.values.kinds import goal_kind, step_kind
from rewire_app.ui.values.moves_part import MovesPart
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S2, S3, S4, S6
from rewire_app.ui.widgets.unfold import LinkButton

LONGEST = 60
"""Letters of a pattern that stand in its link."""


class OneValue(PagePart):
    """Made anew for each value. `go(Route)`: elsewhere. `opened(widget)`: a form was opened."""

    go = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context, uid: str) -> None:
        super().__init__(routes.VALUES)
        self.uid = uid
        self._context = context
        self._read: ValuesRead | None = None
        self._value: Value | None = None
        self._steps: dict[str, ShortList[Expectation]] = {}
        asked = _("How closely did you live by it lately?")
        self.rating = Rating(_("far from it"), _("in the bull’s eye"), name=asked)
        self.rating.changed.connect(self._rate)
        self.picture = LivedPicture(large=True)
        self._told = Second("")
        self.table = TableBelow(_("How closely you lived by it, as a table"))
        card = Card(padding=(24, 18))
        put(card.body, Heading(asked), S3, self.rating, S4, self.picture, S2, self._told, self.table)
        self.goals: ShortList[PersonalGoal] = ShortList(
            context, goal_kind(context, uid, self._steps_of), lambda: context.store.goals, self._below
        )
        self.goals.opened.connect(self.opened)
        self.moves = MovesPart(context, uid)
        self.moves.opened.connect(self.opened)
        self._serves = QWidget()
        self._patterns = vbox(gap=0)
        vbox(S6, Heading(_("Patterns whose new response serves it")), self._patterns, on=self._serves, gap=0)
        put(self.body, card, S6, Heading(_("Goals")), S2, self.goals, S6)
        put(self.body, self.moves, self._serves, stretch())

    # showing

    def show_read(self, read: ValuesRead) -> bool:
        """Show what was read; False when the value is not there any more. Raises a StoreError."""
        value = next((one for one in read.values if one.uid == self.uid), None)
        if value is None:
            return False
        self._read, self._value = read, value
        self.set_words(value.name, value.meaning)
        said = dict(read.said.get(self.uid, ()))
        self.rating.set_value(said.get(read.today))
        line = read.line(self.uid)
        self.picture.setVisible(bool(said))
        self.picture.show_line(value.name, line)
        self._told.setText(line.sentence)
        self.table.setVisible(bool(said))
        self.table.show_table(lambda: read.table_of(self.uid))
        goals = read.goals_of(self.uid)
        self._steps = {one.uid: self._steps[one.uid] for one in goals if one.uid in self._steps}
        self.goals.show_entries(goals)
        for goal, steps in self._steps.items():
            steps.show_entries(read.steps.get(goal, ()))
        self.moves.show_read(read)
        self._show_patterns([one for one in self._context.store.patterns.all() if self.uid in one.serves])
        return True

    def _steps_of(self, goal: str) -> Sequence[Expectation]:
        return self._read.steps.get(goal, ()) if self._read is not None else ()

    def _below(self, goal: PersonalGoal) -> QWidget:
        """The small steps under a goal, set in."""
        context = self._context
        steps: ShortList[Expectation] = ShortList(
            context, step_kind(context, goal.uid), lambda: context.store.open
        )
        steps.opened.connect(self.opened)
        steps.show_entries(self._steps_of(goal.uid))
        self._steps[goal.uid] = steps
        holder = QWidget()
        hbox(S4, steps, on=holder, gap=0)
        return holder

    def _show_patterns(self, patterns: Sequence[Pattern]) -> None:
        clear(self._patterns)
        self._serves.setVisible(bool(patterns))
        for one in patterns:
            words = " ".join((one.response or one.reaction).split())
            link = LinkButton(shortened(words, LONGEST))
            link.setAccessibleName(words)
            link.clicked.connect(lambda _on=False, uid=one.uid: self.go.emit(routes.pattern_page(uid)))
            nest(self._patterns, hbox(link, stretch()))

    # what the person does

    def _rate(self, lived: object) -> None:
        """Keep what was said for today, or that nothing was."""
        if self._read is None or self._value is None:
            return
        context, today = self._context, self._read.today
        said = dict(self._read.said.get(self.uid, ()))
        if lived == said.get(today):
            return  # it only shows what was read
        words, burst = _("how closely you lived by it"), Burst(of=f"lived/{self.uid}/{today}")
        if isinstance(lived, int):
            rating = ValueRating(uid=new_uid(context.clock.now()), value=self.uid, day=today, lived=lived)
            value = replace(self._value, lived=lived)
            context.hub.keep(words, burst, context.store.rate_value, value, rating)
            return
        earlier = max((day for day in said if day != today), default=None)
        value = replace(self._value, lived=None if earlier is None else said[earlier])
        for one in context.store.value_ratings.all():
            if (one.value, one.day) == (self.uid, today):
                context.hub.keep(words, burst, context.store.rate_value, value, None, gone=one.uid)

    @property
    def _written(self) -> list[ShortList[Any]]:
        """Every list in which something may be half written."""
        return [self.goals, self.moves.list, *self._steps.values()]

    def begin(self) -> None:
        """Put the keyboard into what is being written, else on the way back."""
        form = next((one for one in self._written if one.unsaved), None)
        if form is not None:
            form.begin()
        else:
            super().begin()

    def hold(self) -> bool:
        """Hold what is half written as drafts; False when that could not be."""
        return all([one.draft.now() for one in self._written])

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return any(one.unsaved for one in self._written)
