"""The list of all passes with what can be looked for, and what stands there before the first one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.reports.offered import suggest
from rewire_app.reports.practised import PassLog, PassWish
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drawn import other_way
from rewire_app.ui.base.removing import remove_pass
from rewire_app.ui.passes.pass_list import PassList
from rewire_app.ui.practised.finder import Finder
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.layout import CHEVRON, QUIET_END, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import ActTitle, Body, Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

SIDE_BY_SIDE = 520


class EveryPass(QWidget):
    """`go(Route)`: elsewhere. `asked(uid)`: one practice is to be opened."""

    go = Signal(object)
    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._log: PassLog | None = None
        self._route = routes.TODAY
        self.back = QuietButton(_("Practice"), icon="chevron-left")
        self.back.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
        self._main = MainButton("", icon="play")
        self._main.clicked.connect(lambda: self.go.emit(self._route))
        self._main.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S2)
        put(self._head, wide(ActTitle(_("Your practice")), 1), self._main, stretch(0))
        self._none = Body(_("Once you have practised, what you wrote stands here, to be read again."))
        self._none.hide()
        self.finder = Finder()
        self.finder.hide()
        self.finder.changed.connect(self._find)
        self.finder.entered.connect(lambda: QTimer.singleShot(0, self, self._to_first))  # after this Enter
        self._count = Second("")
        self.list = PassList()
        self.list.asked.connect(self.asked)
        self.list.removed.connect(lambda uid: remove_pass(context, uid))
        self.worse = QuietButton(_("What made things worse"))
        self.worse.clicked.connect(lambda: self.go.emit(routes.UNWANTED))
        self._ways = QWidget()
        hbox(-theme.px(CHEVRON), self.back, stretch(), self.worse, -theme.px(QUIET_END), on=self._ways, gap=0)
        column = vbox(self._ways, self._head, S3, on=self, gap=0)
        put(column, self._none, self.finder, S2, self._count, S4, self.list)
        self.restyle()

    def refresh(self) -> None:
        """Read all passes and today's practice anew; what is looked for stays. Raises a StoreError."""
        from rewire_app.store import queries as reads

        context = self._context
        facts = reads.today(context.vault, context.today.toordinal())
        log = PassLog(context.vault, context.library)
        suggestion = suggest(facts, other_way(context))
        waits = facts.unfinished == suggestion.offer.id
        begun = routes.run(suggestion.offer.id, minutes=suggestion.minutes)
        self._route = routes.RESUME if waits else begun
        words = _("Today: {title}, {n} min")
        self._main.setText(words.format(title=suggestion.offer.title, n=suggestion.minutes))
        self._log = log
        self._main.show()
        self._none.setVisible(not log.passes)
        self.finder.setVisible(bool(log.passes))
        self.finder.offer(log)
        self._find()

    def _find(self) -> None:
        log, wish = self._log, self.finder.wish
        if log is None:
            return
        found = log.wanted(wish)
        self.list.show_passes(log, found, wish, self._context.today)
        said = ""
        if wish != PassWish() and log.passes:
            said = _("{n} of {all}").format(n=len(found), all=len(log.passes))
            if not found:
                said = self._nothing(wish)
        self._count.setText(said)
        self._count.setVisible(bool(said))
        if said and self.isVisible():
            announce(self._count, said)

    def _nothing(self, wish: PassWish) -> str:
        if wish.query.strip():
            return _("Nothing with that word. Try fewer letters.")
        return _("Nothing of this kind. Choose another exercise, month or kind.")

    def look_for(self, exercise: str, query: str) -> None:
        """Begin anew with one exercise, some words, or neither."""
        self.finder.look_for(PassWish(exercise=exercise, query=query))
        self._find()

    # the keyboard

    def begin(self) -> None:
        """Put the keyboard where one begins: into the search, or before the first practice on Begin."""
        if self._log is not None and self._log.passes:
            self.finder.begin()
        else:
            (self._main if self._log is not None else self.back).setFocus()

    def begin_at(self, uid: str) -> None:
        """Put the keyboard on the row of a practice; where it is gone, on the first, or where one begins."""
        if not self.list.focus_on(uid) and not self.list.enter():
            self.begin()

    def _to_first(self) -> None:
        self.list.enter()

    def restyle(self) -> None:
        """Take over new sizes: both ways stand near each other in a large window too."""
        self._ways.setMaximumWidth(theme.px(NEAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The main button stands under the title when there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(SIDE_BY_SIDE)
        self._head.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)
