"""What was noted for days that have not come yet: said, shown, and moved to a day that has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.ahead import BegunLater, NotedDay, begun_on, first_day, moved, what_it_is
from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Pause, Plan, Practice
from rewire_app.domain.journal.marks import CustomRating, Mark
from rewire_app.domain.journal.notes import Note
from rewire_app.domain.journal.pausing import AHEAD
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S2, S4

MOST = 5
"""How many are shown at once; those that are moved make room."""
LONGEST = 60
"""Characters of a person's words that are shown here."""


class AheadCard(Card):
    """It is there only while there are such entries."""

    topics = frozenset({"days", "nights", "moments", "practices", "custom_measures", "custom_ratings"})
    topics |= {"plans", "pauses", "marks", "notes", "ratings"}

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23))
        self._context = context
        self._found: dict[str, Sequence[NotedDay | BegunLater]] = {}
        self._measures: dict[str, str] = {}
        self._moves: list[SecondButton] = []
        self._title = Heading("")
        about = Second(
            _(
                "They stand under days that have not come here: the clock of this computer was ahead when "
                "they were noted, or you have travelled west since. You can move each to the day it was."
            )
        )
        self.day = DateField(_("Move to"), lambda: context.today)
        self._list = QWidget()
        self._rows = vbox(on=self._list, gap=S2)
        put(self.body, self._title, S2, about, S4, self.day, S4, self._list)
        self.hide()

    def read(self, topics: frozenset[str]) -> dict[str, Sequence[NotedDay | BegunLater]]:
        """What lies ahead now, read anew for `topics`; what cannot be read is told and stays as it was."""
        store, today = self._context.store, self._context.today
        found = dict(self._found)
        if "custom_measures" in topics:  # what one of them is called stands in its rows, or it is gone
            topics |= {"custom_ratings"}
            with self._context.hub.telling():
                self._measures = {one.uid: one.name for one in store.custom_measures.all()}
        dated = (
            *(store.days, store.nights, store.moments, store.notes),
            *(store.practices, store.custom_ratings, store.ratings),
        )
        for noun in dated:
            if noun.topic in topics:
                with self._context.hub.telling():
                    found[noun.topic] = noun.after(today)
        for begun in (store.plans, store.pauses, store.marks):
            if begun.topic in topics:
                with self._context.hub.telling():
                    found[begun.topic] = [one for one in begun.after(today) if not _is_meant(one, today)]
        return found

    def show_found(self, found: dict[str, Sequence[NotedDay | BegunLater]]) -> None:
        """Show what was read."""
        if found == self._found:
            return
        self._found = found
        entries = sorted((one for kept in found.values() for one in kept), key=first_day)
        clear(self._rows)
        self._moves = []
        for entry in entries[:MOST]:
            nest(self._rows, self._row(entry))
        tab_after(self.day.button, self._list)
        count = len(entries)
        words = ngettext("{n} entry lies in the future", "{n} entries lie in the future", count)
        self._title.setText(words.format(n=count))
        if entries and self.day.value() is None:
            self.day.set_value(self._context.today.toordinal())
        self.setVisible(bool(entries))

    def _row(self, entry: NotedDay | BegunLater) -> QHBoxLayout:
        words = what_it_is(entry, self._title_of(entry))
        shown = words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
        move = SecondButton(_("Move"))
        move.setAccessibleName(_("Move: {words}").format(words=shown))
        move.clicked.connect(partial(self._move, entry))
        self._moves.append(move)
        said = vbox(Strong(shown), Second(day_words(first_day(entry), year=True, week_day=True)), gap=0)
        return hbox(wide(said, 1), wide(move, 0, Qt.AlignmentFlag.AlignVCenter), gap=S4)

    def _title_of(self, entry: NotedDay | BegunLater) -> str:
        """The title of the exercise of a practice or plan, or the name of an own measure, if it is known."""
        if isinstance(entry, CustomRating):
            return self._measures.get(entry.measure_uid, "")
        if not isinstance(entry, Practice | Plan):
            return ""
        known = self._context.library.exercises()
        return next((one.title for one in known if one.id == entry.exercise), "")

    def _move(self, entry: NotedDay | BegunLater) -> None:
        if not self.day.check():
            return
        value = self.day.value()
        if value is None:
            self.day.set_error(_("Choose the day it was."))
            return
        day = date.fromordinal(value)
        label = _("moved to {day}").format(day=day_words(day))
        if self._context.hub.do(label, self._put, entry, day) and self._moves:
            self._moves[0].setFocus(Qt.FocusReason.OtherFocusReason)  # the one that was pressed is gone

    def _put(self, entry: NotedDay | BegunLater, day: date) -> Change:
        store = self._context.store
        match entry:
            case Plan() | Pause() | Mark():
                return self._begin(entry, day)
            case DayEntry() | Night() | CustomRating():
                return self._place(entry, day)
            case Moment():
                return store.moments.edit(moved(entry, day))
            case Note():
                return store.notes.edit(moved(entry, day))
            case QuickRating():
                return store.ratings.edit(moved(entry, day))
            case _:
                return store.practices.edit(moved(entry, day))

    def _place(self, entry: DayEntry | Night | CustomRating, day: date) -> Change:
        """Move what there can be only one of on a day."""
        store = self._context.store
        match entry:
            case DayEntry():
                return store.days.move(moved(entry, day))
            case Night():
                return store.nights.move(moved(entry, day))
            case _:
                return store.custom_ratings.move(moved(entry, day))

    def _begin(self, entry: BegunLater, day: date) -> Change:
        store = self._context.store
        match entry:
            case Plan():
                return store.plans.move(begun_on(entry, day))
            case Pause():
                return store.pauses.edit(begun_on(entry, day))
            case _:
                return store.marks.edit(begun_on(entry, day))


def _is_meant(entry: BegunLater, today: date) -> bool:
    """Whether somebody meant a day to come: a pause of the year ahead with a last day is a holiday."""
    return isinstance(entry, Pause) and entry.to_day is not None and entry.to_day <= today + AHEAD
