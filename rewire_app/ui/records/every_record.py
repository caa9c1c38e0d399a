"""All records with what can be looked for, and what stands there before the first one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.lists.written import Thought
from rewire_app.i18n import _, ngettext
from rewire_app.reports.practised import PassLog, PassWish, sort_words
from rewire_app.reports.records import RECORDED, THOUGHT_RECORD, thoughts_with
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.removing import remove_pass
from rewire_app.ui.passes.pass_list import PassList
from rewire_app.ui.records.found_thoughts import FoundThoughts
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.choices import ChipGroup, only
from rewire_app.ui.widgets.layout import clear, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.text import ActTitle, Body, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

SIDE_BY_SIDE = 520
EVERY = "all"
"""The key of the chip for all."""


class QuietRow(QWidget):
    """A thing, what is in it, and the way there. `clicked()`."""

    clicked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.detail = Second("")
        self.link = LinkButton(_("Open"))
        self.link.setAccessibleName(_("Open: {name}").format(name=name))
        self.link.clicked.connect(self.clicked)
        middle = Qt.AlignmentFlag.AlignVCenter
        hbox(
            wide(Strong(name, wrap=False), 0, middle),
            wide(self.detail, 1, middle),
            self.link,
            on=self,
            gap=S3,
        )
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes: the way stands near its words."""
        self.setMaximumWidth(theme.px(NEAR))


class EveryRecord(QWidget):
    """`go(Route)`: elsewhere, or to one of them."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._log: PassLog | None = None
        self._thoughts: Sequence[Thought] = ()
        self.tabs = PatternsTabs("records")
        self.tabs.went.connect(self.go)
        self._main = MainButton(_("Look at a thought"), icon="play")
        self._main.clicked.connect(lambda: self.go.emit(routes.run(THOUGHT_RECORD)))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S2)
        put(self._head, wide(ActTitle(_("Records")), 1), self._main, stretch(0))
        self.fair = QuietRow(_("Fairer thoughts"))
        self.fair.clicked.connect(lambda: self.go.emit(routes.FAIRER_THOUGHTS))
        self.habits = QuietRow(_("Habits of thought"))
        self.habits.clicked.connect(lambda: self.go.emit(routes.THINKING_HABITS))
        self._none = Body(
            _("A thought that was looked at from all sides, a test, a chain of moments: each stands here.")
        )
        self.box = SearchField(_("Search what you wrote, or type a thought"))
        self.box.changed.connect(lambda _words: self._find())
        self.box.line.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._to_first))
        self._chips_place = vbox(gap=0)
        self.chips: ChipGroup | None = None
        self._kinds: list[tuple[str, str]] = []
        self.found = FoundThoughts()
        self.found.asked.connect(lambda: self.go.emit(routes.FAIRER_THOUGHTS))
        self._count = Second("")
        self.list = PassList(_("Records"))
        self.list.asked.connect(lambda uid: self.go.emit(routes.record(uid)))
        self.list.removed.connect(lambda uid: remove_pass(context, uid))
        self._lay_out()

    def _lay_out(self) -> None:
        column = vbox(self._head, S3, self.tabs, S4, on=self, gap=0)
        for row in (self.fair, self.habits):
            put(column, hbox(wide(row, 1), stretch(0)), Divider())
        column.addSpacing(S4)
        put(column, self._none, self.box, S2, self._chips_place, self.found, S2, self._count, S4, self.list)

    def refresh(self, habits: str) -> None:
        """Read all records anew; what is looked for stays. `habits`: how many. Raises a StoreError."""
        context = self._context
        log = PassLog(context.vault, context.library, only=tuple(RECORDED))
        thoughts = context.store.thoughts.all()
        self._log, self._thoughts = log, thoughts
        words = ngettext("{n} thought", "{n} thoughts", len(thoughts)).format(n=len(thoughts))
        self.fair.detail.setText(words if thoughts else _("Nothing here yet"))
        self.habits.detail.setText(habits)
        self._none.setVisible(not log.passes)
        self.box.setVisible(bool(log.passes or thoughts))
        self._offer(log)
        self._find()

    def _offer(self, log: PassLog) -> None:
        """Offer the kinds there are; what was chosen stays while it is there."""
        there = {one.exercise for one in log.passes}
        kinds = [(EVERY, _("All, {n}").format(n=len(log.passes)))]
        kinds += [(name, sort_words(sort)) for name, sort in RECORDED.items() if name in there]
        if kinds == self._kinds:
            return
        before, self._kinds = self._kind, kinds
        clear(self._chips_place)
        self.chips = None
        if len(kinds) > 1:
            self.chips = ChipGroup(kinds, name=_("Kind"))
            self.chips.set_value(before if before in dict(kinds) else EVERY)
            self.chips.changed.connect(self._choose)
            self._chips_place.addWidget(self.chips)

    @property
    def _kind(self) -> str:
        return only(self.chips) if self.chips is not None else EVERY

    def _choose(self, _value: object) -> None:
        if self.chips is not None and not only(self.chips):
            self.chips.set_value(EVERY)
        else:
            self._find()

    def _find(self) -> None:
        log = self._log
        if log is None:
            return
        query, kind = self.box.value(), self._kind
        wish = PassWish(query=query, exercise="" if kind == EVERY else kind)
        found = log.wanted(wish)
        self.list.show_passes(log, found, wish, self._context.today)
        self.found.show_thoughts(thoughts_with(self._thoughts, query), query)
        said = ""
        if wish != PassWish() and log.passes:
            said = _("{n} of {all}").format(n=len(found), all=len(log.passes))
            if not found and query.strip():
                said = _("No record with that word. Try fewer letters.")
        self._count.setText(said)
        self._count.setVisible(bool(said))
        if said and self.isVisible():
            announce(self._count, said)

    # the keyboard

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        if self._log is not None and self._log.passes:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at(self, uid: str) -> None:
        """Put the keyboard on the row of a record; where it is gone, on the first, or where one begins."""
        if not self.list.focus_on(uid) and not self.list.enter():
            self.begin()

    def _to_first(self) -> None:
        self.list.enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The main button stands under the title when there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(SIDE_BY_SIDE)
        self._head.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)
