"""What falls due: on Today three at most, or all of it; each answered with one press where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSpacerItem, QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S2, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.reports.look_backs import Asked, LookBack
    from rewire_app.ui.base.look_back_row import LookBackRow
    from rewire_app.ui.base.routes import Route
    from rewire_app.ui.today.answered_row import AnsweredRow


HEAD = 10
"""Px of the design above a title in a line that is as high as a button."""


class LookBacks(QWidget):
    """The rows, and no room without one. `go(Route)`: to add what happened, and to all that is due.

    `every`: all that is due, not only what Today asks about, where each row is two lines until one wants to
    answer. What was answered stays as a sentence with its
    way back until the page is left.
    """

    go = Signal(object)

    def __init__(self, context: Context, *, every: bool = False) -> None:
        super().__init__()
        self._context, self._every = context, every
        self._order: list[str] = []
        self._asked: dict[str, LookBack] = {}
        self._answered: dict[str, LookBack] = {}
        self._unfolded: set[str] = set()
        self._shown: tuple[object, ...] = ()
        self._held = ""
        self.rows: dict[str, LookBackRow | AnsweredRow] = {}
        title = Heading(_("Falls due"))
        self._body = vbox(gap=0)
        self._more = LinkButton("")
        self._more.clicked.connect(lambda: self.go.emit(routes.DUE))
        self._more.hide()
        self._above = QSpacerItem(0, 0)
        self._down = vbox(on=self, gap=0, margins=(0, 0, 0, S5))
        self._down.addItem(self._above)
        put(self._down, title, S2, self._body, self._more)
        self.hide()

    def stand_beside(self, *, pattern: bool) -> None:
        """Begin level with the title of the pattern, in a line as high as a button, or with plain titles."""
        self._above.changeSize(0, theme.px(HEAD) if pattern else 0)
        self._down.invalidate()

    def look_back(self) -> None:
        """Ask about what is due, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        with self._context.hub.telling():
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """When the page is left, what was answered folds away."""
        if not event.spontaneous():
            self._answered.clear()
            self._unfolded.clear()
            self._shown = ()
        super().hideEvent(event)

    def _read(self) -> None:
        from rewire_app.reports import look_backs

        context = self._context
        wall = context.clock.now().wall
        past_midnight = (wall.date() - context.today).days * 1_440
        minute = past_midnight + wall.hour * 60 + wall.minute
        library, today = context.library, context.today
        if self._every:
            due = look_backs.FallsDue(
                rows=tuple(look_backs.everything_due(context.store, library, today, minute))
            )
        else:
            due = look_backs.falls_due(context.store, library, today, minute)
        found = {one.entry.uid: one for one in due.rows}
        kept = {
            uid: look_backs.present(context.store, one.entry, today) for uid, one in self._answered.items()
        }
        said = {
            uid: (entry, look_backs.answered_words(entry))
            for uid, entry in kept.items()
            if entry is not None and uid not in found and look_backs.answered_words(entry)
        }
        self._asked = found
        order = [uid for uid in self._order if uid in found or uid in said]
        self._order = [*order, *(uid for uid in found if uid not in order)]
        self._tell_more(due.more)
        shown = (tuple(self._order), tuple(found.values()), tuple(said.items()))
        if shown != self._shown:
            self._shown = shown
            self._fill(said)
        self.setVisible(bool(self._order))

    def _tell_more(self, more: int) -> None:
        words = ngettext("{n} more", "{n} more", more).format(n=more)
        self._more.setText(words)
        self._more.setAccessibleName(_("Falls due: {words}").format(words=words))
        self._more.setVisible(more > 0)

    def _fill(self, said: dict[str, tuple[Asked, str]]) -> None:
        here = next((uid for uid, row in self.rows.items() if row.isAncestorOf(self._focused())), "")
        clear(self._body)
        self.rows = {}
        for number, uid in enumerate(self._order):
            if number:
                self._body.addWidget(Divider())
            row = self._asking(self._asked[uid]) if uid in self._asked else self._told(uid, *said[uid])
            self.rows[uid] = row
            self._body.addWidget(row)
        if here in self.rows:
            self._hold(here)  # what was pressed there goes with its row

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _asking(self, one: LookBack) -> LookBackRow:
        from rewire_app.reports.look_backs import Later
        from rewire_app.ui.base.look_back_row import LookBackRow

        later = {Later.NOTHING: "", Later.NOT_YET: _("Not yet"), Later.NOT_NOW: _("Not now")}[one.later]
        uid = one.entry.uid
        folded = not self._every and uid not in self._unfolded
        row = LookBackRow(one.title, one.told, one.question, one.answers, later, folded=folded)
        row.answered.connect(lambda key: self.answer(uid, key))
        row.put_off.connect(lambda: self.put_off(uid))
        row.unfolded.connect(lambda: self._unfolded.add(uid))
        return row

    def _told(self, uid: str, entry: Asked, words: str) -> AnsweredRow:
        from rewire_app.domain.lists.expected import Expectation
        from rewire_app.reports.skills import Skill
        from rewire_app.ui.today.answered_row import AnsweredRow

        more, to = "", replace(routes.guess(uid), at=routes.HAPPENED)
        if isinstance(entry, Expectation):
            more = _("Add what happened")
        elif isinstance(entry, Skill):
            more, to = _("Look at it"), self._place_of(uid)
        row = AnsweredRow(self._answered[uid].title, words, more=more)
        row.undone.connect(lambda: self.take_back(uid))
        row.more_wanted.connect(lambda: self.go.emit(to))
        return row

    def _place_of(self, subject: str) -> Route:
        """Where a skill can be looked at."""
        from rewire_app.reports.skills import PLAN

        if subject.startswith(PLAN):
            return routes.settings("plan")
        known = self._context.library.article_ids()
        return routes.library(subject, block=0) if subject in known else routes.exercise(subject)

    # acting

    def answer(self, uid: str, key: str) -> None:
        """Keep an answer; the keyboard goes on to the next that is asked."""
        from rewire_app.reports.look_backs import answered

        asked, context = self._asked[uid], self._context
        self._answered[uid] = asked
        if self._put(_("looked back"), answered(asked.entry, key, context.today)):
            self._go_on(uid)
        else:
            del self._answered[uid]
            self._shown = ()
            self.look_back()  # no chip stays chosen that was not kept

    def put_off(self, uid: str) -> None:
        """Ask later, or no more."""
        from rewire_app.reports.look_backs import leaving

        context, left = self._context, False
        with context.hub.telling():
            write = leaving(context.store, self._asked[uid].entry, context.today)
            left = context.hub.do(_("not answered yet"), write)
        if left:
            self._go_on(uid)

    def take_back(self, uid: str) -> None:
        """Ask again what was answered: it is as it was before."""
        if self._put(_("looking back taken back"), self._answered[uid].entry):
            self._hold(uid)

    def _put(self, label: str, entry: Asked) -> bool:
        from rewire_app.reports.look_backs import keeping

        context = self._context
        with context.hub.telling():
            write = keeping(context.store, entry, context.clock.now(), context.today)
            return context.hub.keep(label, None, write)
        return False

    def _go_on(self, uid: str) -> None:
        after = self._order[self._order.index(uid) + 1 :] if uid in self._order else self._order
        before = [one for one in self._order if one not in after]
        self._hold(next((one for one in (*after, *before) if one in self._asked), uid))

    def _hold(self, uid: str) -> None:
        """Give the keyboard to a row, once it is shown; to the last that was wanted."""
        self._held = uid
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        held, self._held = self._held, ""
        if held in self.rows:
            self.rows[held].begin()
