"""One pattern as a page: both paths, where one is, the months, the last moments, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app import i18n
from rewire_app.domain.lists.entries import Pattern, PatternState
from rewire_app.domain.lists.pattern_words import state_words
from rewire_app.i18n import _
from rewire_app.reports.patterns import MOST_READ, PatternWhole, whole_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.patterns.about_part import LadderRow, LearnedPart, NowPart
from rewire_app.ui.patterns.floating_head import FloatingHead, HeadBar
from rewire_app.ui.patterns.moments_part import FIRST, MomentsPart
from rewire_app.ui.patterns.months_part import MonthsPart
from rewire_app.ui.patterns.path_card import PathCard
from rewire_app.ui.patterns.place_part import PlacePart
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.layout import put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S4, S5, S6, S10, theme

BESIDE = 820
"""From which width on, px of the design, what belongs to a pattern stands beside its moments."""


class PatternView(QWidget):
    """`go(Route)`; `changed(Pattern, str)`: kept so, in these words; `edited(uid)`; `removed(uid)`."""

    go = Signal(object)
    changed = Signal(object, str)
    edited = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pattern: Pattern | None = None
        self._told: tuple[PatternWhole, date, i18n.Region] | None = None
        self._most = FIRST
        self.back = BackLink(routes.PATTERNS)
        self.back.lead_to(routes.PATTERNS, _("All patterns"))
        self.back.went.connect(self.go)
        self.edit = QuietButton(_("Edit"), icon="pencil")
        self.edit.clicked.connect(lambda: self.edited.emit(self.uid))
        self.more = QuietButton(_("More"), icon="more")
        self.more.clicked.connect(self._offer)
        self.note = MainButton(_("Note a moment"), icon="plus")
        self.note.clicked.connect(self._note)
        self.head = FloatingHead(HeadBar(self.back, (self.edit, self.more), self.note))
        self._state = Second("")
        self.paths, self.place, self.months = PathCard(), PlacePart(context), MonthsPart()
        self.moments, self.learned, self.now = MomentsPart(), LearnedPart(), NowPart()
        self.ladder = LadderRow()
        self.moments.all_wanted.connect(self._show_all)
        for part in (self.place, self.moments, self.learned, self.now, self.ladder):
            part.go.connect(self.go)
        self.place.chosen.connect(self._stand)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left = vbox(self.ladder, self.moments, S6, self.now, stretch(), gap=0)
        right = vbox(self.learned, stretch(), gap=0)
        put(self._sides, wide(left, 556), wide(right, 312))
        column = vbox(self.head, self._state, S4, on=self, gap=0)
        put(column, self.paths, S5, self.place, S4, self.months, S6, self._sides, stretch())
        self._fit()

    @property
    def uid(self) -> str:
        """The pattern that is shown."""
        return self._pattern.uid if self._pattern is not None else ""

    def begin(self) -> None:
        """Put the keyboard on what is done here."""
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pattern(self, uid: str) -> bool:
        """Show one pattern; False when it is not there any more. Raises a StoreError."""
        if uid != self.uid:
            self._most = FIRST
        context = self._context
        shown = whole_pattern(context.store, context.library, uid, context.today, self._most)
        if shown is None:
            self._pattern = self._told = None
            return False
        told = (shown, context.today, i18n.REGION)
        if told == self._told:
            return True
        self._pattern, self._told = shown.pattern, told
        self.head.held.say(shown.title)
        self.head.place()
        words = state_words(shown.pattern)
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self.paths.show_pattern(shown)
        self.place.show_station(shown.pattern.station)
        self.months.show_paths(shown.paths, context.today)
        self.moments.show_moments(shown, context.today)
        self.learned.show_pattern(shown)
        self.now.show_pattern(shown)
        self.ladder.show_pattern(shown)
        return True

    # acting

    def _note(self) -> None:
        self.go.emit(routes.moment_of(self.uid, self._context.today))

    def _show_all(self) -> None:
        self._most = MOST_READ
        with self._context.hub.telling():
            self.show_pattern(self.uid)
        if len(self.moments.rows) > FIRST:
            self.moments.rows[FIRST].setFocus(Qt.FocusReason.TabFocusReason)

    def _stand(self, station: int) -> None:
        self._change(_("another place chosen"), station=station)

    def _change(self, words: str, **told: object) -> None:
        if self._pattern is not None:
            self.changed.emit(replace(self._pattern, **told), words)  # type: ignore[arg-type]  # its own fields

    def _put(self, state: PatternState, words: str) -> None:
        self._change(words, state=state, since=self._context.today)

    def _offer(self) -> None:
        if self._pattern is None:
            return
        state = self._pattern.state
        ways: list[tuple[str, str, Callable[[], object]]] = []
        if state is not PatternState.ACTIVE:
            ways.append(
                (_("Take up again"), "play", partial(self._put, PatternState.ACTIVE, _("pattern taken up")))
            )
        if state is not PatternState.RESTING:
            ways.append(
                (_("Let it rest"), "pause", partial(self._put, PatternState.RESTING, _("pattern rests")))
            )
        if state is not PatternState.CLOSED:
            ways.append(
                (_("Close it"), "folder", partial(self._put, PatternState.CLOSED, _("pattern closed")))
            )
        ways.append((_("What sets off what"), "patterns", partial(self.go.emit, routes.PATTERN_LINKS)))
        ways.append((_("Remove"), "trash", partial(self.removed.emit, self.uid)))
        menu = ActMenu(self, name=_("More"))
        for words, icon, act in ways:
            menu.offer(words, icon, act)
        menu.open_beside(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # room

    def showEvent(self, event: QShowEvent) -> None:
        """The head comes along."""
        super().showEvent(event)
        self.head.place()

    def hideEvent(self, event: QHideEvent) -> None:
        """The head goes, too."""
        super().hideEvent(event)
        self.head.place()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._sides.setSpacing(theme.px(S10 if beside else S6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What belongs to a pattern stands beside its moments, or below them."""
        self._fit()
        super().resizeEvent(event)
