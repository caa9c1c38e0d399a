"""Habits of thought: those a thought record offers, one's own, and how often each was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from rewire_app.domain.limits import MAX_NAME
from rewire_app.domain.lists.diary import ThinkingHabit, checked_habit
from rewire_app.domain.lists.entries import folded
from rewire_app.i18n import _
from rewire_app.reports.records import HabitUse, bundled_habits, habit_uses
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page_part import PagePart
from rewire_app.ui.entries.short_list import ShortAct, ShortKind, ShortList
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.text import Body, Heading, Second
from rewire_app.ui.widgets.theme import S2, S3, S6


class HabitsPart(PagePart):
    """Own habits can be added, changed, and left out of new records. `opened(widget)`: a form was opened."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(routes.RECORDS)
        self._context = context
        self._uses: Mapping[str, HabitUse] = {}
        self.set_words(
            _("Habits of thought"),
            _("Everybody has some. A thought record asks for the one that comes nearest."),
        )
        self.own: ShortList[ThinkingHabit] = ShortList(
            context, self._kind(), lambda: context.store.thinking_habits
        )
        self.own.opened.connect(self.opened)
        self._bundled = vbox(gap=0)
        put(self.body, Heading(_("Your own")), S2, self.own, S6)
        put(self.body, Heading(_("Offered in every record")), S3, self._bundled, stretch())

    def _kind(self) -> ShortKind[ThinkingHabit]:
        label, hint = _("What do you call it?"), _("Such as: one slip is the whole.")

        def made(uid: str, answers: Mapping[str, Any], before: ThinkingHabit | None) -> ThinkingHabit:
            given = before or ThinkingHabit(uid=uid, name="")
            return checked_habit(replace(given, uid=uid, name=answers["name"]))

        return ShortKind(
            draft="habits",
            add=_("Add a habit of your own"),
            change=_("Change this habit"),
            main="name",
            asks=lambda _habit: [Question(key="name", label=label, hint=hint, limit=MAX_NAME)],
            shown=lambda habit: {"name": habit.name},
            made=made,
            lines=self._lines,
            acts=self._acts,
            removable=False,
        )

    def _lines(self, habit: ThinkingHabit) -> Sequence[str]:
        used = self._uses.get(folded(habit.name), HabitUse(name=habit.name)).words(self._context.today)
        return (used,) if habit.asked else (used, _("Left out of new records"))

    def _acts(self, habit: ThinkingHabit) -> Sequence[ShortAct]:
        context = self._context

        def turn() -> None:
            new = replace(habit, asked=not habit.asked)
            context.hub.do(_("habit changed"), context.store.thinking_habits.edit, new)

        words = _("Leave out of new records") if habit.asked else _("Offer again")
        return (ShortAct(words=words, do=turn),)

    def refresh(self) -> None:
        """Read them anew; raises a StoreError."""
        context = self._context
        self._uses = habit_uses(context.vault)
        habits = context.store.thinking_habits.all()
        self.own.show_entries(sorted(habits, key=lambda habit: not habit.asked))
        clear(self._bundled)
        for place, name in enumerate(bundled_habits(context.library)):
            if place:
                put(self._bundled, S2, Divider(), S2)
            used = self._uses.get(folded(name), HabitUse(name=name)).words(context.today)
            put(self._bundled, Body(name), Second(used))

    def begin(self) -> None:
        """Put the keyboard into what is being written, else on the way back."""
        if self.own.unsaved:
            self.own.begin()
        else:
            super().begin()
