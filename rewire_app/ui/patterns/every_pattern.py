"""The list of patterns: cards, how they set each other off, those that rest, and closed ones under More."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app import i18n
from rewire_app.charts.pattern_links import links_words
from rewire_app.domain.lists.entries import Pattern
from rewire_app.domain.lists.pattern_words import pattern_title, state_words
from rewire_app.i18n import _
from rewire_app.reports.patterns import EveryPattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.patterns.no_patterns import MAPS, NoPatterns
from rewire_app.ui.patterns.pattern_card import PatternCards
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S5, theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PatternWayRow(QWidget):
    """One quiet line: an icon, a name with what is said of it, and one thing to do. `clicked()`."""

    clicked = Signal()

    def __init__(self, icon: str, name: str, about: str, button: str) -> None:
        super().__init__()
        text = Flow(gap=S3, below=0)
        text.add(Strong(name))
        text.add(Second(about))
        self.button = QuietButton(button)
        self.button.setAccessibleName(_("{act}: {name}").format(act=button, name=name))
        self.button.clicked.connect(self.clicked)
        across = hbox(wide(Glyph(icon, 20, role="ink2", folder="icons"), 0, MIDDLE), on=self, gap=S3)
        put(across, wide(text, 1, MIDDLE), wide(self.button, 0, MIDDLE), -theme.px(QUIET_END))


class EveryPatternView(QWidget):
    """`go(Route)`; `asked(uid)`: open one; `taken_up(uid)`: one that rests goes on.

    `copied()`, `printed()`: all are wanted as text, or on paper.
    """

    go = Signal(object)
    asked = Signal(str)
    taken_up = Signal(str)
    copied = Signal()
    printed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._closed: Sequence[Pattern] = ()
        self._shown: tuple[EveryPattern, bool, i18n.Region] | None = None
        self.tabs = PatternsTabs("patterns")
        self.tabs.went.connect(self.go)
        self.more = QuietButton(_("More"), icon="more")
        self.more.clicked.connect(self._offer_more)
        self.add = MainButton(_("Add a pattern"), icon="plus")
        self.add.clicked.connect(self._offer_ways)
        self._head = hbox(wide(Title(_("Patterns")), 1, MIDDLE), gap=S2)
        put(self._head, wide(self.more, 0, MIDDLE), wide(self.add, 0, MIDDLE))
        self._lead = Second(_("The thicker a path, the more often you took it in the last 30 days."))
        self.cards = PatternCards()
        self.cards.asked.connect(self.asked)
        self.empty = NoPatterns()
        self.empty.go.connect(self.go)
        self._below = vbox(gap=0)
        column = vbox(self._head, S2, self.tabs, S5, on=self, gap=0)
        put(column, self._lead, S3, self.cards, self.empty, S4, self._below, stretch())

    def show_patterns(self, shown: EveryPattern, *, begun: bool) -> None:
        """Show all there are; without any, what a pattern is. `begun`: one is half written."""
        told = (shown, begun, i18n.REGION)
        if told == self._shown:
            return
        self._shown = told
        any_at_all = bool(shown.active or shown.resting or shown.closed)
        self._closed = shown.closed
        for part in (self._lead, self.cards):
            part.setVisible(bool(shown.active))
        self.add.setVisible(any_at_all)
        self.more.setVisible(any_at_all)
        self.empty.setVisible(not any_at_all)
        self.cards.show_lines(shown.active)
        clear(self._below)
        for row in self._rows(shown, begun=begun):
            if self._below.count():
                self._below.addWidget(Divider())
            self._below.addWidget(row)

    def _rows(self, shown: EveryPattern, *, begun: bool) -> list[PatternWayRow]:
        rows = []
        if begun:
            row = PatternWayRow("pencil", _("A pattern is half written"), "", _("Go on"))
            row.clicked.connect(partial(self.go.emit, routes.NEW_PATTERN))
            rows.append(row)
        if shown.links or len(shown.active) > 1:
            about = links_words(shown.links) if shown.links else _("No moments are linked yet")
            links = PatternWayRow("patterns", _("How they set each other off"), about, _("Open"))
            links.clicked.connect(partial(self.go.emit, routes.PATTERN_LINKS))
            rows.append(links)
        for one in shown.resting:
            row = PatternWayRow("pause", pattern_title(one), state_words(one), _("Take up again"))
            row.clicked.connect(partial(self.taken_up.emit, one.uid))
            rows.append(row)
        return rows

    def begin(self, uid: str = "") -> None:
        """Put the keyboard where one begins: on a card, else on what makes one."""
        if not self.cards.enter(uid):
            shown = self.empty.guided if self.empty.isVisibleTo(self) else self.add
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # menus

    def _offer_ways(self) -> None:
        ways: list[tuple[str, str, Callable[[], object]]] = [
            (_("Map one with help"), "play", partial(self.go.emit, routes.run(MAPS))),
            (_("Write one by hand"), "pencil", partial(self.go.emit, routes.NEW_PATTERN)),
        ]
        self._open_menu(_("Add a pattern"), ways, self.add)

    def _offer_more(self) -> None:
        ways: list[tuple[str, str, Callable[[], object]]] = [
            (_("Copy as text"), "copy", self.copied.emit),
            (_("Print"), "printer", self.printed.emit),
        ]
        ways += [
            (_("Closed: {name}").format(name=pattern_title(one)), "folder", partial(self.asked.emit, one.uid))
            for one in self._closed
        ]
        self._open_menu(_("More"), ways, self.more)

    def _open_menu(
        self, name: str, ways: Sequence[tuple[str, str, Callable[[], object]]], under: QWidget
    ) -> None:
        menu = ActMenu(self, name=name)
        for words, icon, act in ways:
            menu.offer(words, icon, act)
        menu.open_beside(under.mapToGlobal(under.rect().bottomLeft()))
